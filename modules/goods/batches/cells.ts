import { draftOf, nameMissing, type ProductDraft, type TextDraft, type VariantDraft } from '#goods/catalog'
import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import type { AttributeValue, Product, Variant } from '#model/goods/catalog'
import { type BatchField, type Cell, type CellValue, factCode, isPriceField, type OwnField } from './fields.ts'

/** What a field says in a stored product, or in a draft of one as the event log keeps it. */
const productValues: Partial<Record<OwnField, (product: Partial<Product>) => CellValue>> = {
  nameZh: ({ texts }) => texts?.zh?.name ?? null,
  nameEn: ({ texts }) => texts?.en?.name ?? null,
  titleZh: ({ texts }) => texts?.zh?.title ?? null,
  titleEn: ({ texts }) => texts?.en?.title ?? null,
  categoryId: ({ categoryId = null }) => categoryId,
  brandId: ({ brandId = null }) => brandId,
  lifeStage: ({ lifeStage = null }) => lifeStage,
  tags: ({ tags = [] }) => tags,
  keywords: ({ keywords = [] }) => keywords,
}

const variantValues: Partial<Record<OwnField, (variant: Partial<Variant>) => CellValue>> = {
  sku: ({ sku = null }) => sku,
  barcode: ({ barcode = null }) => barcode,
  weightGrams: ({ weightGrams = 0 }) => weightGrams,
  list: ({ price }) => price?.list ?? null,
  was: ({ price }) => price?.was ?? null,
  cost: ({ price }) => price?.cost ?? null,
}

export function productValue(product: Partial<Product>, field: BatchField): CellValue {
  const code = factCode(field)
  const value = code === undefined ? productValues[field as OwnField]?.(product) : product.attributes?.[code]
  return value ?? null
}

export const variantValue = (variant: Partial<Variant>, field: BatchField): CellValue =>
  variantValues[field as OwnField]?.(variant) ?? null

interface VariantCells {
  readonly id: string
  readonly cells: readonly Cell[]
}

/** A product as it will be handed in, with these cells replaced; prices go their own way. @throws nameMissing */
export function withCells(product: Product, cells: readonly Cell[], variants: readonly VariantCells[]): ProductDraft {
  const draft = draftOf(product)
  const byId = new Map(variants.map((each) => [each.id, each.cells]))
  return cells.reduce<ProductDraft>(withCell, {
    ...draft,
    variants: draft.variants?.map((variant) => (byId.get(variant.id ?? '') ?? []).reduce(withFact, variant)),
  })
}

const textFields: Partial<Record<OwnField, readonly [Locale, 'name' | 'title']>> = {
  nameZh: ['zh', 'name'],
  nameEn: ['en', 'name'],
  titleZh: ['zh', 'title'],
  titleEn: ['en', 'title'],
}

function withCell(draft: ProductDraft, { field, to }: Cell): ProductDraft {
  const code = factCode(field)
  if (code !== undefined)
    return { ...draft, attributes: withFactOf(draft.attributes, code, to as AttributeValue | null) }
  const text = textFields[field as OwnField]
  return text ? withText(draft, text, String(to ?? '')) : { ...draft, [field]: to }
}

/** An attribute that says nothing is not stated. */
function withFactOf(
  stated: Readonly<Record<string, AttributeValue>> = {},
  code: string,
  to: AttributeValue | null,
): Readonly<Record<string, AttributeValue>> {
  const { [code]: _, ...others } = stated
  return to === null ? others : { ...others, [code]: to }
}

/** A language begins with its name; without it the language would be gone, with its description. */
function withText(draft: ProductDraft, [locale, part]: readonly [Locale, 'name' | 'title'], to: string): ProductDraft {
  const other = draft.texts[locale === 'zh' ? 'en' : 'zh']
  const text: TextDraft = { ...(draft.texts[locale] ?? { name: '', optionNames: other?.optionNames }), [part]: to }
  if (!text.name.trim()) throw nameMissing({ field: `texts.${locale}.name` })
  return { ...draft, texts: { ...draft.texts, [locale]: text } }
}

const withFact = (variant: VariantDraft, { field, to }: Cell): VariantDraft =>
  isPriceField(field) ? variant : { ...variant, [field]: to }

/** The price of a variant with these cells replaced. */
export const withAmounts = (variant: Variant, cells: readonly Cell[]) => {
  const amount = (field: BatchField) => {
    const cell = cells.find((each) => each.field === field)
    return (cell ? cell.to : variantValue(variant, field)) as Money | null
  }
  return { list: amount('list'), was: amount('was'), cost: amount('cost') }
}
