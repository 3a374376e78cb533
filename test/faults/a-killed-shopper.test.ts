import { mkdtempSync, rmSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { localFiles } from '#platform/files'
import { testDatabase } from '#test/database'
import { pictureBytes } from '#test/goods'
import { aBuyer, aProduct, aSellingShop, place } from '#test/orders'
import { aCart, aGuest, aShopper } from '#test/people'
import { stockOf } from '#test/stock'
import { endOf, play, startScene, untilStopped } from './support/scene.ts'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
const files = mkdtempSync(join(tmpdir(), 'zhanggui-killed-files-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))
const shop = await aSellingShop(db, { now: Temporal.Now.instant(), outside: { files: localFiles(files) } })

test('A11 killed at any statement while a guest’s cart joins the shopper’s, no piece is lost and none is doubled', async () => {
  const [cup, tea] = [await aProduct(shop), await aProduct(shop)]
  const [guest, ann] = [aGuest(shop.ctx), await aShopper(shop.ctx)]
  await aCart(guest, { of: cup, quantity: 3 }, { of: tea, quantity: 2 })
  await aCart(ann, { of: cup, quantity: 1 })
  const stage = { databaseUrl, ctx: ann }
  const cartOf = async () => {
    const lines = await db
      .selectFrom('sales.cart_lines as line')
      .innerJoin('sales.carts as cart', 'cart.id', 'line.cart_id')
      .select(['line.variant_id', 'line.quantity'])
      .where('cart.customer_id', '=', ann.actor.id)
      .where('cart.status', '=', 'active')
      .execute()
    return Object.fromEntries(lines.map(({ variant_id, quantity }) => [variant_id, quantity]))
  }
  const [apart, together] = [{ [cup.variantId]: 1 }, { [cup.variantId]: 4, [tea.variantId]: 2 }]

  let kills = 0
  for (let nth = 1; ; nth++) {
    const faults = [{ at: 'statement', nth, do: 'kill' }] as const
    const given = { guestKey: guest.actor.guestKey! }
    const { code } = await play(stage, { scene: 'join-guest-cart', given, faults })
    if (code === 0) break
    kills += 1
    expect([apart, together]).toContainEqual(await cartOf())
  }

  expect(kills).toBeGreaterThan(4)
  expect(await cartOf()).toEqual(together)
  await sound(db)
}, 180_000)

test('A10 killed while a picture is put into the store, no row points to a missing file, and the next upload of the same picture takes the file over', async () => {
  const base64 = (await pictureBytes('jpeg', 480)).toString('base64')
  const stage = { databaseUrl, ctx: shop.ctx, files }
  const faults = [{ at: 'file', when: 'after', nth: 1, do: 'kill' }] as const
  const killed = await play(stage, { scene: 'add-picture', given: { base64 }, faults })
  const left = await filesIn(files)
  const rows = await db.selectFrom('goods.pictures').select('id').execute()

  expect(killed).toMatchObject({ signal: 'SIGKILL' })
  expect(left).toHaveLength(1)
  expect(rows).toEqual([])
  expect(await play(stage, { scene: 'add-picture', given: { base64 } })).toMatchObject({ code: 0 })
  expect(await filesIn(files)).toContain(left[0])
  await sound(db)
})

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('A13 a process that is paused while it holds locked rows gives them up after 5 s, and when it wakes it must not report success', async () => {
  const goods = await aProduct(shop, { onHand: 5 })
  const [paused, quick] = [await aBuyer(shop, [{ of: goods }]), await aBuyer(shop, [{ of: goods }])]
  const child = startScene(
    { databaseUrl, ctx: paused.ctx },
    {
      scene: 'place-order',
      given: { cartId: paused.cartId, addressId: paused.address.id, expectedTotal: paused.total },
      faults: [{ at: 'commit', like: 'insert into "sales"."orders"', do: 'stop' }],
    },
  )
  const ended = endOf(child)
  await untilStopped(child)
  const asked = performance.now()
  await place(quick)
  const waited = performance.now() - asked
  child.kill('SIGCONT')

  expect(waited).toBeLessThan(8_000)
  expect(await ended).toMatchObject({ code: 1, result: undefined })
  expect(await stockOf(shop.ctx, goods.variantId)).toMatchObject({ reserved: 1 })
  await sound(db)
})
