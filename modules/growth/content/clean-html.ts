import sanitizeHtml from 'sanitize-html'
import { isLink } from './model.ts'

/** The only classes: the storefront's own words for how a passage stands. */
const htmlClasses = ['lead', 'quiet', 'centre', 'columns'] as const

const tags =
  'h2 h3 h4 p br hr strong b em i u s small mark blockquote ul ol li dl dt dd figure figcaption table caption thead tbody tr th td div span a img'

/**
 * Keeps headings, text, lists, tables, pictures of ours and links; scripts, styles, frames, forms and event handlers go. Done when it is saved
 * and again before it is shown, so that what an older release let through is not shown by a newer one.
 */
export const safePageHtml = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags: tags.split(' '),
    allowedAttributes: {
      '*': ['class'],
      a: ['href', 'title', 'rel'],
      img: ['src', 'alt', 'width', 'height', 'loading'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan', 'scope'],
    },
    allowedClasses: { '*': [...htmlClasses] },
    allowedSchemes: ['https'],
    allowProtocolRelative: false,
    nestingLimit: 30,
    transformTags: { a: safeLink, img: lazily },
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'img' && !/^\/pictures\/[0-9a-f-]{36}\/\d+\.(avif|webp)$/.test(attribs.src ?? ''),
  }).trim()

const safeLink = (tagName: string, { href = '', title, class: words }: sanitizeHtml.Attributes) => ({
  tagName,
  attribs: {
    ...(words && { class: words }),
    ...(isLink(href) && { href }),
    ...(title && { title }),
    ...(href.startsWith('https://') && { rel: 'nofollow noopener' }),
  },
})

const lazily = (tagName: string, attribs: sanitizeHtml.Attributes) => ({
  tagName,
  attribs: { ...attribs, alt: attribs.alt ?? '', loading: 'lazy' },
})
