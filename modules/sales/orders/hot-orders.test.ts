import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { cartView, changeLine } from '#sales/carts'
import { markHot, outOfStock, reservationsOf } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop, place, type SellingShop } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'
import { placeOrder, quoteCheckout } from './index.ts'

const { db } = await testDatabase({ maxConnections: 20 })

async function aHotProduct(shop: SellingShop, onHand: number) {
  const goods = await aProduct(shop, { onHand })
  await markHot(shop.ctx, { variantId: goods.variantId, hot: true })
  return goods
}

test('ORD-01 twenty buyers of five pieces of a hot variant: five orders, although the last claim takes it from the shop window', async () => {
  const shop = await aSellingShop(db)
  const goods = await aHotProduct(shop, 5)
  const buyers = await Promise.all(Array.from({ length: 20 }, () => aBuyer(shop, [{ of: goods }])))

  const results = await Promise.allSettled(buyers.map(place))

  const orders = results.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(orders).toHaveLength(5)
  expect(results.every((each) => each.status === 'fulfilled' || isRefusal(each.reason, outOfStock))).toBe(true)
  for (const order of orders) expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([{ quantity: 1 }])
  expect(await stockOf(shop.ctx, goods.variantId)).toEqual({ onHand: 5, reserved: 5, available: 0 })
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('ORD-01 hot and other goods in one order: both are set aside until it must be paid', async () => {
  const shop = await aSellingShop(db)
  const [hot, tea] = [await aHotProduct(shop, 5), await aProduct(shop)]
  const buyer = await aBuyer(shop, [{ of: hot, quantity: 2 }, { of: tea }])

  const order = await place(buyer)

  const held = await reservationsOf(shop.ctx, order.id)
  expect(new Map(held.map(({ variantId, quantity }) => [variantId, quantity]))).toEqual(
    new Map([
      [hot.variantId, 2],
      [tea.variantId, 1],
    ]),
  )
  expect(held.every(({ expiresAt }) => expiresAt?.equals(order.payBy))).toBe(true)
})

test('ORD-01 the same cart placed twice at once is one order and one piece', async () => {
  const shop = await aSellingShop(db)
  const goods = await aHotProduct(shop, 5)
  const buyer = await aBuyer(shop, [{ of: goods }])

  const [one, two] = await Promise.all([place(buyer), place(buyer)])

  expect(two.id).toBe(one.id)
  expect(await stockOf(shop.ctx, goods.variantId)).toMatchObject({ reserved: 1 })
})

test('ORD-01 who is told of another total keeps the claim: the cart shows the goods, and the next try orders them', async () => {
  const shop = await aSellingShop(db)
  const goods = await aHotProduct(shop, 1)
  const [ann, bob] = [await aBuyer(shop, [{ of: goods }]), await aBuyer(shop, [{ of: goods }])]
  const wish = { cartId: ann.cartId, addressId: ann.address.id }
  const tooLittle = { ...ann.total, minor: 1 }

  await expect(placeOrder(ann.ctx, { ...wish, expectedTotal: tooLittle })).rejects.toMatchObject({
    code: 'orders.total_changed',
  })

  await expect(place(bob)).rejects.toMatchObject({ code: 'inventory.out_of_stock' })
  expect((await cartView(ann.ctx)).lines).toMatchObject([{ available: 1, problem: undefined }])
  expect((await cartView(bob.ctx)).invalid).toMatchObject([{ problem: 'sold_out' }])
  expect((await place(ann)).id).toBeDefined()
})

test('ORD-01 a buyer who changes the quantity after a claim gets what the cart says now', async () => {
  const shop = await aSellingShop(db)
  const goods = await aHotProduct(shop, 3)
  const buyer = await aBuyer(shop, [{ of: goods }])
  await expect(
    placeOrder(buyer.ctx, {
      cartId: buyer.cartId,
      addressId: buyer.address.id,
      expectedTotal: { ...buyer.total, minor: 1 },
    }),
  ).rejects.toThrow()
  const [line] = (await cartView(buyer.ctx)).lines

  await changeLine(buyer.ctx, { lineId: line!.id, quantity: 3 })
  const { total } = await quoteCheckout(buyer.ctx, {})
  const order = await place({ ...buyer, total })

  expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([{ quantity: 3 }])
  expect(await stockOf(shop.ctx, goods.variantId)).toEqual({ onHand: 3, reserved: 3, available: 0 })
})
