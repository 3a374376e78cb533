import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import type { Taken } from './claim-stock.ts'
import { type LevelChange, startAgain, writingLevels } from './level-store.ts'
import type { WarehouseId } from './model.ts'
import type { WantedLine } from './plan-reservation.ts'
import { releaseStock } from './release-stock.ts'

/** What an open warehouse has left of a hot variant. */
export interface Supply {
  readonly variantId: VariantId
  readonly warehouseId: WarehouseId
  readonly available: number
  readonly provinces: readonly string[]
  readonly priority: number
  readonly code: string
}

/** Locks a variant in every open warehouse and says what is left there; nobody else claims it until the end of the transaction. */
export async function lockSupplies(tx: Tx, variantId: VariantId): Promise<Supply[]> {
  const { rows } = await sql<Supply>`
    select l.variant_id as "variantId", l.warehouse_id as "warehouseId", l.on_hand - l.reserved as available, w.provinces, w.priority, w.code
    from supply.stock_levels l join supply.warehouses w on w.id = l.warehouse_id and w.shop_id = l.shop_id and w.status = 'open'
    where l.shop_id = ${tx.shopId} and l.variant_id = ${variantId} and l.bucket = 0
    order by l.warehouse_id
    for no key update of l`.execute(tx.db)
  return rows
}

/** Which of these holders have a claim already. What has not ended is held: asked by the holders' own key, not by all that is held of the goods. */
export async function heldClaims(
  tx: Tx,
  { variantId, holders }: { variantId: VariantId; holders: readonly string[] },
): Promise<Set<string>> {
  const { rows } = await sql<{ holder: string }>`
    select distinct holder_id as holder from supply.reservations
    where shop_id = ${tx.shopId} and holder_id = any(${[...holders]}::uuid[]) and line_id = ${variantId} and ended_at is null`.execute(
    tx.db,
  )
  return new Set(rows.map(({ holder }) => holder))
}

/** Takes what was handed out while the levels were locked, and writes the claims: the line of a claim is its variant, as a cart has one line of each. */
export async function takeClaims(
  tx: Tx,
  { taken, expiresAt }: { taken: readonly Taken[]; expiresAt: Temporal.Instant },
): Promise<LevelChange[]> {
  const answer = sql<LevelChange & { written: number }>`
    with claim as (
      select * from unnest(${taken.map(() => newId())}::uuid[], ${taken.map(({ holder }) => holder)}::uuid[], ${taken.map(({ variantId }) => variantId)}::uuid[],
        ${taken.map(({ warehouseId }) => warehouseId)}::uuid[], ${taken.map(({ quantity }) => quantity)}::int[]) as c (id, holder_id, variant_id, warehouse_id, quantity)),
    written as (
      insert into supply.reservations (id, shop_id, holder_id, line_id, variant_id, warehouse_id, quantity, expires_at, created_at)
      select id, ${tx.shopId}::uuid, holder_id, variant_id, variant_id, warehouse_id, quantity, ${expiresAt}::timestamptz, ${tx.now}::timestamptz from claim
      on conflict on constraint reservations_once do update
        set status = 'held', quantity = excluded.quantity, expires_at = excluded.expires_at, created_at = excluded.created_at, ended_at = null
        where supply.reservations.status = 'released'
      returning id),
    wanted as (select variant_id, warehouse_id, sum(quantity)::int as quantity from claim group by 1, 2)
    update supply.stock_levels l set reserved = l.reserved + w.quantity, updated_at = ${tx.now}
    from wanted w
    where l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.warehouse_id = w.warehouse_id and l.bucket = 0
    returning l.variant_id as "variantId", l.on_hand - l.reserved as available, -w.quantity as change, (select count(*) from written)::int as written`
  const { rows } = await writingLevels(answer.execute(tx.db))
  if (rows[0]?.written !== taken.length) throw startAgain('a holder claims twice at the same moment')
  return rows
}

/** How many pieces of each variant a cart has claimed. */
export async function claimsOf(reader: Reader, holder: string): Promise<Map<VariantId, number>> {
  const { rows } = await sql<{ variantId: VariantId; quantity: number }>`
    select variant_id as "variantId", sum(quantity)::int as quantity from supply.reservations
    where shop_id = ${reader.shopId} and holder_id = ${holder} and ended_at is null group by 1`.execute(reader.db)
  return new Map(rows.map(({ variantId, quantity }) => [variantId, quantity]))
}

/**
 * The lines of an order that its cart has claimed, in just that quantity. A cart that was changed after its claim, so that something else would be left
 * over, gives all of it back and has claimed nothing.
 */
export async function claimedLines<Line extends WantedLine>(
  tx: Tx,
  { holder, lines }: { readonly holder: string; readonly lines: readonly Line[] },
): Promise<readonly Line[]> {
  const claims = await claimsOf(tx, holder)
  const claimed = lines.filter(({ variantId, quantity }) => claims.get(variantId) === quantity)
  if (claimed.length === claims.size) return claimed
  await releaseStock(tx, { holder })
  return []
}

export interface ConfirmClaims {
  /** The cart that claimed. */
  readonly from: string
  /** The order made of it. */
  readonly to: string
  /** What `claimedLines` has answered. */
  readonly lines: readonly WantedLine[]
  readonly expiresAt: Temporal.Instant | null
}

/** Hands what a cart has claimed to its order, in the order's transaction. No level changes. */
export async function confirmClaims(tx: Tx, { from, to, lines, expiresAt }: ConfirmClaims): Promise<void> {
  const { rows } = await sql<{ quantity: number }>`
    update supply.reservations r set holder_id = ${to}, line_id = l.line_id, expires_at = ${expiresAt}::timestamptz
    from unnest(${lines.map(({ lineId }) => lineId)}::uuid[], ${lines.map(({ variantId }) => variantId)}::uuid[]) as l (line_id, variant_id)
    where r.shop_id = ${tx.shopId} and r.holder_id = ${from} and r.line_id = l.variant_id and r.ended_at is null
    returning r.quantity`.execute(tx.db)
  if (piecesIn(rows) !== piecesIn(lines)) throw startAgain('a claim ended while its order was made')
}
