import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop } from '#test/orders'
import { stockOf } from '#test/stock'
import type { Fault } from './support/faults.ts'
import { play } from './support/scene.ts'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const insertsOrder = 'insert into "sales"."orders"'

/** A buyer of one of five pieces who asks with a key in a process that runs into a fault, and again in one that does not. */
async function asksTwice(fault: Fault) {
  const goods = await aProduct(shop, { onHand: 5 })
  const { ctx, cartId, address, total } = await aBuyer(shop, [{ of: goods }])
  const repeat = { scope: 'place an order', key: newId(), fingerprint: 'the same request' }
  const stage = { databaseUrl, ctx: { ...ctx, repeat } }
  const wish = { scene: 'place-order', given: { cartId, addressId: address.id, expectedTotal: total } }

  const first = await play(stage, { ...wish, faults: [fault] })
  const stored = await ordersOf(cartId)
  const afterFirst = await stockOf(shop.ctx, goods.variantId)
  const second = await play(stage, wish)
  expect(second).toMatchObject({ code: 0, result: { cartId } })
  expect(await ordersOf(cartId)).toEqual([(second.result as Order).id])
  expect(await stockOf(shop.ctx, goods.variantId)).toMatchObject({ reserved: 1, available: 4 })
  await sound(db)
  return { first, stored, reserved: afterFirst.reserved, order: second.result as Order }
}

const ordersOf = async (cartId: Order['cartId']): Promise<string[]> =>
  (await db.selectFrom('sales.orders').select('id').where('cart_id', '=', cartId).execute()).map(({ id }) => id)

test('A01 a process killed while it places an order leaves nothing, and the same key then places it once', async () => {
  const { first, stored, reserved } = await asksTwice({
    at: 'statement',
    when: 'after',
    like: insertsOrder,
    do: 'kill',
  })

  expect(first).toMatchObject({ signal: 'SIGKILL' })
  expect({ stored, reserved }).toEqual({ stored: [], reserved: 0 })
})

test('A02 a process killed after it set stock aside, before COMMIT, gives the stock back at once', async () => {
  const { first, stored, reserved } = await asksTwice({ at: 'commit', like: insertsOrder, do: 'kill' })

  expect(first).toMatchObject({ signal: 'SIGKILL' })
  expect({ stored, reserved }).toEqual({ stored: [], reserved: 0 })
})

test('A03 a process killed after COMMIT, before its answer, has placed the order: the same key answers with it', async () => {
  const { first, stored, order } = await asksTwice({ at: 'commit', when: 'after', like: insertsOrder, do: 'kill' })

  expect(first).toMatchObject({ signal: 'SIGKILL' })
  expect(stored).toEqual([order.id])
})
