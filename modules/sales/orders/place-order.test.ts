import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { type KyselyPlugin, sql } from 'kysely'
import { expect, test } from 'vitest'
import { money, sum } from '#kernel/money'
import type { SaleItem } from '#model/goods/catalog'
import type { CartLineId } from '#model/sales/carts'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { activeCart, addToCart, cartView, lockCart, selectLines } from '#sales/carts'
import { createReduction } from '#sales/promotions'
import { availabilityOf, outOfStock, reservationsOf } from '#supply/inventory'
import { notReachable } from '#supply/shipping'
import { aContext, later } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, place, type SellingShop } from '#test/orders'
import { anAddress } from '#test/people'
import {
  findOrder,
  lineNotForSale,
  linesOf,
  loadOrder,
  orderNotFound,
  orderPage,
  placeOrder,
  quoteCheckout,
  totalChanged,
} from './index.ts'
import { priceUp } from './quote.ts'
import { markPaid } from './take-payment.ts'

const { db } = await testDatabase()

const aReduction = (shop: SellingShop, { from, off }: { from: number; off: number }) =>
  createReduction(shop.ctx, {
    name: `满${from / 100}减${off / 100}`,
    nameEn: 'Autumn',
    thresholdMinor: from,
    offMinor: off,
    startsAt: shop.ctx.now.subtract({ hours: 1 }),
    endsAt: shop.ctx.now.add({ hours: 240 }),
  })

const setPrice = (shop: SellingShop, variantId: string, minor: number) =>
  db
    .updateTable('goods.prices')
    .set({ list_minor: minor })
    .where('shop_id', '=', shop.ctx.shopId)
    .where('variant_id', '=', variantId)
    .execute()

test('CHK-03 the last confirmation shows every part of the amount: goods, reduction, freight, total', async () => {
  const shop = await aSellingShop(db)
  await aReduction(shop, { from: 6_000, off: 700 })
  const tea = await aProduct(shop, { price: money(2_500) })
  const cup = await aProduct(shop, { price: money(3_000), name: '茶杯' })
  const { ctx, cartId, address } = await aBuyer(shop, [{ of: tea, quantity: 2 }, { of: cup }])

  const checkout = await quoteCheckout(ctx, { cartId, addressId: address.id })

  expect(checkout).toMatchObject({
    items: money(8_000),
    discount: money(700),
    freight: money(800),
    total: money(8_100),
    reduction: { off: money(700), name: { zh: '满60减7' } },
    freightQuote: { carrier: 'ZTO', freeFrom: money(9_900) },
    problems: [],
  })
  expect(checkout.lines.map((line) => line.discount.minor)).toEqual([438, 262])
})

test('CHK-03 an order shows its reduction by the name in the language of whoever looks, and keeps the one it was placed with', async () => {
  const shop = await aSellingShop(db)
  await aReduction(shop, { from: 1_000, off: 100 })
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop, { price: money(2_500) }) }])
  const { id } = await place(buyer)

  expect((await orderPage(buyer.ctx, id)).order.reductionName).toBe('满10减1')
  expect((await orderPage({ ...buyer.ctx, locale: 'en' }, id)).order.reductionName).toBe('Autumn')
  expect((await loadOrder({ ...buyer.ctx, locale: 'en' }, id)).reductionName).toBe('满10减1')
})

test('CHK-06 dispatch within 48 hours and the days of arrival are shown before the order, and kept on it', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
  const { promised, payWithinMinutes } = await quoteCheckout(buyer.ctx, { cartId: buyer.cartId })

  expect(promised).toEqual({
    dispatchHours: 48,
    dispatchBy: shop.ctx.now.add({ hours: 48 }),
    arrivesFrom: Temporal.PlainDate.from('2026-03-04'),
    arrivesTo: Temporal.PlainDate.from('2026-03-08'),
  })
  expect(payWithinMinutes).toBe(30)
  expect(await place(buyer)).toMatchObject({ arrivesFrom: promised?.arrivesFrom, arrivesTo: promised?.arrivesTo })
})

test('CHK-06 the promised days move with the payment, counted in the zone of the shop', async () => {
  const shop = await aSellingShop(db, { now: Temporal.Instant.from('2026-03-02T15:50:00Z') })
  const { order } = await anOrder(shop)
  expect(order.arrivesFrom).toEqual(Temporal.PlainDate.from('2026-03-04'))

  const afterMidnight = Temporal.Instant.from('2026-03-02T16:05:00Z')
  const paid = await transaction({ ...shop.ctx, now: afterMidnight }, (tx) => markPaid(tx, order, afterMidnight))

  expect(paid.arrivesFrom).toEqual(Temporal.PlainDate.from('2026-03-05'))
  expect(paid.dispatchBy).toEqual(afterMidnight.add({ hours: 48 }))
})

test('CHK-05 the confirmation names every line and field that stands in the way', async () => {
  const shop = await aSellingShop(db)
  const [gone, few, dearer] = [await aProduct(shop), await aProduct(shop, { onHand: 3 }), await aProduct(shop)]
  const { ctx, cartId } = await aBuyer(shop, [{ of: gone }, { of: few, quantity: 2 }, { of: dearer }])
  await addToCart(ctx, { variantId: few.variantId, quantity: 2 })
  await setPrice(shop, dearer.variantId, 2_900)
  await db.updateTable('goods.products').set({ status: 'delisted' }).where('id', '=', gone.productId).execute()
  const faraway = await anAddress(ctx, { districtCode: '650102' })

  const { problems } = await quoteCheckout(ctx, { cartId, addressId: faraway.id })

  const view = await cartView(ctx, cartId)
  const lineOf = (goods: { variantId: string }) =>
    `lines.${[...view.lines, ...view.invalid].find((line) => line.variantId === goods.variantId)?.id}`
  expect(problems.map(({ field, code }) => ({ field, code }))).toEqual(
    expect.arrayContaining([
      { field: lineOf(gone), code: 'delisted' },
      { field: lineOf(few), code: 'fewer_left' },
      { field: lineOf(dearer), code: 'price_changed' },
      { field: 'addressId', code: 'address_unreachable' },
    ]),
  )
  expect(problems).toHaveLength(4)
})

test('CHK-05 placing an order looks at stock, goods and address again and names what fails', async () => {
  const shop = await aSellingShop(db)
  const tea = await aProduct(shop, { onHand: 2 })
  const [ann, bob] = [await aBuyer(shop, [{ of: tea, quantity: 2 }]), await aBuyer(shop, [{ of: tea, quantity: 2 }])]
  await place(ann)

  const line = (await cartView(bob.ctx, bob.cartId)).invalid[0]!
  await expect(place(bob)).rejects.toMatchObject({
    code: outOfStock.code,
    details: { field: `lines.${line.id}`, wanted: 2, available: 0 },
  })

  const cup = await aProduct(shop)
  const cora = await aBuyer(shop, [{ of: cup }])
  const faraway = await anAddress(cora.ctx, { districtCode: '650102' })
  await expect(
    placeOrder(cora.ctx, { cartId: cora.cartId, addressId: faraway.id, expectedTotal: cora.total }),
  ).rejects.toMatchObject({
    code: notReachable.code,
    details: { field: 'districtCode' },
  })
  await db.updateTable('goods.products').set({ status: 'delisted' }).where('id', '=', cup.productId).execute()
  await expect(place(cora)).rejects.toMatchObject({
    code: lineNotForSale.code,
    details: { field: expect.stringMatching(/^lines\./) },
  })
  expect(
    await db.selectFrom('sales.orders').select('id').where('shop_id', '=', shop.ctx.shopId).execute(),
  ).toHaveLength(1)
})

test('CHK-02 an order keeps goods, address, delivery, remark and invoice wish, and only what was selected', async () => {
  const shop = await aSellingShop(db)
  const [tea, cup] = [await aProduct(shop), await aProduct(shop, { price: money(4_000) })]
  const { ctx, cartId, address } = await aBuyer(shop, [{ of: tea, quantity: 2 }, { of: cup }])
  const unwanted = (await cartView(ctx, cartId)).lines.find((line) => line.variantId === cup.variantId)!
  await selectLines(ctx, { lineIds: [unwanted.id], selected: false })
  const { total } = await quoteCheckout(ctx, { cartId, addressId: address.id })

  const order = await placeOrder(ctx, {
    cartId,
    addressId: address.id,
    expectedTotal: total,
    memo: '请下午送',
    invoiceWish: { kind: 'company', title: '杭州某某公司', taxNumber: '91330100MA27X0000X' },
  })

  expect(order).toMatchObject({
    headline: 'awaiting_payment',
    memo: '请下午送',
    carrier: 'ZTO',
    districtCode: '330106',
    invoiceWish: { kind: 'company', title: '杭州某某公司' },
    payBy: shop.ctx.now.add({ minutes: 30 }),
  })
  expect((await linesOf(ctx, order)).map((line) => line.variantId)).toEqual([tea.variantId])
  const rest = await activeCart(ctx)
  expect((await cartView(ctx, rest?.id)).lines.map((line) => line.variantId)).toEqual([cup.variantId])
})

test('CHK-02 nothing that was selected is nothing that can be ordered', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
  await selectLines(buyer.ctx, { selected: false })
  await expect(place(buyer)).rejects.toMatchObject({ code: 'orders.nothing_selected' })
  expect(await activeCart(buyer.ctx)).toMatchObject({ id: buyer.cartId })
})

test('the order that is answered is the order that is kept', async () => {
  const shop = await aSellingShop(db, { now: Temporal.Instant.from('2026-11-22T04:00:00.123456789Z') })
  const { ctx, ...buyer } = await aBuyer(shop, [{ of: await aProduct(shop) }])

  const order = await place({ ctx, ...buyer })

  expect(JSON.parse(JSON.stringify(order))).toEqual(JSON.parse(JSON.stringify(await loadOrder(ctx, order.id))))
})

test('BIZ-04 the order keeps what was agreed, whatever becomes of the goods', async () => {
  const shop = await aSellingShop(db)
  await aReduction(shop, { from: 4_000, off: 500 })
  const { order, goods } = await anOrder(shop)
  await setPrice(shop, goods.variantId, 9_900)
  await db
    .updateTable('goods.product_texts')
    .set({ name: '另一种茶' })
    .where('product_id', '=', goods.productId)
    .execute()

  const [line] = await linesOf(shop.ctx, (await findOrder(shop.ctx, order.id))!)

  expect(line?.agreed).toEqual({
    name: { zh: '龙井茶', en: 'Longjing tea' },
    specification: { zh: '100 克', en: '100 g' },
    sku: goods.sku,
    price: money(2_500),
    was: null,
    pictureId: null,
    reduction: { zh: '满40减5', en: 'Autumn' },
    terms: { returnPolicy: '2026-01', returnDays: 7, dispatchHours: 48 },
  })
  expect(line).toMatchObject({
    name: { zh: '龙井茶' },
    unitPrice: money(2_500),
    subtotal: money(5_000),
    discount: money(500),
  })
})

test('B17 a total that changed since the buyer looked is refused with each part of the new one', async () => {
  const shop = await aSellingShop(db)
  const tea = await aProduct(shop)
  const buyer = await aBuyer(shop, [{ of: tea }])
  await setPrice(shop, tea.variantId, 2_600)

  await expect(place(buyer)).rejects.toMatchObject({
    code: totalChanged.code,
    details: {
      field: 'expectedTotal',
      actual: money(3_400),
      parts: { items: money(2_600), freight: money(800), discount: money(0) },
    },
  })
  expect(await availabilityOf(shop.ctx, [tea.variantId])).toEqual(new Map([[tea.variantId, 10]]))
})

test('B01 sixty buyers, one piece: one order, and everybody else is told which line is sold out', async () => {
  const shop = await aSellingShop(db)
  const tea = await aProduct(shop, { onHand: 1 })
  const buyers = []
  for (let count = 0; count < 60; count++) buyers.push(await aBuyer(shop, [{ of: tea }]))

  const results = await Promise.allSettled(buyers.map(place))

  const refused = results.filter((result) => result.status === 'rejected')
  expect(refused).toHaveLength(59)
  for (const { reason } of refused) expect(reason).toMatchObject({ code: outOfStock.code, details: { available: 0 } })
  expect(await availabilityOf(shop.ctx, [tea.variantId])).toEqual(new Map([[tea.variantId, 0]]))
  const { rows } = await sql`select 1 from sales.orders where shop_id = ${shop.ctx.shopId}`.execute(db)
  expect(rows).toHaveLength(1)
})

test('B02 I13 a cart placed from two tabs at once becomes one order, and both get it', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity: 2 }])

  const orders = await Promise.all([place(buyer), place(buyer), place(buyer)])

  expect(new Set(orders.map((order) => order.id)).size).toBe(1)
  expect(await reservationsOf(shop.ctx, orders[0]!.id)).toHaveLength(1)
  expect((await place(buyer)).id).toBe(orders[0]!.id)
  expect((await historyOf(shop.ctx, orders[0]!.id)).map((event) => event.type)).toEqual(['order.placed'])
})

test('B03 the same idempotency key at once runs once and answers the same', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
  const repeat = { scope: 'test', key: 'k1', fingerprint: 'f' }
  const again = { ...buyer, ctx: { ...buyer.ctx, repeat } }

  const orders = await Promise.all([place(again), place(again)])

  expect(orders[0]!.number).toBe(orders[1]!.number)
})

test('I14 I15 an ordered cart names its order and the buyer has no other active cart', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  const cart = await db
    .selectFrom('sales.carts')
    .select(['status', 'order_id'])
    .where('id', '=', buyer.cartId)
    .executeTakeFirst()
  expect(cart).toEqual({ status: 'ordered', order_id: order.id })
  expect(await activeCart(buyer.ctx)).toBeUndefined()
})

test('I19 an order number that is taken is drawn again, and the database refuses a second one', async () => {
  const shop = await aSellingShop(db)
  const [first, second] = [(await anOrder(shop)).order, (await anOrder(shop)).order]
  const taken = db.updateTable('sales.orders').set({ number: first.number }).where('id', '=', second.id).execute()
  await expect(taken).rejects.toMatchObject({ constraint: 'orders_number_key' })
})

test('placing an order of two lines asks the database seven times, whatever the freight table and the reductions say', async () => {
  const shop = await aSellingShop(db)
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }, { of: await aProduct(shop), quantity: 2 }])
  const asked: string[] = []
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked.push(node.kind)
      return node
    },
    transformResult: async ({ result }) => result,
  }

  await place({ ...buyer, ctx: { ...buyer.ctx, db: db.withPlugin(counting) } })

  expect(asked).toHaveLength(7)
})

test('goods that arrive in the cart while its order waits for the lock are ordered or stay, and are never lost', async () => {
  const shop = await aSellingShop(db)
  const [tea, cup] = [await aProduct(shop), await aProduct(shop)]
  const buyer = await aBuyer(shop, [{ of: tea }])

  await addToCart(buyer.ctx, { variantId: cup.variantId, quantity: 1 })
  const locked = transaction(buyer.ctx, async (tx) => {
    const cart = await lockCart(tx, buyer.cartId)
    await sleep(50)
    await tx.db.updateTable('sales.cart_lines').set({ quantity: 2 }).where('cart_id', '=', cart.id).execute()
    await tx.db
      .updateTable('sales.carts')
      .set({ version: cart.version + 1 })
      .where('id', '=', cart.id)
      .execute()
  })
  await sleep(10)
  const waiting = transaction(buyer.ctx, (tx) => lockCart(tx, buyer.cartId))
  await locked

  expect((await waiting).lines.map(({ quantity }) => quantity)).toEqual([2, 2])
})

test('an order that costs nothing is paid without a payment and goes its way', async () => {
  const shop = await aSellingShop(db)
  await aReduction(shop, { from: 9_900, off: 9_900 })
  await db
    .updateTable('supply.freight_rules')
    .set({ first_fee_minor: 0, step_fee_minor: 0 })
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop, { price: money(9_900) }) }])
  const free = await place(buyer)
  expect(free).toMatchObject({ total: money(0), payment: 'paid', headline: 'pending' })
  expect(await reservationsOf(shop.ctx, free.id)).toMatchObject([{ expiresAt: null }])
  await shop.tell()
  expect(await findOrder(shop.ctx, free.id)).toMatchObject({ headline: 'released' })
  expect(shop.gateway.calls).toEqual([])
})

test('another shop and another buyer do not see an order', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const other = await aBuyer(shop, [{ of: await aProduct(shop) }], { name: 'Bob' })
  await expect(loadOrder(other.ctx, order.id)).rejects.toMatchObject({ code: orderNotFound.code })
  await expect(loadOrder(aContext(db), order.id)).rejects.toMatchObject({ code: orderNotFound.code })
  await expect(loadOrder(later(shop.ctx, { hours: 1 }), order.id)).resolves.toMatchObject({ id: order.id })
})

test('I11 I12 the parts of the lines sum to the parts of the order, for any prices, reduction and freight', () => {
  const line = fc.record({
    price: fc.integer({ min: 0, max: 5_000_000 }),
    quantity: fc.integer({ min: 1, max: 99 }),
    joinsReductions: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.nat(100),
      fc.nat(50_000),
      (wanted, percent, fee) => {
        const items = wanted.reduce((all, each) => all + each.price * each.quantity, 0)
        const reduced = wanted.filter((each) => each.joinsReductions)
        const off = Math.floor((reduced.reduce((all, each) => all + each.price * each.quantity, 0) * percent) / 100)
        const quote = priceUp(
          wanted.map(({ price, quantity, joinsReductions }, index) => ({
            id: `${index}` as CartLineId,
            quantity,
            item: {
              ...({} as SaleItem),
              price: money(price),
              weightGrams: 1,
              requiresShipping: true,
              selling: { joinsReductions, carriers: [], makeDays: null },
            },
          })),
          { currency: 'CNY', off: money(off), fee: money(fee) },
        )
        const totalOf = (part: 'subtotal' | 'discount' | 'freight' | 'total') =>
          sum(quote.lines.map((each) => each[part])).minor
        expect([totalOf('subtotal'), totalOf('discount'), totalOf('freight'), totalOf('total')]).toEqual([
          items,
          off,
          fee,
          items - off + fee,
        ])
        expect(
          quote.lines.every((each) => each.discount.minor >= 0 && each.discount.minor <= each.subtotal.minor),
        ).toBe(true)
      },
    ),
  )
})
