import type { Selectable } from 'kysely'
import { newId } from '#kernel/id'
import type { CustomerId } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import type { Context, Reader } from '#platform/context'
import { type SalesOrderContacts, transaction } from '#platform/database'
import { agreeDelivery, lockOrder, tellOrder } from '#sales/orders'
import type { Contact, ContactId, ContactOutcome, ContactWay } from './model.ts'

export interface KeepContact {
  readonly orderId: OrderId
  readonly way: ContactWay
  readonly outcome: ContactOutcome
  readonly note?: string
  /** When the buyer is to be contacted again. */
  readonly nextDueAt?: Temporal.Instant
  /** The buyer and we agreed that the goods leave from then on. */
  readonly deliverFrom?: Temporal.Instant
}

/**
 * Keeps a contact with the buyer on the order: how, with what outcome, when the next is due. An agreed delivery time holds the order back
 * until then and prints on its notes.
 *
 * @throws orderNotFound; orderCannot, outboundUnderWay when a delivery time is agreed too late
 */
export function keepContact(ctx: Context, input: KeepContact): Promise<Contact> {
  const { orderId, way, outcome, note = '', nextDueAt = null, deliverFrom } = input
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const contact: Contact = { id: newId<'Contact'>(), way, outcome, note, nextDueAt, at: tx.now, by: tx.actor.name }
    await tx.db
      .updateTable('sales.order_contacts')
      .set({ next_due_at: null })
      .where('shop_id', '=', tx.shopId)
      .where('order_id', '=', orderId)
      .where('next_due_at', 'is not', null)
      .execute()
    await tx.db
      .insertInto('sales.order_contacts')
      .values({
        id: contact.id,
        shop_id: tx.shopId,
        order_id: orderId,
        way,
        outcome,
        note,
        next_due_at: nextDueAt,
        at: tx.now,
        by_name: tx.actor.name,
      })
      .execute()
    await tellOrder(tx, 'order.contacted', order, { way, outcome })
    if (deliverFrom) await agreeDelivery(tx, { orderId, from: deliverFrom, note })
    return contact
  })
}

/** The contacts with the buyer of an order, newest first. */
export async function contactsOf(reader: Reader, orderId: OrderId): Promise<Contact[]> {
  const rows = await reader.db
    .selectFrom('sales.order_contacts')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  return rows.map(toContact)
}

/** A contact with the order it was about. */
export interface ContactWithBuyer extends Contact {
  readonly orderId: OrderId
  readonly orderNumber: string
}

/** The contacts with a buyer about all orders in the shop, newest first: the last hundred. */
export async function contactsWith(reader: Reader, customerId: CustomerId): Promise<ContactWithBuyer[]> {
  const rows = await reader.db
    .selectFrom('sales.order_contacts as c')
    .innerJoin('sales.orders as o', (on) => on.onRef('o.shop_id', '=', 'c.shop_id').onRef('o.id', '=', 'c.order_id'))
    .selectAll('c')
    .select('o.number')
    .where('c.shop_id', '=', reader.shopId)
    .where('o.shop_id', '=', reader.shopId)
    .where('o.customer_id', '=', customerId)
    .orderBy('c.at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({ ...toContact(row), orderId: row.order_id as OrderId, orderNumber: row.number }))
}

const toContact = (row: Selectable<SalesOrderContacts>): Contact => ({
  id: row.id as ContactId,
  way: row.way as ContactWay,
  outcome: row.outcome as ContactOutcome,
  note: row.note,
  nextDueAt: row.next_due_at,
  at: row.at,
  by: row.by_name,
})
