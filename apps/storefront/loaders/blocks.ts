import { categoryTree } from '#goods/catalog'
import { listedNow, type ShelfWish, shelfProducts } from '#goods/search'
import { safePageHtml } from '#growth/content'
import type { CategoryNode, ProductId } from '#model/goods/catalog'
import {
  type BannerBlock,
  type Block,
  type CountdownBlock,
  type HtmlBlock,
  type IconItem,
  isShown,
  type RecommendedBlock,
  type ShelfBlock,
  type StoryBlock,
  type TextBlock,
  type WelcomeBlock,
} from '#model/growth/content'
import type { Reduction } from '#model/sales/promotions'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { orderSettings } from '#sales/orders'
import { reductionsInForce } from '#sales/promotions'
import { type CardData, ratedCardsOf } from './cards.ts'
import { tilesOf } from './tiles.ts'

/** A block with what it shows just now. One that has nothing to show is not there. */
export type ShownBlock =
  | BannerBlock
  | RecommendedBlock
  | StoryBlock
  | TextBlock
  | HtmlBlock
  | (WelcomeBlock & { readonly hasGoods: boolean })
  | { readonly kind: 'icons'; readonly id: string; readonly items: readonly IconItem[] }
  | (Pick<ShelfBlock, 'kind' | 'id' | 'title' | 'layout'> & {
      readonly cards: readonly CardData[]
      /** Where all of it is found. */
      readonly more: string | null
    })
  | { readonly kind: 'promises'; readonly id: string; readonly dispatchHours: number; readonly returnDays: number }
  | { readonly kind: 'offers'; readonly id: string; readonly offers: readonly Reduction[] }
  | (CountdownBlock & { readonly reduction: Reduction })

/** Fills the blocks of a page that are shown now: every kind of row is asked for once, however many shelves there are. */
export async function showBlocks(ctx: Context, blocks: readonly Block[]): Promise<ShownBlock[]> {
  const now = blocks.filter((block) => isShown(block, ctx.now))
  const tree = now.some(needsTree) ? await categoryTree(ctx) : []
  const [goods, icons, offers, settings] = await Promise.all([
    goodsFor(ctx, now),
    now.some((block) => block.kind === 'icons' && block.source === 'categories') ? departments(ctx, tree) : [],
    now.some(({ kind }) => kind === 'offers' || kind === 'countdown') ? reductionsInForce(ctx) : [],
    readSettings(ctx, orderSettings),
  ])
  const promises = { dispatchHours: settings.dispatchWithin, returnDays: settings.returnWindow }
  return now.flatMap((block) => fill(block, { goods, icons, offers, promises, tree }) ?? [])
}

const needsTree = (block: Block): boolean =>
  (block.kind === 'icons' && block.source === 'categories') || (block.kind === 'shelf' && block.source === 'category')

interface Facts {
  /** What stands on a shelf, or beside the welcome, by the block's id. */
  readonly goods: ReadonlyMap<string, readonly CardData[]>
  readonly icons: readonly IconItem[]
  readonly offers: readonly Reduction[]
  readonly promises: { readonly dispatchHours: number; readonly returnDays: number }
  readonly tree: readonly CategoryNode[]
}

function fill(block: Block, { goods, icons, offers, promises, tree }: Facts): ShownBlock | undefined {
  switch (block.kind) {
    case 'welcome':
      return welcomeWith(block, goods.get(block.id) ?? [])
    case 'icons': {
      const items = block.source === 'categories' ? icons : block.items
      return items.length > 0 ? { kind: 'icons', id: block.id, items } : undefined
    }
    case 'shelf': {
      const cards = goods.get(block.id) ?? []
      return cards.length > 0 ? { ...block, cards, more: moreOf(block, tree) } : undefined
    }
    case 'promises':
      return { kind: 'promises', id: block.id, ...promises }
    case 'offers':
      return offers.length > 0 ? { kind: 'offers', id: block.id, offers } : undefined
    case 'countdown': {
      const reduction = offers.find(({ id }) => id === block.reductionId)
      return reduction && { ...block, reduction }
    }
    case 'html':
      return { ...block, html: { zh: safePageHtml(block.html.zh), en: safePageHtml(block.html.en) } }
    default:
      return block
  }
}

const welcomeWith = (block: WelcomeBlock, [newest]: readonly CardData[]) => ({
  ...block,
  pictureId: block.pictureId ?? newest?.picture?.id ?? null,
  hasGoods: newest !== undefined,
})

function moreOf({ source, categoryId }: ShelfBlock, tree: readonly CategoryNode[]): string | null {
  if (source === 'category') return pathOf(tree, categoryId)
  return source === 'picked' ? null : `/search?sort=${source}`
}

function pathOf(tree: readonly CategoryNode[], id: string | null): string | null {
  for (const node of tree) {
    const path = node.id === id ? `/c/${node.slug}` : pathOf(node.children, id)
    if (path) return path
  }
  return null
}

async function departments(ctx: Context, tree: readonly CategoryNode[]): Promise<IconItem[]> {
  const tiles = await tilesOf(ctx, tree)
  return tiles.map(({ slug, name, pictureId }) => ({
    pictureId: pictureId as IconItem['pictureId'],
    label: name,
    link: `/c/${slug}`,
  }))
}

/** The goods of every shelf. What was picked by hand keeps its order; of it only what is in stock is shown. */
async function goodsFor(ctx: Context, blocks: readonly Block[]): Promise<Map<string, readonly CardData[]>> {
  const wishes = blocks.flatMap(wishOf)
  const picked = blocks.filter((block) => block.kind === 'shelf' && block.source === 'picked') as ShelfBlock[]
  const [found, listed] = await Promise.all([
    shelfProducts(
      ctx,
      wishes.map(([, wish]) => wish),
    ),
    picked.length > 0 ? listedNow(ctx, [...new Set(picked.flatMap(({ productIds }) => productIds))]) : new Map(),
  ])
  const facts = new Map<string, Pick<CardData, 'inStock' | 'sold'>>([
    ...found.flat().map((hit) => [hit.productId, hit] as const),
    ...[...listed].filter(([, { inStock }]) => inStock),
  ])
  const cards = new Map<string, CardData>()
  for (const card of await ratedCardsOf(ctx, [...facts.keys()] as ProductId[])) {
    const { inStock, sold } = facts.get(card.productId)!
    cards.set(card.productId, { ...card, inStock, sold })
  }
  const shown = (ids: readonly string[]) => ids.flatMap((id) => cards.get(id) ?? [])
  return new Map([
    ...wishes.map(([id], at) => [id, shown(found[at]!.map(({ productId }) => productId))] as const),
    ...picked.map(({ id, productIds, count }) => [id, shown(productIds).slice(0, count)] as const),
  ])
}

function wishOf(block: Block): [id: string, wish: ShelfWish][] {
  if (block.kind === 'welcome') return [[block.id, { sort: 'newest', size: 1 }]]
  if (block.kind !== 'shelf' || block.source === 'picked') return []
  const { source, categoryId, count: size } = block
  if (source !== 'category') return [[block.id, { sort: source, size }]]
  return categoryId ? [[block.id, { sort: 'sales', size, categoryId }]] : []
}

/** How many recommendations a page shows: as many as its largest block of them, or none. */
export const mostRecommended = (blocks: readonly ShownBlock[]): number =>
  Math.max(0, ...blocks.map((block) => (block.kind === 'recommended' ? block.count : 0)))
