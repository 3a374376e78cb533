import type { OrderTag } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { commentOrder } from '#sales/desk'
import { findOrders, linesOf, makeTag, markOrder, splitOrder, tagOrder } from '#sales/orders'
import { at, type Cast, type Stage } from './stage.ts'

/** What the desk has put on the orders of today: flags, notes, tags, words to each other, and one order in two boxes. */
export async function sortTheOrders(stage: Stage, { shopId, staff }: Cast, now: Temporal.Instant): Promise<void> {
  const service = at(stage, shopId, staff.service, now)
  const [gift, maker, call] = await tagsOfTheShop(service)
  const { rows } = await findOrders(service, { limit: 30 })
  for (const [index, { id: orderId }] of rows.entries()) {
    if (index % 4 === 1) await tagOrder(service, { orderId, add: [gift.id] })
    if (index % 6 === 2) await tagOrder(service, { orderId, add: [maker.id, call.id] })
    if (index % 5 === 0) await markOrder(service, { orderId, flag: index % 2 === 0 ? 'red' : 'blue' })
    if (index % 7 === 3) await markOrder(service, { orderId, note: '买家希望周五前收到，优先配货' })
    if (index % 9 === 4) await commentOrder(service, { orderId, words: '已和买家确认杯子颜色，可以发货' })
  }
  await splitOne(service)
}

async function tagsOfTheShop(ctx: Context): Promise<[OrderTag, OrderTag, OrderTag]> {
  return [
    await makeTag(ctx, { name: '送礼', color: 'purple' }),
    await makeTag(ctx, { name: '等厂家回复', color: 'blue' }),
    await makeTag(ctx, { name: '先打电话', color: 'amber' }),
  ]
}

/** The first order with two lines that the warehouse has and nobody has begun to pick: its second line leaves by itself. */
async function splitOne(ctx: Context): Promise<void> {
  const { rows } = await findOrders(ctx, { headline: 'released', limit: 50 })
  for (const order of rows) {
    const lines = (await linesOf(ctx, order)).filter((line) => line.requiresShipping)
    if (lines.length < 2 || order.shipmentId) continue
    const isSplit = await splitOrder(ctx, { orderId: order.id, lines: [{ lineId: lines[1]!.id }] }).then(
      () => true,
      () => false, // being picked: the next one
    )
    if (isSplit) return
  }
}
