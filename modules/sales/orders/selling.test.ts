import { beforeEach, expect, test } from 'vitest'
import { changeSelling } from '#goods/listing'
import { type Money, money, sum } from '#kernel/money'
import type { Selling } from '#model/goods/catalog'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { cartView } from '#sales/carts'
import { createReduction } from '#sales/promotions'
import { carrierNotForGoods, parcelsOf, requestMissingWaybills } from '#supply/shipping'
import { outboundsOf, shipElsewhere, startPicking } from '#supply/warehouse'
import { onDelivery, sellForCash } from '#test/cash'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  aBuyer,
  addSf,
  anOrder,
  aProduct,
  aSellingShop,
  type Goods,
  payFor,
  place,
  type SellingShop,
  ship,
} from '#test/orders'
import { anAddressInput } from '#test/people'
import { carriersFor, changeItems, changeRecipient, findOrder, linesOf, quoteCheckout } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop

/** Beside ZTO, which goes everywhere but Xinjiang: SF, dearer, to Zhejiang and Xinjiang. */
beforeEach(async () => {
  shop = await aSellingShop(db)
  await addSf(shop, money(2_000))
})

const sell = ({ productId }: Goods, how: Partial<Selling>) =>
  changeSelling(shop.ctx, { productId, joinsReductions: true, carriers: [], makeDays: null, ...how })

const takeOff = (threshold: number, off: number) =>
  createReduction(shop.ctx, {
    name: '满减',
    nameEn: 'Off',
    thresholdMinor: threshold,
    offMinor: off,
    startsAt: shop.ctx.now.subtract({ hours: 1 }),
    endsAt: shop.ctx.now.add({ hours: 24 }),
  })

const amounts = (all: readonly { readonly discount: Money }[]) => all.map((line) => line.discount.minor)

test('CAT-10 goods sold without reductions neither reach a threshold nor become cheaper by one', async () => {
  const [tea, ring] = [await aProduct(shop), await aProduct(shop, { price: money(8_000) })]
  await takeOff(10_000, 1_000)
  await sell(ring, { joinsReductions: false })

  const short = await aBuyer(shop, [{ of: tea }, { of: ring }])
  expect(await quoteCheckout(short.ctx, { cartId: short.cartId })).toMatchObject({
    discount: money(0),
    reduction: null,
  })
  expect((await cartView(short.ctx, short.cartId)).selected).toMatchObject({ next: { missing: money(7_500) } })

  const enough = await aBuyer(shop, [{ of: tea, quantity: 4 }, { of: ring }])
  const order = await place(enough)
  expect(order).toMatchObject({ items: money(18_000), discount: money(1_000) })
  const lines = await linesOf(shop.ctx, order)
  expect(amounts(lines)).toEqual([1_000, 0])
  expect(lines.map(({ agreed }) => agreed.reduction?.zh ?? null)).toEqual(['满减', null])
})

test('CAT-10 fewer pieces of reduced goods lose their part of the reduction, the others never had one', async () => {
  const [tea, ring] = [await aProduct(shop), await aProduct(shop, { price: money(8_000) })]
  await takeOff(10_000, 1_000)
  await sell(ring, { joinsReductions: false })
  const order = await place(await aBuyer(shop, [{ of: tea, quantity: 4 }, { of: ring }]))
  const [first] = await linesOf(shop.ctx, order)

  const { order: changed } = await changeItems(as(shop.ctx, mei), {
    orderId: order.id,
    lines: [{ lineId: first!.id, quantity: 2 }],
    reason: '买家改数量',
  })
  const lines = await linesOf(shop.ctx, order)
  expect([changed.discount, amounts(lines)]).toEqual([money(500), [500, 0]])
  expect(sum(lines.map((line) => line.total))).toEqual(changed.total)
})

test('CAT-10 an order goes with a carrier that may bring all of its goods, and at its freight', async () => {
  const [vase, tea] = [await aProduct(shop), await aProduct(shop)]
  await sell(vase, { carriers: ['SF'] })
  const { order } = await anOrder(shop, { lines: [{ of: vase }, { of: tea }] })

  expect(order).toMatchObject({ carrier: 'SF', freight: money(2_000) })
  expect(order.carrierWhy?.rejected).toMatchObject([{ carrier: 'ZTO', reason: 'not_for_goods' }])
  expect(await carriersFor(shop.ctx, order.id)).toMatchObject([{ carrier: 'SF', rejected: null }, { carrier: 'ZTO' }])
})

test('CAT-10 goods without a carrier in common name the line that has to be ordered separately', async () => {
  const [vase, tea] = [await aProduct(shop), await aProduct(shop)]
  await sell(vase, { carriers: ['SF'] })
  const buyer = await aBuyer(shop, [{ of: vase }, { of: tea }])
  await sell(tea, { carriers: ['ZTO'] })

  const { problems, lines, freightQuote } = await quoteCheckout(buyer.ctx, { cartId: buyer.cartId })
  const field = `lines.${lines.find((line) => line.variantId === tea.variantId)!.id}`
  expect([freightQuote, problems]).toMatchObject([null, [{ field, code: 'no_shared_carrier' }]])
  await expect(place(buyer)).rejects.toMatchObject({ code: 'orders.no_shared_carrier', details: { field } })
})

test('CAT-10 goods whose carriers do not reach an address that others reach are named', async () => {
  const [vase, tea] = [await aProduct(shop), await aProduct(shop)]
  await sell(vase, { carriers: ['SF'] })
  const buyer = await aBuyer(shop, [{ of: tea }, { of: vase }], { districtCode: '110105' })

  const { problems, lines } = await quoteCheckout(buyer.ctx, { cartId: buyer.cartId })
  const field = `lines.${lines.find((line) => line.variantId === vase.variantId)!.id}`
  expect(problems).toMatchObject([{ field, code: 'line_not_carried' }])
  await expect(place(buyer)).rejects.toMatchObject({ code: 'orders.line_not_carried', details: { field } })
})

test('CAT-10 services bind no carrier, whatever their listing says', async () => {
  const [lesson, tea] = [await aProduct(shop, { requiresShipping: false, onHand: 0 }), await aProduct(shop)]
  await sell(lesson, { carriers: ['SF'] })
  const { order } = await anOrder(shop, { lines: [{ of: lesson }, { of: tea }] })
  expect(order.carrier).toBe('ZTO')
})

test('CAT-10 neither the desk nor an outside warehouse sends goods with a carrier that may not bring them', async () => {
  const vase = await aProduct(shop)
  await sell(vase, { carriers: ['SF'] })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: vase }] })
  const staff = as(shop.ctx, mei)
  const recipient = { ...anAddressInput(), districtCode: '330106' }
  const barred = { code: carrierNotForGoods.code, details: { field: 'carrier', carrier: 'ZTO' } }

  await expect(changeRecipient(staff, { orderId: order.id, recipient, carrier: 'ZTO' })).rejects.toMatchObject(barred)
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const elsewhere = { outboundId: outbound!.id, carrier: 'ZTO', waybillNumber: 'W-1' }
  await expect(transaction(staff, (tx) => shipElsewhere(tx, elsewhere))).rejects.toMatchObject(barred)
  await ship(shop, order.id)
  expect((await parcelsOf(shop.ctx, order.id))[0]).toMatchObject({ carrier: 'SF', status: 'handed_over' })
})

test('CAT-10 no waybill is fetched for goods that may not go with their carrier any more: staff are told, and another one goes', async () => {
  const vase = await aProduct(shop)
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: vase }] })
  await sell(vase, { carriers: ['SF'] })
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const staff = as(shop.ctx, mei)
  await startPicking(staff, { outboundId: outbound!.id })
  await shop.tell()
  await requestMissingWaybills({ ...shop.ctx, now: shop.ctx.now.add({ minutes: 11 }) })

  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ carrier: 'ZTO', status: 'announced' }])
  const notices = await openNotices(shop.ctx, new Set(['outbound.read']))
  expect(notices.filter(({ kind }) => kind === 'parcel.not_for_goods')).toHaveLength(1)
  const recipient = { ...anAddressInput(), districtCode: '330106' }
  await changeRecipient(staff, { orderId: order.id, recipient, carrier: 'SF' })
  await shop.tell()
  const live = (await parcelsOf(shop.ctx, order.id)).filter(({ status }) => status !== 'cancelled')
  expect(live).toMatchObject([{ carrier: 'SF', status: 'labelled' }])
})

test('CAT-10 an order paid after its carrier was taken from its goods waits for a person', async () => {
  const vase = await aProduct(shop)
  const { order, buyer } = await anOrder(shop, { lines: [{ of: vase }] })
  await sell(vase, { carriers: ['SF'] })
  await payFor(shop, buyer, order.id)
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({
    review: 'waiting',
    reviewReasons: ['carrier_not_for_goods'],
  })
})

test('a change of how a listing is sold leaves its trace once, in its own shop', async () => {
  const tea = await aProduct(shop)
  await sell(tea, { carriers: ['SF', 'SF'] })
  await sell(tea, { carriers: ['SF'] })
  const events = await historyOf(shop.ctx, tea.productId)
  expect(events.map(({ data }) => data)).toEqual([
    {
      before: { joinsReductions: true, carriers: [], makeDays: null },
      after: { joinsReductions: true, carriers: ['SF'], makeDays: null },
    },
  ])
  const theirs = await aSellingShop(db)
  const { productId } = tea
  await expect(
    changeSelling(theirs.ctx, { productId, joinsReductions: false, carriers: [], makeDays: null }),
  ).rejects.toMatchObject({
    code: 'catalog.product_not_found',
  })
})

test('PAY-09 an outside warehouse sends no box to be paid to the courier with a carrier that takes no cash, others with whom it likes', async () => {
  await sellForCash(shop)
  const elsewhere = async ({ id }: { id: Parameters<typeof outboundsOf>[1] }) => {
    const [outbound] = await outboundsOf(shop.ctx, id)
    const shipped = { outboundId: outbound!.id, carrier: 'SF', waybillNumber: `SF-${outbound!.number}` }
    return transaction(as(shop.ctx, mei), (tx) => shipElsewhere(tx, shipped))
  }
  const { order: cash } = await onDelivery(shop)
  const { order } = await anOrder(shop, { status: 'paid' })

  await expect(elsewhere(cash)).rejects.toMatchObject({
    code: 'shipping.carrier_takes_no_cash',
    details: { field: 'carrier' },
  })
  expect(await elsewhere(order)).toMatchObject({ carrier: 'SF', status: 'handed_over' })
  expect((await outboundsOf(shop.ctx, order.id))[0]).toMatchObject({ carrier: 'SF' })
})
