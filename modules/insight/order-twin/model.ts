import type { Money } from '#kernel/money'
import type { Both } from '#model/goods/catalog'
import type { OrderLineId } from '#model/sales/orders'

export { type Lane, laneOf, lanes } from './lanes.ts'

/** What a row of the timeline is about, and by what people call it: an order number, a waybill. */
export interface TimelineThing {
  /** `order`, `payment`, `refund`, `dispute`, `case`, `outbound`, `parcel`, `transfer`, `question`. */
  readonly kind: string
  readonly id: string
  readonly label: string
}

/** Something that happened around an order, in whatever room. */
export interface TimelineEntry {
  /** Unique within the timeline. */
  readonly id: string
  /** `order.paid`, `tracking.delivering`, `stock.reserved`, `ledger.dispatch`, `message.order.shipped`, `notice.order.short`, `comment`. */
  readonly type: string
  readonly at: Temporal.Instant
  readonly actorKind: string
  readonly actorName: string
  readonly thing: TimelineThing
  /** The request or job in which it happened; empty where that is not kept. */
  readonly origin: string
  readonly amount: Money | null
  /** What was said with it: a note, a reason, a place, the words themselves. */
  readonly said: string
  /** Further facts by name: `quantity`, `sku`, `warehouse`, `status`, `mentions` … */
  readonly facts: Readonly<Record<string, unknown>>
}

/** How a line's price came about, and what it leaves. */
export interface LineWorth {
  readonly lineId: OrderLineId
  /** When the price that held on the day was set, and by whom; null where that was before anything was logged. */
  readonly setAt: Temporal.Instant | null
  readonly setBy: string | null
  /** The price it was struck through from, and the reduction it had a share of, as agreed on the day. */
  readonly was: Money | null
  readonly reduction: Both | null
  /** What one piece cost us; null where that is unknown or not for the reader. */
  readonly cost: Money | null
  /** The goods of the line less reductions and what was given back; without freight, taxes included. */
  readonly earned: Money
  readonly margin: Money | null
}
