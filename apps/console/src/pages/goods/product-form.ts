import type { AnswerOf } from '#client'
import type { Locale } from '#kernel/text'
import type { AttributeValue, Both, Price, ProductFlags } from '#model/goods/catalog'
import { newKey } from '../../frame/key.ts'

export type Product = AnswerOf<'GET /api/v1/admin/products/{id}'>

/** A finding of the data check: with its message in answers, with its details in refusals. */
export interface FoundThing {
  readonly field: string
  readonly code: string
  readonly blocking: boolean
  readonly message?: string
  readonly details?: Readonly<Record<string, unknown>>
}

export interface TextForm {
  readonly name: string
  readonly title: string
  readonly description: string
  /** One line each. */
  readonly sellingPoints: string
}

export interface OptionForm {
  readonly key: string
  readonly name: Both
}

export interface VariantForm {
  readonly key: string
  readonly id?: string
  readonly sku: string
  readonly barcode: string
  /** One value for each option of the product, in their order. */
  readonly values: readonly Both[]
  readonly list: Price['list'] | null
  readonly was: Price['was']
  readonly cost: Price['cost']
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly pictureId: string | null
}

export interface PictureForm
  extends Pick<
    Product['pictures'][number],
    'id' | 'alt' | 'waits' | 'sourceUrl' | 'scene' | 'painPoint' | 'width' | 'height' | 'sharpness'
  > {
  /** Where a picture that was just added breaks the picture rules. */
  readonly remarks?: readonly string[]
}

/** What the page shows and a person edits; turned into a request when it is saved. */
export interface ProductForm {
  readonly slug: string
  readonly kind: 'goods' | 'service'
  readonly texts: Readonly<Record<Locale, TextForm>>
  readonly categoryId: string | null
  readonly brandId: string | null
  readonly lifeStage: Product['lifeStage']
  readonly tags: readonly string[]
  readonly keywords: readonly string[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly flags: ProductFlags
  readonly licence: string
  readonly warrantyMonths: number | null
  readonly shelfLifeDays: number | null
  readonly options: readonly OptionForm[]
  readonly variants: readonly VariantForm[]
  readonly pictures: readonly PictureForm[]
}

const noText: TextForm = { name: '', title: '', description: '', sellingPoints: '' }
export const nothing: Both = { zh: '', en: '' }

export const newVariant = (options: number): VariantForm => ({
  key: newKey(),
  sku: '',
  barcode: '',
  values: Array.from({ length: options }, () => nothing),
  list: null,
  was: null,
  cost: null,
  weightGrams: 0,
  requiresShipping: true,
  pictureId: null,
})

/** A new product: one variant, because most things are sold in one form. */
export const emptyForm = (): ProductForm => ({
  slug: '',
  kind: 'goods',
  texts: { zh: noText, en: noText },
  categoryId: null,
  brandId: null,
  lifeStage: null,
  tags: [],
  keywords: [],
  attributes: {},
  flags: { food: false, perishable: false, valuableSmall: false, oversize: false, nonStandard: false },
  licence: '',
  warrantyMonths: null,
  shelfLifeDays: null,
  options: [],
  variants: [newVariant(0)],
  pictures: [],
})

/** A stored product as the page shows it. Retired variants stay out: they are history. */
export function formOf(product: Product): ProductForm {
  const {
    texts,
    slug,
    kind,
    categoryId,
    brandId,
    lifeStage,
    tags,
    keywords,
    attributes,
    flags,
    warrantyMonths,
    shelfLifeDays,
  } = product
  const names = [texts.zh?.optionNames ?? texts.en?.optionNames ?? [], texts.en?.optionNames ?? []] as const
  return {
    ...{ slug, kind, categoryId, brandId, lifeStage, tags, keywords, attributes, flags, warrantyMonths, shelfLifeDays },
    licence: product.licence ?? '',
    texts: { zh: textFormOf(texts.zh), en: textFormOf(texts.en) },
    options: names[0].map((zh, at) => ({ key: `option-${at}`, name: { zh, en: otherThan(zh, names[1][at]) } })),
    variants: product.variants.filter(({ status }) => status === 'active').map(variantFormOf),
    pictures: product.pictures.map(({ id, alt, waits, sourceUrl, scene, painPoint, width, height, sharpness }) => ({
      ...{ id, alt, waits, sourceUrl, width, height, sharpness },
      ...{ scene, painPoint },
    })),
  }
}

const textFormOf = (text: Product['texts']['zh']): TextForm =>
  text
    ? {
        name: text.name,
        title: otherThan(text.name, text.title),
        description: wordsOf(text.description),
        sellingPoints: text.sellingPoints.join('\n'),
      }
    : noText

/** What was filled in for us from another field is shown as empty again. */
const otherThan = (shown: string, text = ''): string => (text === shown ? '' : text)

const variantFormOf = (variant: Product['variants'][number]): VariantForm => ({
  key: variant.id,
  id: variant.id,
  sku: variant.sku,
  barcode: variant.barcode ?? '',
  values: variant.optionValues.zh.map((zh, at) => ({ zh, en: otherThan(zh, variant.optionValues.en[at]) })),
  list: variant.price?.list ?? null,
  was: variant.price?.was ?? null,
  cost: variant.price?.cost ?? null,
  weightGrams: variant.weightGrams,
  requiresShipping: variant.requiresShipping,
  pictureId: variant.pictureId,
})

/**
 * The body of the request that stores the form. A price nobody touched is left out: whoever may not see costs would send
 * it without.
 */
export function requestOf(form: ProductForm, stored?: ProductForm) {
  const { slug, texts, options, variants, pictures, licence, tags, keywords, ...plain } = form
  return {
    ...plain,
    ...(slug.trim() ? { slug: slug.trim() } : {}),
    licence: licence.trim() || null,
    tags: [...tags],
    keywords: [...keywords],
    texts: textsOf(texts, options),
    variants: variants.map((variant) =>
      variantOf(
        variant,
        stored?.variants.find(({ id }) => id && id === variant.id),
      ),
    ),
    pictureIds: pictures.map(({ id }) => id),
  }
}

/** A language without a name is not given: the storefront shows the other one. */
function textsOf(texts: ProductForm['texts'], options: readonly OptionForm[]) {
  const given = (['zh', 'en'] as const).filter((locale) => texts[locale].name.trim())
  return Object.fromEntries(
    given.map((locale) => {
      const { sellingPoints, description, ...rest } = texts[locale]
      const points = sellingPoints
        .split('\n')
        .map((point) => point.trim())
        .filter(Boolean)
      const optionNames = options.map(({ name }) => name[locale].trim() || otherOf(name))
      return [locale, { ...rest, description: htmlOf(description), sellingPoints: points, optionNames }]
    }),
  )
}

const otherOf = ({ zh, en }: Both): string => zh.trim() || en.trim()

/** Plain words become paragraphs, one a line; what has tags is left as it is. */
export function htmlOf(text: string): string {
  if (/<\/?[a-z][^>]*>/i.test(text)) return text
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  return lines.map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('\n')
}

/** Paragraphs of plain words as they were typed; anything richer stays HTML. */
export function wordsOf(html: string): string {
  if (!/^(?:<p>[^<]*<\/p>\s*)+$/.test(html)) return html
  const plain = html.replace(/^<p>|<\/p>\s*$/g, '').replace(/<\/p>\s*<p>/g, '\n')
  return plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

function variantOf({ key: _, values, barcode, list, was, cost, sku, ...rest }: VariantForm, stored?: VariantForm) {
  const price = list && { list, was, cost }
  const isSame = stored && JSON.stringify([list, was, cost]) === JSON.stringify([stored.list, stored.was, stored.cost])
  return {
    ...rest,
    sku: sku.trim(),
    barcode: barcode.trim() || null,
    optionValues: { zh: values.map(({ zh, en }) => zh.trim() || en.trim()), en: values.map(otherwiseZh) },
    ...(isSame ? {} : { price }),
  }
}

const otherwiseZh = ({ zh, en }: Both): string => en.trim() || zh.trim()

/** Options with one more or one less, and every variant with a value for each of them. */
export function withOptions(form: ProductForm, options: readonly OptionForm[]): ProductForm {
  const places = options.map(({ key }) => form.options.findIndex((option) => option.key === key))
  const variants = form.variants.map((variant) => ({
    ...variant,
    values: places.map((at) => variant.values[at] ?? nothing),
  }))
  return { ...form, options, variants }
}

export const mostVariants = 250

/** Adds a variant for every combination of these values that has none yet, with the facts of the first variant. */
export function withCombinations(form: ProductForm, choices: readonly (readonly Both[])[]): ProductForm {
  const combinations = choices.reduce<readonly (readonly Both[])[]>(
    (all, values) => all.flatMap((begun) => values.map((value) => [...begun, value])),
    [[]],
  )
  const nameOf = (values: readonly Both[]) => values.map(otherOf).join('/')
  const kept = form.variants.filter(({ id, values, sku }) => id || sku || nameOf(values).replaceAll('/', ''))
  const known = new Set(kept.map(({ values }) => nameOf(values)))
  const missing = combinations.filter((values) => !known.has(nameOf(values)))
  const pattern = form.variants[0] ?? newVariant(form.options.length)
  const { list, was, cost, weightGrams, requiresShipping } = pattern
  const added = missing.map((values) => ({
    ...newVariant(values.length),
    ...{ values, list, was, cost, weightGrams, requiresShipping },
  }))
  return { ...form, variants: [...kept, ...added].slice(0, mostVariants) }
}

/** The values that the variants use of an option, each once. */
export const valuesAt = (form: ProductForm, at: number): Both[] => {
  const found = new Map(
    form.variants.flatMap(({ values }) =>
      values[at] && otherOf(values[at]) ? [[otherOf(values[at]), values[at]]] : [],
    ),
  )
  return [...found.values()]
}

const partOf = (field: string): keyof ProductForm => {
  const [part] = field.split('.') as [string]
  return (part === 'pictureIds' ? 'pictures' : part) as keyof ProductForm
}

/** Whether somebody has been at a field since it was checked. */
export const isTouched = (form: ProductForm, base: ProductForm, field: string): boolean =>
  JSON.stringify(toSave(form)[partOf(field)]) !== JSON.stringify(toSave(base)[partOf(field)])

/** What a picture shows and its file are stored at once; the form holds which pictures there are and their order. */
const toSave = ({ pictures, ...form }: ProductForm) => ({ ...form, pictures: pictures.map(({ id }) => id) })

export const sameForm = (a: ProductForm, b: ProductForm): boolean =>
  JSON.stringify(toSave(a)) === JSON.stringify(toSave(b))

/** One place up or down; at the ends nothing moves. */
export function moved<Entry>(entries: readonly Entry[], from: number, to: number): readonly Entry[] {
  if (to < 0 || to >= entries.length) return entries
  const rest = entries.toSpliced(from, 1)
  return rest.toSpliced(to, 0, entries[from]!)
}
