import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import { type LevelChange, totalsOf } from './level-store.ts'
import { uncounted, type WarehouseId } from './model.ts'

/** Stock set aside for one line of a holder. */
export interface Reservation {
  readonly lineId: string
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  /** The number of the box that it leaves in; 0 unless told. */
  readonly box: number
  readonly quantity: number
  readonly expiresAt: Temporal.Instant | null
}

/** What a holder has set aside now, in the order of its lines; nothing after release or dispatch. */
export async function reservationsOf(reader: Reader, holder: string): Promise<Reservation[]> {
  const rows = await reader.db
    .selectFrom('supply.reservations')
    .select(['line_id', 'variant_id', 'warehouse_id', 'box', 'quantity', 'expires_at'])
    .where('shop_id', '=', reader.shopId)
    .where('holder_id', '=', holder)
    .where('status', '=', 'held')
    .orderBy('line_id')
    .orderBy('warehouse_id')
    .orderBy('box')
    .execute()
  return rows.map((row) => ({
    lineId: row.line_id,
    variantId: row.variant_id as VariantId,
    warehouseId: row.warehouse_id as WarehouseId,
    box: row.box,
    quantity: row.quantity,
    expiresAt: row.expires_at,
  }))
}

/** How many pieces of one warehouse nobody has set aside. */
export async function availableAt(
  reader: Reader,
  { variantId, warehouseId }: { variantId: VariantId; warehouseId: WarehouseId },
): Promise<number> {
  const row = await reader.db
    .selectFrom('supply.stock_levels')
    .select(['on_hand', 'reserved'])
    .where('shop_id', '=', reader.shopId)
    .where('variant_id', '=', variantId)
    .where('warehouse_id', '=', warehouseId)
    .executeTakeFirst()
  return row ? row.on_hand - row.reserved : 0
}

/** How many of each variant may be sold now, over all open warehouses; 0 for what was never received. What is not shipped never runs out. */
export async function availabilityOf(
  reader: Reader,
  variantIds: readonly VariantId[],
): Promise<Map<VariantId, number>> {
  if (variantIds.length === 0) return new Map()
  const totals = await totalsOf(reader, variantIds)
  const unshipped = await withoutShipment(
    reader,
    variantIds.filter((id) => !totals.get(id)),
  )
  return new Map(variantIds.map((id) => [id, unshipped.has(id) ? uncounted : (totals.get(id) ?? 0)]))
}

/** The same for all variants of the products at these addresses of the storefront: whoever shows a product need not know its variants first. */
export async function availabilityAt(reader: Reader, slugs: readonly string[]): Promise<Map<VariantId, number>> {
  const { rows } = await sql<{ id: VariantId; available: number }>`
    select v.id, case when s.available > 0 or v.requires_shipping then s.available else ${uncounted} end::int as available
    from goods.products p
    join goods.variants v on v.shop_id = p.shop_id and v.product_id = p.id
    cross join lateral (
      select coalesce(sum(l.on_hand - l.reserved), 0) as available
      from supply.stock_levels l join supply.warehouses w on w.id = l.warehouse_id and w.status = 'open'
      where l.shop_id = v.shop_id and l.variant_id = v.id) s
    where p.shop_id = ${reader.shopId} and p.slug = any(${[...slugs]}::text[])`.execute(reader.db)
  return new Map(rows.map((row) => [row.id, row.available]))
}

async function withoutShipment(reader: Reader, variantIds: readonly VariantId[]): Promise<Set<VariantId>> {
  if (variantIds.length === 0) return new Set()
  const rows = await reader.db
    .selectFrom('goods.variants')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', sql<string>`any(${variantIds}::uuid[])`)
    .where('requires_shipping', '=', false)
    .execute()
  return new Set(rows.map((row) => row.id as VariantId))
}

/**
 * Ends a holder's reservations and gives the stock back, in one statement: levels are locked first and in order, as
 * everywhere, so that a release and a reservation cannot wait for each other. With `dueBefore` only what expired before then.
 */
export async function endReservations(
  tx: Tx,
  { holder, dueBefore }: { holder: string; dueBefore?: Temporal.Instant },
): Promise<LevelChange[]> {
  const due = dueBefore ? sql`and r.expires_at < ${dueBefore}` : sql``
  const { rows } = await sql<LevelChange>`
    with locked as (
      select 1 from supply.stock_levels l
      where l.shop_id = ${tx.shopId} and l.bucket = 0 and (l.variant_id, l.warehouse_id) in (
        select r.variant_id, r.warehouse_id from supply.reservations r
        where r.shop_id = ${tx.shopId} and r.holder_id = ${holder} and r.status = 'held' ${due})
      order by l.variant_id, l.warehouse_id
      for no key update of l),
    ended as (
      update supply.reservations r set status = 'released', ended_at = ${tx.now}
      where r.shop_id = ${tx.shopId} and r.holder_id = ${holder} and r.status = 'held' ${due} and (select count(*) from locked) >= 0
      returning r.variant_id, r.warehouse_id, r.quantity),
    freed as (select variant_id, warehouse_id, sum(quantity)::int as quantity from ended group by 1, 2)
    update supply.stock_levels l set reserved = l.reserved - f.quantity, updated_at = ${tx.now}
    from freed f
    where l.shop_id = ${tx.shopId} and l.variant_id = f.variant_id and l.warehouse_id = f.warehouse_id and l.bucket = 0
    returning l.variant_id as "variantId", l.on_hand - l.reserved as available, f.quantity as change`.execute(tx.db)
  return rows
}

export interface HeldRow extends Reservation {
  readonly id: string
}

/** A holder's live reservations (of one line, in one warehouse, for one box) that nobody changes until the end of the transaction: their levels are locked first. */
export async function lockReservations(
  tx: Tx,
  { holder, lineId, warehouseId, box }: { holder: string; lineId?: string; warehouseId?: WarehouseId; box?: number },
): Promise<HeldRow[]> {
  const mine = sql`r.shop_id = ${tx.shopId} and r.holder_id = ${holder} and r.status = 'held'
    ${lineId ? sql`and r.line_id = ${lineId}` : sql``} ${warehouseId ? sql`and r.warehouse_id = ${warehouseId}` : sql``} ${box === undefined ? sql`` : sql`and r.box = ${box}`}`
  await sql`select 1 from supply.stock_levels l
    where l.shop_id = ${tx.shopId} and l.bucket = 0
      and (l.variant_id, l.warehouse_id) in (select r.variant_id, r.warehouse_id from supply.reservations r where ${mine})
    order by l.variant_id, l.warehouse_id for no key update of l`.execute(tx.db)
  const { rows } = await sql<HeldRow>`
    select r.id, r.line_id as "lineId", r.variant_id as "variantId", r.warehouse_id as "warehouseId", r.box, r.quantity, r.expires_at as "expiresAt"
    from supply.reservations r where ${mine} order by r.warehouse_id desc, r.box desc, r.line_id`.execute(tx.db)
  return rows
}
