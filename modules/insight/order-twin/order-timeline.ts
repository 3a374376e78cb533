import { sql } from 'kysely'
import { type Money, money } from '#kernel/money'
import type { OrderId } from '#model/sales/orders'
import type { Actor, Reader } from '#platform/context'
import { loadOrder } from '#sales/orders'
import { entriesAround } from './entries-sql.ts'
import type { TimelineEntry } from './model.ts'

export interface OrderTimeline {
  /** Newest first. */
  readonly rows: readonly TimelineEntry[]
  /** Older ones are left out. */
  readonly hasMore: boolean
}

const most = 1_000

interface Row extends Omit<TimelineEntry, 'amount' | 'said' | 'thing'> {
  readonly thing_kind: string
  readonly thing_id: string
  readonly thing_label: string
}

/**
 * What happened around an order in every room, newest first: what was told of it and of its payments, refunds, boxes, parcels, cases and transfers, what its goods did, where its
 * parcels were, what was posted, written to its buyer, noticed and said. Read from what each room keeps, in one statement. Postings are for those who may read the books,
 * costs among them for those who may know costs, the words of messages for those who may read messages.
 *
 * @throws orderNotFound
 */
export async function orderTimeline(
  reader: Reader & { readonly actor: Actor },
  orderId: OrderId,
): Promise<OrderTimeline> {
  const { total } = await loadOrder(reader, orderId)
  const { rows } =
    await sql<Row>`${entriesAround(reader, orderId)} order by at desc, id desc limit ${most + 1}`.execute(reader.db)
  return { rows: rows.slice(0, most).map((row) => toEntry(row, total.currency)), hasMore: rows.length > most }
}

function toEntry(
  { thing_kind: kind, thing_id: id, thing_label: label, facts, ...row }: Row,
  currency: string,
): TimelineEntry {
  return {
    ...row,
    thing: { kind, id, label },
    amount: amountIn(facts, currency),
    said: saidIn(facts),
    facts: row.type.startsWith('notice.') ? facts : chosen(facts),
  }
}

/** What may leave of what an event carries; the rest stays in the audit trail. Notices leave whole: their words need it, and they are for staff. */
const told = [
  'quantity',
  'sku',
  'warehouse',
  'bin',
  'lot',
  'status',
  'state',
  'carrier',
  'waybillNumber',
  'debit',
  'credit',
  'mentions',
  'byId',
  'changedAt',
  'removedAt',
  'former',
  'doneAt',
  'doneBy',
  'shipment',
  'number',
  'way',
  'outcome',
  'choice',
  'item',
  'channel',
  'text',
  'added',
  'removed',
  'rule',
  'met',
  'outcome',
] as const

const chosen = (facts: Row['facts']): Row['facts'] =>
  Object.fromEntries(told.flatMap((name) => (name in facts ? [[name, facts[name]]] : [])))

/** In the order in which they are asked for. */
const words = ['note', 'reason', 'remark', 'words', 'text', 'because'] as const

const saidIn = (facts: Row['facts']): string => {
  const said = words.map((name) => facts[name]).find((each) => typeof each === 'string' && each !== '')
  return typeof said === 'string' ? said : ''
}

function amountIn({ amount, minor }: Row['facts'], currency: string): Money | null {
  if (typeof minor === 'number') return money(minor, currency)
  return isMoney(amount) ? amount : null
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value
