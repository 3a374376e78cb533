import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import { transaction } from '#platform/database'
import { saveCarrierChoice } from '#supply/shipping'
import { testDatabase } from '#test/database'
import { aBuyer, addSf, aProduct, aSellingShop, type SellingShop } from '#test/orders'
import { placeOrder, quoteCheckout } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop

/** Beside ZTO, at 8 yuan in four days: SF, at 15 in two. */
beforeEach(async () => {
  shop = await aSellingShop(db)
  await addSf(shop, money(1_500))
})

/** A buyer in Hangzhou with one thing in the cart. */
async function aCheckout() {
  const { ctx, address, cartId } = await aBuyer(shop, [
    { of: await aProduct(shop, { price: money(2_000) }), quantity: 1 },
  ])
  return { ctx, addressId: address.id, cartId }
}

test('CHK-02 CHK-04 the buyer chooses among the carriers that may bring it, and pays what that one costs', async () => {
  const { ctx, addressId, cartId } = await aCheckout()

  const usual = await quoteCheckout(ctx, { cartId, addressId })
  expect(usual.ways.map(({ carrier, fee }) => [carrier, fee.minor])).toEqual([
    ['ZTO', 800],
    ['SF', 1_500],
  ])
  expect([usual.freightQuote?.carrier, usual.total]).toEqual(['ZTO', money(2_800)])
  const faster = await quoteCheckout(ctx, { cartId, addressId, carrier: 'SF' })
  expect([faster.freightQuote?.carrier, faster.total]).toEqual(['SF', money(3_500)])

  const order = await placeOrder(ctx, { cartId, addressId, carrier: 'SF', expectedTotal: faster.total })
  expect(order).toMatchObject({ carrier: 'SF', freight: money(1_500), carrierWhy: { code: 'asked' } })
})

test('CHK-02 what a choice of the shop sends with one carrier is not offered with another, and asking for it all the same is refused', async () => {
  const { ctx, addressId, cartId } = await aCheckout()
  await transaction(shop.ctx, (tx) =>
    saveCarrierChoice(tx, {
      name: '只用中通',
      applies: 'always',
      upToGrams: null,
      regions: [],
      carriers: ['ZTO'],
      only: false,
      priority: 1,
    }),
  )

  const { ways, total } = await quoteCheckout(ctx, { cartId, addressId, carrier: 'SF' })
  expect([ways.map(({ carrier }) => carrier), total]).toEqual([['ZTO'], money(2_800)])
  await expect(placeOrder(ctx, { cartId, addressId, carrier: 'SF', expectedTotal: total })).rejects.toMatchObject({
    code: 'orders.carrier_not_offered',
    details: { field: 'carrier' },
  })
})
