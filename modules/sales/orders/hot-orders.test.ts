import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { cartView, changeLine } from '#sales/carts'
import { coolDown, hotVariants, markHot, outOfStock, reservationsOf } from '#supply/inventory'
import { later } from '#test/context'
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

/** A shop in which a variant becomes hot when more than so many orders of one second wait for each other. */
async function aShopHotAt(most: number): Promise<SellingShop> {
  const shop = await aSellingShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'inventory.hotAt', most))
  return shop
}

async function aRush(shop: SellingShop, goods: Awaited<ReturnType<typeof aProduct>>) {
  const buyers = await Promise.all(Array.from({ length: 16 }, () => aBuyer(shop, [{ of: goods }])))
  const results = await Promise.allSettled(buyers.map(place))
  return results.filter(({ status }) => status === 'fulfilled').length
}

test('F03 a variant that a crowd wants is hot by itself from the next order on, staff are told, and none too many is sold', async () => {
  const shop = await aShopHotAt(3)
  const goods = await aProduct(shop, { onHand: 20 })

  const first = await aRush(shop, goods)
  const second = await aRush(shop, goods)

  expect([first, second]).toEqual([16, 4])
  expect(await hotVariants(shop.ctx)).toEqual(new Set([goods.variantId]))
  const told = (await openNotices(shop.ctx, new Set(['stock.adjust']))).filter(({ kind }) => kind === 'stock.hot')
  expect(told).toMatchObject([{ subject: 'variant', subjectId: goods.variantId, data: { sku: goods.sku } }])
  expect(await stockOf(shop.ctx, goods.variantId)).toEqual({ onHand: 20, reserved: 20, available: 0 })
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('F03 what is hot by itself no longer is ten minutes after the crowd has gone, and its notice is settled', async () => {
  const shop = await aShopHotAt(3)
  const goods = await aProduct(shop, { onHand: 40 })
  const afterwards = { ...shop, ctx: later(shop.ctx, { minutes: 4 }) }
  await aRush(shop, goods)
  await aRush(afterwards, goods)

  await coolDown(later(shop.ctx, { minutes: 13 }))
  expect(await hotVariants(shop.ctx)).toEqual(new Set([goods.variantId]))
  await coolDown(later(shop.ctx, { minutes: 14 }))

  expect(await hotVariants(shop.ctx)).toEqual(new Set())
  expect(await openNotices(shop.ctx, new Set(['stock.adjust']))).toEqual([])
})

test('F03 while the crowd is still there what is hot stays it', async () => {
  const shop = await aShopHotAt(3)
  const goods = await aProduct(shop, { onHand: 40 })
  const { shopId, now } = shop.ctx
  const hot = { shop_id: shopId, variant_id: goods.variantId, since: now, until: now.add({ minutes: 1 }) }
  await db.insertInto('supply.hot_variants').values(hot).execute()
  await aRush(shop, goods)
  await aRush(shop, goods)

  await coolDown(later(shop.ctx, { minutes: 9 }))
  expect(await hotVariants(shop.ctx)).toEqual(new Set([goods.variantId]))
})

test('F03 buyers who come one after the other make nothing hot, nor does a crowd where the shop does not wish it', async () => {
  const [calm, unwilling] = [await aShopHotAt(3), await aShopHotAt(0)]
  const goods = await aProduct(calm, { onHand: 20 })
  for (let count = 0; count < 6; count++) await place(await aBuyer(calm, [{ of: goods }]))

  const wanted = await aProduct(unwilling, { onHand: 40 })
  await aRush(unwilling, wanted)
  await aRush(unwilling, wanted)

  expect(await hotVariants(calm.ctx)).toEqual(new Set())
  expect(await hotVariants(unwilling.ctx)).toEqual(new Set())
})

test('F03 what staff have marked stays hot, although a crowd was there first', async () => {
  const shop = await aShopHotAt(3)
  const goods = await aProduct(shop, { onHand: 40 })
  await aRush(shop, goods)
  await aRush(shop, goods)

  await markHot(shop.ctx, { variantId: goods.variantId, hot: true })
  await coolDown(later(shop.ctx, { days: 1 }))

  expect(await hotVariants(shop.ctx)).toEqual(new Set([goods.variantId]))
})
