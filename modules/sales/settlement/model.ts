import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'

export { settlementText } from './text.ts'

export type BillId = Id<'ProviderBill'>
export type ExceptionId = Id<'BillException'>

/**
 * `missing_here`: the provider has a movement that we do not know. `missing_there`: we have one that its bill does not name.
 * `amount`, `status`, `fee`: both have it, and it differs. `twice`: one file names the same movement more than once; ours is what was counted.
 */
export const exceptionKinds = ['missing_here', 'missing_there', 'amount', 'status', 'fee', 'twice'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]

/** What a person may decide about each. `came_later` is the system's: a younger bill named it. */
export const resolutions = ['ask_provider', 'accept', 'returned', 'book', 'not_ours', 'noted', 'came_later'] as const
export type Resolution = (typeof resolutions)[number]

/** `waiting`: our payment is one whose amount did not match, or that was never confirmed: it can be settled from here. */
export function choicesFor({
  kind,
  about,
  oursStatus,
}: Pick<BillException, 'kind' | 'about' | 'oursStatus'>): Resolution[] {
  if (kind === 'missing_here') return ['book', 'not_ours']
  if (kind === 'twice') return ['book', 'returned', 'noted']
  if (kind === 'fee') return ['noted']
  if (kind === 'missing_there') return ['ask_provider', 'noted']
  if (about === 'payment' && oursStatus === 'mismatch')
    return kind === 'amount' ? ['accept', 'returned'] : ['ask_provider', 'returned']
  return kind === 'status' ? ['ask_provider', 'noted'] : ['noted']
}

/** A provider's bill as it was taken in, with its own sums. */
export interface ProviderBill {
  readonly id: BillId
  readonly provider: string
  readonly fileName: string
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly lines: number
  readonly paid: Money
  readonly refunded: Money
  readonly fee: Money
  /** Lines of other shops that share the account. */
  readonly others: number
  /** Lines that an earlier file had brought. */
  readonly repeated: number
  readonly matched: number
  /** Differences of this bill that nobody has settled yet. */
  readonly open: number
  readonly takenAt: Temporal.Instant
  readonly takenBy: string
}

/** One difference between the provider's books and ours. */
export interface BillException {
  readonly id: ExceptionId
  readonly billId: BillId
  readonly kind: ExceptionKind
  readonly about: 'payment' | 'refund'
  readonly provider: string
  readonly number: string
  readonly providerRef: string | null
  readonly orderId: string | null
  readonly oursStatus: string | null
  readonly ours: Money | null
  readonly theirs: Money | null
  readonly happenedAt: Temporal.Instant
  readonly resolution: Resolution | null
  readonly note: string | null
  readonly resolvedAt: Temporal.Instant | null
  readonly resolvedBy: string | null
}
