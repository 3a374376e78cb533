import type { AnswerOf } from '#client'
import { type BlockKind, contentLimits } from '#model/growth/content'

export type ShopPage = AnswerOf<'GET /api/v1/admin/shop-pages/{id}'>
export type Content = ShopPage['draft']
export type Look = Content['look']
export type Block = Content['blocks'][number]
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>
export type Slide = BlockOf<'banner'>['slides'][number]
export type IconItem = BlockOf<'icons'>['items'][number]
export type Unfinished = ShopPage['unfinished'][number]
export type Both = { readonly zh: string; readonly en: string }

export const noWords: Both = { zh: '', en: '' }

export const newSlide: Slide = {
  pictureId: null,
  phonePictureId: null,
  alt: noWords,
  title: noWords,
  text: noWords,
  button: noWords,
  link: '',
}
export const newIcon: IconItem = { pictureId: null, label: noWords, link: '' }

/** A block of a kind as it is begun, named unlike all others. */
export function newBlock(kind: BlockKind, id: string): Block {
  const common = { id, from: null, until: null }
  const { phonePictureId: _, ...words } = newSlide
  switch (kind) {
    case 'welcome':
      return { ...common, kind, pictureId: null }
    case 'banner':
      return { ...common, kind, slides: [newSlide] }
    case 'icons':
      return { ...common, kind, source: 'categories', items: [] }
    case 'shelf':
      return {
        ...common,
        kind,
        title: noWords,
        source: 'newest',
        categoryId: null,
        productIds: [],
        count: 8,
        layout: 'grid',
      }
    case 'recommended':
      return { ...common, kind, title: { zh: '为你推荐', en: 'For you' }, count: 12 }
    case 'story':
      return { ...common, ...words, kind, side: 'left' }
    case 'text': {
      const { title, text, button, link } = newSlide
      return { ...common, kind, tone: 'plain', title, text, button, link }
    }
    case 'countdown':
      return { ...common, kind, reductionId: null, title: noWords, link: '' }
    case 'html':
      return { ...common, kind, html: noWords }
    default:
      return { ...common, kind }
  }
}

/** The same entries with one of them elsewhere; as it was when there is no such place. */
export function moved<Entry>(entries: readonly Entry[], from: number, to: number): readonly Entry[] {
  const entry = entries[from]
  if (entry === undefined || to < 0 || to >= entries.length) return entries
  return entries.toSpliced(from, 1).toSpliced(to, 0, entry)
}

export const isFull = (blocks: readonly Block[]): boolean => blocks.length >= contentLimits.blocks
