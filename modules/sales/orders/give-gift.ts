import { sql } from 'kysely'
import { saleItemsBySku } from '#goods/catalog'
import { newId } from '#kernel/id'
import { piecesIn } from '#kernel/quantity'
import type { SaleItem } from '#model/goods/catalog'
import type { ActionOf, Outcome } from '#model/sales/rules'
import type { WarehouseId } from '#model/supply/inventory'
import type { Tx } from '#platform/context'
import { inPart } from '#platform/database'
import { canBeGiven } from '#sales/rules'
import { holdStock, reservationsOf } from '#supply/inventory'
import { agreedGoods, goodsRow } from './line-goods.ts'
import type { Agreed, Order, OrderLine } from './model.ts'
import { linesOf } from './order-store.ts'
import { weighAnew } from './weigh-orders.ts'

/**
 * Puts goods into an order for nothing: a line like the others at price zero, set aside in a warehouse from which the order leaves anyway. When none of those has enough there is no gift:
 * nobody sends a second parcel for it. The order's money stays as it is, and cancelling frees the gift with the rest.
 */
export async function giveGift(tx: Tx, order: Order, { sku, quantity }: ActionOf<'gift'>): Promise<Outcome> {
  const what = `${sku} × ${quantity}`
  const item = (await saleItemsBySku(tx, [sku])).get(sku)
  if (!canBeGiven(item)) return { code: 'gift_gone', what }
  const lineId = newId<'OrderLine'>()
  const gift = { holder: order.id, lineId, variantId: item.variantId, quantity }
  for (const warehouseId of await warehousesOf(tx, order)) {
    const { refused } = await inPart(tx, () => holdStock(tx, { ...gift, warehouseId }))
    if (refused) continue
    await insertGift(tx, order, { id: lineId, item, quantity })
    await weighAnew(tx, [order.id])
    return { code: 'gift_given', what }
  }
  return { code: 'gift_out_of_stock', what }
}

/** From where the order leaves, the warehouse that sends most of it first. */
async function warehousesOf(tx: Tx, { id }: Order): Promise<WarehouseId[]> {
  const held = Map.groupBy(await reservationsOf(tx, id), ({ warehouseId }) => warehouseId)
  const pieces = [...held].map(([warehouseId, parts]) => ({
    warehouseId,
    pieces: piecesIn(parts),
  }))
  return pieces.toSorted((one, other) => other.pieces - one.pieces).map(({ warehouseId }) => warehouseId)
}

interface Gift {
  readonly id: OrderLine['id']
  readonly item: SaleItem
  readonly quantity: number
}

async function insertGift(tx: Tx, order: Order, { id, item, quantity }: Gift): Promise<void> {
  const [first] = await linesOf(tx, order)
  const price = { minor: 0, currency: order.total.currency }
  const agreed: Agreed = { ...agreedGoods({ ...item, price }), reduction: null, gift: true, terms: first!.agreed.terms }
  await tx.db
    .insertInto('sales.order_lines')
    .values({
      id,
      shop_id: tx.shopId,
      order_id: order.id,
      position: sql<number>`(select max(position) + 1 from sales.order_lines where shop_id = ${tx.shopId} and order_id = ${order.id})`,
      ...goodsRow(item),
      unit_price_minor: 0,
      quantity,
      subtotal_minor: 0,
      discount_minor: 0,
      freight_minor: 0,
      total_minor: 0,
      requires_shipping: true,
      agreed: JSON.stringify(agreed),
    })
    .execute()
}
