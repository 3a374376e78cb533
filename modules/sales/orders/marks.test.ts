import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { OrderId } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop } from '#test/orders'
import type { OrderFilter } from './find-orders.ts'
import { countFound, findOrders, foundIds, linesOf, markOrder, orderPage, reviewOrder } from './index.ts'

const { db } = await testDatabase()
const shop = await aSellingShop(db)
const foundBy = async (filter: OrderFilter, ctx = shop.ctx) => (await findOrders(ctx, filter)).rows.map(({ id }) => id)

test('ORD-16 staff flag an order and note something on it; both are found, told in its history and hidden from its buyer', async () => {
  const { order, buyer } = await anOrder(shop, { status: 'paid' })
  await markOrder(shop.ctx, { orderId: order.id, flag: 'red' })
  const { before, after } = await markOrder(as(shop.ctx, mei), { orderId: order.id, note: ' 买家要周五前到 ' })

  expect([before, after]).toEqual([
    { flag: 'red', note: '' },
    { flag: 'red', note: '买家要周五前到' },
  ])
  expect(await foundBy({ flag: 'red' })).toEqual([order.id])
  expect(await foundBy({ noted: true })).toEqual([order.id])
  expect(await foundBy({ flag: 'green' })).toEqual([])
  expect((await findOrders(shop.ctx, { flag: 'red' })).rows[0]!.mark).toEqual(after)
  expect((await orderPage(buyer.ctx, order.id)).mark).toEqual({ flag: null, note: '' })
  const told = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.marked')
  expect(told.map(({ actorName }) => actorName)).toEqual(['Lin', 'Mei'])
})

test('the same mark again tells nothing; taken off, the order is found by it no more', async () => {
  const { order } = await anOrder(shop)
  const orderId = order.id
  const marks = () =>
    historyOf(shop.ctx, orderId).then((all) => all.filter(({ type }) => type === 'order.marked').length)
  await Promise.all([markOrder(shop.ctx, { orderId, flag: 'blue' }), markOrder(shop.ctx, { orderId, flag: 'blue' })])
  expect(await marks()).toBe(1)

  await markOrder(shop.ctx, { orderId, flag: null })
  expect(await foundBy({ flag: 'blue' })).toEqual([])
  expect(await marks()).toBe(2)
  await expect(markOrder(shop.ctx, { orderId: newId() as OrderId, flag: 'red' })).rejects.toMatchObject({
    code: 'orders.not_found',
  })
})

test('ORD-16 orders are found by SKU, carrier and amount among those of the last days, or of the days that are named', async () => {
  const own = await aSellingShop(db)
  const goods = await aProduct(own)
  const { order } = await anOrder(own, { lines: [{ of: goods, quantity: 2 }], status: 'paid' })
  const far = later(own.ctx, { days: 200 })
  const { sku } = (await linesOf(own.ctx, order))[0]!
  const total = order.total.minor

  expect(await foundBy({ sku }, own.ctx)).toEqual([order.id])
  expect(await foundBy({ sku: 'NOBODY-HAS-IT' }, own.ctx)).toEqual([])
  expect(await foundBy({ carrier: order.carrier, amountFrom: total, amountTo: total }, own.ctx)).toEqual([order.id])
  expect(await foundBy({ amountFrom: total + 1 }, own.ctx)).toEqual([])
  expect(await foundBy({ amountFrom: total }, far)).toEqual([])
  expect(await foundBy({ amountFrom: total, sku }, far)).toEqual([order.id])
  expect(await foundBy({ amountFrom: total, from: Temporal.PlainDate.from('2026-01-01') }, far)).toEqual([order.id])
  expect(await countFound(own.ctx, { sku }, 1_000)).toBe(1)
  expect(await foundIds(own.ctx, {}, 10)).toEqual([{ id: order.id, number: order.number }])
  expect(await countFound(own.ctx, {}, 0)).toBe(1)
})

test('ORD-03 a held order is taken back among those that wait for review', async () => {
  const own = await aSellingShop(db)
  await transaction(own.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const { order } = await anOrder(own, { status: 'paid' })
  await reviewOrder(own.ctx, { orderId: order.id, decision: 'hold', note: '地址待核' })
  expect((await reviewOrder(own.ctx, { orderId: order.id, decision: 'resume' })).headline).toBe('in_review')
  await expect(reviewOrder(own.ctx, { orderId: order.id, decision: 'resume' })).rejects.toMatchObject({
    code: 'orders.cannot',
  })
})
