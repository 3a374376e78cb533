import { test } from 'vitest'
import { newId } from '#kernel/id'
import { buyNow } from '#sales/carts'
import { aBuyer, aProduct, type Buyer } from '#test/orders'
import { aRaceShop, courseOf, distinct } from './support/courses.ts'
import { move } from './support/race.ts'
import { aRaceTrack, type Race } from './support/track.ts'

// A third process that somebody forgot to end: whoever asks may reach any of them, and none of them keeps anything that the others lack.
const track = await aRaceTrack({ processes: 3 })

const order = ({ ctx, address, total }: Buyer, cartId: Awaited<ReturnType<typeof buyNow>>, key?: string) =>
  move('placeOrder', key ? { ...ctx, repeat: { scope: 'race', key, fingerprint: 'same' } } : ctx, {
    cartId,
    addressId: address.id,
    expectedTotal: total,
  })

/** Nine buyers of the last two, in whichever process they are. */
const lastTwo: Race = async (db) => {
  const shop = await aRaceShop(db)
  const goods = await aProduct(shop)
  const buyers = await Promise.all(Array.from({ length: 9 }, () => aBuyer(shop, [{ of: goods }])))
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 2 })
    const carts = await Promise.all(buyers.map(({ ctx }) => buyNow(ctx, { variantId, quantity: 1 })))
    return {
      calls: buyers.map((buyer, index) => order(buyer, carts[index]!)),
      winners: 2,
      refused: ['inventory.out_of_stock'],
    }
  })
}

/** One cart confirmed in every process: with one key all get the same answer, and with keys of their own there is one order as well. */
const confirmedEverywhere =
  (keyOf: (round: string, index: number) => string): Race =>
  async (db) => {
    const shop = await aRaceShop(db)
    const goods = await aProduct(shop, { onHand: 9_000 })
    const buyer = await aBuyer(shop, [{ of: goods }])
    return courseOf(shop, async () => {
      const cartId = await buyNow(buyer.ctx, { variantId: goods.variantId, quantity: 1 })
      const round = newId()
      return {
        calls: Array.from({ length: 6 }, (_, index) => order(buyer, cartId, keyOf(round, index))),
        count: distinct('id'),
      }
    })
  }

test('A17 three processes sell the last two pieces twice', () => track.holds(lastTwo, 20))
test('A17 one key in three processes is one order', () =>
  track.holds(
    confirmedEverywhere((round) => round),
    20,
  ))
test('A17 one cart under six keys in three processes is one order', () =>
  track.holds(
    confirmedEverywhere((round, index) => `${round}${index}`),
    20,
  ))
