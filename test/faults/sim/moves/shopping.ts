import type { VariantId } from '#model/goods/catalog'
import type { CartId, CartLineId } from '#model/sales/carts'
import type { AddressId } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import { actorOf } from '#office/accounts'
import type { AccountId, Actor } from '#platform/context'
import { addToCart, cartView, changeLine, removeLine } from '#sales/carts'
import {
  cancelOrder,
  checkPayment,
  confirmReceipt,
  payOnDelivery,
  placeOrder,
  quoteCheckout,
  startPayment,
} from '#sales/orders'
import { buyerPays } from '../provider.ts'
import { rows } from '../rows.ts'
import type { Move, Moves, Scene } from './move.ts'

export type Shopper = Actor & { readonly id: AccountId }

async function aShopper({ house, chance }: Scene): Promise<Shopper> {
  const found = await rows<{ id: AccountId; name: string }>(house.db)`
    select id, display_name as name from office.accounts where kind = 'shopper' order by id`
  const { id, name } = chance.pick(found)!
  return actorOf({ id, kind: 'shopper', displayName: name }) as Shopper
}

export interface OwnOrder {
  readonly id: OrderId
  readonly total: number
  readonly buyer: Shopper
}

/** One of the orders in this state, and its buyer. */
export async function anOrderIn({ house, chance }: Scene, state: string): Promise<OwnOrder | undefined> {
  const found = await rows<{ id: OrderId; total: number; customer: AccountId; name: string }>(house.db)`
    select o.id, o.total_minor as total, o.customer_id as customer, a.display_name as name
    from sales.orders o join office.accounts a on a.id = o.customer_id
    where ${state} in (o.status, o.payment_status, o.fulfilment_status, o.review_status, o.status || ' ' || o.payment_status,
      case when o.status = 'open' then o.fulfilment_status || ' open' end)
    order by o.id`
  const order = chance.pick(found)
  return (
    order && { ...order, buyer: actorOf({ id: order.customer, kind: 'shopper', displayName: order.name }) as Shopper }
  )
}

const browse: Move = async (scene) => {
  const by = await aShopper(scene)
  await scene.house.act({ name: `${by.name} looks at the cart`, by, work: (ctx) => cartView(ctx) })
}

const add: Move = async (scene) => {
  const { house, chance } = scene
  const by = await aShopper(scene)
  const goods = await rows<{ id: VariantId }>(house.db)`select id from goods.variants order by id`
  const at = chance.between(0, goods.length - 1)
  const quantity = chance.pick([1, 1, 1, 2, 3, 5])!
  const wish = { variantId: goods[at]!.id, quantity }
  await house.act({ name: `${by.name} takes ${quantity} of goods ${at}`, by, work: (ctx) => addToCart(ctx, wish) })
}

const change: Move = async (scene) => {
  const { house, chance } = scene
  const by = await aShopper(scene)
  const lines = await rows<{ id: CartLineId }>(house.db)`
    select l.id from sales.cart_lines l join sales.carts c on c.id = l.cart_id
    where c.customer_id = ${by.id} and c.status = 'active' order by l.id`
  const line = chance.pick(lines)
  if (!line) return
  const quantity = chance.between(0, 4)
  await house.act({
    name: `${by.name} wants ${quantity} of it`,
    by,
    work: (ctx) => (quantity === 0 ? removeLine(ctx, line.id) : changeLine(ctx, { lineId: line.id, quantity })),
  })
}

const checkOut: Move = async (scene) => {
  const { house, chance } = scene
  const carts = await rows<{ id: CartId; address: AddressId; customer: AccountId; name: string }>(house.db)`
    select c.id, d.id as address, c.customer_id as customer, a.display_name as name
    from sales.carts c join sales.addresses d on d.customer_id = c.customer_id join office.accounts a on a.id = c.customer_id
    where c.status = 'active' and exists (select from sales.cart_lines l where l.cart_id = c.id) order by c.id`
  const cart = chance.pick(carts)
  if (!cart) return
  const by = actorOf({ id: cart.customer, kind: 'shopper', displayName: cart.name }) as Shopper
  const wish = { cartId: cart.id, addressId: cart.address }
  const seen = await house.act({ name: `${by.name} sees the total`, by, work: (ctx) => quoteCheckout(ctx, wish) })
  if (!('answer' in seen)) return
  const { total } = seen.answer
  await house.world.meanwhile()
  await house.act({
    name: `${by.name} places an order of ${total.minor}`,
    by,
    work: (ctx) => placeOrder(ctx, { ...wish, expectedTotal: total }),
  })
}

const pay: Move = async (scene) => {
  const { house } = scene
  const order = await anOrderIn(scene, 'open awaiting')
  if (!order) return
  const { id: orderId, buyer: by, total } = order
  const opened = await house.act({
    name: `${by.name} pays ${total}`,
    by,
    work: (ctx) => startPayment(ctx, { orderId }),
  })
  if (!('answer' in opened)) return
  house.world.offered.add(opened.answer.number)
  house.say(`  ${by.name} ${buyerPays(house.world, opened.answer.number, total)}`)
}

/** Somebody who closed the page pays after all, on the provider's own page. */
const payLate: Move = async ({ house, chance }) => {
  const open = await rows<{ number: string; amount: number }>(house.db)`
    select number, amount_minor as amount from sales.payments where method <> 'cod' order by number`
  const waiting = open.filter(({ number }) => house.world.offered.has(number))
  const late = chance.pick(waiting)
  if (late) house.say(`  a late buyer ${buyerPays(house.world, late.number, late.amount)}`)
}

const ofOwn =
  (state: string, name: string, work: (order: OwnOrder) => Parameters<Scene['house']['act']>[0]['work']): Move =>
  async (scene) => {
    const order = await anOrderIn(scene, state)
    if (order) await scene.house.act({ name: `${order.buyer.name} ${name}`, by: order.buyer, work: work(order) })
  }

export const shopping: Moves = {
  browse: [3, browse],
  add: [14, add],
  change: [4, change],
  checkOut: [14, checkOut],
  pay: [16, pay],
  payLate: [4, payLate],
  payOnDelivery: [
    3,
    ofOwn(
      'open awaiting',
      'will pay the courier',
      ({ id }) =>
        (ctx) =>
          payOnDelivery(ctx, id),
    ),
  ],
  comeBack: [
    3,
    ofOwn(
      'awaiting',
      'is back from paying',
      ({ id }) =>
        (ctx) =>
          checkPayment(ctx, id),
    ),
  ],
  cancel: [
    3,
    ofOwn(
      'open',
      'cancels',
      ({ id }) =>
        (ctx) =>
          cancelOrder(ctx, { orderId: id, reason: 'changed_mind' }),
    ),
  ],
  receive: [
    4,
    ofOwn(
      'delivered',
      'has received it',
      ({ id }) =>
        (ctx) =>
          confirmReceipt(ctx, id),
    ),
  ],
}
