import type { ProductDraft, TextDraft } from '#goods/catalog'
import { safeHtml } from '#goods/catalog'
import type { BrandId, CategoryId, PictureId, Product, ProductText } from '#model/goods/catalog'
import type { FileProduct } from './read-product.ts'

export interface Known {
  readonly slug: string
  readonly categoryId: CategoryId | null
  readonly brandId: BrandId | null
  readonly pictureIds: ReadonlyMap<string, PictureId>
  /** What the file states of what the category asks for. */
  readonly facts: Product['attributes']
  /** Whoever may not know costs leaves them as they are. */
  readonly knowsCosts: boolean
}

/** What the file says as one of our drafts; `stored` is the product of an earlier import, whose own additions stay. */
export function toDraft(file: FileProduct, known: Known, stored?: Product): ProductDraft {
  return {
    slug: known.slug,
    kind: stored?.kind ?? (file.giftCard ? 'service' : 'goods'),
    categoryId: known.categoryId,
    brandId: known.brandId ?? stored?.brandId ?? null,
    texts: textsOf(file, stored),
    tags: file.tags ?? stored?.tags,
    keywords: stored?.keywords,
    attributes: { ...stored?.attributes, ...known.facts },
    flags: stored?.flags,
    licence: stored?.licence,
    warrantyMonths: stored?.warrantyMonths,
    shelfLifeDays: stored?.shelfLifeDays,
    variants: variantsOf(file, known, stored),
    pictureIds: picturesOf(file, known, stored),
    source: file.source,
    sourceKey: file.handle,
  }
}

/**
 * A file speaks one language. Its text is the Chinese one, for the shop must have that, and also the English one when it
 * has no Chinese character. Once somebody has translated, the Chinese stays as it is.
 */
function textsOf(file: FileProduct, stored?: Product): ProductDraft['texts'] {
  const { zh, en } = stored?.texts ?? {}
  if (file.english) return { zh: textOf(file, zh), en: englishOf(file, file.english, en) }
  if (/\p{Script=Han}/u.test(`${file.title}${file.body ?? ''}`))
    return { zh: textOf(file, zh), en: en && { ...en, optionNames: namesOf(file, en) } }
  const translated = zh && en && zh.name !== en.name && zh.optionNames.length === file.optionNames.length
  return { zh: translated ? zh : textOf(file, zh), en: textOf(file, en) }
}

const textOf = (file: FileProduct, before: ProductText | undefined): TextDraft => ({
  name: file.title,
  title: file.pageTitle || (file.source === 'sheet' && before?.title) || file.title,
  description: file.body === null ? before?.description : safeHtml(file.body),
  sellingPoints: before?.sellingPoints,
  optionNames: file.optionNames,
})

const englishOf = (
  file: FileProduct,
  { title, body }: NonNullable<FileProduct['english']>,
  before: ProductText | undefined,
): TextDraft => ({
  name: title,
  title: before?.title ?? title,
  description: body ? safeHtml(body) : before?.description,
  sellingPoints: before?.sellingPoints,
  optionNames: before ? namesOf(file, before) : file.optionNames,
})

const namesOf = ({ optionNames }: FileProduct, before: ProductText): readonly string[] =>
  before.optionNames.length === optionNames.length ? before.optionNames : optionNames

function variantsOf(file: FileProduct, known: Known, stored?: Product): ProductDraft['variants'] {
  const active = stored?.variants.filter((variant) => variant.status === 'active') ?? []
  const listed = file.variants.map(
    ({ sku, barcode, values, list, was, cost, weightGrams, requiresShipping, pictureUrl }) => {
      const before = active.find((variant) => variant.sku === sku)
      const translated =
        before &&
        before.optionValues.zh.join() !== before.optionValues.en.join() &&
        [before.optionValues.en.join(), before.optionValues.zh.join()].includes(values.join())
      return {
        id: before?.id,
        sku,
        barcode: barcode ?? before?.barcode ?? null,
        optionValues: translated ? before.optionValues : { zh: values, en: values },
        weightGrams: weightGrams || (before?.weightGrams ?? 0),
        requiresShipping: file.giftCard ? false : (requiresShipping ?? before?.requiresShipping ?? true),
        pictureId: (pictureUrl ? known.pictureIds.get(pictureUrl) : undefined) ?? before?.pictureId ?? null,
        price: {
          list,
          was: was === undefined ? (before?.price?.was ?? null) : was,
          cost: (known.knowsCosts ? cost : null) ?? before?.price?.cost ?? null,
        },
      }
    },
  )
  const added = active.filter((variant) => !file.variants.some(({ sku }) => sku === variant.sku))
  return [...listed, ...added]
}

/** The file's pictures in its order, then those added by hand. */
function picturesOf(file: FileProduct, known: Known, stored?: Product): PictureId[] {
  if (!file.pictures) return stored?.pictures.map(({ id }) => id) ?? []
  const listed = file.pictures.flatMap(({ url }) => known.pictureIds.get(url) ?? [])
  const byHand = stored?.pictures.filter((picture) => picture.sourceUrl === null).map((picture) => picture.id) ?? []
  return [...new Set([...listed, ...byHand])]
}
