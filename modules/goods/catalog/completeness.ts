import type { CategoryAttribute, Finding, Product } from './model.ts'

/**
 * Walks through all data of a product and says everything that is missing or odd, at once, in the order of the form
 * (CAT-15). Pure: the data check, the review and every change of a listing on sale judge by it.
 */
export const findingsOf = (product: Product, attributes: readonly CategoryAttribute[]): Finding[] => [
  ...textFindings(product),
  ...keywordFindings(product),
  ...placeFindings(product, attributes),
  ...pictureFindings(product),
  ...variantFindings(product),
  ...flagFindings(product),
]

const missing = (field: string, code: string, details: Finding['details'] = {}): Finding => ({
  field,
  code: `catalog.finding.${code}`,
  blocking: true,
  details,
})
const advice = (field: string, code: string, details: Finding['details'] = {}): Finding => ({
  field,
  code: `catalog.finding.${code}`,
  blocking: false,
  details,
})

function textFindings({ texts: { zh, en } }: Product): Finding[] {
  const chinese = zh ? [] : [missing('texts.zh.name', 'name_missing')]
  const english = en ? [] : [advice('texts.en.name', 'english_missing')]
  const description = isBlank(zh?.description) ? [missing('texts.zh.description', 'description_missing')] : []
  return [...chinese, ...description, ...english]
}

/** Buyers search by the core keywords: the name or the title should say each (CAT-05). */
function keywordFindings({ texts, keywords }: Product): Finding[] {
  const said = Object.values(texts)
    .map(({ name, title }) => `${name} ${title}`.toLowerCase())
    .join(' ')
  return keywords
    .filter((word) => !said.includes(word.toLowerCase()))
    .map((word) => advice('keywords', 'keyword_missing', { word }))
}

const isBlank = (html: string | undefined): boolean =>
  !html?.includes('<img') && !html?.replace(/<[^>]*>|&nbsp;/g, '').trim()

function placeFindings(
  { categoryId, attributes: stated }: Product,
  attributes: readonly CategoryAttribute[],
): Finding[] {
  if (!categoryId) return [missing('categoryId', 'category_missing')]
  return attributes
    .filter(({ code, required }) => required && !Object.hasOwn(stated, code))
    .map(({ code, name }) =>
      missing(`attributes.${code}`, 'attribute_missing', { attribute: code, zh: name.zh, en: name.en }),
    )
}

function pictureFindings({ pictures }: Product): Finding[] {
  if (pictures.length === 0) return [missing('pictureIds', 'picture_missing')]
  const waiting = pictures.filter((picture) => picture.waits).length
  const mute = pictures.filter((picture) => !picture.alt.zh && !picture.alt.en).length
  return [
    ...(waiting ? [advice('pictureIds', 'pictures_wait', { count: waiting })] : []),
    ...(mute ? [advice('pictureIds', 'alt_missing', { count: mute })] : []),
  ]
}

function variantFindings({ variants, kind }: Product): Finding[] {
  const active = variants.filter((variant) => variant.status === 'active')
  if (active.length === 0) return [missing('variants', 'variant_missing')]
  return active.flatMap(({ price, barcode, weightGrams, requiresShipping, sku }, at): Finding[] => {
    const field = (name: string) => `variants.${at}.${name}`
    return [
      ...(price && price.list.minor > 0 ? [] : [missing(field('price'), 'price_missing', { sku })]),
      ...(price?.cost && price.cost.minor > price.list.minor ? [advice(field('price'), 'below_cost', { sku })] : []),
      ...(barcode || kind === 'service' ? [] : [advice(field('barcode'), 'barcode_missing', { sku })]),
      ...(requiresShipping && kind === 'goods' && weightGrams === 0
        ? [advice(field('weightGrams'), 'weight_missing', { sku })]
        : []),
    ]
  })
}

function flagFindings({ flags, shelfLifeDays, licence }: Product): Finding[] {
  return [
    ...((flags.food || flags.perishable) && shelfLifeDays === null
      ? [advice('shelfLifeDays', 'shelf_life_missing')]
      : []),
    ...(flags.food && !licence ? [advice('licence', 'licence_missing')] : []),
  ]
}
