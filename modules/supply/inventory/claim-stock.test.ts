import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { aProduct } from '#test/orders'
import { aShop, aWarehouse, brokenStockRules, received, stockOf } from '#test/stock'
import {
  claimedLines,
  claimStock,
  claimsOf,
  confirmClaims,
  hotVariants,
  markHot,
  reservationsOf,
  sweepReservations,
} from './index.ts'

const { db } = await testDatabase({ maxConnections: 20 })

/** On sale, with so many pieces in a warehouse of its own. */
async function aHotVariant(ctx: Context, onHand: number) {
  const { warehouseId, bins } = await aWarehouse(ctx)
  return aProduct({ ctx, warehouseId, binId: bins[0]!.id }, { onHand })
}

const claim = (
  ctx: Context,
  variantId: VariantId,
  { holder = newId() as string, quantity = 1, province = '33' } = {},
) => claimStock(ctx, { holder, variantId, quantity, province, field: 'lines.1' })

const confirm = (
  ctx: Context,
  from: string,
  lines: readonly { lineId: string; variantId: VariantId; quantity: number }[],
) => {
  const to: string = newId()
  return transaction(ctx, async (tx) => {
    const claimed = await claimedLines(tx, { holder: from, lines })
    await confirmClaims(tx, { from, to, lines: claimed, expiresAt: null })
    return { to, claimed }
  })
}

test('INV-02 two hundred who come at once for a hundred pieces: the first hundred get one, in the order of arrival', async () => {
  const ctx = await aShop(db)
  const mug = await aHotVariant(ctx, 100)

  const results = await Promise.allSettled(Array.from({ length: 200 }, () => claim(ctx, mug.variantId)))

  expect(results.map(({ status }) => status)).toEqual([
    ...Array.from({ length: 100 }, () => 'fulfilled'),
    ...Array.from({ length: 100 }, () => 'rejected'),
  ])
  const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
  expect(new Set(refused.map(({ code, details }) => `${code} ${details.available} ${details.field}`))).toEqual(
    new Set(['inventory.out_of_stock 0 lines.1']),
  )
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 100, reserved: 100, available: 0 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 who wants more than is left is refused, and who comes later and wants less is served: all pieces can be sold', async () => {
  const ctx = await aShop(db)
  const mug = await aHotVariant(ctx, 2)
  await received(ctx, await aWarehouse(ctx), { variantId: mug.variantId, quantity: 1 })

  const [one, two, three] = await Promise.allSettled(
    [2, 2, 1].map((quantity) => claim(ctx, mug.variantId, { quantity })),
  )

  expect([one, two, three].map((each) => each?.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 3, reserved: 3, available: 0 })
})

test('INV-02 a holder that asks twice, at once or later, has one claim', async () => {
  const ctx = await aShop(db)
  const mug = await aHotVariant(ctx, 5)
  const holder: string = newId()

  await Promise.all([claim(ctx, mug.variantId, { holder }), claim(ctx, mug.variantId, { holder })])
  await claim(ctx, mug.variantId, { holder })

  expect(await claimsOf(ctx, holder)).toEqual(new Map([[mug.variantId, 1]]))
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 1 })
})

test('INV-02 an order takes a claim over as it is: no stock moves, and the claim is its cart’s no longer', async () => {
  const ctx = await aShop(db)
  const mug = await aHotVariant(ctx, 5)
  const [cart, lineId] = [newId() as string, newId() as string]
  await claim(ctx, mug.variantId, { holder: cart, quantity: 2 })

  const { to, claimed } = await confirm(ctx, cart, [{ lineId, variantId: mug.variantId, quantity: 2 }])

  expect(claimed).toHaveLength(1)
  expect(await claimsOf(ctx, cart)).toEqual(new Map())
  expect(await reservationsOf(ctx, to)).toMatchObject([{ lineId, quantity: 2, expiresAt: null }])
  expect(await stockOf(ctx, mug.variantId)).toEqual({ onHand: 5, reserved: 2, available: 3 })
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 a claim of another quantity, or of goods that are not ordered, is given back when the order is made', async () => {
  const ctx = await aShop(db)
  const [mug, pot] = [await aHotVariant(ctx, 5), await aHotVariant(ctx, 5)]
  const cart: string = newId()
  await claim(ctx, mug.variantId, { holder: cart, quantity: 1 })
  await claim(ctx, pot.variantId, { holder: cart, quantity: 1 })
  const wanted = { lineId: newId() as string, variantId: mug.variantId, quantity: 3 }

  const { claimed } = await confirm(ctx, cart, [wanted])

  expect(claimed).toEqual([])
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ reserved: 0 })
  expect(await stockOf(ctx, pot.variantId)).toMatchObject({ reserved: 0 })
})

test('INV-02 a claim that nobody turns into an order ends by itself, and its holder may claim again', async () => {
  const ctx = await aShop(db)
  const mug = await aHotVariant(ctx, 3)
  const holder: string = newId()
  await claim(ctx, mug.variantId, { holder, quantity: 2 })
  await expect(claim(ctx, mug.variantId, { quantity: 2 })).rejects.toMatchObject({ details: { available: 1 } })

  await sweepReservations(later(ctx, { minutes: 6 }))
  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ available: 1 })
  await sweepReservations(later(ctx, { minutes: 8 }))

  expect(await stockOf(ctx, mug.variantId)).toMatchObject({ available: 3 })
  await claim(ctx, mug.variantId, { holder })
  expect(await claimsOf(ctx, holder)).toEqual(new Map([[mug.variantId, 1]]))
  expect(await brokenStockRules(ctx)).toEqual([])
})

test('INV-02 staff mark a variant as hot and take it back; only a change is told, and a stranger’s variant is not known', async () => {
  const [ctx, other] = [await aShop(db), await aShop(db)]
  const { variantId } = await aHotVariant(ctx, 1)

  await markHot(ctx, { variantId, hot: true })
  await markHot(ctx, { variantId, hot: true })
  expect(await hotVariants(ctx)).toEqual(new Set([variantId]))
  await markHot(ctx, { variantId, hot: false })

  expect(await hotVariants(ctx)).toEqual(new Set())
  const told = (await historyOf(ctx, variantId)).filter(({ type }) => type === 'stock.hot_marked')
  expect(told.map(({ data }) => data.after).sort()).toEqual([false, true])
  await expect(markHot(other, { variantId, hot: true })).rejects.toMatchObject({ code: 'inventory.variant_not_found' })
})
