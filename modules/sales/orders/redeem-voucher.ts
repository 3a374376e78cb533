import type { Voucher, VoucherId } from '#model/sales/vouchers'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { advanceVoucher, appoint, loadVoucher, voucherByCode, voucherNotFound, vouchersOf } from '#sales/vouchers'
import type { Order, OrderMoves } from './model.ts'
import { mayTouch } from './order.ts'
import { advanceOrder, findOrder, linesOf, lockOrder } from './order-store.ts'
import { recogniseDispatch } from './recognise-revenue.ts'
import { refundOrder } from './refund-order.ts'
import { settlementOf } from './settlement.ts'

/**
 * The buyer shows a code and gets the service: the unit is received and its deposit becomes revenue. The last voucher of an order
 * without goods is the receipt of the order. A code is good once.
 * @throws voucherNotFound, voucherCannot when it is spent or was given back
 */
export function redeemVoucher(ctx: Context, { code }: { readonly code: string }): Promise<Voucher> {
  return transaction(ctx, async (tx) => {
    const found = await voucherByCode(tx, code)
    const order = await lockOrder(tx, found.orderId)
    const lines = await redeemedLines(tx, order)
    const voucher = await advanceVoucher(tx, found, 'redeem')
    const revenue = await recogniseDispatch(tx, order, {
      lines,
      dispatched: [{ sourceLineId: voucher.orderLineId, quantity: 1 }],
      settlement: await settlementOf(tx, order),
      isLast: await isAllReceived(tx, order),
      causeId: voucher.id,
    })
    await advanceOrder(tx, order, await receipt(tx, order), {
      event: 'order.redeemed',
      data: { voucherId: voucher.id, lineId: voucher.orderLineId, revenue },
      ...((await isReceipt(tx, order)) && { change: { received_at: tx.now } }),
    })
    return voucher
  })
}

/**
 * Gives a voucher back that nobody has used: its money goes back to the buyer. For the buyer of the order and for staff.
 * Giving it back while it is redeemed elsewhere: whoever is faster.
 * @throws voucherNotFound, also for another buyer's, voucherCannot when it is spent or was given back
 */
export function giveBackVoucher(ctx: Context, voucherId: VoucherId): Promise<Voucher> {
  return transaction(ctx, async (tx) => {
    const { found, order } = await lockOwn(tx, voucherId)
    const voucher = await advanceVoucher(tx, found, 'void')
    await refundOrder(tx, {
      orderId: order.id,
      cause: 'voucher',
      causeId: voucher.id,
      reason: 'voucher_unused',
      lines: [{ lineId: voucher.orderLineId, quantity: 1 }],
    })
    return voucher
  })
}

/** The buyer of the order, or staff for them, says when they come. @throws appointmentInPast, voucherNotFound, also for another buyer's, voucherCannot */
export function makeAppointment(
  ctx: Context,
  { voucherId, at }: { readonly voucherId: VoucherId; readonly at: Temporal.Instant },
): Promise<Voucher> {
  return transaction(ctx, async (tx) => {
    const { found, order } = await lockOwn(tx, voucherId)
    const appointed = await appoint(tx, found, at)
    await advanceOrder(tx, order, {}, { event: 'order.appointed', data: { voucherId, at: at.toString() } })
    return appointed
  })
}

/** A voucher with its order, locked. Somebody else's is answered like one that does not exist, and names no order. */
async function lockOwn(tx: Tx, voucherId: VoucherId): Promise<{ found: Voucher; order: Order }> {
  const found = await loadVoucher(tx, voucherId)
  const order = await findOrder(tx, found.orderId)
  if (!order || !mayTouch(tx.actor, order)) throw voucherNotFound({ voucher: voucherId })
  return { found, order: await lockOrder(tx, order.id) }
}

/** The order's lines, the units redeemed before counted as gone. */
async function redeemedLines(tx: Tx, order: Order) {
  const redeemed = (await vouchersOf(tx, order.id)).filter(({ status }) => status === 'redeemed')
  const count = (lineId: string) => redeemed.filter(({ orderLineId }) => orderLineId === lineId).length
  return (await linesOf(tx, order)).map((line) => ({ ...line, shipped: line.shipped + count(line.id) }))
}

/** No voucher is open any more, and the goods of the order, if it has any, have left. */
async function isAllReceived(tx: Tx, order: Order): Promise<boolean> {
  const open = (await vouchersOf(tx, order.id)).some(({ status }) => status === 'open')
  return (
    !open && (order.fulfilment === 'delivered' || order.fulfilment === 'shipped' || order.fulfilment === 'received')
  )
}

const isReceipt = async (tx: Tx, order: Order): Promise<boolean> =>
  order.fulfilment === 'delivered' && order.shippedAt === null && (await isAllReceived(tx, order))

const receipt = async (tx: Tx, order: Order): Promise<OrderMoves> =>
  (await isReceipt(tx, order)) ? { fulfilment: 'receive' } : {}
