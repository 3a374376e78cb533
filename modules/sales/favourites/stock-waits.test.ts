import { expect, test } from 'vitest'
import { relist } from '#goods/listing'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { LotId } from '#model/supply/inventory'
import { actorOf, ensureShopper } from '#office/accounts'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { adjustStock, receiveStock } from '#supply/inventory'
import { as } from '#test/context'
import { testDatabase } from '#test/database'
import { aDraft, aProduct, asHouse } from '#test/goods'
import { aSellingShop, type SellingShop } from '#test/orders'
import { aGuest, type ShopperContext } from '#test/people'
import { endOldWaits } from './end-waits.ts'
import { ownStockWaits, stopWaiting, tellWhoWaits, waitForStock, waitsAmong } from './index.ts'

const { db } = await testDatabase()
const shop = await aSellingShop(db)
const { ctx } = shop

const comesIn = ({ ctx, warehouseId, binId }: SellingShop, variantId: VariantId, quantity: number): Promise<LotId> =>
  transaction(ctx, (tx) =>
    receiveStock(tx, {
      ...{ warehouseId, binId, variantId, quantity, lot: { number: 'L1' } },
      ...{ cause: 'test', causeId: newId() },
    }),
  )

/** A product of two colours: of the first there are some, the second is sold out. */
async function aHalfSoldOut(): Promise<{ readonly id: VariantId; readonly other: VariantId }> {
  const [other, one] = (await aProduct(ctx, { colours: ['米白', '松绿'] })).variants
  await comesIn(shop, other!.id, 5)
  return { id: one!.id, other: other!.id }
}

let last = 0

/** A shopper who can be told by text message. */
async function aShopper(reader: Context, displayName = 'Ann'): Promise<ShopperContext> {
  const phone = `138${String(20_000_000 + ++last)}`
  const { account } = await transaction(reader, (tx) => ensureShopper(tx, { phone, displayName }))
  return as(reader, actorOf(account)) as ShopperContext
}

/** What was told of goods that are back, the first first. */
async function told(reader: Context = ctx): Promise<string[]> {
  const { rows } = await listMessages(reader, { limit: 100 })
  return rows
    .filter(({ template }) => template === 'favourites.back')
    .map(({ body }) => body)
    .toReversed()
}

test('ACC-04 who waits for a sold-out variant is told once when it is back, however often they asked and however many workers look', async () => {
  const { id } = await aHalfSoldOut()
  const [ann, bob] = [await aShopper(ctx), await aShopper(ctx, 'Bob')]
  await Promise.all([waitForStock(ann, id), waitForStock(ann, id)])
  await waitForStock({ ...bob, locale: 'en' }, id)
  expect(await waitsAmong(ann, [id])).toEqual(new Set([id]))
  await tellWhoWaits(ctx)
  expect(await told()).toEqual([])

  await comesIn(shop, id, 3)
  await Promise.all([tellWhoWaits(ctx), tellWhoWaits(ctx), tellWhoWaits(ctx)])
  await tellWhoWaits(ctx)

  expect((await told()).toSorted()).toEqual([
    expect.stringMatching(/^\[\w.*\] .+ back in stock/),
    expect.stringMatching(/^【半日闲】您等的“.+松绿”到货了/),
  ])
  expect(await waitsAmong(ann, [id])).toEqual(new Set())
  await expect(waitForStock(ann, id)).rejects.toMatchObject({ code: 'favourites.still_there' })
})

test('ACC-04 of a crowd that waits for one variant each is told once, to the last of them, though several workers look at once', async () => {
  const { id } = await aHalfSoldOut()
  const crowd = await transaction(ctx, async (tx) => {
    const ids: string[] = []
    for (let count = 0; count < 230; count++) {
      const phone = `139${String(30_000_000 + count)}`
      ids.push((await ensureShopper(tx, { phone, displayName: `第 ${count} 位` })).account.id)
    }
    return ids
  })
  await db
    .insertInto('sales.stock_waits')
    .values(
      crowd.map((customer_id) => ({
        customer_id,
        shop_id: ctx.shopId,
        variant_id: id,
        locale: 'zh',
        asked_at: ctx.now,
      })),
    )
    .execute()
  await comesIn(shop, id, 1)

  await Promise.all([tellWhoWaits(ctx), tellWhoWaits(ctx)])
  await tellWhoWaits(ctx)

  const told = await db
    .selectFrom('platform.messages')
    .select('account_id')
    .where('shop_id', '=', ctx.shopId)
    .where('template', '=', 'favourites.back')
    .where('account_id', 'in', crowd)
    .execute()
  expect(told.map(({ account_id }) => account_id).toSorted()).toEqual(crowd.toSorted())
  expect(await db.selectFrom('sales.stock_waits').selectAll().where('variant_id', '=', id).execute()).toEqual([])
})

test('ACC-04 a wait ends by itself when its days are over, as its shopper was told, and not before; another shop’s time is its own', async () => {
  const { id } = await aHalfSoldOut()
  const ann = await aShopper(ctx)
  await waitForStock(ann, id)
  const [{ until } = { until: ctx.now }] = await ownStockWaits(ann)
  expect(until).toEqual(ctx.now.add({ hours: 24 * 180 }))
  const atTime = (now: Temporal.Instant) => endOldWaits({ ...ctx, now })

  await atTime(until.subtract({ seconds: 1 }))
  await endOldWaits({ ...(await aSellingShop(db)).ctx, now: until })
  expect(await waitsAmong(ann, [id])).toEqual(new Set([id]))
  await Promise.all([atTime(until), atTime(until)])
  expect(await waitsAmong(ann, [id])).toEqual(new Set())

  await waitForStock(ann, id)
  await transaction(ctx, (tx) => changeSetting(tx, 'favourites.waitDays', 7))
  expect(await ownStockWaits(ann)).toMatchObject([{ until: ctx.now.add({ hours: 24 * 7 }) }])
})

test('CAT-19 what was taken off sale because nothing was left is told of when it is sold again, not when it lies in the warehouse', async () => {
  const here = await aSellingShop(db)
  const { id: productId, variants } = await aProduct(here.ctx)
  const [{ id } = { id: '' as VariantId }] = variants
  const lotId = await comesIn(here, id, 1)
  const ann = await aShopper(here.ctx)
  const gone = { binId: here.binId, lotId, variantId: id, change: -1, reason: '盘点', causeId: newId() }
  await adjustStock(asHouse(here.ctx), gone)

  await waitForStock(ann, id)
  await comesIn(here, id, 4)
  await tellWhoWaits(here.ctx)
  expect(await told(here.ctx)).toEqual([])
  await relist(asHouse(here.ctx), productId)
  await tellWhoWaits(here.ctx)
  expect(await told(here.ctx)).toHaveLength(1)
})

test('ACC-04 a shopper sees what they wait for and may stop; a guest signs in, and what was never sold here is waited for by nobody', async () => {
  const { id } = await aHalfSoldOut()
  const ann = await aShopper(ctx)
  const draft = (await aDraft(ctx)).variants[0]!.id
  const before = await told()

  await waitForStock(ann, id)
  expect(await ownStockWaits(ann)).toMatchObject([{ variantId: id, shop: { id: ctx.shopId } }])
  await stopWaiting(ann, id)
  await stopWaiting(ann, id)
  expect(await ownStockWaits(ann)).toEqual([])
  await comesIn(shop, id, 1)
  await tellWhoWaits(ctx)
  expect(await told()).toEqual(before)

  await expect(waitForStock(aGuest(ctx), id)).rejects.toMatchObject({ code: 'accounts.sign_in_needed' })
  await expect(waitForStock(ann, draft)).rejects.toMatchObject({ code: 'inventory.variant_not_found' })
  const elsewhere = (await aSellingShop(db)).ctx.shopId
  await expect(waitForStock({ ...ann, shopId: elsewhere }, id)).rejects.toMatchObject({
    code: 'inventory.variant_not_found',
  })
})
