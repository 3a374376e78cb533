import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'
import type { OrderId, OrderLineId } from './model.ts'

export type ProductionId = Id<'Production'>

export const productionStatuses = ['waiting', 'making', 'made', 'cancelled'] as const
export type ProductionStatus = (typeof productionStatuses)[number]
export type ProductionStep = 'start' | 'note' | 'finish'

/** A line that is made to order: waits, is being made, is made. Its order leaves when all of its lines are. */
export const productionSteps: Steps<ProductionStep, ProductionStatus> = {
  start: { from: ['waiting'], to: 'making' },
  note: { from: ['making'], to: 'making' },
  finish: { from: ['making'], to: 'made' },
}

export const productionNote = 500

/** One line of an order that is made for its buyer (ORD-14). */
export interface Production {
  readonly id: ProductionId
  readonly orderId: OrderId
  readonly orderLineId: OrderLineId
  readonly status: ProductionStatus
  /** When it should be finished: the lead time of its listing after the order was ready to be made. */
  readonly makeBy: Temporal.Instant
  readonly note: string
  /** Who makes it. */
  readonly worker: string | null
  readonly startedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}
