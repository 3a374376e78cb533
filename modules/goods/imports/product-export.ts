import { allCategories, attributesOf, brandsOf, categoriesListed, productsOf, slugOf } from '#goods/catalog'
import { decimalText, type Money } from '#kernel/money'
import type { Brand, Category, CategoryAttribute, Product, Variant } from '#model/goods/catalog'
import type { ExportColumn, ExportFilter, ExportKind, ExportReader, ExportRow } from '#platform/exports'
import { plainHead } from '#platform/imports'
import { factCell, factHeads } from './facts.ts'
import { ownSheet } from './own-sheet.ts'
import { listedProducts, productFilters, wantedBy } from './product-filter.ts'

/** Quantities leave with the stock, pictures stay: the sheet that comes back must not touch either. */
const left = ['quantity', 'image', 'variantImage']

const columns: readonly ExportColumn[] = [
  ...ownSheet.columns
    .filter(({ field }) => !left.includes(field))
    .map(({ field, label, heads }) => ({
      field,
      label: {
        zh: heads.includes(label.zh) ? label.zh : heads[0]!,
        en: heads.includes(label.en) ? label.en : heads[0]!,
      },
      ...(field === 'cost' ? { needs: 'costs.read' } : {}),
    })),
  { field: 'state', label: { zh: '状态', en: 'State' } },
]

/** Heads that mean something else than an attribute when the sheet comes back. */
const taken: ReadonlySet<string> = new Set(
  [...ownSheet.columns.flatMap(({ heads }) => heads), ...columns.flatMap(({ label }) => [label.zh, label.en])].map(
    plainHead,
  ),
)

/** The listed products in the layout of our own sheet, a variant a row; what belongs to the product stands in its first row, its attributes in columns of their own. */
export const productExport = (): ExportKind => ({
  kind: 'products',
  label: { zh: '商品', en: 'Products' },
  permission: 'products.read',
  columns,
  furtherColumns,
  filters: productFilters,
  rows: async function* (reader, filter) {
    const paths = pathsOf(await allCategories(reader))
    const facts = await factsListed(reader, filter)
    for await (const page of listedProducts(reader, filter)) {
      const products = await productsOf(
        reader,
        page.map(({ id }) => id),
      )
      const brands = await brandsOf(
        reader,
        [...products.values()].flatMap(({ brandId }) => brandId ?? []),
      )
      yield page.flatMap(({ id }) => rowsOf(reader, products.get(id)!, { paths, brands, facts }))
    }
  },
})

/** The attributes of the listed products' categories by the head under which they leave, by category. */
async function factsListed(reader: ExportReader, filter: ExportFilter): Promise<Around['facts']> {
  const listed = await attributesOf(reader, await categoriesListed(reader, await wantedBy(reader, filter)))
  return new Map([...listed].map(([id, known]) => [id, factHeads(known, reader.locale, taken)]))
}

/** A column for each attribute that one of the listed products may state; those called alike share it. */
async function furtherColumns(reader: ExportReader, filter: ExportFilter): Promise<ExportColumn[]> {
  const heads = new Set([...(await factsListed(reader, filter)).values()].flatMap((each) => [...each.keys()]))
  return [...heads].map((head) => ({ field: factField(head), label: { zh: head, en: head } }))
}

/** From the top of the tree down, as `readCategory` reads it. */
function pathsOf(categories: readonly Category[]): ReadonlyMap<string, string> {
  const byId = new Map(categories.map((category) => [category.id, category]))
  const path = ({ name, parentId }: Category): string => {
    const parent = parentId && byId.get(parentId)
    return parent ? `${path(parent)} > ${name.zh}` : name.zh
  }
  return new Map(categories.map((category) => [category.id, path(category)]))
}

interface Around {
  readonly paths: ReadonlyMap<string, string>
  readonly brands: ReadonlyMap<string, Brand>
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, CategoryAttribute>>
}

function rowsOf(reader: ExportReader, product: Product, around: Around): ExportRow[] {
  const variants = product.variants.filter(({ status }) => status === 'active')
  const names = product.texts.zh?.optionNames ?? product.texts.en?.optionNames ?? []
  return variants.map((variant, at) => ({
    ...(at === 0 ? { ...headOf(product, around), ...factCells(reader, product, around) } : {}),
    handle: product.slug,
    title: titleOf(product),
    ...Object.fromEntries(names.flatMap((name, n) => optionCells(variant, name, n))),
    ...variantCells(variant),
    state: reader.locale === 'zh' ? states[product.status].zh : states[product.status].en,
  }))
}

const titleOf = ({ texts, slug }: Product): string => texts.zh?.name ?? texts.en?.name ?? slug

const states = {
  draft: { zh: '草稿', en: 'draft' },
  checked: { zh: '已检查', en: 'checked' },
  in_review: { zh: '审核中', en: 'in review' },
  on_sale: { zh: '在售', en: 'on sale' },
  delisted: { zh: '已下架', en: 'delisted' },
} as const

const headOf = ({ texts, categoryId, brandId, tags, status }: Product, { paths, brands }: Around): ExportRow => ({
  titleEn: texts.zh && texts.en ? texts.en.name : null,
  category: (categoryId && paths.get(categoryId)) ?? null,
  vendor: brandWord(brandId && brands.get(brandId)),
  body: texts.zh?.description ?? texts.en?.description ?? null,
  bodyEn: texts.zh && texts.en ? texts.en.description : null,
  tags: tags.join(','),
  published: status === 'on_sale' ? 'yes' : 'no',
})

/** Apart from the fields of our own sheet. */
const factField = (head: string): string => `attributes ${head}`

const factCells = ({ locale }: ExportReader, { categoryId, attributes }: Product, { facts }: Around): ExportRow =>
  Object.fromEntries(
    [...(facts.get(categoryId ?? '') ?? [])].map(([head, attribute]) => [
      factField(head),
      factCell(attribute, attributes[attribute.code], locale),
    ]),
  )

/** By the name where that finds the brand again, else by its address. */
const brandWord = (brand: Brand | null | undefined): string | null =>
  brand ? (slugOf(brand.name.zh) === brand.slug ? brand.name.zh : brand.slug) : null

const optionCells = ({ optionValues }: Variant, name: string, n: number): [string, string][] => [
  [`option${n + 1}Name`, name],
  [`option${n + 1}Value`, optionValues.zh[n] ?? optionValues.en[n] ?? ''],
]

const variantCells = ({ sku, barcode, price, weightGrams, requiresShipping }: Variant): ExportRow => ({
  sku,
  barcode,
  price: amount(price?.list ?? null),
  was: amount(price?.was ?? null),
  cost: amount(price?.cost ?? null),
  grams: weightGrams,
  requiresShipping: requiresShipping ? 'yes' : 'no',
})

const amount = (money: Money | null): string | null => (money ? decimalText(money) : null)
