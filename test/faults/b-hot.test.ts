import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { cancelUnpaid } from '#sales/orders'
import { markHot, sweepReservations } from '#supply/inventory'
import { aCaringShop } from '#test/cases'
import { later } from '#test/context'
import { aBuyer, aProduct, payFor, place, type SellingShop } from '#test/orders'
import { stockOf } from '#test/stock'
import { aRaceShop, courseOf, firstOf } from './support/courses.ts'
import { type Call, move, type Outcome } from './support/race.ts'
import { play } from './support/scene.ts'
import { sound } from './support/sound.ts'
import { aRaceTrack, type Race } from './support/track.ts'

const track = await aRaceTrack()
const constraint = ['supply.stock_levels.stock_levels_promise']

/** So many strangers, each with a cart. */
async function strangersCarts({ ctx }: SellingShop, count: number): Promise<string[]> {
  const carts = Array.from({ length: count }, () => newId() as string)
  await sql`
    insert into sales.carts (id, shop_id, guest_hash, created_at, updated_at)
    select id, ${ctx.shopId}::uuid, decode(md5(id::text), 'hex'), ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from unnest(${carts}::uuid[]) as c (id)`.execute(ctx.db)
  return carts
}

const claiming = ({ ctx }: SellingShop, variantId: VariantId, holder: string): Call =>
  move('claimStock', ctx, { holder, variantId, quantity: 1, province: '33', field: 'lines' })

/** What is wrong with who holds what: too many pieces, or several for one cart. */
async function unjust({ ctx }: SellingShop, variantId: VariantId, stock: number): Promise<string | undefined> {
  const { rows } = await sql<{ held: number; most: number }>`
    select coalesce(sum(held), 0)::int as held, coalesce(max(held), 0)::int as most from (
      select sum(quantity) as held from supply.reservations
      where shop_id = ${ctx.shopId} and variant_id = ${variantId} and status = 'held' group by holder_id) each`.execute(
    ctx.db,
  )
  const { held, most } = rows[0]!
  const { reserved } = await stockOf(ctx, variantId)
  return firstOf(
    held > stock && `${held} pieces of ${stock} are held`,
    most > 1 && `a cart holds ${most} pieces`,
    reserved !== held && `${held} pieces are held, ${reserved} reserved`,
  )
}

/** In each process those are served who came first. */
function overtaken(outcomes: readonly Outcome[]): string | undefined {
  for (const process of [0, 1]) {
    const served = outcomes.filter((_, index) => index % 2 === process).map(({ ok }) => ok)
    if (served.lastIndexOf(true) > served.indexOf(false) && served.includes(false)) return 'somebody was overtaken'
  }
  return undefined
}

/** Two thousand come for a hundred pieces. */
const rush =
  (crowd: number, stock: number): Race =>
  async (db) => {
    const shop = await aRaceShop(db)
    return courseOf(shop, async () => {
      const { variantId } = await aProduct(shop, { onHand: stock })
      const carts = await strangersCarts(shop, crowd)
      return {
        calls: carts.map((cart) => claiming(shop, variantId, cart)),
        winners: stock,
        refused: ['inventory.out_of_stock'],
        harm: async ({ outcomes }) => overtaken(outcomes) ?? unjust(shop, variantId, stock),
      }
    })
  }

test('B27 two thousand carts in two processes before a hundred pieces: a hundred get one, none is overtaken in its process', () =>
  track.holds(rush(2_000, 100), 2))
test('B27 guard off: without “lock what is handed out” more pieces are claimed than there are', () =>
  track.breaks(rush(200, 5), 'lock what is handed out', constraint))

/** Ten carts, each in ten windows. */
const impatient: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const { variantId } = await aProduct(shop, { onHand: 50 })
    const carts = await strangersCarts(shop, 10)
    return {
      calls: Array.from({ length: 100 }, (_, index) => claiming(shop, variantId, carts[Math.floor(index / 10)]!)),
      winners: 100,
      harm: () => unjust(shop, variantId, 10),
    }
  })
}

test('B27 ten carts that each ask ten times at once in two processes have one piece each', () =>
  track.holds(impatient, 10))
test('B27 guard off: without “one claim a cart” the key of reservations alone still leaves a cart one piece', () =>
  track.survives(impatient, 'one claim a cart'))

/** Five pieces, and ten who order them. */
const ordering: Race = async (db) => {
  const shop = await aRaceShop(db)
  return courseOf(shop, async () => {
    const goods = await aProduct(shop, { onHand: 5 })
    await markHot(shop.ctx, { variantId: goods.variantId, hot: true })
    const buyers = []
    while (buyers.length < 10) buyers.push(await aBuyer(shop, [{ of: goods }]))
    return {
      calls: buyers.map(({ ctx, cartId, address, total }) =>
        move('placeOrder', ctx, { cartId, addressId: address.id, expectedTotal: total }),
      ),
      winners: 5,
      refused: ['inventory.out_of_stock'],
      harm: () => unjust(shop, goods.variantId, 5),
    }
  })
}

test('B27 ten who order one of five hot pieces in two processes: five orders, though the last piece takes it from the shop window', () =>
  track.holds(ordering, 10))

const anHourAgo = () => Temporal.Now.instant().subtract({ hours: 1 })

test('B28 of twelve winners five pay and three never order: what was not paid is free again, and is bought by others', async () => {
  const shop = await aCaringShop(track.db, { now: anHourAgo() })
  const goods = await aProduct(shop, { onHand: 20 })
  await markHot(shop.ctx, { variantId: goods.variantId, hot: true })
  const buyers = []
  while (buyers.length < 12) buyers.push(await aBuyer(shop, [{ of: goods }]))
  const orders = await Promise.all(buyers.slice(0, 9).map(place))
  const misled = buyers.slice(9).map((buyer) => place({ ...buyer, total: { ...buyer.total, minor: 1 } }))
  expect((await Promise.allSettled(misled)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  for (const [index, order] of orders.slice(0, 5).entries()) await payFor(shop, buyers[index]!, order.id)
  expect(await stockOf(shop.ctx, goods.variantId)).toMatchObject({ reserved: 12 })

  const afterwards = later(shop.ctx, { minutes: 50 })
  await cancelUnpaid(afterwards)
  await shop.tell({ at: afterwards.now })
  await sweepReservations(afterwards)

  expect(await stockOf(shop.ctx, goods.variantId)).toEqual({ onHand: 20, reserved: 5, available: 15 })
  await place(await aBuyer({ ...shop, ctx: afterwards }, [{ of: goods, quantity: 14 }]))
  expect(await stockOf(shop.ctx, goods.variantId)).toMatchObject({ available: 1 })
  await sound(track.db)
})

/** A buyer of a hot variant who orders in a process that dies before the order is committed. */
async function diesBeforeOrder(now: Temporal.Instant) {
  const shop = await aCaringShop(track.db, { now })
  const { variantId, ...goods } = await aProduct(shop, { onHand: 5 })
  await markHot(shop.ctx, { variantId, hot: true })
  const { ctx, cartId, address, total } = await aBuyer(shop, [{ of: { variantId, ...goods } }])
  const wish = { scene: 'place-order', given: { cartId, addressId: address.id, expectedTotal: total } }
  const stage = { databaseUrl: track.url, ctx }
  const died = await play(stage, {
    ...wish,
    faults: [{ at: 'statement', when: 'after', like: 'insert into "sales"."orders"', do: 'kill' }],
  })
  expect(died).toMatchObject({ signal: 'SIGKILL' })
  expect(await stockOf(shop.ctx, variantId)).toMatchObject({ reserved: 1 })
  return { shop, variantId, again: () => play(stage, wish) }
}

test('B28 a process killed between a claim and its order leaves a claim that ends by itself', async () => {
  const { shop, variantId } = await diesBeforeOrder(anHourAgo())

  await sweepReservations(later(shop.ctx, { minutes: 50 }))

  expect(await stockOf(shop.ctx, variantId)).toEqual({ onHand: 5, reserved: 0, available: 5 })
  await sound(track.db)
})

test('B28 a buyer who orders again after such a death has one order and one piece', async () => {
  const { shop, variantId, again } = await diesBeforeOrder(Temporal.Now.instant())

  expect(await again()).toMatchObject({ code: 0 })

  expect(await stockOf(shop.ctx, variantId)).toEqual({ onHand: 5, reserved: 1, available: 4 })
  await sound(track.db)
})
