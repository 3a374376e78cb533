import { barcodeOf } from './barcode.ts'
import type {
  Attribute,
  Category,
  Drawing,
  GoodsFlags,
  Pair,
  Parameter,
  Picture,
  Product,
  Variant,
  View,
} from './model.ts'
import { type Both, both } from './model.ts'

interface Copy {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly points: readonly string[]
  readonly usage: string
}

export interface VariantSheet {
  /** Ends the SKU code; left out when there is only one variant. */
  readonly sku?: string
  readonly is?: readonly Pair[]
  /** Prices in fen; `168_00` reads as 168.00 yuan. */
  readonly price: number
  readonly cost: number
  readonly was?: number
  readonly grams: number
  /** How it looks different from the product's picture. */
  readonly look?: Partial<Drawing>
}

/** A product as it is written in the files of this folder. */
export interface ProductSheet {
  /** Letters of the category and number of the product: `TEA-001`. Never given to another product. */
  readonly code: string
  readonly slug: string
  readonly label: string
  readonly zh: Copy
  readonly en: Copy
  readonly tags: readonly string[]
  readonly attributes: Readonly<Record<string, number | string | Pair>>
  readonly flags?: Partial<GoodsFlags>
  readonly options?: readonly Pair[]
  readonly variants: readonly VariantSheet[]
  readonly picture: Drawing
  /** Further pictures of the first variant. */
  readonly views?: readonly View[]
}

/** A leaf of the category tree with what its products have in common. */
export interface CategorySheet extends Category {
  /** Its shelf in the shop, part of every barcode. */
  readonly shelf: number
  readonly flags?: Partial<GoodsFlags>
}

const plainGoods: GoodsFlags = {
  food: false,
  perishable: false,
  valuableSmall: false,
  oversize: false,
  nonStandard: false,
}

const viewNames: Record<View, Both> = {
  front: { zh: '', en: '' },
  close: { zh: '细节', en: 'detail' },
  above: { zh: '俯视', en: 'from above' },
  scene: { zh: '使用场景', en: 'in use' },
}

/** Turns a sheet into the product the shop imports. */
export function productOf(sheet: ProductSheet, category: CategorySheet, labelName: Both): Product {
  const flags = { ...plainGoods, ...category.flags, ...sheet.flags }
  const attributes = mapValues(sheet.attributes, (value) => (isPair(value) ? both(value) : value))
  return {
    slug: sheet.slug,
    category: category.slug,
    brand: sheet.label,
    name: { zh: sheet.zh.name, en: sheet.en.name },
    title: { zh: sheet.zh.title, en: sheet.en.title },
    description: { zh: sheet.zh.description, en: sheet.en.description },
    sellingPoints: sheet.zh.points.map((zh, at) => ({ zh, en: sheet.en.points[at] ?? '' })),
    usage: { zh: sheet.zh.usage, en: sheet.en.usage },
    parameters: parametersOf(category, attributes, flags, labelName),
    tags: sheet.tags,
    attributes,
    options: (sheet.options ?? []).map(both),
    variants: sheet.variants.map((variant, at) => variantOf(sheet, category, variant, at)),
    flags,
    pictures: picturesOf(sheet),
  }
}

function variantOf(sheet: ProductSheet, category: CategorySheet, variant: VariantSheet, at: number): Variant {
  const productNumber = Number(sheet.code.split('-')[1])
  return {
    sku: ['TY', sheet.code, variant.sku].filter(Boolean).join('-'),
    barcode: barcodeOf({ shelf: category.shelf, product: productNumber, variant: at + 1 }),
    values: (variant.is ?? []).map(both),
    listPriceMinor: variant.price,
    costMinor: variant.cost,
    ...(variant.was ? { wasPriceMinor: variant.was } : {}),
    weightGrams: variant.grams,
    picture: fileName(sheet.slug, looksOf(sheet).indexOf(lookOf(variant))),
  }
}

const lookOf = (variant: VariantSheet): string => JSON.stringify(variant.look ?? {})
const looksOf = (sheet: ProductSheet): string[] => [...new Set(sheet.variants.map(lookOf))]
const fileName = (slug: string, at: number): string => (at === 0 ? `${slug}.avif` : `${slug}-${at + 1}.avif`)

/** One picture for each look among the variants, then further views of the first. */
function picturesOf(sheet: ProductSheet): Picture[] {
  const looks = looksOf(sheet)
  const fronts = looks.map((look, at): Picture => {
    const shown = sheet.variants.find((variant) => lookOf(variant) === look)
    const drawing = { ...sheet.picture, ...(JSON.parse(look) as Partial<Drawing>) }
    return {
      file: fileName(sheet.slug, at),
      alt: altOf(sheet, looks.length > 1 ? shown?.is : []),
      view: 'front',
      drawing,
    }
  })
  const further = (sheet.views ?? []).map((view, at): Picture => {
    const drawing = fronts[0]?.drawing ?? sheet.picture
    return { file: fileName(sheet.slug, looks.length + at), alt: altOf(sheet, [], viewNames[view]), view, drawing }
  })
  return [...fronts, ...further]
}

function altOf(sheet: ProductSheet, values: readonly Pair[] = [], view: Both = viewNames.front): Both {
  return {
    zh: [sheet.zh.name, ...values.map(([zh]) => zh), view.zh].filter(Boolean).join(' '),
    en: [sheet.en.name, ...values.map(([, en]) => en), view.en].filter(Boolean).join(', '),
  }
}

function parametersOf(
  category: Category,
  attributes: Product['attributes'],
  flags: GoodsFlags,
  label: Both,
): Parameter[] {
  const stated = category.attributes.flatMap((attribute): Parameter[] => {
    const value = attributes[attribute.code]
    return value === undefined ? [] : [{ name: attribute.name, value: inWords(attribute, value) }]
  })
  return [{ name: { zh: '品牌', en: 'Label' }, value: label }, ...stated, ...termsOf(flags)]
}

function termsOf({ shelfLifeDays, warrantyMonths }: GoodsFlags): Parameter[] {
  const shelfLife = shelfLifeDays && {
    name: { zh: '保质期', en: 'Shelf life' },
    value: { zh: `${shelfLifeDays} 天`, en: `${shelfLifeDays} days` },
  }
  const warranty = warrantyMonths && {
    name: { zh: '质保', en: 'Warranty' },
    value: { zh: `${warrantyMonths} 个月`, en: `${warrantyMonths} months` },
  }
  return [shelfLife, warranty].filter((term) => typeof term === 'object')
}

function inWords(attribute: Attribute, value: number | string | Both): Both {
  if (typeof value === 'object') return value
  if (typeof value === 'number') {
    const words = [value, attribute.unit].filter((part) => part !== undefined).join(' ')
    return { zh: words, en: words }
  }
  const choice = attribute.choices?.find(({ code }) => code === value)
  return { zh: choice?.zh ?? value, en: choice?.en ?? value }
}

const isPair = (value: number | string | Pair): value is Pair => Array.isArray(value)

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
