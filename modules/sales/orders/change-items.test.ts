import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money, sum } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import type { Order } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { paymentsOf, receiveNotice } from '#sales/payments'
import { availabilityOf, reservationsOf } from '#supply/inventory'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, asProvider, payFor, type SellingShop, ship } from '#test/orders'
import { changeItems, findOrder, linesOf, previewItems, startPayment } from './index.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const reason = '买家要求'

/** Two cups at 25.00 and a pot at 60.00, and something blue to take instead. */
async function anOrderOf(shop: SellingShop, status: 'placed' | 'paid') {
  const cup = await aProduct(shop, { onHand: 5 })
  const pot = await aProduct(shop, { price: money(6_000), onHand: 5 })
  const blue = await aProduct(shop, { price: money(2_000), onHand: 5 })
  const lines = [
    { of: cup, quantity: 2 },
    { of: pot, quantity: 1 },
  ]
  const sold = await anOrder(shop, { status, lines })
  const [first, second] = await linesOf(shop.ctx, sold.order)
  return { ...sold, cup, pot, blue, first: first!, second: second! }
}

const freeOf = async (shop: SellingShop, ...goods: readonly { variantId: string }[]) => {
  const found = await availabilityOf(shop.ctx, goods.map(({ variantId }) => variantId) as never[])
  return goods.map(({ variantId }) => found.get(variantId as never))
}

test('ORD-09 items of an unpaid order change: quantity, variant, a line less; price, shares and stock follow, and the preview says the same', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, cup, pot, blue, first, second } = await anOrderOf(shop, 'placed')
  await startPayment(buyer.ctx, { orderId: order.id })
  const input = {
    orderId: order.id,
    reason,
    lines: [
      { lineId: first.id, quantity: 3, variantId: blue.variantId },
      { lineId: second.id, quantity: 0 },
    ],
  }
  const seen = await previewItems(shop.ctx, { ...input, lines: input.lines.slice(1) }).catch((error) => error.code)
  expect(seen).toBe('payments.unconfirmed')
  const changed = await changeItems(shop.ctx, input)

  expect(changed.order).toMatchObject({ items: money(6_000), freight: money(0), total: money(6_000) })
  const lines = await linesOf(shop.ctx, order)
  expect(lines).toMatchObject([{ sku: blue.sku, quantity: 3, unitPrice: money(2_000), agreed: { sku: blue.sku } }])
  expect(sum(lines.map((line) => line.total))).toEqual(money(6_000))
  expect(await freeOf(shop, cup, pot, blue)).toEqual([5, 5, 2])
  await payFor(shop, buyer, order.id)
  expect((await paymentsOf(shop.ctx, order.id)).map(({ status, amount }) => [status, amount.minor])).toEqual([
    ['closed', 11_000],
    ['succeeded', 6_000],
  ])
  await ship(shop, order.id)
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('ORD-09 of a paid order pieces and lines are taken out: refunded at their shares, free again, and the rest goes out', async () => {
  const shop = await aSellingShop(db)
  const { order, cup, pot, first, second } = await anOrderOf(shop, 'paid')
  const input = {
    orderId: order.id,
    reason,
    lines: [
      { lineId: first.id, quantity: 1 },
      { lineId: second.id, quantity: 0 },
    ],
  }
  const seen = await previewItems(shop.ctx, input)
  expect(await now(shop, order)).toEqual(order)
  const changed = await changeItems(shop.ctx, input)
  expect(changed.refund).toEqual(money(8_500))
  expect({ ...seen, order: { ...seen.order, version: 0 } }).toEqual({
    ...changed,
    order: { ...changed.order, version: 0 },
  })
  await shop.tell()
  expect(await freeOf(shop, cup, pot)).toEqual([4, 5])
  expect((await outboundsOf(shop.ctx, order.id))[0]).toMatchObject({ status: 'released', lines: [{ quantity: 1 }] })
  expect((await changeItems(shop.ctx, { orderId: order.id, reason, lines: [] })).refund).toEqual(money(0))
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped', payment: 'partly_refunded' })
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
})

test('ORD-09 an order that was paid a moment ago keeps its items until it has heard of its money, which is then given back in part', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer, first } = await anOrderOf(shop, 'placed')
  const { number } = await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.pay(number)
  await receiveNotice(asProvider(shop.ctx), shop.gateway.noticeOf(number))
  const fewer = { orderId: order.id, reason, lines: [{ lineId: first.id, quantity: 1 }] }

  await expect(changeItems(shop.ctx, fewer)).rejects.toMatchObject({ code: 'orders.payment_arriving' })
  await shop.tell()
  expect((await changeItems(shop.ctx, fewer)).refund).toEqual(money(2_500))
})

test('ORD-09 ORD-11 what is missing is replaced by something cheaper, whose difference goes back', async () => {
  const shop = await aSellingShop(db)
  const { order, cup, blue, first } = await anOrderOf(shop, 'paid')
  const ctx = as(shop.ctx, mei)
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  const { picks } = await startPicking(ctx, { outboundId: outbound!.id })
  for (const pick of picks)
    await reportShort(ctx, { scanId: newId(), outboundId: outbound!.id, pickId: pick.id, reason: 'missing' })
  await shop.tell()
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'short' })

  const lines = [{ lineId: first.id, quantity: 2, variantId: blue.variantId }]
  const changed = await changeItems(shop.ctx, { orderId: order.id, reason, lines })
  expect(changed).toMatchObject({ refund: money(1_000), order: { fulfilment: 'released' } })
  await shop.tell()
  expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([
    { variantId: blue.variantId, quantity: 2 },
    { quantity: 1 },
  ])
  await ship(shop, order.id)
  expect(await now(shop, order)).toMatchObject({ fulfilment: 'shipped' })
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
  expect(cup.sku).not.toBe((await linesOf(shop.ctx, order))[0]!.sku)
})

test('ORD-09 only lines of the order change, and goods that are sent are not swapped for a service', async () => {
  const shop = await aSellingShop(db)
  const { order, first } = await anOrderOf(shop, 'paid')
  const lesson = await aProduct(shop, { price: money(2_000), requiresShipping: false, onHand: 0 })
  for (const line of [
    { lineId: newId<'OrderLine'>(), quantity: 1 },
    { lineId: first.id, quantity: 2, variantId: lesson.variantId },
  ])
    await expect(changeItems(shop.ctx, { orderId: order.id, reason, lines: [line] })).rejects.toMatchObject({
      code: 'orders.item_not_in_order',
      details: { field: `lines.${line.lineId}` },
    })
  expect(await now(shop, order)).toMatchObject({ version: order.version })
})

test('ORD-09 a paid order does not become dearer, unless the shop bears the difference', async () => {
  const shop = await aSellingShop(db)
  const { order, pot, first } = await anOrderOf(shop, 'paid')
  const dearer = { orderId: order.id, reason, lines: [{ lineId: first.id, quantity: 2, variantId: pot.variantId }] }
  await expect(changeItems(shop.ctx, dearer)).rejects.toMatchObject({
    code: 'orders.items_dearer',
    details: { paid: money(5_000), now: money(12_000) },
  })
  await expect(
    changeItems(shop.ctx, { orderId: order.id, reason, lines: [{ lineId: first.id, quantity: 3 }] }),
  ).rejects.toMatchObject({ code: 'orders.items_dearer' })
  const changed = await changeItems(shop.ctx, { ...dearer, acceptDearer: true })
  expect(changed).toMatchObject({ refund: money(0), order: { total: order.total } })
  expect((await outboundsOf(shop.ctx, order.id))[0]!.lines.map(({ sku }) => sku)).toEqual([pot.sku, pot.sku])
})

test('ORD-09 taking out every line cancels the order, and once picking has begun nothing changes', async () => {
  const shop = await aSellingShop(db)
  const { order, first, second } = await anOrderOf(shop, 'paid')
  const all = [first, second].map(({ id }) => ({ lineId: id, quantity: 0 }))
  expect((await previewItems(shop.ctx, { orderId: order.id, reason, lines: all })).order.status).toBe('cancelled')
  await startPicking(as(shop.ctx, mei), { outboundId: (await outboundsOf(shop.ctx, order.id))[0]!.id })
  await expect(changeItems(shop.ctx, { orderId: order.id, reason, lines: all })).rejects.toMatchObject({
    code: 'warehouse.outbound_under_way',
  })
  expect(await now(shop, order)).toEqual(order)
})

test('ORD-09 whatever is changed, the preview names the money, the refund and the refusal that the change then comes to, stock and shares follow, and it leaves no trace by itself', async () => {
  const shop = await aSellingShop(db)
  const wish = fc.record({
    status: fc.constantFrom('placed' as const, 'paid' as const),
    cups: fc.integer({ min: 0, max: 4 }),
    pots: fc.integer({ min: 0, max: 2 }),
    swap: fc.boolean(),
    acceptDearer: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(wish, async ({ status, cups, pots, swap, acceptDearer }) => {
      const { order, cup, pot, blue, first, second } = await anOrderOf(shop, status)
      const free = () => freeOf(shop, cup, pot, blue)
      const before = [await now(shop, order), await free()]
      const lines = [
        { lineId: first.id, quantity: cups, ...(swap && { variantId: blue.variantId }) },
        { lineId: second.id, quantity: pots },
      ]
      const input = { orderId: order.id, reason, lines, acceptDearer }
      const seen = await previewItems(shop.ctx, input).then(unversioned, refused)
      expect([await now(shop, order), await free()]).toEqual(before)

      const done = await changeItems(shop.ctx, input).then(unversioned, refused)
      expect(done).toEqual(seen)
      if (typeof done !== 'string') expect(await freeAs(shop, done.stock, [cup, pot, blue])).toEqual(done.stock)
      await shop.tell()
      const changed = await now(shop, order)
      const left = await linesOf(shop.ctx, order)
      const held = piecesIn(await reservationsOf(shop.ctx, order.id))
      expect(piecesIn((await free()).map((quantity = 0) => ({ quantity }))) + held).toBe(15)
      if (changed.status === 'cancelled') expect(held).toBe(0)
      else expect(sum(left.map(({ total }) => total))).toEqual(changed.total)
      if (typeof done !== 'string') expect(held).toBe(cups + pots)
    }),
    { numRuns: 12 },
  )
})

const refused = ({ code }: { readonly code: string }) => code
type Changed = Awaited<ReturnType<typeof previewItems>>
const unversioned = ({ order, refund, stock }: Changed) => ({
  refund,
  stock,
  order: { ...order, version: 0 },
})
/** What was told of the stock, with what is really free now. */
const freeAs = (shop: SellingShop, told: Changed['stock'], goods: readonly { sku: string; variantId: string }[]) =>
  Promise.all(
    told.map(async (each) => ({
      ...each,
      after: (await freeOf(shop, goods.find(({ sku }) => sku === each.sku)!))[0],
    })),
  )
