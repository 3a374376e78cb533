import { expect, test } from 'vitest'
import type { Order } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type Buyer, type Goods, payFor, type SellingShop, ship, track } from '#test/orders'
import { aCart } from '#test/people'
import { forgetRecipients } from './forget-recipients.ts'
import {
  cancelOrder,
  confirmReceipt,
  findOrders,
  mergeOrders,
  orderPage,
  placeOrder,
  quoteCheckout,
  revealRecipient,
} from './index.ts'
import { completeFinished } from './receive-order.ts'

const { db } = await testDatabase()
const days = (shop: SellingShop, count: number) => later(shop.ctx, { hours: 24 * count })

async function aCancelled(shop: SellingShop): Promise<Order> {
  const { order } = await anOrder(shop, { status: 'paid' })
  return cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
}

const stored = ({ ctx }: SellingShop, { id }: Pick<Order, 'id'>) =>
  db
    .selectFrom('sales.orders')
    .select(['recipient_cipher', 'phone_index', 'phone_last4_index', 'recipient_index', 'memo', 'requests'])
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

const boxesKept = async ({ ctx }: SellingShop, sourceId: string) =>
  (
    await db
      .selectFrom('supply.outbounds')
      .select('recipient_cipher')
      .where('shop_id', '=', ctx.shopId)
      .where('source_id', '=', sourceId)
      .execute()
  ).map((row) => row.recipient_cipher !== null)

const nothing = {
  recipient_cipher: null,
  phone_index: null,
  phone_last4_index: null,
  recipient_index: null,
  memo: '',
  requests: [],
}

test('SEC-03 three years after an order ended nobody can say who got it, and everything else of it stays', async () => {
  const shop = await aSellingShop(db)
  const order = await aCancelled(shop)
  await forgetRecipients(days(shop, 1_096))
  expect((await stored(shop, order)).recipient_cipher).not.toBeNull()

  await forgetRecipients(days(shop, 1_097))
  await forgetRecipients(days(shop, 1_098))

  expect(await stored(shop, order)).toEqual(nothing)
  expect(await boxesKept(shop, order.id)).toEqual([false])
  expect((await orderPage(shop.ctx, order.id)).recipient).toMatchObject({ name: '', phone: '', street: '' })
  expect((await findOrders(shop.ctx, { number: order.number })).rows).toMatchObject([
    { total: order.total, recipient: { name: '' } },
  ])
  const history = (await historyOf(shop.ctx, order.id)).map(({ type }) => type)
  expect(history.filter((type) => type === 'order.recipient_forgotten')).toHaveLength(1)
  await expect(revealRecipient(shop.ctx, { orderId: order.id, reason: '买家来电核对' })).rejects.toMatchObject({
    code: 'orders.recipient_forgotten',
  })
})

test('SEC-03 an order that is under way keeps its recipient however old it is, and a look does not prolong the time of one that ended', async () => {
  const shop = await aSellingShop(db)
  const { order: open } = await anOrder(shop, { status: 'released' })
  const ended = await aCancelled(shop)
  await revealRecipient(days(shop, 900), { orderId: ended.id, reason: '买家来电核对' })

  await forgetRecipients(days(shop, 1_500))

  expect((await stored(shop, open)).recipient_cipher).not.toBeNull()
  expect(await boxesKept(shop, open.id)).toEqual([true])
  expect((await stored(shop, ended)).recipient_cipher).toBeNull()
})

test('SEC-03 a shop may keep recipients longer and no shorter than the law asks, and another shop’s time is its own', async () => {
  const [patient, other] = [await aSellingShop(db), await aSellingShop(db)]
  const [kept, gone] = [await aCancelled(patient), await aCancelled(other)]
  const choose = (value: number) => transaction(patient.ctx, (tx) => changeSetting(tx, 'orders.recipientDays', value))
  await expect(choose(1_095)).rejects.toMatchObject({ kind: 'invalid' })
  await choose(2_000)

  for (const shop of [patient, other]) await forgetRecipients(days(shop, 1_999))

  expect((await stored(patient, kept)).recipient_cipher).not.toBeNull()
  expect((await stored(other, gone)).recipient_cipher).toBeNull()
})

test('SEC-03 a box of several orders keeps its recipient until the last of them is forgotten', async () => {
  const shop = await aSellingShop(db)
  const { order: first, buyer, goods } = await anOrder(shop, { status: 'paid' })
  const second = await another(shop, buyer, goods)
  const shipmentId = (await mergeOrders(shop.ctx, { orderIds: [first.id, second.id] }))[0]!.shipmentId!
  await ship(shop, shipmentId as unknown as Order['id'])
  await track(shop, shipmentId as unknown as Order['id'], 'signed')
  const ends = async ({ id }: Order, day: number) => {
    await confirmReceipt(days(shop, day), id)
    await completeFinished(days(shop, day + 8))
    await forgetRecipients(days(shop, day + 1_110))
  }

  await ends(first, 1)
  expect(await stored(shop, first)).toEqual(nothing)
  expect(await boxesKept(shop, shipmentId)).toContain(true)

  await ends(second, 1_200)
  expect(await boxesKept(shop, shipmentId)).not.toContain(true)
})

async function another(shop: SellingShop, { ctx, address }: Buyer, of: Goods): Promise<Order> {
  const wish = { cartId: await aCart(ctx, { of: of.variantId, quantity: 1 }), addressId: address.id }
  const { total } = await quoteCheckout(ctx, wish)
  const order = await placeOrder(ctx, { ...wish, expectedTotal: total })
  await payFor(shop, { ctx }, order.id)
  return order
}
