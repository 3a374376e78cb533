import { test } from 'vitest'
import { buyNow } from '#sales/carts'
import { aBuyer, aProduct, aSellingShop } from '#test/orders'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()

/** Twenty buyers stand before the last unit. */
const lastUnit: Race = async (db) => {
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  const goods = await aProduct(shop, { onHand: 1 })
  const buyers = await Promise.all(Array.from({ length: 20 }, () => aBuyer(shop, [{ of: goods }])))
  const { shopId } = shop.ctx
  return {
    shopId,
    gateway: shop.gateway,
    round: async () => {
      const { variantId } = await aProduct(shop, { onHand: 1 })
      const calls = await Promise.all(
        buyers.map(async ({ ctx, address, total }) => {
          const cartId = await buyNow(ctx, { variantId, quantity: 1 })
          return move('placeOrder', ctx, { cartId, addressId: address.id, expectedTotal: total })
        }),
      )
      return {
        calls,
        refused: ['inventory.out_of_stock'],
        harm: async () => (shop.gateway.calls.length > 0 ? 'the provider was called' : undefined),
      }
    },
  }
}

test('B01 twenty buyers of the last unit: one order', () => track.holds(lastUnit))
test('B01 guard off: without “reserve what is free” the last unit is sold twice', () =>
  track.breaks(lastUnit, 'reserve what is free', ['supply.stock_levels.stock_levels_promise']))
