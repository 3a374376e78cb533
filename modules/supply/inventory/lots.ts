import { sql } from 'kysely'
import { saleItemsOf } from '#goods/catalog'
import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { notify } from '#office/notices'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import type { Slot } from './bin-store.ts'
import { carryStock } from './carry-stock.ts'
import { loadLot } from './lot-store.ts'
import type { Lot, LotId, LotStatus, WarehouseId } from './model.ts'
import { inventorySettings } from './settings.ts'
import { reasonMissing } from './stock.ts'
import { firstBin, shopToday } from './warehouse-store.ts'

/** A lot's passage through the house (INV-08). */
export interface LotPassage extends Lot {
  readonly received: number
  readonly dispatched: number
  readonly onHand: number
  readonly lastInAt: Temporal.Instant | null
  readonly firstOutAt: Temporal.Instant | null
  readonly lastOutAt: Temporal.Instant | null
}

/** The lots of a variant (in some warehouses, those that were ever there), what came in and went out of each and when, first expired first. */
export async function lotsOf(reader: Reader, variantId: VariantId, within?: readonly string[]): Promise<LotPassage[]> {
  const { rows } = await sql<LotPassage>`
    select t.id, t.variant_id as "variantId", t.number, t.produced_on as "producedOn", t.expires_on as "expiresOn", t.status, t.first_in_at as "firstInAt",
      coalesce(sum(m.quantity) filter (where m.kind in ('receive', 'return')), 0)::int as received,
      coalesce(-sum(m.quantity) filter (where m.kind = 'dispatch'), 0)::int as dispatched,
      coalesce(sum(m.quantity), 0)::int as "onHand",
      max(m.at) filter (where m.kind in ('receive', 'return')) as "lastInAt",
      min(m.at) filter (where m.kind = 'dispatch') as "firstOutAt",
      max(m.at) filter (where m.kind = 'dispatch') as "lastOutAt"
    from supply.lots t left join supply.stock_movements m on m.shop_id = t.shop_id and m.lot_id = t.id
    where t.shop_id = ${reader.shopId} and t.variant_id = ${variantId} ${within ? sql`and m.warehouse_id = any(${[...within]}::uuid[])` : sql``}
    group by t.shop_id, t.id, t.variant_id, t.number, t.produced_on, t.expires_on, t.status, t.first_in_at
    order by t.expires_on nulls last, t.first_in_at, t.id`.execute(reader.db)
  return rows
}

/** A lot that expires soon or has expired, while some of it is still in the house. */
export interface ExpiringLot {
  readonly lotId: LotId
  readonly variantId: VariantId
  readonly number: string
  readonly producedOn: Temporal.PlainDate | null
  readonly expiresOn: Temporal.PlainDate
  readonly status: LotStatus
  readonly quantity: number
  /** Negative when it has expired. */
  readonly daysLeft: number
}

/** Lots in the house that expire within so many days (the warning time unless told), soonest first, at most 500. */
export async function expiringLots(
  reader: Reader,
  { withinDays, within }: { withinDays?: number; within?: readonly string[] } = {},
): Promise<ExpiringLot[]> {
  const today = await shopToday(reader)
  const days = withinDays ?? (await readSettings(reader, inventorySettings)).expiryWarning
  const { rows } = await sql<ExpiringLot>`
    select t.id as "lotId", t.variant_id as "variantId", t.number, t.produced_on as "producedOn", t.expires_on as "expiresOn", t.status,
      sum(s.quantity)::int as quantity, (t.expires_on - ${today}::date)::int as "daysLeft"
    from supply.lots t join supply.bin_stock s on s.shop_id = t.shop_id and s.lot_id = t.id and s.variant_id = t.variant_id
    where t.shop_id = ${reader.shopId} and t.expires_on <= ${today.add({ days })}::date
      ${within ? sql`and s.bin_id in (select b.id from supply.bins b where b.shop_id = t.shop_id and b.warehouse_id = any(${[...within]}::uuid[]))` : sql``}
    group by t.id, t.variant_id, t.number, t.produced_on, t.expires_on, t.status
    having sum(s.quantity) > 0
    order by t.expires_on, t.id limit 500`.execute(reader.db)
  return rows
}

/** Job. Tells the stock keepers, once per lot, that goods will soon be past their date (INV-09). */
export async function warnOfExpiry(ctx: Context): Promise<void> {
  const lots = (await expiringLots(ctx)).filter(({ daysLeft }) => daysLeft >= 0)
  if (lots.length === 0) return
  await transaction(ctx, async (tx) => {
    const items = await saleItemsOf(
      tx,
      lots.map(({ variantId }) => variantId),
    )
    for (const { lotId, variantId, number, expiresOn, quantity } of lots) {
      const sku = items.get(variantId)?.sku ?? ''
      const data = { number, sku, quantity, expiresOn: expiresOn.toString() }
      await notify(tx, {
        permission: 'stock.read',
        kind: 'lot.expiring',
        subject: 'lot',
        subjectId: lotId,
        data,
        dedupeKey: `lot.expiring:${lotId}`,
      })
    }
  })
}

/** Job. What has expired leaves the promise for quarantine; pieces already set aside for a picker are refused at the scan. */
export async function expireLots(ctx: Context): Promise<number> {
  const today = await shopToday(ctx)
  const { rows } =
    await sql<FreeSlot>`${freeSlots(ctx)} and t.expires_on < ${today}::date order by s.variant_id, b.warehouse_id, s.bin_id, s.lot_id limit 500`.execute(
      ctx.db,
    )
  await eachOf(rows, (slot) =>
    transaction(ctx, async (tx) => {
      await quarantine(tx, slot, 'expiry')
      await tellExpired(tx, slot)
    }),
  )
  return rows.length
}

async function tellExpired(tx: Tx, { lotId, variantId, binId, quantity }: FreeSlot): Promise<void> {
  const { number } = await loadLot(tx, lotId)
  const sku = (await saleItemsOf(tx, [variantId])).get(variantId)?.sku ?? ''
  const dedupeKey = `lot.expired:${lotId}:${binId}:${tx.now.toString()}`
  await notify(tx, {
    permission: 'stock.adjust',
    kind: 'lot.expired',
    subject: 'lot',
    subjectId: lotId,
    data: { number, sku, quantity },
    dedupeKey,
  })
}

/** Stops a lot from being sold and picked, and moves it to quarantine. @throws lotNotFound, reasonMissing */
export function blockLot(ctx: Context, { lotId, reason }: { lotId: LotId; reason: string }): Promise<void> {
  if (reason.trim() === '') throw reasonMissing({ field: 'reason' })
  return transaction(ctx, async (tx) => {
    await setLotStatus(tx, { lotId, status: 'blocked', reason })
    const { rows } =
      await sql<FreeSlot>`${freeSlots(tx)} and s.lot_id = ${lotId} order by s.variant_id, b.warehouse_id, s.bin_id`.execute(
        tx.db,
      )
    for (const slot of rows) await quarantine(tx, slot, 'block')
  })
}

/** Lets a blocked lot be sold again; its goods are moved back to the shelves by hand. @throws lotNotFound */
export function unblockLot(ctx: Context, { lotId, reason }: { lotId: LotId; reason: string }): Promise<void> {
  if (reason.trim() === '') throw reasonMissing({ field: 'reason' })
  return transaction(ctx, (tx) => setLotStatus(tx, { lotId, status: 'released', reason }))
}

async function setLotStatus(
  tx: Tx,
  { lotId, status, reason }: { lotId: LotId; status: LotStatus; reason: string },
): Promise<void> {
  const { status: before } = await loadLot(tx, lotId)
  await tx.db
    .updateTable('supply.lots')
    .set({ status })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', lotId)
    .execute()
  await publish(tx, {
    type: 'lot.status_changed',
    aggregate: 'lot',
    id: lotId,
    data: { before, after: status, reason },
  })
}

interface FreeSlot extends Slot {
  readonly warehouseId: WarehouseId
  readonly quantity: number
}

/** Pieces in selling zones that are set aside for nobody. */
const freeSlots = (reader: Pick<Reader, 'shopId'>) => sql`
  select s.bin_id as "binId", s.lot_id as "lotId", s.variant_id as "variantId", b.warehouse_id as "warehouseId", s.quantity - s.allocated as quantity
  from supply.bin_stock s
  join supply.bins b on b.id = s.bin_id and b.zone in ('pick', 'reserve', 'packing')
  join supply.lots t on t.shop_id = s.shop_id and t.id = s.lot_id
  where s.shop_id = ${reader.shopId} and s.quantity > s.allocated`

async function quarantine(tx: Tx, { warehouseId, ...slot }: FreeSlot, cause: 'expiry' | 'block'): Promise<void> {
  const to = await firstBin(tx, warehouseId, 'quarantine')
  await carryStock(tx, { ...slot, toBinId: to.id, kind: 'move', cause, causeId: newId() })
}
