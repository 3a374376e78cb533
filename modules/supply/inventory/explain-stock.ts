import { sql } from 'kysely'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { VariantId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import type { BinId, LotId, MovementKind, WarehouseId, Zone } from './model.ts'

export interface ExplainStock {
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly cursor?: string
  readonly limit?: number
}

/** A movement and what was on hand after it. */
export interface ExplainedMovement {
  readonly id: string
  readonly at: Temporal.Instant
  readonly kind: MovementKind
  readonly quantity: number
  /** Whether it counts towards what may be sold. */
  readonly sellable: boolean
  readonly balance: number
  readonly binId: BinId
  readonly bin: string
  readonly zone: Zone
  readonly lotId: LotId
  readonly lot: string
  readonly cause: string
  readonly causeId: string
  readonly reason: string
  readonly actorName: string
}

/** Who stands behind the reserved quantity. */
export interface ReservedFor {
  readonly holder: string
  readonly quantity: number
  readonly since: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
}

export interface StockExplanation {
  readonly onHand: number
  readonly reserved: number
  readonly available: number
  readonly movements: Page<ExplainedMovement>
  /** Newest first, at most 200. */
  readonly reservations: readonly ReservedFor[]
}

/** Why is it 47? The movements behind the number on hand, newest first with a running balance, and the holders behind the reserved one. */
export async function explainStock(
  reader: Reader,
  { variantId, warehouseId, cursor, limit = 50 }: ExplainStock,
): Promise<StockExplanation> {
  const level = await reader.db
    .selectFrom('supply.stock_levels')
    .select(['on_hand', 'reserved'])
    .where('shop_id', '=', reader.shopId)
    .where('variant_id', '=', variantId)
    .where('warehouse_id', '=', warehouseId)
    .executeTakeFirst()
  const { on_hand: onHand, reserved } = level ?? { on_hand: 0, reserved: 0 }
  const [before, balance] = cursor ? (decodeCursor(cursor, 2) as [string, number]) : [undefined, onHand]
  const rows = await movementsBefore(reader, { variantId, warehouseId, before, limit })
  let running = balance
  const movements = rows.map((row) => {
    const explained = { ...row, balance: running }
    if (row.sellable) running -= row.quantity
    return explained
  })
  const page = toPage(movements, limit, (last) => [
    last.id,
    last.sellable ? last.balance - last.quantity : last.balance,
  ])
  return {
    onHand,
    reserved,
    available: onHand - reserved,
    movements: page,
    reservations: await heldBy(reader, { variantId, warehouseId }),
  }
}

async function movementsBefore(
  reader: Reader,
  {
    variantId,
    warehouseId,
    before,
    limit,
  }: { variantId: VariantId; warehouseId: WarehouseId; before?: string; limit: number },
): Promise<Omit<ExplainedMovement, 'balance'>[]> {
  const { rows } = await sql<Omit<ExplainedMovement, 'balance'>>`
    select m.id, m.at, m.kind, m.quantity, m.sellable, m.bin_id as "binId", b.code as bin, b.zone, m.lot_id as "lotId", t.number as lot,
      m.cause, m.cause_id as "causeId", m.reason, m.actor_name as "actorName"
    from supply.stock_movements m
    join supply.bins b on b.id = m.bin_id
    join supply.lots t on t.shop_id = m.shop_id and t.id = m.lot_id
    where m.shop_id = ${reader.shopId} and m.variant_id = ${variantId} and m.warehouse_id = ${warehouseId}
      ${before ? sql`and m.id < ${before}::uuid` : sql``}
    order by m.id desc limit ${limit + 1}`.execute(reader.db)
  return rows
}

async function heldBy(
  reader: Reader,
  { variantId, warehouseId }: { variantId: VariantId; warehouseId: WarehouseId },
): Promise<ReservedFor[]> {
  const { rows } = await sql<ReservedFor>`
    select holder_id as holder, sum(quantity)::int as quantity, min(created_at) as since, max(expires_at) as "expiresAt"
    from supply.reservations
    where shop_id = ${reader.shopId} and variant_id = ${variantId} and warehouse_id = ${warehouseId} and status = 'held'
    group by holder_id order by min(created_at) desc, holder_id limit 200`.execute(reader.db)
  return rows
}
