import { expect, test } from 'vitest'
import { applyDuePrices, approvePrice, pricesOf, proposePrice } from '#goods/prices'
import { money, sum, times } from '#kernel/money'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { linesOf } from './index.ts'

const { db } = await testDatabase()

test('PRI-03 an order placed at the moment of a price change uses exactly one price, the one its buyer saw', async () => {
  const shop = await aSellingShop(db)
  const goods = await aProduct(shop, { price: money(12_000), onHand: 50 })
  const startsAt = shop.ctx.now.add({ hours: 3 })
  const change = { variantId: goods.variantId, list: money(10_000), basis: 'sales', reason: '清仓', startsAt } as const
  const { id } = await proposePrice(shop.ctx, change)
  await approvePrice(shop.ctx, { proposalId: id })
  const buyers = await Promise.all(
    ['Ann', 'Bob', 'Cai', 'Dan'].map((name) => aBuyer(shop, [{ of: goods, quantity: 2 }], { name })),
  )
  const then = later(shop.ctx, { hours: 3 })

  const [, ...results] = await Promise.allSettled([
    applyDuePrices(then),
    ...buyers.map((buyer) => place({ ...buyer, ctx: { ...buyer.ctx, now: then.now } })),
  ])

  for (const result of results) {
    if (result.status === 'rejected') {
      expect(result.reason).toMatchObject({ code: 'orders.total_changed' })
      continue
    }
    const lines = await linesOf(shop.ctx, result.value)
    expect(lines.map(({ unitPrice }) => unitPrice)).toEqual([money(12_000)])
    expect(result.value.items).toEqual(sum(lines.map((line) => times(line.unitPrice, line.quantity))))
  }
  expect((await pricesOf(shop.ctx, [goods.variantId])).get(goods.variantId)?.list).toEqual(money(10_000))
})
