import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { aBuyer, aProduct, aSellingShop } from '#test/orders'
import { stockOf } from '#test/stock'
import { crashable, untilWell } from './support/crashable.ts'
import { endOf, play, startScene, untilStopped } from './support/scene.ts'
import { sound } from './support/sound.ts'

const server = await crashable()
const db = server.open()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const tea = await aProduct(shop, { onHand: 100 })
const placedOf = (cartId: Order['cartId']) =>
  db.selectFrom('sales.orders').select('id').where('cart_id', '=', cartId).execute()

/** Where the power goes: before one of the statements of an order, before its COMMIT or after it. Spread over all of them. */
const moments = [1, 3, 5, 6, 7].map((nth) => ({ at: 'statement', nth, do: 'stop' }) as const)
const commits = (['before', 'after', 'after'] as const).map(
  (when) => ({ at: 'commit', nth: 1, when, do: 'stop' }) as const,
)

test('A18 house and database killed together, eight times at another moment of an order: nothing is lost, nothing is half, nobody has to mend', async () => {
  const cuts = [...moments, ...commits]
  for (const [index, fault] of cuts.entries()) {
    const { ctx, cartId, address, total } = await aBuyer(shop, [{ of: tea }])
    const repeat = { scope: 'place an order', key: newId(), fingerprint: cartId }
    const stage = { databaseUrl: server.url, ctx: { ...ctx, repeat } }
    const wish = { scene: 'place-order', given: { cartId, addressId: address.id, expectedTotal: total } }
    const child = startScene(stage, { ...wish, faults: [fault] })
    const struck = endOf(child)
    await untilStopped(child)
    child.kill('SIGKILL')
    await server.crash(index % 2 === 0 ? 'kill' : 'immediate')
    await struck
    await server.start()
    await untilWell(() => placedOf(cartId))

    const before = await placedOf(cartId)
    if (fault.at === 'commit') expect(before).toHaveLength(fault.when === 'after' ? 1 : 0)
    const again = await play(stage, wish)
    expect(again).toMatchObject({ code: 0, result: { cartId } })
    expect(await placedOf(cartId)).toEqual([{ id: (again.result as Order).id }])
    await sound(db)
  }
  expect(await stockOf(shop.ctx, tea.variantId)).toMatchObject({ reserved: cuts.length })
}, 300_000)
