import type { ProductDraft, TextDraft } from '#goods/catalog'
import { safeHtml } from '#goods/catalog'
import type { BrandId, CategoryId, PictureId, Product } from '#model/goods/catalog'
import type { FileProduct } from './read-product.ts'

export interface Known {
  readonly categoryId: CategoryId | null
  readonly brandId: BrandId | null
  readonly pictureIds: ReadonlyMap<string, PictureId>
}

/** What the file says as one of our drafts; `stored` is the product of an earlier import, whose own additions stay. */
export function toDraft(file: FileProduct, known: Known, stored?: Product): ProductDraft {
  return {
    slug: file.handle,
    kind: file.giftCard ? 'service' : 'goods',
    categoryId: known.categoryId,
    brandId: known.brandId ?? stored?.brandId ?? null,
    texts: textsOf(file, stored),
    tags: file.tags,
    attributes: { ...stored?.attributes, ...file.attributes },
    flags: stored?.flags,
    licence: stored?.licence,
    warrantyMonths: stored?.warrantyMonths,
    shelfLifeDays: stored?.shelfLifeDays,
    variants: variantsOf(file, known, stored),
    pictureIds: picturesOf(file, known, stored),
    source: 'shopify',
    sourceKey: file.handle,
  }
}

/**
 * A file speaks one language. Its text is the Chinese one, for the shop must have that, and also the English one when it
 * has no Chinese character. Once somebody has translated, the Chinese stays as it is.
 */
function textsOf(file: FileProduct, stored?: Product): ProductDraft['texts'] {
  const text: TextDraft = {
    name: file.title,
    title: file.pageTitle,
    description: safeHtml(file.body),
    optionNames: file.optionNames,
  }
  const keeping = (before: TextDraft | undefined): TextDraft => ({ ...text, sellingPoints: before?.sellingPoints })
  const { zh, en } = stored?.texts ?? {}
  if (/\p{Script=Han}/u.test(`${file.title}${file.body}`))
    return {
      zh: keeping(zh),
      en: en && {
        ...en,
        optionNames: en.optionNames.length === file.optionNames.length ? en.optionNames : file.optionNames,
      },
    }
  const translated = zh && en && zh.name !== en.name && zh.optionNames.length === file.optionNames.length
  return { zh: translated ? zh : keeping(zh), en: keeping(en) }
}

function variantsOf(file: FileProduct, known: Known, stored?: Product): ProductDraft['variants'] {
  const active = stored?.variants.filter((variant) => variant.status === 'active') ?? []
  const listed = file.variants.map(
    ({ sku, barcode, values, list, was, cost, weightGrams, requiresShipping, pictureUrl }) => {
      const before = active.find((variant) => variant.sku === sku)
      const translated =
        before &&
        before.optionValues.zh.join() !== before.optionValues.en.join() &&
        before.optionValues.en.join() === values.join()
      return {
        id: before?.id,
        sku,
        barcode: barcode ?? before?.barcode ?? null,
        optionValues: translated ? before.optionValues : { zh: values, en: values },
        weightGrams: weightGrams || (before?.weightGrams ?? 0),
        requiresShipping: file.giftCard ? false : requiresShipping,
        pictureId: (pictureUrl ? known.pictureIds.get(pictureUrl) : undefined) ?? before?.pictureId ?? null,
        price: { list, was, cost: cost ?? before?.price?.cost ?? null },
      }
    },
  )
  const added = active.filter((variant) => !file.variants.some(({ sku }) => sku === variant.sku))
  return [...listed, ...added]
}

/** The file's pictures in its order, then those added by hand. */
function picturesOf(file: FileProduct, known: Known, stored?: Product): PictureId[] {
  const listed = file.pictures.flatMap(({ url }) => known.pictureIds.get(url) ?? [])
  const byHand = stored?.pictures.filter((picture) => picture.sourceUrl === null).map((picture) => picture.id) ?? []
  return [...new Set([...listed, ...byHand])]
}
