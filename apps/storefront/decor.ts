import { createHash } from 'node:crypto'
import { type Announcement, type Look, plainLook } from '#model/growth/content'
import type { View } from './view.ts'

/** What a shop's look adds to every page: a style of its own with the hash that lets it in, and its logo. */
export interface Decor {
  readonly style?: { readonly css: string; readonly hash: `sha256-${string}` }
  readonly logoId: string | null
  readonly signId: string | null
  /** What stands above the page now. */
  readonly announcement?: Pick<Announcement, 'text' | 'link'>
}

const corners: Readonly<Record<Look['corners'], string>> = { sharp: '0px', soft: '3px', round: '12px' }
/** The larger distances; small ones and what fingers need stay as they are. */
const dense = '--s5:16px;--s6:22px;--s7:32px;--s8:48px;'

/** Only words that were checked when the look was saved get into the style. */
export function decorOf(look: Look, announcement?: Decor['announcement']): Decor {
  const { logoId, signId } = look
  return { logoId, signId, ...(announcement && { announcement }), ...styleOf(look) }
}

function styleOf(look: Look): Pick<Decor, 'style'> {
  const css = [
    look.accent === plainLook.accent ? '' : accentOf(look.accent),
    look.corners === plainLook.corners ? '' : `--round:${corners[look.corners]};`,
    look.density === plainLook.density ? '' : dense,
  ].join('')
  if (!css) return {}
  const whole = `:root{${css}}`
  return { style: { css: whole, hash: `sha256-${createHash('sha256').update(whole).digest('base64')}` } }
}

const accentOf = (accent: string): string =>
  `--seal:${accent};--seal-deep:color-mix(in srgb,${accent} 80%,#000);--seal-wash:color-mix(in srgb,${accent} 8%,#fff);`

/** Of those that are not over the one that began last; undefined while none has begun. */
export const announcementAt = (
  announcements: readonly Announcement[],
  now: Temporal.Instant,
): Announcement | undefined =>
  announcements.find(
    ({ showsFrom, showsUntil }) =>
      Temporal.Instant.compare(showsFrom, now) <= 0 && (!showsUntil || Temporal.Instant.compare(now, showsUntil) < 0),
  )

/** Where a link of a page leads: elsewhere, to another shop, or to a path of this shop in the visitor's language. */
export function hrefOf({ link, locale }: Pick<View, 'link' | 'locale'>, to: string): string {
  if (to.startsWith('https://')) return to
  if (/^\/s\//.test(to)) return `${locale === 'en' ? '/en' : ''}${to}`
  return link(to)
}
