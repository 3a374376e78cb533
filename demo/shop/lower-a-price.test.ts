import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { cartView } from '#sales/carts'
import { ownFavourites } from '#sales/favourites'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop } from '#test/orders'
import { lowerAPrice } from './lower-a-price.ts'
import type { Cast, Stage } from './stage.ts'

const { db } = await testDatabase()

test('the demo shopper finds one thing cheaper than when it was put into the cart and kept', async () => {
  const shop = await aSellingShop(db)
  const { ctx } = shop
  const tea = await aProduct(shop, { price: money(10_000) })
  const buyer = await aBuyer(shop, [{ of: tea }])
  const stage: Stage = {
    ...{ db, vault: ctx.vault, outside: ctx.outside, listeners: [], clockJobs: [] },
    payAtCashier: async () => {},
    report: () => {},
  }
  const cast = { shopId: ctx.shopId, staff: { owner: ctx.actor } } as unknown as Cast
  const goods = [{ ...tea, priceMinor: 10_000, charm: 1 }] as unknown as Parameters<typeof lowerAPrice>[0]['goods']
  const person = { actor: buyer.ctx.actor } as Parameters<typeof lowerAPrice>[0]['person']

  await lowerAPrice({ stage, cast, goods, person }, ctx.now)

  const lines = (await cartView(buyer.ctx)).lines
  expect(lines.flatMap(({ priceBefore, item }) => (priceBefore ? [[priceBefore, item?.price]] : []))).toEqual([
    [money(10_000), money(8_500)],
  ])
  expect((await ownFavourites(buyer.ctx)).rows).toMatchObject([{ cheaperBy: money(1_500) }])
})
