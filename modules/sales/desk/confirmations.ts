import { decimalText } from '#kernel/money'
import { say } from '#kernel/text'
import type { Order, OrderId, OrderLine } from '#model/sales/orders'
import { loadShop } from '#office/shops'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { writeMessage } from '#platform/messages'
import { readSettings } from '#platform/settings'
import { isFirstOrder, linesOf, lockOrder, tellOrder } from '#sales/orders'
import { keepChecks } from './checks.ts'
import { confirmationSettled } from './confirmation.ts'
import type { CallReason, Confirmation } from './model.ts'
import { deskSettings } from './settings.ts'
import { deskText } from './text.ts'

/**
 * Job. A paid order is confirmed to its buyer (ORD-04): those the shop's rules name are put on the call list, the others get an e-mail
 * with their contents when we know an address. Told again changes nothing.
 */
export const confirmToBuyer = (ctx: Context, { aggregateId }: EventRecord): Promise<void> =>
  transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, aggregateId as OrderId)
    if (order.status !== 'open' || (await confirmationOf(tx, order.id))) return
    const reason = await whyToCall(tx, order)
    const email = order.invoiceWish?.email
    if (reason) await keep(tx, order, { way: 'call', reason, status: 'to_call' })
    else if (email) await sendByEmail(tx, order, email)
  })

async function whyToCall(tx: Tx, order: Order): Promise<CallReason | undefined> {
  const { callFromAmount, callFirstOrders, callWithRequests } = await readSettings(tx, deskSettings)
  if (callFromAmount > 0 && order.total.minor >= callFromAmount) return 'large_amount'
  if (callFirstOrders && (await isFirstOrder(tx, order))) return 'first_order'
  if (callWithRequests && (order.memo !== '' || order.requests.length > 0)) return 'special_request'
  return undefined
}

type NewConfirmation = Pick<Confirmation, 'way' | 'reason' | 'status'>

async function keep(tx: Tx, order: Order, { way, reason, status }: NewConfirmation): Promise<void> {
  await tx.db
    .insertInto('sales.order_confirmations')
    .values({ shop_id: tx.shopId, order_id: order.id, way, reason, status, created_at: tx.now })
    .execute()
  await tellOrder(tx, `order.confirmation_${status}`, order, { way, reason })
}

async function sendByEmail(tx: Tx, order: Order, email: string): Promise<void> {
  const { id, number, locale, customerId } = order
  const { name, nameEn } = await loadShop(tx)
  const values = {
    shop: locale === 'zh' ? name : nameEn,
    number,
    goods: (await linesOf(tx, order)).map((line) => goodsText(line, locale)).join('\n'),
    total: decimalText(order.total),
  }
  await writeMessage(tx, {
    channel: 'email',
    recipient: email,
    accountId: customerId,
    purpose: 'service',
    template: 'order.confirmation',
    locale,
    subject: say(deskText, locale, 'message.order.confirmation.subject', values),
    body: say(deskText, locale, 'message.order.confirmation', values),
    dedupeKey: `order.confirmation:${id}`,
  })
  await keep(tx, order, { way: 'email', reason: 'email_known', status: 'sent' })
}

const goodsText = ({ name, specification, quantity, total }: OrderLine, locale: Order['locale']): string =>
  `${name[locale]} ${specification[locale]} × ${quantity}  ${decimalText(total)}`

export interface SettleConfirmation {
  readonly orderId: OrderId
  readonly outcome: 'confirmed' | 'declined'
  readonly note?: string
}

/**
 * The buyer says that the order is right, or that it is not: on the page, or on the phone to staff. What the buyer confirmed counts as
 * checked: goods, quantity, address, contact and recipient. Saying the same again changes nothing.
 *
 * @throws confirmationSettled when something else was said before
 */
export function settleConfirmation(
  ctx: Context,
  { orderId, outcome, note = '' }: SettleConfirmation,
): Promise<Confirmation> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const found = await confirmationOf(tx, orderId)
    if (found?.status === outcome) return found
    if (found?.status === 'confirmed' || found?.status === 'declined')
      throw confirmationSettled({ number: order.number })
    const way = tx.actor.kind === 'staff' ? 'call' : 'email'
    const settled = { status: outcome, note, settled_at: tx.now, settled_by: tx.actor.name }
    await tx.db
      .insertInto('sales.order_confirmations')
      .values({ shop_id: tx.shopId, order_id: orderId, way, reason: 'by_itself', created_at: tx.now, ...settled })
      .onConflict((conflict) => conflict.columns(['shop_id', 'order_id']).doUpdateSet(settled))
      .execute()
    if (outcome === 'confirmed')
      await keepChecks(tx, { orderId, items: ['goods', 'quantity', 'address', 'contact', 'recipient'], note })
    await tellOrder(tx, `order.confirmation_${outcome}`, order, { note })
    return (await confirmationOf(tx, orderId))!
  })
}

/** How an order was confirmed to its buyer; undefined when it was not. */
export async function confirmationOf(reader: Reader, orderId: OrderId): Promise<Confirmation | undefined> {
  const row = await reader.db
    .selectFrom('sales.order_confirmations')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('order_id', '=', orderId)
    .executeTakeFirst()
  return (
    row && {
      way: row.way as Confirmation['way'],
      reason: row.reason as Confirmation['reason'],
      status: row.status as Confirmation['status'],
      note: row.note,
      createdAt: row.created_at,
      settledAt: row.settled_at,
      settledBy: row.settled_by,
    }
  )
}
