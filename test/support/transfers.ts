import { newId } from '#kernel/id'
import type { BinId, WarehouseId } from '#model/supply/inventory'
import type { TransferId } from '#model/supply/transfers'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { askTransfer, linesOf } from '#sales/orders'
import { addBins, openWarehouse } from '#supply/inventory'
import { as, mei } from './context.ts'
import { anOrder, aProduct, type Goods, type SellingShop } from './orders.ts'

/** A second warehouse, asked after the first, with a shelf and a place for what cannot be sold. */
export async function aSecondWarehouse({
  ctx,
}: Pick<SellingShop, 'ctx'>): Promise<{ warehouseId: WarehouseId; binId: BinId }> {
  const warehouseId = await openWarehouse(ctx, {
    code: `W-${newId().slice(-6)}`,
    name: '上海仓',
    nameEn: 'Shanghai',
    contactName: '林',
    contactPhone: '13900000002',
    districtCode: '310115',
    street: '仓后路 2 号',
    priority: 200,
  })
  const [bin] = await addBins(ctx, {
    warehouseId,
    bins: [
      { code: 'B-01', zone: 'pick', pathOrder: 1 },
      { code: 'B-Q', zone: 'quarantine', pathOrder: 9 },
    ],
  })
  return { warehouseId, binId: bin!.id }
}

/** A paid order that waits, whose goods lie in the first warehouse and were asked for the second. */
export async function anAskedTransfer(
  shop: SellingShop,
  { quantity = 2, onHand = 5, of }: { quantity?: number; onHand?: number; of?: Goods } = {},
) {
  const { ctx, warehouseId: from } = shop
  await transaction(ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const goods = of ?? (await aProduct(shop, { onHand }))
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: goods, quantity }] })
  await transaction(ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', true))
  const { warehouseId: to, binId } = await aSecondWarehouse(shop)
  const [line] = await linesOf(ctx, order)
  const wish = {
    orderId: order.id,
    fromWarehouseId: from,
    toWarehouseId: to,
    neededBy: ctx.now.add({ hours: 24 }),
    reason: '与上海仓的商品一起发',
    lines: [{ lineId: line!.id, quantity }],
  }
  const { id } = await askTransfer(as(ctx, mei), wish)
  return { transferId: id as TransferId, goods, from, to, toBin: binId, wish, order: { ...order, lineId: line!.id } }
}
