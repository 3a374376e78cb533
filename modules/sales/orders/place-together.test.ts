import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { type Money, money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import type { Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { loadCart } from '#sales/carts'
import { openAttemptOf, paymentsOf, receiveNotice, refundsOf } from '#sales/payments'
import { availabilityOf, outOfStock } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, asProvider, type Goods, type SellingShop } from '#test/orders'
import { aCart, anAddress, aShopper, type ShopperContext } from '#test/people'
import {
  cancelOrder,
  cancelUnpaid,
  findOrder,
  linesOf,
  placeTogether,
  quoteCheckout,
  refundOrder,
  startPayment,
  totalChanged,
} from './index.ts'

const { db } = await testDatabase()

let shops: readonly [SellingShop, SellingShop]
let ann: ShopperContext

beforeEach(async () => {
  const first = await aSellingShop(db)
  shops = [first, await aSellingShop(db, { outside: { payments: first.ctx.outside.payments } })]
  ann = await aShopper(first.ctx)
})

const inShop = (ctx: ShopperContext, shopId: ShopId): ShopperContext => ({ ...ctx, shopId })
const gateway = () => shops[0].gateway
const reason = 'changed_mind'

/** Hands on what waits in both shops, until nothing is left in either. */
async function tell(): Promise<void> {
  for (let round = 0; round < 2; round++) for (const shop of shops) await shop.tell()
}

interface Basket {
  readonly goods: readonly Goods[]
  readonly wish: Parameters<typeof placeTogether>[1]
}

/** One product of each shop in the buyer's carts, at the last confirmation. */
async function aBasket(prices: readonly number[] = [2_500, 4_000]): Promise<Basket> {
  const address = await anAddress(ann, {})
  const goods: Goods[] = []
  const parts = []
  for (const [index, shop] of shops.entries()) {
    const of = await aProduct(shop, { price: money(prices[index]!) })
    goods.push(of)
    const there = inShop(ann, shop.ctx.shopId)
    const cartId = await aCart(there, { of })
    const { total } = await quoteCheckout(there, { cartId, addressId: address.id })
    parts.push({ shopId: shop.ctx.shopId, cartId, expectedTotal: total })
  }
  return { goods, wish: { addressId: address.id, parts } }
}

/** Both orders, in the order of `shops`. */
async function place(basket: Basket): Promise<[Order, Order]> {
  const placed = await placeTogether(ann, basket.wish)
  const [one, other] = [placed[0]!, placed[1]!]
  return (await findOrder(shops[0].ctx, one.id)) ? [one, other] : [other, one]
}

async function placeAndPay(prices?: readonly number[]): Promise<[Order, Order]> {
  const orders = await place(await aBasket(prices))
  await pay(orders[0])
  return orders
}

async function pay(order: Order): Promise<string> {
  const { number } = await startPayment(ann, { orderId: order.id })
  gateway().pay(number)
  await notify(number)
  return number
}

async function notify(number: string): Promise<void> {
  await receiveNotice(asProvider(shops[0].ctx), gateway().noticeOf(number))
  await tell()
}

const now = async (orders: readonly Order[]) =>
  Promise.all(shops.map(async (shop, index) => (await findOrder(shop.ctx, orders[index]!.id))!))
const depositsOf = async (ctx: Context) => Math.abs((await balanceOf(ctx, 'customer_deposits')).minor)
const totalOf = (orders: readonly Order[]) => orders.reduce((all, order) => all + order.total.minor, 0)

test('BIZ-04 a checkout over two shops makes one order in each with its own snapshot, and one payment pays both', async () => {
  const orders = await place(await aBasket())
  expect(orders.map((order) => order.checkoutId)).toEqual([orders[0].checkoutId, orders[0].checkoutId])
  expect(orders[0].checkoutId).not.toBeNull()
  for (const [index, shop] of shops.entries()) {
    const [line] = await linesOf(shop.ctx, orders[index]!)
    expect(line!.agreed).toMatchObject({ price: line!.unitPrice, terms: { dispatchHours: 48 } })
  }

  await pay(orders[0])

  expect(gateway().opened).toBe(1)
  expect(gateway().balance).toBe(totalOf(orders))
  expect(await now(orders)).toMatchObject([{ payment: 'paid' }, { payment: 'paid' }])
  for (const [index, shop] of shops.entries()) {
    const { total } = orders[index]!
    expect(await paymentsOf(shop.ctx, orders[index]!.id)).toMatchObject([{ captured: total, amount: total }])
    expect(await depositsOf(shop.ctx)).toBe(total.minor)
  }
})

test('placing the same carts again returns the same orders, and every event may come twice', async () => {
  const basket = await aBasket()
  const [placed, again] = [await place(basket), await place(basket)]
  expect(again.map((order) => order.id)).toEqual(placed.map((order) => order.id))

  const number = await pay(placed[0])
  await notify(number)
  for (const shop of shops) await shop.tell({ twice: true })
  expect(gateway().balance).toBe(totalOf(placed))
})

test('CHK-05 when one shop cannot serve or its price has moved, nothing is ordered in any', async () => {
  const { wish, goods } = await aBasket()
  const [mine, theirs] = wish.parts
  const dearer = { ...theirs!, expectedTotal: money(1) }
  await expect(placeTogether(ann, { ...wish, parts: [mine!, dearer] })).rejects.toMatchObject({
    code: totalChanged.code,
  })
  await anOrder(shops[1], { lines: [{ of: goods[1]!, quantity: 10 }], name: 'Bob' })
  await expect(placeTogether(ann, wish)).rejects.toMatchObject({
    code: outOfStock.code,
    details: { field: expect.stringContaining('lines.') },
  })

  expect(await availabilityOf(shops[0].ctx, [goods[0]!.variantId])).toEqual(new Map([[goods[0]!.variantId, 10]]))
  expect(await loadCart(ann, mine!.cartId)).toMatchObject({ status: 'active' })
})

test('PAY-07 cancelling one of the orders gives back its share only; the other goes on', async () => {
  const orders = await placeAndPay()
  await cancelOrder(inShop(ann, shops[1].ctx.shopId), { orderId: orders[1].id, reason })
  await tell()

  expect(await now(orders)).toMatchObject([{ status: 'open', payment: 'paid' }, { headline: 'cancelled' }])
  expect(await refundsOf(shops[1].ctx, orders[1].id)).toMatchObject([{ amount: orders[1].total, status: 'succeeded' }])
  expect(await refundsOf(shops[0].ctx, orders[0].id)).toEqual([])
  expect(gateway().balance).toBe(orders[0].total.minor)
  expect(await depositsOf(shops[0].ctx)).toBe(orders[0].total.minor)
  expect(await depositsOf(shops[1].ctx)).toBe(0)
})

test('PAY-07 both orders of one payment may be given back at the same moment: each its share, together all of it', async () => {
  for (let round = 0; round < 5; round++) {
    const before = gateway().balance
    const orders = await placeAndPay()
    await Promise.all(
      shops.map((shop, index) => cancelOrder(inShop(ann, shop.ctx.shopId), { orderId: orders[index]!.id, reason })),
    )
    await tell()
    expect((await now(orders)).map((order) => order.payment)).toEqual(['refunded', 'refunded'])
    expect(gateway().balance).toBe(before)
  }
})

test('an order cancelled before paying leaves the other to be paid by itself, by a new payment of its amount', async () => {
  const orders = await place(await aBasket())
  const { number } = await startPayment(ann, { orderId: orders[0].id })
  await cancelOrder(inShop(ann, shops[1].ctx.shopId), { orderId: orders[1].id, reason })
  expect(gateway().calls).toContain(`close ${number}`)
  expect(await openAttemptOf(shops[0].ctx, orders[0].id)).toBeUndefined()

  await pay(orders[0])
  expect(await now(orders)).toMatchObject([{ payment: 'paid' }, { status: 'cancelled', payment: 'awaiting' }])
  expect(gateway().balance).toBe(orders[0].total.minor)
})

test('C11 paying both while one is being cancelled: what is paid and what lives agree to the cent', async () => {
  for (let round = 0; round < 6; round++) {
    const before = gateway().balance
    const orders = await place(await aBasket())
    const { number } = await startPayment(ann, { orderId: orders[0].id })
    gateway().pay(number)
    await Promise.allSettled([
      notify(number),
      cancelOrder(inShop(ann, shops[1].ctx.shopId), { orderId: orders[1].id, reason }),
    ])
    await tell()

    const alive = (await now(orders)).filter((order) => order.status === 'open')
    expect(alive.every((order) => order.payment === 'paid')).toBe(true)
    expect(gateway().balance - before).toBe(totalOf(alive))
  }
})

test('money for both that comes after one was cancelled pays the other, and the rest goes back', async () => {
  const orders = await place(await aBasket())
  const { number } = await startPayment(ann, { orderId: orders[0].id })
  await cancelOrder(inShop(ann, shops[1].ctx.shopId), { orderId: orders[1].id, reason })
  gateway().pay(number)
  await notify(number)

  expect(await now(orders)).toMatchObject([{ payment: 'paid' }, { status: 'cancelled' }])
  expect(await paymentsOf(shops[1].ctx, orders[1].id)).toMatchObject([{ surplus: true, refunded: orders[1].total }])
  expect(gateway().balance).toBe(orders[0].total.minor)
})

test('ORD-01 when the time to pay is over, all orders of the checkout are cancelled and their goods are free again', async () => {
  const basket = await aBasket()
  const orders = await place(basket)
  await startPayment(ann, { orderId: orders[0].id })
  for (const shop of shops) await cancelUnpaid({ ...shop.ctx, now: shop.ctx.now.add({ minutes: 31 }) })

  expect(await now(orders)).toMatchObject([{ cancelReason: 'unpaid' }, { cancelReason: 'unpaid' }])
  for (const [index, shop] of shops.entries()) {
    const { variantId } = basket.goods[index]!
    expect(await availabilityOf(shop.ctx, [variantId])).toEqual(new Map([[variantId, 10]]))
  }
})

test('two clicks on "pay" from the pages of both orders open one payment', async () => {
  const orders = await place(await aBasket())
  const numbers = await Promise.all(
    shops.map((shop, index) => startPayment(inShop(ann, shop.ctx.shopId), { orderId: orders[index]!.id })),
  )
  expect(numbers[0]!.number).toBe(numbers[1]!.number)
  expect(gateway().opened).toBe(1)
})

test('I22 whatever is given back of orders paid together, shares sum to the payment and none gives back more than it took', async () => {
  const amount = fc.integer({ min: 1, max: 20_000 })
  const refunds = fc.array(fc.record({ of: fc.constantFrom(0, 1), minor: amount }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(amount, amount, refunds, async (one, other, wishes) => {
      const orders = await placeAndPay([one, other])
      for (const [index, { of, minor }] of wishes.entries())
        await giveBack(shops[of]!, orders[of]!, money(minor), index).catch(() => {})

      const shares = await Promise.all(
        shops.map(async (shop, index) => (await paymentsOf(shop.ctx, orders[index]!.id))[0]!),
      )
      const sum = (pick: (share: (typeof shares)[number]) => Money) =>
        shares.reduce((all, share) => all + pick(share).minor, 0)
      expect(sum((share) => share.amount)).toBe(shares[0]!.whole.minor)
      const { refund_minor } = await db
        .selectFrom('sales.payments')
        .select('refund_minor')
        .where('id', '=', shares[0]!.id)
        .executeTakeFirstOrThrow()
      expect(sum((share) => share.refunded)).toBe(refund_minor)
      expect(shares.every((share) => share.refunded.minor <= share.captured.minor)).toBe(true)
    }),
    { numRuns: 8 },
  )
})

const giveBack = (shop: SellingShop, { id }: Order, amount: Money, index: number) =>
  transaction(shop.ctx, (tx) =>
    refundOrder(tx, { orderId: id, cause: `test.${index}`, causeId: id, reason: 'goodwill', amount }),
  )
