import type { Id } from '#kernel/id'
import type { WarehouseId } from '#model/supply/inventory'

export { rulesText } from './text.ts'

export type RuleId = Id<'OrderRule'>

export const ruleKinds = ['review', 'gift', 'carrier', 'warehouse', 'merging'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Numbers of an order: what is to be paid in minor units, grams, pieces, the buyer's level, orders of the buyer whose money went back, minutes since midnight in the shop's zone. */
export const rangeFields = ['amount', 'weight', 'pieces', 'level', 'refunds', 'time'] as const
export type RangeField = (typeof rangeFields)[number]

/** What an order has one or several of. Products, categories and brands by their ids, a category with all above it; regions by code. */
export const listFields = [
  'sku',
  'product',
  'category',
  'brand',
  'tag',
  'region',
  'buyer',
  'words',
  'message',
  'payment',
  'channel',
  'weekday',
] as const
export type ListField = (typeof listFields)[number]
export type RuleField = RangeField | ListField
export const ruleFields: readonly RuleField[] = [...rangeFields, ...listFields]

/** Who buys: for the first time, again, or after money was taken back by the bank. */
export const buyerKinds = ['first', 'returning', 'disputed'] as const
/** What somebody wrote beside an order: the buyer at the checkout, staff as their note, or as a request to be kept. */
export const messageKinds = ['memo', 'note', 'request'] as const
/** A region that stands for every place outside mainland China. */
export const abroad = 'abroad'
/** The channel of an order placed in our own shop; others bear the name of the system they come from. */
export const ownShop = 'shop'

/** Both ends belong to it; a missing end is open. Of the day's minutes the end may lie before the beginning: over midnight. */
export interface RangeCondition {
  readonly field: RangeField
  readonly from: number | null
  readonly to: number | null
}
/** One of these at least, or, where `not`, none of them. */
export interface ListCondition {
  readonly field: ListField
  readonly any: readonly string[]
  readonly not: boolean
}
export type Condition = RangeCondition | ListCondition

export const isRange = (condition: Condition): condition is RangeCondition =>
  rangeFields.some((field) => field === condition.field)

export const reviewDecisions = ['approve', 'ask', 'hold'] as const
export const mergingDecisions = ['merge', 'leave'] as const

export type RuleAction =
  /** Lets it pass by itself, gives it to a person, or holds it; the last two say why. */
  | { readonly kind: 'review'; readonly decision: (typeof reviewDecisions)[number]; readonly reason: string }
  /** Puts so many pieces into the box for nothing; `stop` lets no later gift follow. */
  | { readonly kind: 'gift'; readonly sku: string; readonly quantity: number; readonly stop: boolean }
  | { readonly kind: 'carrier'; readonly carrier: string }
  | { readonly kind: 'warehouse'; readonly warehouseId: WarehouseId }
  /** Puts it into one box with orders of the same buyer and address placed within so many hours, or leaves that to a person. */
  | {
      readonly kind: 'merging'
      readonly decision: (typeof mergingDecisions)[number]
      readonly withinHours: number
    }
export type ActionOf<Kind extends RuleKind> = Extract<RuleAction, { readonly kind: Kind }>

/** All conditions must hold, several of one list too: these places, but none of those. One without any meets every order. Of a kind the first that meets an order decides; gifts follow each other until one says stop. */
export interface Rule {
  readonly id: RuleId
  readonly name: string
  readonly enabled: boolean
  readonly conditions: readonly Condition[]
  readonly action: RuleAction
}

/** What of an order rules look at. */
export interface OrderFacts {
  readonly numbers: Readonly<Record<RangeField, number>>
  readonly lists: Readonly<Record<ListField, readonly string[]>>
}

/** A condition beside what the order had: a number, or what it has of such things; of words those that were found. */
export interface Judged {
  readonly condition: Condition
  readonly holds: boolean
  readonly actual: number | readonly string[]
}

/** What became of what a rule wanted; `why` is the code of a refusal. */
export const outcomeCodes = [
  'approved',
  'not_approved',
  'asked',
  'held',
  'gift_given',
  'gift_gone',
  'gift_out_of_stock',
  'carrier_set',
  'carrier_kept',
  'carrier_refused',
  'warehouse_set',
  'warehouse_kept',
  'warehouse_lacks',
  'merged',
  'left',
] as const
export type OutcomeCode = (typeof outcomeCodes)[number]

export interface Outcome {
  readonly code: OutcomeCode
  /** What belongs to it in words: the reason, the code of a carrier or warehouse, the SKU, the numbers of the other orders. */
  readonly what: string
  readonly why?: string
}

const undone: readonly OutcomeCode[] = [
  'not_approved',
  'gift_gone',
  'gift_out_of_stock',
  'carrier_refused',
  'warehouse_lacks',
]

/** Whether what a rule wanted is so now. */
export const isDone = ({ code }: Pick<Outcome, 'code'>): boolean => !undone.includes(code)

/** That a rule met an order, once. */
export interface RuleHit {
  readonly ruleId: RuleId
  readonly ruleName: string
  readonly kind: RuleKind
  readonly orderId: Id<'Order'>
  readonly orderNumber: string
  readonly outcome: Outcome
  readonly met: readonly Judged[]
  readonly at: Temporal.Instant
}

export const ruleLimits = { name: 60, reason: 120, ofKind: 50, conditions: 12, values: 200, value: 60 } as const
/** Hits above this read "1,000+": nobody counts a million rows for a table. */
export const mostHits = 1_000
