import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { isRefusal } from '#kernel/refusal'
import type { VariantId } from '#model/goods/catalog'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
import { aProduct } from '#test/orders'
import { aShop, aWarehouse, brokenStockRules, received, type StockPlace } from '#test/stock'
import {
  adjustStock,
  allocatePicks,
  claimedLines,
  claimStock,
  claimsOf,
  confirmClaims,
  dispatchStock,
  moveStock,
  packingBinOf,
  releaseStock,
  reservationsOf,
  reserveStock,
  stockByBin,
  takePicked,
} from './index.ts'

const { db } = await testDatabase()

interface House {
  readonly ctx: Context
  readonly places: readonly StockPlace[]
  readonly variants: readonly VariantId[]
  readonly holders: string[]
  /** Holders of claims. */
  readonly carts: string[]
}

const pick = <Thing>(things: readonly Thing[], at: number): Thing => things[at % things.length]!

const steps = {
  receive: ({ ctx, places, variants }: House, n: number) =>
    received(ctx, pick(places, n), { variantId: pick(variants, n >> 1), quantity: (n % 7) + 1, lot: `L${n % 3}` }),
  reserve: async ({ ctx, variants, holders }: House, n: number) => {
    const holder: string = newId()
    const lines = [n, n + 1].map((at) => ({
      lineId: newId() as string,
      variantId: pick(variants, at),
      quantity: (n % 4) + 1,
    }))
    await transaction(ctx, (tx) => reserveStock(tx, { holder, lines, province: '33', expiresAt: null }))
    holders.push(holder)
  },
  claim: async ({ ctx, variants, carts }: House, n: number) => {
    const holder: string = newId()
    await claimStock(ctx, {
      holder,
      variantId: pick(variants, n),
      quantity: (n % 3) + 1,
      province: '33',
      field: 'line',
    })
    carts.push(holder)
  },
  confirm: ({ ctx, holders, carts }: House, n: number) =>
    transaction(ctx, async (tx) => {
      const [from, to] = [pick([...carts, newId() as string], n), newId() as string]
      const held = await claimsOf(tx, from)
      const wanted = [...held].map(([variantId, quantity]) => ({
        lineId: newId(),
        variantId,
        quantity: quantity + (n % 2),
      }))
      const lines = await claimedLines(tx, { holder: from, lines: wanted })
      await confirmClaims(tx, { from, to, lines, expiresAt: null })
      holders.push(to)
    }),
  release: ({ ctx, holders, carts }: House, n: number) =>
    transaction(ctx, (tx) => releaseStock(tx, { holder: pick([...holders, ...carts, newId()], n) })),
  dispatch: async ({ ctx, holders }: House, n: number) => {
    const [holder] = holders.splice(n % Math.max(1, holders.length), 1)
    if (holder) await shipAll(ctx, holder)
  },
  move: async ({ ctx, places, variants }: House, n: number) => {
    const place = pick(places, n)
    const [slot] = await stockByBin(ctx, { variantId: pick(variants, n), within: [place.warehouseId] })
    const to = pick(place.bins, n + 1)
    if (slot && slot.binId !== to.id)
      await moveStock(ctx, {
        fromBinId: slot.binId,
        toBinId: to.id,
        lotId: slot.lotId,
        variantId: pick(variants, n),
        quantity: 1,
      })
  },
  adjust: async ({ ctx, places, variants }: House, n: number) => {
    const variantId = pick(variants, n)
    const [slot] = await stockByBin(ctx, { variantId, within: [pick(places, n).warehouseId] })
    if (slot)
      await adjustStock(ctx, {
        binId: slot.binId,
        lotId: slot.lotId,
        variantId,
        change: (n % 5) - 3 || 1,
        reason: 'count',
        causeId: newId(),
      })
  },
} as const

/** Picks and ships all that a holder has in its first warehouse. */
async function shipAll(ctx: Context, holder: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    const held = await reservationsOf(tx, holder)
    const lines = held.filter(({ warehouseId }) => warehouseId === held[0]!.warehouseId)
    if (lines.length === 0) return
    const { warehouseId } = lines[0]!
    const slots = await allocatePicks(tx, { warehouseId, lines })
    const { id: packingBinId } = await packingBinOf(tx, warehouseId)
    for (const { lineId: _, ...slot } of slots)
      await takePicked(tx, { ...slot, packingBinId, scanId: newId(), reason: '' })
    const lots = (lineId: string) =>
      slots
        .filter((slot) => slot.lineId === lineId)
        .map(({ lotId, quantity }) => ({ lotId, binId: packingBinId, quantity }))
    await dispatchStock(tx, {
      holder,
      warehouseId,
      causeId: newId(),
      lines: lines.map(({ lineId, variantId }) => ({ lineId, variantId, lots: lots(lineId) })),
    })
  })
}

test('INV-01 whatever happens to stock, every number equals the movements behind it and nothing is negative', async () => {
  const step = fc.tuple(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), fc.nat(1_000))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (script) => {
      const house = await aHouse()
      for (const [name, n] of script) await steps[name](house, n).catch(onlyRefusals)
      expect(await brokenStockRules(house.ctx)).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 60_000)

async function aHouse(): Promise<House> {
  const ctx = await aShop(db)
  const places = [await aWarehouse(ctx), await aWarehouse(ctx)]
  const onSale = ({ warehouseId, shelf }: StockPlace) => aProduct({ ctx, warehouseId, binId: shelf }, { onHand: 6 })
  const variants = [await onSale(places[0]!), await onSale(places[1]!)].map(({ variantId }) => variantId)
  return { ctx, places, variants, holders: [], carts: [] }
}

function onlyRefusals(error: unknown): void {
  if (!isRefusal(error)) throw error
}
