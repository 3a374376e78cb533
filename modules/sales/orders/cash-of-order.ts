import { newId } from '#kernel/id'
import { allocate, type Money, subtract, sum } from '#kernel/money'
import type { Outbound } from '#model/supply/warehouse'
import { post } from '#office/ledger'
import type { Reader, Tx } from '#platform/context'
import { cashSharesOf, type NewShare, replaceShares } from '#sales/collections'
import { reservationsOf } from '#supply/inventory'
import { outboundsOf, setCollect } from '#supply/warehouse'
import type { Order, OrderLine } from './model.ts'
import { cashUnderWay } from './order.ts'
import { linesOf } from './order-store.ts'
import { type MissingLine, missingOf } from './secure-stock.ts'
import { leftOf, slice } from './settlement.ts'
import { ordersUnder, sourceOf } from './shipment-store.ts'

/** What couriers are to collect for an order in boxes that have left, or have collected: none of it can be given up any more. */
export async function cashOutOf(tx: Tx, order: Order): Promise<Money> {
  const gone = (await outboundsOf(tx, sourceOf(order))).filter(({ status }) => status === 'handed_over')
  const shares = (await cashSharesOf(tx, order.id)).filter(
    ({ outboundId, status }) => status !== 'returned' && gone.some(({ id }) => id === outboundId),
  )
  return sum(
    shares.map(({ amount }) => amount),
    order.total.currency,
  )
}

/** What is still to be handed to a courier for an order paid on delivery: less what couriers have collected already. Null of other orders, and when nothing is left. */
export async function dueAtTheDoor(reader: Reader, order: Order): Promise<Money | null> {
  if (order.payment !== 'on_delivery' || order.status !== 'open') return null
  const paid = (await cashSharesOf(reader, order.id)).filter(
    ({ status }) => status === 'collected' || status === 'disputed',
  )
  const amounts = paid.map(({ amount }) => amount)
  const due = subtract(subtract(order.total, order.waived), sum(amounts, order.total.currency))
  return due.minor > 0 ? due : null
}

/**
 * What nobody is left to collect when the missing pieces of an order do not follow: beside what couriers have on the way or in hand. Undefined
 * while pieces that are set aside can bring it in, and of orders that are not paid on delivery.
 */
export async function owedToNobody(tx: Tx, order: Order): Promise<Money | undefined> {
  if (order.payment !== 'on_delivery' || (await reservationsOf(tx, sourceOf(order))).length > 0) return undefined
  return subtract(leftOf(order), await cashOutOf(tx, order))
}

/**
 * Gives up so much of what a locked order still owes. What had left before is revenue no more; what had not never was.
 * @throws cashUnderWay
 */
export async function waive(
  tx: Tx,
  order: Order,
  { amount, fromDeposits }: { readonly amount: Money; readonly fromDeposits: Money },
): Promise<void> {
  if (amount.minor > subtract(leftOf(order), await cashOutOf(tx, order)).minor)
    throw cashUnderWay({ number: order.number })
  await tx.db
    .updateTable('sales.orders')
    .set((row) => ({ waived_minor: row('waived_minor', '+', amount.minor), version: row('version', '+', 1) }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', order.id)
    .execute()
  const revenue = subtract(amount, fromDeposits)
  await post(tx, {
    debit: 'refunds',
    credit: 'cash_on_the_way',
    amount: revenue,
    cause: 'cash_waived',
    causeId: newId<'Waiver'>(),
  })
}

/**
 * Says anew what the courier collects for each box of an order that has not left, and of those it leaves together with: what they still owe,
 * split by the worth of the pieces in each box, to the cent. Nothing changes for orders that are paid.
 */
export async function chargeBoxes(tx: Tx, order: Pick<Order, 'id' | 'shipmentId'>): Promise<void> {
  const owing = (await ordersUnder(tx, sourceOf(order))).filter(({ payment }) => payment === 'on_delivery')
  if (owing.length === 0) return
  const all = await outboundsOf(tx, sourceOf(order))
  const boxes = all.filter(({ status }) => status !== 'cancelled' && status !== 'handed_over')
  const shares: NewShare[] = []
  for (const each of owing) shares.push(...(await sharesIn(tx, each, boxes)))
  const gone = all.filter(({ status }) => status === 'handed_over').map(({ id }) => id)
  await replaceShares(tx, { orderIds: owing.map(({ id }) => id), outboundIds: boxes.map(({ id }) => id), gone, shares })
  for (const { id: outboundId } of boxes) {
    const own = shares.filter((share) => share.outboundId === outboundId)
    const collect = sum(
      own.map(({ amount }) => amount),
      owing[0]!.total.currency,
    )
    await setCollect(tx, { outboundId, collect })
  }
}

async function sharesIn(tx: Tx, order: Order, boxes: readonly Outbound[]): Promise<NewShare[]> {
  const owed = subtract(leftOf(order), await cashOutOf(tx, order))
  const lines = await linesOf(tx, order)
  const parts = splitOverBoxes(owed, lines, boxes, order.restBy ? await missingOf(tx, order, lines) : [])
  return parts.map((part) => ({ ...part, orderId: order.id }))
}

type Box = Pick<Outbound, 'id'> & {
  readonly lines: readonly Pick<Outbound['lines'][number], 'sourceLineId' | 'quantity' | 'short'>[]
}

/** Splits what is owed over the boxes that hold pieces of these lines, by what the pieces cost. With what pieces that are to follow come to, the parts sum to the whole. */
export function splitOverBoxes(
  owed: Money,
  lines: readonly Pick<OrderLine, 'id' | 'quantity' | 'total'>[],
  boxes: readonly Box[],
  waiting: readonly MissingLine[] = [],
): Omit<NewShare, 'orderId'>[] {
  const counted = new Map<string, number>()
  const worthOf = (pieces: readonly { readonly lineId: string; readonly count: number }[]): number => {
    const worth = pieces.map(({ lineId, count }) => {
      const line = lines.find(({ id }) => id === lineId)!
      const from = counted.get(lineId) ?? 0
      counted.set(lineId, from + count)
      return slice(line.total, line.quantity, { from, count })
    })
    return sum(worth, owed.currency).minor
  }
  const holding = boxes.flatMap((box) => {
    const own = box.lines
      .map((each) => ({ lineId: each.sourceLineId, count: each.quantity - each.short }))
      .filter(({ lineId, count }) => count > 0 && lines.some(({ id }) => id === lineId))
    return own.length > 0 ? [{ outboundId: box.id, weight: worthOf(own) }] : []
  })
  const rest = waiting.map(({ lineId, quantity: count }) => ({ lineId, count }))
  const parts = allocate(owed, [...holding.map(({ weight }) => weight), ...(rest.length > 0 ? [worthOf(rest)] : [])])
  return holding.map(({ outboundId }, index) => ({ outboundId, amount: parts[index]! }))
}
