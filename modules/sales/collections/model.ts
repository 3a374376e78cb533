import type { Id } from '#kernel/id'
import { type Money, readMoney } from '#kernel/money'
import type { ParcelId } from '#model/supply/shipping'

export { collectionsText } from './text.ts'

export type StatementId = Id<'CashStatement'>
export type DifferenceId = Id<'CashDifference'>

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

/** What a carrier has collected, handed in and still holds. Collected is handed in, written off and outstanding together. */
export interface CarrierCash {
  readonly carrier: string
  readonly onTheWay: Money
  readonly collected: Money
  readonly handedIn: Money
  readonly writtenOff: Money
  readonly outstanding: Money
  /** Of what is outstanding, what should have been handed in by now. */
  readonly overdue: Money
  /** Since when the oldest of it is outstanding. */
  readonly oldest: Temporal.Instant | null
}

/** A carrier's statement of what it hands in, as it was taken in. */
export interface CashStatement {
  readonly id: StatementId
  readonly carrier: string
  /** The carrier's own number of it. */
  readonly reference: string
  readonly fileName: string | null
  readonly receivedOn: Temporal.PlainDate
  readonly lines: number
  readonly collected: Money
  readonly fee: Money
  /** Lines that were just what was outstanding. */
  readonly matched: number
  /** Differences of it that nobody has settled yet. */
  readonly open: number
  readonly takenAt: Temporal.Instant
  readonly takenBy: string
}

/** A line of a statement: what was collected for a parcel, and what of it the carrier kept. */
export interface StatementLine {
  readonly waybillNumber: string
  readonly collected: Money
  readonly fee: Money
}

/**
 * `collected_less`, `collected_more`: the courier took something else than was asked for. Of a statement: a waybill nobody knows; one that
 * was refused at the door (`not_collected`); one that was handed in before (`twice`); less or more than was outstanding.
 */
export const differenceKinds = [
  'collected_less',
  'collected_more',
  'unknown_waybill',
  'not_collected',
  'twice',
  'less',
  'more',
] as const
export type DifferenceKind = (typeof differenceKinds)[number]

/** What a person may decide. `handed_in` is the system's: the carrier handed in what it had not told of. */
export const cashResolutions = [
  'accept',
  'correct',
  'write_off',
  'awaited',
  'book',
  'returned',
  'noted',
  'handed_in',
] as const
export type CashResolution = (typeof cashResolutions)[number]

const choices: Readonly<Record<DifferenceKind, readonly CashResolution[]>> = {
  collected_less: ['accept', 'correct'],
  collected_more: ['noted'],
  unknown_waybill: ['book', 'returned'],
  not_collected: ['book', 'returned'],
  twice: ['book', 'returned'],
  less: ['awaited', 'write_off'],
  more: ['book', 'returned'],
}

export const choicesFor = (kind: DifferenceKind): readonly CashResolution[] => choices[kind]

/** Something in a carrier's account of our cash that is not as it should be, until a person has settled it with a reason. */
export interface CashDifference {
  readonly id: DifferenceId
  readonly kind: DifferenceKind
  readonly carrier: string
  readonly waybillNumber: string
  readonly parcelId: ParcelId | null
  /** What was asked for or outstanding. */
  readonly ours: Money
  readonly theirs: Money
  readonly createdAt: Temporal.Instant
  readonly resolution: CashResolution | null
  readonly note: string | null
  readonly resolvedAt: Temporal.Instant | null
  readonly resolvedBy: string | null
}

export const cashLists = ['outstanding', 'overdue', 'on_the_way', 'disputed', 'to_grade', 'all'] as const
export type CashList = (typeof cashLists)[number]

/**
 * Lines as people paste them: a waybill number, what was collected and, if the carrier kept something, its fee, apart by spaces, tabs or commas.
 * Undefined for the first line that is none.
 */
export function readLines(
  text: string,
  currency: string,
): { readonly lines: StatementLine[] } | { readonly wrong: string } {
  const lines: StatementLine[] = []
  for (const written of text.split(/\r?\n/).map((line) => line.trim())) {
    if (written === '') continue
    const line = readLine(written.split(/[\s,，;；]+/), currency)
    if (!line) return { wrong: written }
    lines.push(line)
  }
  return { lines }
}

/** A waybill number, an amount and a fee, as they stand in a sheet or a paste; undefined when they are none. */
export function readLine(
  [waybillNumber = '', collectedText = '', feeText = '']: readonly string[],
  currency: string,
): StatementLine | undefined {
  const collected = readMoney(collectedText, currency)
  const fee = readMoney(feeText.trim() || '0', currency)
  if (!/^[A-Za-z0-9-]{4,40}$/.test(waybillNumber) || !collected || !fee) return undefined
  if (collected.minor <= 0 || fee.minor < 0 || fee.minor > collected.minor) return undefined
  return { waybillNumber, collected, fee }
}
