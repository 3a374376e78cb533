import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, sum } from '#kernel/money'
import type { Order, OrderLine } from '#model/sales/orders'
import { createStaff } from '#office/accounts'
import { balanceOf } from '#office/ledger'
import { presetShopRoles } from '#office/roles'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { paymentsOf, paymentUnconfirmed } from '#sales/payments'
import { reservationsOf, sweepReservations } from '#supply/inventory'
import { as, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop, notice, payFor, type SellingShop } from '#test/orders'
import { bargain, bargainLimits, findOrder, linesOf, startPayment } from './index.ts'
import { sharesOf } from './split-amounts.ts'

const { db } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!

/** A colleague with a role of the shop. */
async function colleague(shop: SellingShop, role: string): Promise<Context> {
  const id = await transaction(shop.ctx, async (tx) => {
    await presetShopRoles(tx)
    return createStaff(tx, {
      userName: `${role}-${shop.ctx.shopId.slice(-8)}`,
      displayName: role,
      password: 'bargain-2026',
      roles: [role],
    })
  })
  return as(shop.ctx, { ...lin, id, name: role })
}

const lowered = { goods: money(4_600), freight: money(800), reason: '老顾客' }

test('PRI-04 a service rep lowers price and freight of an unpaid order within the limit; shares, record and payment follow', async () => {
  const shop = await aSellingShop(db)
  const [cup, pot] = [await aProduct(shop), await aProduct(shop, { price: money(1_000) })]
  const { order, buyer } = await anOrder(shop, {
    lines: [
      { of: cup, quantity: 2 },
      { of: pot, quantity: 1 },
    ],
  })
  const service = await colleague(shop, 'service')
  const changed = await bargain(service, {
    orderId: order.id,
    goods: money(5_601),
    freight: money(600),
    reason: '老顾客',
  })

  expect(changed).toMatchObject({ discount: money(399), freight: money(600), total: money(6_201) })
  const lines = await linesOf(shop.ctx, order)
  expect(sum(lines.map((line) => line.total))).toEqual(money(6_201))
  expect(sum(lines.map((line) => line.discount))).toEqual(money(399))
  const [event] = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.price_changed')
  expect(event).toMatchObject({
    actorName: 'service',
    data: { reason: '老顾客', prices: { before: { total: money(6_800) }, after: { total: money(6_201) } } },
  })
  await payFor(shop, buyer, order.id)
  expect(await now(shop, order)).toMatchObject({ payment: 'paid', total: money(6_201) })
  expect(shop.gateway.balance).toBe(6_201)
  await expect(bargain(service, { orderId: order.id, ...lowered })).rejects.toMatchObject({ code: 'orders.cannot' })
})

test.each([
  ['service', 5_220],
  ['ops', 4_640],
  ['owner', 2_900],
])('PRI-04 %s may lower an order of 58.00 to %d and no further, in one step or several', async (role, least) => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const ctx = await colleague(shop, role)
  expect(await bargainLimits(ctx, order)).toEqual({ least: money(least), most: money(5_800) })
  await bargain(ctx, { orderId: order.id, goods: money(least - 700), freight: money(800), reason: '议价' })
  await expect(
    bargain(ctx, { orderId: order.id, goods: money(least - 801), freight: money(800), reason: '议价' }),
  ).rejects.toMatchObject({ code: 'orders.bargain_too_far', details: { least: money(least) } })
  await bargain(ctx, { orderId: order.id, goods: money(least - 800), freight: money(800), reason: '议价' })
  expect(await now(shop, order)).toMatchObject({ total: money(least) })
})

test('PRI-04 the freight alone may be lowered; what stands there already changes nothing', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const wish = { orderId: order.id, goods: money(5_000), freight: money(700), reason: '少收运费' }
  expect((await bargain(await colleague(shop, 'owner'), wish)).total).toEqual(money(5_700))
  await bargain(shop.ctx, wish)

  const changes = (await historyOf(shop.ctx, order.id)).filter(({ type }) => type === 'order.price_changed')
  expect(changes).toHaveLength(1)
})

test('PRI-04 an order that costs nothing keeps its goods however long it waits for a person', async () => {
  const shop = await aSellingShop(db)
  await transaction(shop.ctx, async (tx) => {
    await changeSetting(tx, 'orders.releaseAutomatically', false)
    await changeSetting(tx, 'orders.bargainOwner', 100)
  })
  const { order } = await anOrder(shop)
  const nothing = { goods: money(0), freight: money(0), reason: '赠送' }
  await bargain(await colleague(shop, 'owner'), { orderId: order.id, ...nothing })
  await shop.tell()

  await sweepReservations(later(shop.ctx, { days: 3 }))

  expect(await now(shop, order)).toMatchObject({ payment: 'paid', headline: 'pending' })
  expect(await reservationsOf(shop.ctx, order.id)).toMatchObject([{ quantity: 2 }])
})

test('PRI-04 nobody raises an order above what its buyer agreed to, nor its goods above their price', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  for (const [goods, freight] of [
    [5_001, 0],
    [5_000, 801],
    [-1, 800],
  ] as const)
    await expect(
      bargain(shop.ctx, { orderId: order.id, goods: money(goods), freight: money(freight), reason: '加价' }),
    ).rejects.toMatchObject({ code: 'orders.bargain_too_far' })
})

test('PRI-04 a payment opened for the old amount is closed, and the next one asks for the new', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  await startPayment(buyer.ctx, { orderId: order.id })
  await bargain(shop.ctx, { orderId: order.id, ...lowered })
  await startPayment(buyer.ctx, { orderId: order.id })
  expect((await paymentsOf(shop.ctx, order.id)).map(({ status, amount }) => [status, amount.minor])).toEqual([
    ['closed', 5_800],
    ['pending', 5_400],
  ])
})

test('PRI-04 while the provider does not answer about an opened payment the price stays', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop)
  await startPayment(buyer.ctx, { orderId: order.id })
  shop.gateway.failNext('close', 'no_answer')
  await expect(bargain(shop.ctx, { orderId: order.id, ...lowered })).rejects.toMatchObject({
    code: paymentUnconfirmed.code,
  })
  expect(await now(shop, order)).toMatchObject({ total: order.total })
})

test('PRI-04 when the buyer pays while the clerk changes the price, the old amount pays the old price or goes back', async () => {
  for (let round = 0; round < 6; round++) {
    const shop = await aSellingShop(db)
    const { order, buyer } = await anOrder(shop)
    const { number } = await startPayment(buyer.ctx, { orderId: order.id })
    const paying = async () => {
      shop.gateway.pay(number)
      await notice(shop, number)
    }
    await Promise.allSettled(
      round % 2 === 0
        ? [bargain(shop.ctx, { orderId: order.id, ...lowered }), paying()]
        : [paying(), bargain(shop.ctx, { orderId: order.id, ...lowered })],
    )
    await shop.tell()
    const after = await now(shop, order)
    expect(shop.gateway.balance).toBe(after.payment === 'paid' ? after.total.minor : 0)
    expect([5_800, 5_400]).toContain(after.total.minor)
    if (after.payment === 'paid') expect(after.total).toEqual(money(5_800))
    expect((await balanceOf(shop.ctx, 'provider_clearing')).minor).toBe(shop.gateway.balance)
  }
})

test('PRI-04 however an order is priced, the shares of its lines sum to it and none is negative', () => {
  const anAmount = fc.integer({ min: 0, max: 1_000_000 })
  fc.assert(
    fc.property(fc.array(anAmount, { minLength: 1, maxLength: 12 }), anAmount, anAmount, (subtotals, off, fee) => {
      const agreed = { reduction: { zh: '满减', en: 'Off' } } as OrderLine['agreed']
      const lines = subtotals.map((minor, at) => ({
        subtotal: money(minor),
        agreed: at % 2 ? { ...agreed, reduction: null } : agreed,
      }))
      const discount = money(Math.min(off, sum(lines.map((line) => line.subtotal)).minor))
      const shares = sharesOf(lines, { discount, freight: money(fee) })
      expect(sum(shares.map((each) => each.discount))).toEqual(discount)
      expect(sum(shares.map((each) => each.freight))).toEqual(money(fee))
      for (const [index, each] of shares.entries()) {
        expect(each.discount.minor).toBeGreaterThanOrEqual(0)
        expect(each.discount.minor).toBeLessThanOrEqual(lines[index]!.subtotal.minor)
      }
    }),
  )
})
