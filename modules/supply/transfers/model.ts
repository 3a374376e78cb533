import type { Id } from '#kernel/id'
import type { Steps } from '#kernel/steps'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import type { AccountId } from '#platform/context'

export { transfersText } from './text.ts'

export type TransferId = Id<'Transfer'>

export const transferStatuses = ['requested', 'accepted', 'refused', 'withdrawn', 'sent', 'received', 'closed'] as const
export type TransferStatus = (typeof transferStatuses)[number]
export type TransferStep = 'accept' | 'refuse' | 'withdraw' | 'send' | 'receive' | 'close'

/** A transfer's way: asked for, accepted or refused by the warehouse, sent, received, closed by whoever needed it. */
export const transferSteps: Steps<TransferStep, TransferStatus> = {
  accept: { from: ['requested'], to: 'accepted' },
  refuse: { from: ['requested'], to: 'refused' },
  withdraw: { from: ['requested', 'accepted'], to: 'withdrawn' },
  send: { from: ['accepted'], to: 'sent' },
  receive: { from: ['sent'], to: 'received' },
  close: { from: ['received'], to: 'closed' },
}

export const transferLimits = { lines: 100, text: 500 } as const

export interface TransferLine {
  /** The line of the order that needs the goods. */
  readonly lineId: string
  readonly variantId: VariantId
  readonly sku: string
  readonly name: string
  readonly quantity: number
  readonly sent: number
  readonly received: number
  readonly lost: number
}

export const noteKinds = ['note', 'hand_over', 'take_over'] as const
export type NoteKind = (typeof noteKinds)[number]

/** What somebody who follows a transfer leaves for the next: a remark, or that the matter goes from hand to hand. */
export interface TransferNote {
  readonly kind: NoteKind
  readonly text: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** Goods asked from one warehouse for another (调货). */
export interface Transfer {
  readonly id: TransferId
  readonly number: string
  readonly fromWarehouseId: WarehouseId
  readonly toWarehouseId: WarehouseId
  /** The order that needs the goods. */
  readonly sourceId: string
  readonly sourceNumber: string
  readonly reason: string
  readonly neededBy: Temporal.Instant
  readonly status: TransferStatus
  /** Who follows it; nobody between two shifts. */
  readonly keeperId: AccountId | null
  readonly keeperName: string | null
  readonly requestedBy: string
  readonly createdAt: Temporal.Instant
  readonly endedAt: Temporal.Instant | null
  readonly lines: readonly TransferLine[]
}
