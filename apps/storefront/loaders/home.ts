import { shownHome, standardContent } from '#growth/content'
import type { ShopScore } from '#model/care/reviews'
import type { ProductId } from '#model/goods/catalog'
import type { Liking } from '#model/sales/favourites'
import { followingOf } from '#sales/favourites'
import type { Page } from '../page.ts'
import { mostRecommended, type ShownBlock, showBlocks } from './blocks.ts'
import { keptAmong } from './cards.ts'
import { forEverybody } from './for-everybody.ts'
import { type SaidHead, saidHead } from './heads.ts'
import { forVisitor, type RecommendedCard } from './recommended.ts'
import { scoreOfShop } from './reviews.ts'

export interface HomePage {
  readonly blocks: readonly ShownBlock[]
  readonly following: Liking
  readonly forYou: readonly RecommendedCard[]
  readonly head: SaidHead
  readonly score: ShopScore
  /** Which of the goods shown the reader keeps. */
  readonly kept: ReadonlySet<ProductId>
}

/** Recommendations at the foot of a home that has no block of them. */
const usualCount = 12

export const homePage: Page<HomePage> = {
  path: '/',
  shows: 'home',
  needs: 'anyone',
  shared: true,
  async load(request) {
    const { ctx } = request
    const { home } = await shownHome(ctx)
    const [shown, following, score] = await Promise.all([
      homeOf(ctx, String(home?.number ?? 0)),
      followingOf(ctx),
      scoreOfShop(ctx),
    ])
    const forYou = await forVisitor(request, Math.max(usualCount, mostRecommended(shown.blocks)))
    const shelves = shown.blocks.flatMap((block) => (block.kind === 'shelf' ? [block.cards] : []))
    return { ...shown, following, forYou, score, kept: await keptAmong(ctx, forYou, ...shelves) }
  },
}

/** Loaded once in some seconds for each version, so that a newly published one is seen at once. */
const homeOf = forEverybody(async (ctx, _version: string): Promise<Pick<HomePage, 'blocks' | 'head'>> => {
  const { home } = await shownHome(ctx)
  const head = await saidHead(ctx, 'home', ctx.shopId)
  if (home) return { head, blocks: await showBlocks(ctx, home.content.blocks) }
  return { head, blocks: withoutEchoes(await showBlocks(ctx, standardContent.blocks)) }
})

/** In a small shop the best-selling are the newest again: a shelf that shows nothing new is left out. */
function withoutEchoes(blocks: readonly ShownBlock[]): ShownBlock[] {
  const seen = new Set<string>()
  return blocks.filter((block) => {
    if (block.kind !== 'shelf') return true
    const isNew = block.cards.some(({ productId }) => !seen.has(productId))
    for (const { productId } of block.cards) seen.add(productId)
    return isNew
  })
}
