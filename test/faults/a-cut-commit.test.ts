import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { Order } from '#model/sales/orders'
import { openDatabase, outcomeUnknown, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { testDatabase } from '#test/database'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { aCart } from '#test/people'
import { openProxy, through } from './support/proxy.ts'
import { sound } from './support/sound.ts'

const { db, url } = await testDatabase()
const proxy = await openProxy(Number(new URL(url).port))
const spoilt = openDatabase({ url: through(proxy, url), poolWaitMillis: 20_000 })
afterAll(() => spoilt.destroy())
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const tea = await aProduct(shop, { onHand: 9_000 })
const ann = await aBuyer(shop, [{ of: tea }])
await place(ann)

/** The next so many COMMITs are cut, every other one after the server has committed. */
function cutNext(count: number, first: 'before' | 'after'): void {
  let left = count
  proxy.atCommit = () => {
    if (left === 0) return 'pass'
    left -= 1
    return (count - left) % 2 === 1 ? first : first === 'before' ? 'after' : 'before'
  }
}

const isUnknown = (error: unknown): 'unknown' => {
  if (!isRefusal(error, outcomeUnknown)) throw error
  return 'unknown'
}

test('A04 of 200 orders whose COMMIT is cut off every one is placed exactly once, asked again with its key or not', async () => {
  const outcomes = { placed: 0, unknown: 0 }
  const carts: Order['cartId'][] = []
  for (let round = 0; round < 200; round++) {
    const cartId = await aCart(ann.ctx, { of: tea.variantId })
    const { total } = ann
    const repeat = { scope: 'place an order', key: newId(), fingerprint: cartId }
    const ask = (by = spoilt) => place({ ...ann, cartId, total, ctx: { ...ann.ctx, db: by, repeat } })

    cutNext(1 + (round % 4), round % 8 < 4 ? 'before' : 'after') // from three cuts on, this request gives up
    const first = await ask().catch(isUnknown)
    cutNext(0, 'before')
    const again = await ask(round % 2 === 0 ? spoilt : db) // half of them at another process's pool
    outcomes[first === 'unknown' ? 'unknown' : 'placed'] += 1
    if (first !== 'unknown') expect(again.id).toBe(first.id)
    carts.push(again.cartId)
  }

  const orders = await db.selectFrom('sales.orders').select(['id', 'cart_id']).execute()
  expect(new Set(carts).size).toBe(200)
  expect(orders.map((order) => order.cart_id).sort()).toEqual([ann.cartId, ...carts].sort())
  expect(outcomes).toEqual({ placed: 100, unknown: 100 })
  expect(proxy.cuts).toBeGreaterThanOrEqual(450)
  await sound(db)
}, 240_000)

test('A04 who sent no key is told that the outcome is unknown, never that it failed; a cut before COMMIT is simply repeated', async () => {
  let cutInside = false
  const happen = (aggregate: string) =>
    transaction({ ...shop.ctx, db: spoilt }, async (tx) => {
      if (cutInside) proxy.cut()
      cutInside = false
      await publish(tx, { type: 'test.happened', aggregate: 'test', id: aggregate })
    })
  const count = async (aggregate: string) =>
    (await db.selectFrom('platform.events').select('id').where('aggregate_id', '=', aggregate).execute()).length
  const [lost, kept, repeated] = [newId(), newId(), newId()]

  cutNext(1, 'before')
  expect(await happen(lost).catch(isUnknown)).toBe('unknown')
  cutNext(1, 'after')
  expect(await happen(kept).catch(isUnknown)).toBe('unknown')
  cutInside = true
  await happen(repeated)

  expect(await Promise.all([lost, kept, repeated].map(count))).toEqual([0, 1, 1])
})
