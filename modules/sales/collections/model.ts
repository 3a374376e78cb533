import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { ParcelId } from '#model/supply/shipping'

export { collectionsText } from './text.ts'

/**
 * `disputed`: the courier says that less was collected than was asked for, and a person decides. `returned`: refused at the door, the
 * box is back and nothing is owed for it any more.
 */
export const cashStatuses = ['on_the_way', 'collected', 'disputed', 'returned'] as const
export type CashStatus = (typeof cashStatuses)[number]

/** A box that left with cash to collect, followed until its money is with us or the box is back. */
export interface CashParcel {
  readonly id: ParcelId
  readonly outboundId: string
  /** The order, or the shipment of several orders, that the box belongs to. */
  readonly sourceId: string
  readonly carrier: string
  readonly waybillNumber: string
  readonly status: CashStatus
  readonly expected: Money
  readonly collected: Money
  /** What the carrier has handed in of it, its fee included. */
  readonly handedIn: Money
  readonly writtenOff: Money
  readonly fee: Money
  /** Collected, and neither handed in nor given up. */
  readonly outstanding: Money
  readonly dispatchedAt: Temporal.Instant
  readonly collectedAt: Temporal.Instant | null
  readonly returnedAt: Temporal.Instant | null
  /** When the goods of a returned box were put away. */
  readonly gradedAt: Temporal.Instant | null
  /** When it was said to be late. */
  readonly overdueAt: Temporal.Instant | null
}

/** How much of a box an order owes, and what has become of it; no status before the box has left. */
export interface CashShare {
  readonly outboundId: Id<'Outbound'>
  readonly orderId: Id<'Order'>
  readonly amount: Money
  readonly status: CashStatus | null
}
