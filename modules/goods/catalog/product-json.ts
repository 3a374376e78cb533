import type { Locale } from '#kernel/text'
import type { ProductCard, ProductPicture, VariantId } from './model.ts'
import type { ProductPage } from './product-page.ts'

/** A product in a list as the store's API answers it in one language, without what changes with every sale: stock and pieces sold. */
export const cardJson = ({ name, brand, sellingPoints, picture, ...card }: ProductCard, locale: Locale) => ({
  productId: card.productId,
  slug: card.slug,
  name: name[locale],
  brand: brand?.[locale] ?? null,
  sellingPoints: sellingPoints[locale],
  picture: picture && pictureJson(picture, locale),
  from: card.from,
  to: card.to,
  was: card.was,
})

const pictureJson = ({ id, alt, width, height }: ProductPicture, locale: Locale) => ({
  id,
  alt: alt[locale],
  width,
  height,
})

/** A product's page as the store's API answers it in one language, without whether it is on sale. Only variants that have a price are on it. */
export function pageJson<Available>(
  { product, brand, path, facts }: ProductPage,
  locale: Locale,
  availableOf: (id: VariantId) => Available,
) {
  const text = product.texts[locale] ?? product.texts.zh ?? product.texts.en
  const { id, slug, kind, tags, flags, warrantyMonths, shelfLifeDays } = product
  return {
    id,
    slug,
    kind,
    name: text?.name ?? '',
    title: text?.title ?? '',
    description: text?.description ?? '',
    sellingPoints: text?.sellingPoints ?? [],
    brand: brand && { id: brand.id, slug: brand.slug, name: brand.name[locale] },
    path: path.map((category) => ({ id: category.id, slug: category.slug, name: category.name[locale] })),
    facts: facts.map((fact) => ({ code: fact.code, name: fact.name[locale], value: fact.value[locale] })),
    tags,
    flags,
    warrantyMonths,
    shelfLifeDays,
    optionNames: text?.optionNames ?? [],
    variants: soldVariants({ product }).map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      values: variant.optionValues[locale],
      price: variant.price.list,
      was: variant.price.was,
      pictureId: variant.pictureId,
      available: availableOf(variant.id),
    })),
    pictures: product.pictures.filter((picture) => !picture.waits).map((picture) => pictureJson(picture, locale)),
  }
}

/** The variants a shopper can choose. */
export const soldVariants = ({ product }: Pick<ProductPage, 'product'>) =>
  product.variants.flatMap((variant) =>
    variant.status === 'active' && variant.price ? [{ ...variant, price: variant.price }] : [],
  )

/** A JSON object's text, to which more is to be added before its brace is closed. */
const unclosed = (value: object): string => JSON.stringify(value).slice(0, -1)

/** The card as it is kept: stock and pieces sold follow. */
export const cardText = (card: ProductCard, locale: Locale): string => unclosed(cardJson(card, locale))

/** The page as it is kept: a variant's id stands where what is available of it will stand, and whether it is on sale follows. */
export const pageText = (page: ProductPage, locale: Locale): string => unclosed(pageJson(page, locale, (id) => id))

/** A quote inside a text has a backslash before it: nothing that anybody wrote looks like this. A variant's id and a quote follow. */
const slot = '"available":"'
const idLength = 36

/** A kept page with what is true of it now, as whole JSON. */
export function filledPage(
  page: string,
  { available, onSale }: { readonly available: ReadonlyMap<VariantId, number>; readonly onSale: boolean },
): string {
  const [head = '', ...variants] = page.split(slot)
  let filled = head
  for (const part of variants)
    filled += `"available":${available.get(part.slice(0, idLength) as VariantId) ?? 0}${part.slice(idLength + 1)}`
  return `${filled},"onSale":${onSale}}`
}
