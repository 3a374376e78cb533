import type { OrderId } from '#model/sales/orders'
import type { Reader } from '#platform/context'
import type { CallReason } from './model.ts'

/** Somebody to be called or written to, most urgent first. */
export interface DueContact {
  readonly orderId: OrderId
  readonly orderNumber: string
  readonly why: CallReason | 'due'
  readonly note: string
  readonly since: Temporal.Instant
}

const most = 200

/** The call list: orders to be confirmed by phone, and buyers whose next contact is due, oldest first, at most 200 of each. */
export async function callList(reader: Reader): Promise<DueContact[]> {
  const [toConfirm, due] = await Promise.all([toConfirmByPhone(reader), dueAgain(reader)])
  return [...toConfirm, ...due].toSorted((a, b) => Temporal.Instant.compare(a.since, b.since))
}

async function toConfirmByPhone(reader: Reader): Promise<DueContact[]> {
  const rows = await reader.db
    .selectFrom('sales.order_confirmations as c')
    .innerJoin('sales.orders as o', 'o.id', 'c.order_id')
    .select(['c.order_id', 'o.number', 'c.reason', 'c.note', 'c.created_at'])
    .where('c.shop_id', '=', reader.shopId)
    .where('c.status', '=', 'to_call')
    .where('o.status', '=', 'open')
    .orderBy('c.created_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    orderId: row.order_id as OrderId,
    orderNumber: row.number,
    why: row.reason as CallReason,
    note: row.note,
    since: row.created_at,
  }))
}

async function dueAgain(reader: Reader): Promise<DueContact[]> {
  const rows = await reader.db
    .selectFrom('sales.order_contacts as c')
    .innerJoin('sales.orders as o', 'o.id', 'c.order_id')
    .select(['c.order_id', 'o.number', 'c.note', 'c.next_due_at'])
    .where('c.shop_id', '=', reader.shopId)
    .where('c.next_due_at', '<=', reader.now)
    .orderBy('c.next_due_at')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    orderId: row.order_id as OrderId,
    orderNumber: row.number,
    why: 'due' as const,
    note: row.note,
    since: row.next_due_at!,
  }))
}
