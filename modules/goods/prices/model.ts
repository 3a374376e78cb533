import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Steps } from '#kernel/steps'

export { pricesText } from './text.ts'

/** What a variant costs the buyer and us. Prices include tax. */
export interface Price {
  readonly list: Money
  /** A former, higher price, shown struck through. */
  readonly was: Money | null
  readonly cost: Money | null
}

/** Ten million of the currency's main unit: beyond it a price is a slip of the finger. */
export const mostMinor = 1_000_000_000

export type PriceProposalId = Id<'PriceProposal'>
export type CompetitorPriceId = Id<'CompetitorPrice'>

/** What a price change rests on. */
export const priceBases = ['competition', 'sales', 'cost', 'campaign', 'other'] as const
export type PriceBasis = (typeof priceBases)[number]
export type ProposalStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'applied' | 'conflict'
export type ProposalStep = 'approve' | 'reject' | 'withdraw' | 'apply' | 'collide'

/** A proposed price is agreed to, comes into force at its time, and collides when the price was changed otherwise meanwhile. */
export const proposalSteps: Steps<ProposalStep, ProposalStatus> = {
  approve: { from: ['proposed'], to: 'approved' },
  reject: { from: ['proposed'], to: 'rejected' },
  withdraw: { from: ['proposed', 'approved'], to: 'withdrawn' },
  apply: { from: ['approved'], to: 'applied' },
  collide: { from: ['approved'], to: 'conflict' },
}

export interface PriceProposal {
  readonly id: PriceProposalId
  readonly variantId: Id<'Variant'>
  /** The price it starts from: another one at its time is a conflict. */
  readonly from: Money
  readonly list: Money
  readonly was: Money | null
  readonly basis: PriceBasis
  readonly reason: string
  readonly startsAt: Temporal.Instant
  readonly status: ProposalStatus
  readonly proposedBy: Id<'Account'> | null
  readonly proposedByName: string
  readonly decidedByName: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly remark: string | null
  readonly endedAt: Temporal.Instant | null
  readonly createdAt: Temporal.Instant
}

/** What somebody else asks for the same thing. */
export interface CompetitorPrice {
  readonly id: CompetitorPriceId
  readonly productId: Id<'Product'>
  /** Who: a shop or marketplace by name. */
  readonly source: string
  readonly url: string | null
  readonly price: Money
  readonly seenOn: Temporal.PlainDate
  readonly notedBy: string
}

/** What of a price is left after the cost, in percent with one decimal; null where there is no cost or no price. */
export const marginPercent = (list: Money, cost: Money | null): number | null =>
  cost && list.minor > 0 ? Math.round(((list.minor - cost.minor) * 1_000) / list.minor) / 10 : null
