import { refusal } from '#kernel/refusal'
import { catalogLimits } from './model.ts'

export const slugInvalid = refusal(
  'invalid',
  'catalog.slug_invalid',
  (d: { field: string; slug: string }) => `${d.slug} is no address: letters, digits and single hyphens`,
)

/** Letters and digits of any script in lower case, words joined by hyphens: safe in a URL and readable. */
export const isSlug = (text: string): boolean =>
  text.length <= catalogLimits.slug && /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(text)

/** A slug made of a name ("Clay Plant Pot" gives "clay-plant-pot"); empty when the name has neither letter nor digit. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, catalogLimits.slug)
    .replace(/-+$/, '')
