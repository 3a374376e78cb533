import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { times } from '#kernel/money'
import { postAll } from '#office/ledger'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import type { ImportEffect, Reverse, Reversed } from '#platform/imports'
import { correctStock } from '../adjust-stock.ts'
import { changeBins } from '../bin-store.ts'
import { changeLevels } from '../level-store.ts'
import { type MovedSlot, writeMovements } from '../movement-store.ts'
import { tellListing } from '../tell-listing.ts'

export const countCause = 'adjustment'
export const receiptCause = 'stock_sheet'
const backCause = 'import_reversal'

/** What a row of a sheet did to what lies in one place: found again by the cause of its movement. */
export interface StockEffect extends ImportEffect {
  readonly after: { readonly cause: string; readonly causeId: string; readonly change: number }
}

/** Those of these causes whose movements an import has taken back. */
export async function takenBack(tx: Tx, causeIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ causeId: string }>`
    select distinct cause_id as "causeId" from supply.stock_movements
    where shop_id = ${tx.shopId} and cause = ${backCause} and cause_id = any(${causeIds}::uuid[])`.execute(tx.db)
  return new Set(rows.map(({ causeId }) => causeId))
}

/**
 * Takes counts and receipts of a sheet back: the difference they made, so that what was sold since stays sold. Where somebody counted
 * later, the later count holds; what came in goes out only while all of it is still free.
 */
export const reverseStock: Reverse = async (tx, effects, { dryRun }) => {
  const asked = effects as readonly StockEffect[]
  const found = await lockMoved(tx, asked)
  const free = freeRoom(found.values())
  const answers = asked.map(({ after }) => judge(found.get(after.causeId), free))
  if (!dryRun) {
    const back = asked.flatMap(({ after }, at) => {
      const moved = found.get(after.causeId)
      return moved && !moved.isBack && answers[at]!.outcome === 'reversed' ? [moved] : []
    })
    for (const moved of back.toSorted((a, b) => (a.variantId < b.variantId ? -1 : 1))) await takeBack(tx, moved)
  }
  return answers
}

interface Moved extends MovedSlot {
  readonly cause: string
  readonly causeId: string
  readonly sellable: boolean
  readonly isBack: boolean
  /** Somebody corrected the place after it, and that still stands. */
  readonly countedSince: boolean
  /** Pieces in the bin that no picker is sent for, and pieces of the warehouse that are promised to nobody. */
  readonly freeHere: number
  readonly freeInAll: number
}

/** Locks levels, then reads: in the order variant, warehouse, as everything that changes stock does. */
async function lockMoved(tx: Tx, effects: readonly StockEffect[]): Promise<Map<string, Moved>> {
  const causeIds = effects.map(({ after }) => after.causeId)
  const variantIds = effects.map(({ subjectId }) => subjectId)
  await sql`select 1 from supply.stock_levels where shop_id = ${tx.shopId} and variant_id = any(${variantIds}::uuid[])
    order by variant_id, warehouse_id for no key update`.execute(tx.db)
  const { rows } = await sql<Moved>`
    select m.variant_id as "variantId", m.warehouse_id as "warehouseId", m.bin_id as "binId", m.lot_id as "lotId", m.quantity, m.sellable,
      m.cause, m.cause_id as "causeId",
      exists (select from supply.stock_movements r where r.shop_id = m.shop_id and r.cause = ${backCause} and r.cause_id = m.cause_id) as "isBack",
      exists (select from supply.stock_movements n
        where n.shop_id = m.shop_id and n.lot_id = m.lot_id and n.id > m.id and n.bin_id = m.bin_id and n.kind = 'adjust' and n.cause <> ${backCause}
          and not exists (select from supply.stock_movements r where r.shop_id = n.shop_id and r.cause = ${backCause} and r.cause_id = n.cause_id)) as "countedSince",
      b.quantity - b.allocated as "freeHere", l.on_hand - l.reserved as "freeInAll"
    from supply.stock_movements m
    join supply.stock_levels l on l.shop_id = m.shop_id and l.variant_id = m.variant_id and l.warehouse_id = m.warehouse_id and l.bucket = 0
    join supply.bin_stock b on b.shop_id = m.shop_id and b.bin_id = m.bin_id and b.lot_id = m.lot_id and b.variant_id = m.variant_id
    where m.shop_id = ${tx.shopId} and m.cause in (${countCause}, ${receiptCause}) and m.cause_id = any(${causeIds}::uuid[])`.execute(
    tx.db,
  )
  return new Map(rows.map((row) => [row.causeId, row]))
}

/** What is still free of each place and warehouse while a batch is judged: several rows may draw on the same pieces. */
interface Free {
  readonly here: Map<string, number>
  readonly inAll: Map<string, number>
}

const placeOf = ({ binId, lotId }: Moved): string => `${binId} ${lotId}`
const levelOf = ({ variantId, warehouseId }: Moved): string => `${variantId} ${warehouseId}`

function freeRoom(moved: Iterable<Moved>): Free {
  const free: Free = { here: new Map(), inAll: new Map() }
  for (const one of moved) {
    free.here.set(placeOf(one), one.freeHere)
    free.inAll.set(levelOf(one), one.freeInAll)
  }
  return free
}

function judge(moved: Moved | undefined, { here, inAll }: Free): Reversed {
  if (!moved || moved.isBack) return { outcome: 'reversed' }
  if (moved.countedSince) return { outcome: 'kept', code: 'stock_import.counted_since' }
  const [place, level] = [placeOf(moved), levelOf(moved)]
  const left = here.get(place)! - moved.quantity
  const leftInAll = inAll.get(level)! - (moved.sellable ? moved.quantity : 0)
  if (moved.quantity > 0 && (left < 0 || leftInAll < 0)) return { outcome: 'kept', code: 'stock_import.moved_since' }
  here.set(place, left)
  inAll.set(level, leftInAll)
  return { outcome: 'reversed' }
}

/** @throws lotNotSellable when what a count took out cannot be sold any more: it stays out */
async function takeBack(tx: Tx, moved: Moved): Promise<void> {
  const { binId, lotId, variantId, causeId, quantity } = moved
  if (moved.cause === receiptCause) return sendBack(tx, moved)
  const change = -quantity
  await correctStock(tx, { binId, lotId, variantId, change, reason: 'import', cause: backCause, causeId })
  const data = { binId, lotId, change, reason: 'import' }
  await publish(tx, { type: 'stock.adjusted', aggregate: 'variant', id: variantId, data })
}

/** The opposite of a receipt, in the books too: at today's cost, as all corrections are. */
async function sendBack(tx: Tx, { causeId, sellable, ...slot }: Moved): Promise<void> {
  const { binId, lotId, variantId, warehouseId } = slot
  const back = { binId, lotId, variantId, warehouseId, quantity: -slot.quantity }
  const movement = { ...back, sellable, kind: 'adjust' as const, cause: backCause, causeId, reason: 'import' }
  const [movementId] = await writeMovements(tx, [movement])
  if (!movementId) return
  const changes = sellable ? await changeLevels(tx, [{ variantId, warehouseId, onHand: back.quantity }]) : []
  await changeBins(tx, [back])
  const cost = (await saleItemsOf(tx, [variantId])).get(variantId)?.cost
  const accounts = { debit: 'supplier_payables', credit: 'goods_in_stock' } as const
  if (cost)
    await postAll(tx, [
      { ...accounts, amount: times(cost, slot.quantity), cause: 'stock_movement', causeId: movementId },
    ])
  await tellListing(tx, changes ?? [])
}
