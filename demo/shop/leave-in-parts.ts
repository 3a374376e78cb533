import { type OrderId, orderCan } from '#model/sales/orders'
import type { LotId } from '#model/supply/inventory'
import type { Context } from '#platform/context'
import { tellWaiting } from '#platform/events'
import { addToCart, cartView } from '#sales/carts'
import { sendPart } from '#sales/desk'
import { loadOrder, placeOrder, quoteCheckout, reviewOrder } from '#sales/orders'
import { blockLot, lotsOf } from '#supply/inventory'
import { dice } from './dice.ts'
import { emptyTheCart } from './full-cart.ts'
import { payFor } from './pay-for.ts'
import { at } from './stage.ts'
import type { Good } from './stock-goods.ts'
import { type Tale, workdayFrom } from './story.ts'
import { timeline } from './timeline.ts'

/** Of three things that somebody ordered three days ago two have left: the third was found flawed, and follows when good ones are in. */
export async function leaveInParts(town: Omit<Tale, 'chance'>, until: Temporal.Instant): Promise<void> {
  const { stage, cast, goods, person } = town
  const hoursAgo = (hours: number, who = cast.staff.owner) => at(stage, cast.shopId, who, until.subtract({ hours }))
  const tell = (hours: number) => tellWaiting(hoursAgo(hours), stage.listeners)
  const { lotId, good } = await plainest(hoursAgo(72), goods)
  const liked = goods.filter(({ productId }) => productId !== good.productId).toSorted((a, b) => b.charm - a.charm)
  const buyer = hoursAgo(72, person.actor)
  const orderId = await order(buyer, person, [liked[0]!, liked[5]!, good])
  await payFor(stage, buyer, orderId)
  await tell(72)
  const service = hoursAgo(71, cast.staff.service)
  if (orderCan(await loadOrder(service, orderId), 'review'))
    await reviewOrder(service, { orderId, decision: 'approve' })
  await blockLot(hoursAgo(70, cast.staff.warehouse), { lotId, reason: '开箱抽检发现细裂，停售，等厂家换货' })
  await tell(70)
  await sendPart({ ...service, now: hoursAgo(69).now }, { orderId })
  await tell(69)
  const leaving = workdayFrom({ ...town, chance: dice(7) }, hoursAgo(69).now, orderId)
  await timeline(leaving.map((moment) => ({ ...moment, who: person }))).until(until, () => tell(0))
}

/** What people like least of the goods that do not go off, and its one lot: hardly anybody else waits for it. */
async function plainest(ctx: Context, goods: readonly Good[]): Promise<{ good: Good; lotId: LotId }> {
  for (const good of goods.filter(({ shelfLifeDays }) => !shelfLifeDays).toSorted((a, b) => a.charm - b.charm)) {
    const [lot, ...others] = await lotsOf(ctx, good.variantId)
    if (lot && others.length === 0) return { good, lotId: lot.id }
  }
  throw new Error('everything in the demo shop goes off')
}

async function order(buyer: Context, { addressId }: Tale['person'], wanted: readonly Good[]): Promise<OrderId> {
  await emptyTheCart(buyer)
  for (const { variantId } of wanted) await addToCart(buyer, { variantId, quantity: 1 })
  const { id: cartId } = await cartView(buyer)
  const { total } = await quoteCheckout(buyer, { cartId: cartId!, addressId })
  return (await placeOrder(buyer, { cartId: cartId!, addressId, expectedTotal: total })).id
}
