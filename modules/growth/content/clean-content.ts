import { isBefore } from '#kernel/day'
import { safePageHtml } from './clean-html.ts'
import {
  type Block,
  type Both,
  isLink,
  contentLimits as most,
  type PageContent,
  type PageWords,
  type Slide,
} from './model.ts'
import { blockTwice, colourInvalid, linkInvalid, periodInvalid, tooLong, tooMany } from './page.ts'

/**
 * Puts a page in order: texts trimmed, HTML made safe. It may be unfinished, never unsafe: every refusal names its field.
 * @throws tooLong, tooMany, linkInvalid, periodInvalid, colourInvalid, blockTwice
 */
export function cleanContent({ look, blocks, head }: PageContent): PageContent {
  if (!/^#[0-9a-f]{6}$/i.test(look.accent)) throw colourInvalid({ field: 'look.accent' })
  atMost(blocks, 'blocks', most.blocks)
  mustDiffer(blocks)
  return {
    look: { ...look, accent: look.accent.toLowerCase() },
    blocks: blocks.map((block, at) => cleanBlock(block, `blocks.${at}`)),
    ...(head && { head: cleanHead(head) }),
  }
}

const cleanHead = ({ title, description }: PageWords): PageWords => ({
  title: within(title, 'head.title', most.title),
  description: within(description, 'head.description', most.description),
})

function mustDiffer(blocks: readonly Block[]): void {
  const twice = blocks.find(({ id }, at) => blocks.findIndex((other) => other.id === id) < at)
  if (twice) throw blockTwice({ field: 'blocks', id: twice.id })
}

function cleanBlock(block: Block, at: string): Block {
  mustEndLater(block, at)
  switch (block.kind) {
    case 'banner':
      atMost(block.slides, `${at}.slides`, most.slides)
      return { ...block, slides: block.slides.map((slide, index) => cleanWords(slide, `${at}.slides.${index}`)) }
    case 'icons':
      atMost(block.items, `${at}.items`, most.icons)
      return {
        ...block,
        items: block.items.map((item, index) => ({
          ...item,
          label: within(item.label, `${at}.items.${index}.label`, most.title),
          link: safeLink(item.link, `${at}.items.${index}.link`),
        })),
      }
    case 'shelf':
      atMost(block.productIds, `${at}.productIds`, most.products)
      return {
        ...block,
        title: within(block.title, `${at}.title`, most.title),
        productIds: [...new Set(block.productIds)],
      }
    case 'recommended':
      return { ...block, title: within(block.title, `${at}.title`, most.title) }
    case 'story':
    case 'text':
      return cleanWords(block, at)
    case 'countdown':
      return {
        ...block,
        title: within(block.title, `${at}.title`, most.title),
        link: safeLink(block.link, `${at}.link`),
      }
    case 'html':
      return { ...block, html: cleanHtml(within(block.html, `${at}.html`, most.html)) }
    default:
      return block
  }
}

function mustEndLater({ from, until }: Block, at: string): void {
  if (from && until && !isBefore(Temporal.Instant.from(from), Temporal.Instant.from(until)))
    throw periodInvalid({ field: `${at}.until` })
}

type Words = Pick<Slide, 'title' | 'text' | 'button' | 'link'> & { readonly alt?: Both }

function cleanWords<Of extends Words>(words: Of, at: string): Of {
  return {
    ...words,
    ...(words.alt && { alt: within(words.alt, `${at}.alt`, most.title * 3) }),
    title: within(words.title, `${at}.title`, most.title),
    text: within(words.text, `${at}.text`, most.text),
    button: within(words.button, `${at}.button`, most.title),
    link: safeLink(words.link, `${at}.link`),
  }
}

/** A text in both languages, trimmed. @throws tooLong */
export function within(text: Both, field: string, limit: number): Both {
  const [zh, en] = [text.zh.trim(), text.en.trim()]
  if (Math.max(zh.length, en.length) > limit) throw tooLong({ field, most: limit })
  return { zh, en }
}

const cleanHtml = ({ zh, en }: Both): Both => ({ zh: safePageHtml(zh), en: safePageHtml(en) })

/** A link as it is kept; empty: none yet. @throws linkInvalid, tooLong */
export function safeLink(link: string, field: string): string {
  const clean = link.trim()
  if (clean.length > most.link) throw tooLong({ field, most: most.link })
  if (clean && !isLink(clean)) throw linkInvalid({ field })
  return clean
}

function atMost(entries: readonly unknown[], field: string, limit: number): void {
  if (entries.length > limit) throw tooMany({ field, most: limit })
}
