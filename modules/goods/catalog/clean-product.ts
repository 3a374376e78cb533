import sanitizeHtml from 'sanitize-html'
import { newId } from '#kernel/id'
import type { Locale } from '#kernel/text'
import { cleanAttributes } from './clean-attributes.ts'
import { cleanVariants } from './clean-variants.ts'
import type { CleanProduct, ProductDraft, TextDraft } from './draft.ts'
import { type CategoryAttribute, catalogLimits as most, type ProductText, plainFlags } from './model.ts'
import { daysInvalid, nameMissing, textTooLong, tooMany } from './product.ts'
import { isSlug, slugInvalid, slugOf } from './slug.ts'

/**
 * Checks a draft and puts it in order: texts trimmed and their HTML made safe, options and variants matching, facts as
 * the category wants them. Pure; every refusal names its field.
 * @throws the refusals of product.ts, slugInvalid, and those of prices
 */
export function cleanProduct(draft: ProductDraft, attributes: readonly CategoryAttribute[]): CleanProduct {
  const texts = cleanTexts(draft.texts)
  const named = texts.en?.name || texts.zh?.name || ''
  return {
    slug: cleanSlug(draft.slug, named),
    kind: draft.kind ?? 'goods',
    categoryId: draft.categoryId ?? null,
    brandId: draft.brandId ?? null,
    lifeStage: draft.lifeStage ?? null,
    texts,
    tags: cleanTags(draft.tags ?? [], 'tags'),
    keywords: cleanTags(draft.keywords ?? [], 'keywords'),
    attributes: cleanAttributes(draft.attributes ?? {}, attributes),
    flags: { ...plainFlags, ...draft.flags },
    licence: optional(draft.licence, 'licence', 100),
    warrantyMonths: wholeDays(draft.warrantyMonths, 'warrantyMonths'),
    shelfLifeDays: wholeDays(draft.shelfLifeDays, 'shelfLifeDays'),
    variants: cleanVariants(draft.variants ?? [], texts).map((variant) =>
      draft.kind === 'service' ? { ...variant, requiresShipping: false } : variant,
    ),
    pictureIds: atMost([...new Set(draft.pictureIds)], 'pictureIds', most.pictures),
    source: draft.source ?? null,
    sourceKey: draft.sourceKey ?? null,
  }
}

function cleanTexts(texts: ProductDraft['texts']): CleanProduct['texts'] {
  const given = (['zh', 'en'] as const).filter((locale) => texts[locale]?.name.trim())
  if (given.length === 0) throw nameMissing({ field: 'texts.zh.name' })
  return Object.fromEntries(given.map((locale) => [locale, cleanText(texts[locale]!, locale)]))
}

function cleanText(text: TextDraft, locale: Locale): ProductText {
  const at = `texts.${locale}`
  const name = within(text.name.trim(), `${at}.name`, most.name)
  const points = (text.sellingPoints ?? []).map((point) => point.trim()).filter(Boolean)
  const options = (text.optionNames ?? []).map((option) => within(option.trim(), `${at}.optionNames`, most.optionWord))
  return {
    name,
    title: within(text.title?.trim() || name, `${at}.title`, most.title),
    description: safeHtml(within(text.description ?? '', `${at}.description`, most.description)),
    sellingPoints: atMost(points, `${at}.sellingPoints`, most.sellingPoints).map((point) =>
      within(point, `${at}.sellingPoints`, most.sellingPoint),
    ),
    optionNames: atMost(options, `${at}.optionNames`, most.options),
  }
}

/** Keeps text, lists, tables, pictures and links of a description; scripts, styles, frames and event handlers go. */
export const safeHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, 'img'],
    allowedAttributes: {
      a: ['href', 'title'],
      img: ['src', 'alt', 'width', 'height'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
    },
    allowedSchemes: ['https', 'http', 'mailto', 'tel'],
    transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow noopener' }) },
  }).trim()

function cleanSlug(slug: string | undefined, name: string): string {
  if (slug === undefined) return slugOf(name) || `product-${newId().slice(-8)}`
  if (!isSlug(slug)) throw slugInvalid({ field: 'slug', slug })
  return slug
}

function cleanTags(tags: readonly string[], field: 'tags' | 'keywords'): string[] {
  const clean = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))]
  return atMost(clean, field, most.tags).map((tag) => within(tag, field, most.tag))
}

function atMost<Entry>(entries: readonly Entry[], field: string, limit: number): readonly Entry[] {
  if (entries.length > limit) throw tooMany({ field, most: limit })
  return entries
}

function within(text: string, field: string, limit: number): string {
  if (text.length > limit) throw textTooLong({ field, most: limit })
  return text
}

const optional = (text: string | null | undefined, field: string, limit: number): string | null =>
  text?.trim() ? within(text.trim(), field, limit) : null

function wholeDays(count: number | null | undefined, field: string): number | null {
  if (count == null) return null
  if (!Number.isInteger(count) || count < 1 || count > 36_500) throw daysInvalid({ field })
  return count
}
