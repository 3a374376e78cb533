import type { ProductId } from '#model/goods/catalog'

export { knowledgeText } from './text.ts'

export const priceLevels = ['entry', 'middle', 'upper'] as const
export type PriceLevel = (typeof priceLevels)[number]

/** What staff keep about a product to answer quickly, beside what buyers read. */
export interface KnowledgeCard {
  readonly productId: ProductId
  readonly material: string
  readonly priceLevel: PriceLevel | null
  readonly uses: string
  /** Questions that come again, with their answers. */
  readonly answers: string
  readonly updatedAt: Temporal.Instant | null
  readonly updatedBy: string | null
}

export const knowledgeLimits = { short: 500, answers: 4_000 } as const
