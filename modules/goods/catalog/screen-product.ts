import { screenTexts } from '#goods/screening'
import type { Locale } from '#kernel/text'
import type { ScreenedText, ScreenHit, ScreenRule } from '#model/goods/screening'
import type { Finding, Product } from './model.ts'

/** What the rules of the shop find in the words of a product, each with where and in what words (CAT-13). Pure. */
export const screenProduct = (product: Product, rules: readonly ScreenRule[]): Finding[] =>
  screenTexts(rules, wordsOf(product)).map(wordFinding)

/** A word that was found, as the data check says it. */
export const wordFinding = ({ field, rule, snippet }: ScreenHit): Finding => ({
  field,
  code: rule.severity === 'block' ? 'catalog.finding.word_blocked' : 'catalog.finding.word_doubtful',
  blocking: rule.severity === 'block',
  details: { word: rule.word, snippet, kind: rule.kind, zh: rule.reason.zh, en: rule.reason.en },
})

function wordsOf({ texts, tags, attributes, variants }: Product): ScreenedText[] {
  const stated = Object.entries(attributes).flatMap(([code, value]) => {
    const words = typeof value === 'object' ? `${value.zh} ${value.en}` : String(value)
    return [{ field: `attributes.${code}`, text: words }]
  })
  const options = variants
    .filter(({ status }) => status === 'active')
    .map(({ optionValues }, at) => ({
      field: `variants.${at}.optionValues`,
      text: [...optionValues.zh, ...optionValues.en].join(' '),
    }))
  return [
    ...(['zh', 'en'] as const).flatMap((locale) => textsIn(texts, locale)),
    { field: 'tags', text: tags.join(' , ') },
    ...stated,
    ...options,
  ]
}

function textsIn(texts: Product['texts'], locale: Locale): ScreenedText[] {
  const text = texts[locale]
  if (!text) return []
  const at = `texts.${locale}`
  return [
    { field: `${at}.name`, text: text.name },
    ...(text.title === text.name ? [] : [{ field: `${at}.title`, text: text.title }]),
    { field: `${at}.sellingPoints`, text: text.sellingPoints.join(' , ') },
    { field: `${at}.description`, text: text.description },
    { field: `${at}.optionNames`, text: text.optionNames.join(' , ') },
  ]
}
