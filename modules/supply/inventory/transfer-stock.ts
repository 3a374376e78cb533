import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import { correctStock } from './adjust-stock.ts'
import { changeBins, type Slot } from './bin-store.ts'
import { carryStock } from './carry-stock.ts'
import { changeLevels, ensureLevels } from './level-store.ts'
import { lotIsSellableNow } from './lot-store.ts'
import type { Bin, WarehouseId } from './model.ts'
import { movedBy, writeMovements } from './movement-store.ts'
import { allocatePicks, mustTake } from './pick-stock.ts'
import { availableAt, lockReservations } from './reservation-store.ts'
import { outOfStock } from './stock.ts'
import { tellListing } from './tell-listing.ts'
import { firstBin, usualBin } from './warehouse-store.ts'

export interface Hold {
  readonly holder: string
  readonly lineId: string
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly quantity: number
  /** The number of the box they leave in; 0 unless told. */
  readonly box?: number
}

/** Sets free goods of exactly this warehouse aside, without an end; what the line holds there for the same box is added to. @throws outOfStock naming the line */
export async function holdStock(tx: Tx, hold: Hold): Promise<void> {
  const { holder, lineId, variantId, warehouseId, quantity, box = 0 } = hold
  const changes = await changeLevels(tx, [{ variantId, warehouseId, reserved: quantity }])
  if (!changes) {
    const available = await availableAt(tx, { variantId, warehouseId })
    throw outOfStock({ variantId, wanted: quantity, available, field: `lines.${lineId}` })
  }
  await sql`
    insert into supply.reservations as r (id, shop_id, holder_id, line_id, variant_id, warehouse_id, box, quantity, created_at)
    values (${newId()}, ${tx.shopId}, ${holder}, ${lineId}, ${variantId}, ${warehouseId}, ${box}, ${quantity}, ${tx.now})
    on conflict on constraint reservations_once do update set status = 'held', ended_at = null, expires_at = null,
      quantity = case when r.status = 'held' then r.quantity + excluded.quantity else excluded.quantity end`.execute(
    tx.db,
  )
  await tellListing(tx, changes)
}

export interface Transferred {
  /** The transfer: it holds the goods that leave. */
  readonly holder: string
  readonly reason: string
  readonly lines: readonly Pick<Hold, 'lineId' | 'variantId' | 'quantity'>[]
}

/**
 * What a transfer holds leaves the shelves of one warehouse, first expired first, and lies in the transit bin of the other:
 * nobody can sell it meanwhile, and each piece stays in the movements. @throws outOfStock when the shelves hold less
 */
export async function sendAway(
  tx: Tx,
  { holder, reason, lines, from, to }: Transferred & { readonly from: WarehouseId; readonly to: WarehouseId },
): Promise<void> {
  await mustStillHold(tx, holder, lines)
  const transit = await transitBin(tx, to)
  const gone = lines.map(({ variantId, quantity }) => ({
    variantId,
    warehouseId: from,
    onHand: -quantity,
    reserved: -quantity,
  }))
  if (!(await changeLevels(tx, gone))) throw missing(lines[0]!, 0)
  await consumeAll(tx, holder)
  const found = await allocatePicks(tx, { warehouseId: from, lines })
  for (const line of lines) mustBeFound(line, found)
  const slots = bySlot(found)
  const moved = { kind: 'move', cause: 'transfer', causeId: holder, reason } as const
  await writeMovements(tx, [
    ...slots.map((slot) => ({ ...slot, ...moved, warehouseId: from, quantity: -slot.quantity, sellable: true })),
    ...inTransit(slots, transit).map((slot) => ({ ...slot, ...moved, warehouseId: to, sellable: false })),
  ])
  await mustTake(tx, slots)
  await changeBins(tx, inTransit(slots, transit))
}

/** A true short count may have taken a part of what was set aside. The rows stay locked. */
async function mustStillHold(tx: Tx, holder: string, lines: Transferred['lines']): Promise<void> {
  const held = await lockReservations(tx, { holder })
  for (const line of lines) {
    const pieces = piecesIn(held.filter(({ lineId }) => lineId === line.lineId))
    if (pieces !== line.quantity) throw missing(line, pieces)
  }
}

type Piled = Slot & { readonly quantity: number }

function mustBeFound(line: Transferred['lines'][number], found: readonly { lineId: string; quantity: number }[]): void {
  const pieces = piecesIn(found.filter(({ lineId }) => lineId === line.lineId))
  if (pieces < line.quantity) throw missing(line, pieces)
}

const missing = ({ lineId, variantId, quantity }: Transferred['lines'][number], available: number) =>
  outOfStock({ variantId, wanted: quantity, available, field: `lines.${lineId}` })

/** Slots of several lines, each once. */
function bySlot(found: readonly Piled[]): Piled[] {
  const piles = new Map<string, Piled>()
  for (const { binId, lotId, variantId, quantity } of found) {
    const key = `${binId} ${lotId} ${variantId}`
    piles.set(key, { binId, lotId, variantId, quantity: quantity + (piles.get(key)?.quantity ?? 0) })
  }
  return [...piles.values()]
}

const inTransit = (slots: readonly Piled[], { id }: Bin): Piled[] =>
  bySlot(slots.map((slot) => ({ ...slot, binId: id })))

async function consumeAll(tx: Tx, holder: string): Promise<void> {
  await tx.db
    .updateTable('supply.reservations')
    .set({ status: 'consumed', ended_at: tx.now, expires_at: null })
    .where('shop_id', '=', tx.shopId)
    .where('holder_id', '=', holder)
    .where('status', '=', 'held')
    .execute()
}

/** Where goods on the way to a warehouse lie in the books: made the first time. */
async function transitBin(tx: Tx, warehouseId: WarehouseId): Promise<Bin> {
  await tx.db
    .insertInto('supply.bins')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      warehouse_id: warehouseId,
      code: 'TRANSIT',
      zone: 'transit',
      path_order: 1_000_000,
    })
    .onConflict((conflict) => conflict.constraint('bins_code_key').doNothing())
    .execute()
  return firstBin(tx, warehouseId, 'transit')
}

export interface Arrived {
  readonly variantId: VariantId
  readonly received: number
  readonly lost: number
}

/**
 * What a transfer sent arrives: the pieces that were counted go to their usual shelf and are for sale again (expired ones into quarantine), what is missing is
 * written off with its cost. Each variant once, and all that was sent of it.
 */
export async function takeIn(
  tx: Tx,
  {
    holder,
    to,
    reason,
    arrived,
  }: Pick<Transferred, 'holder' | 'reason'> & { readonly to: WarehouseId; readonly arrived: readonly Arrived[] },
): Promise<void> {
  const sent = (await movedBy(tx, { cause: 'transfer', causeId: holder })).filter(({ quantity }) => quantity > 0)
  for (const { variantId, received } of arrived) {
    await ensureLevels(tx, [{ variantId, warehouseId: to }])
    let left = received
    for (const slot of sent.filter((each) => each.variantId === variantId)) {
      const good = Math.min(left, slot.quantity)
      left -= good
      if (good > 0) await shelve(tx, { slot: { ...slot, quantity: good }, to, holder, reason })
      if (slot.quantity > good) await writeOff(tx, { slot, lost: slot.quantity - good, holder, reason })
    }
  }
}

interface Slotted {
  readonly slot: Piled
  readonly holder: string
  readonly reason: string
}

async function shelve(tx: Tx, { slot, to, holder, reason }: Slotted & { readonly to: WarehouseId }): Promise<void> {
  const { binId, lotId, variantId, quantity } = slot
  const target = (await lotIsSellableNow(tx, lotId))
    ? await usualBin(tx, { warehouseId: to, variantId })
    : await firstBin(tx, to, 'quarantine')
  const moved = { kind: 'move', cause: 'transfer_in', causeId: holder, reason } as const
  await carryStock(tx, { ...moved, binId, lotId, variantId, quantity, toBinId: target.id })
}

const writeOff = (tx: Tx, { slot, lost, holder, reason }: Slotted & { readonly lost: number }): Promise<void> =>
  correctStock(tx, {
    binId: slot.binId,
    lotId: slot.lotId,
    variantId: slot.variantId,
    change: -lost,
    reason,
    cause: 'transfer_lost',
    causeId: holder,
  })
