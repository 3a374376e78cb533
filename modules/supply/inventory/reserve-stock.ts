import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { pieces } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import { afterwards } from '#platform/database'
import { joinCrowd } from './crowd.ts'
import { type LevelChange, startAgain, writingLevels } from './level-store.ts'
import type { Considered, WarehouseId } from './model.ts'
import { firstShortage, type Offer, type Portion, planReservation, type WantedLine } from './plan-reservation.ts'
import { reservationsOf } from './reservation-store.ts'
import { outOfStock } from './stock.ts'
import { tellListing } from './tell-listing.ts'

export interface ReserveStock {
  /** Who the goods are set aside for: an order's id. */
  readonly holder: string
  readonly lines: readonly WantedLine[]
  /** Two-digit code of the province the goods go to. A longer district code will do. */
  readonly province: string
  /** When the promise ends by itself; null for never. */
  readonly expiresAt: Temporal.Instant | null
  /** The number of the box it leaves in: what a holder has in another counts apart. 0 unless told. */
  readonly box?: number
}

export type Reserved = Portion

/**
 * Sets stock aside for a holder: all lines or none. One warehouse serves them all if any can (those that serve the province
 * first, then by priority), otherwise the lines are split. Lines of the same variant are summed. The same holder asking again
 * for the same box gets what it holds. Call it last in a transaction: these are the most wanted rows of the house.
 *
 * @throws outOfStock for the first line that cannot be served
 */
export async function reserveStock(
  tx: Tx,
  { holder, lines, province, expiresAt, box = 0 }: ReserveStock,
): Promise<Reserved[]> {
  for (const [index, line] of lines.entries()) pieces(line.quantity, `lines.${index}.quantity`)
  comeForAll(
    tx,
    lines.map(({ variantId }) => variantId),
  )
  const whole = await takeWhole(tx, { holder, lines, province, expiresAt, box })
  if (whole) return tellTaken(tx, whole)
  const offers = await findOffers(tx, { holder, lines, province, box })
  if (offers.some(({ repeated }) => repeated)) return heldBy(tx, holder, box)
  const portions = planOrRefuse(lines, offers)
  const considered = consideredAmong(lines, offers)
  return tellTaken(tx, { portions, changes: await takePortions(tx, { holder, expiresAt, box, portions, considered }) })
}

/** Whoever has locked these rows keeps them until the transaction ends. */
function comeForAll(tx: Tx, variantIds: readonly VariantId[]): void {
  for (const variantId of new Set(variantIds)) afterwards(tx, joinCrowd(tx, variantId))
}

interface Taken {
  readonly portions: readonly Portion[]
  readonly changes: readonly LevelChange[]
}

async function tellTaken(tx: Tx, { portions, changes }: Taken): Promise<Reserved[]> {
  await tellListing(tx, changes)
  return [...portions]
}

async function heldBy(tx: Tx, holder: string, box: number): Promise<Reserved[]> {
  const held = (await reservationsOf(tx, holder)).filter((each) => each.box === box)
  return held.map(({ lineId, variantId, warehouseId, quantity }) => ({ lineId, variantId, warehouseId, quantity }))
}

function planOrRefuse(lines: readonly WantedLine[], offers: readonly Offer[]): Portion[] {
  const short = firstShortage(lines, offers)
  if (short)
    throw outOfStock({
      variantId: short.variantId,
      wanted: short.wanted,
      available: short.available,
      field: `lines.${short.index}`,
    })
  return planReservation(lines, offers)
}

/** Which warehouses were asked, and whether they had everything, as it is kept with what is set aside. */
const consideredAmong = (lines: readonly WantedLine[], offers: readonly RankedOffer[]): Considered[] =>
  [...Map.groupBy(offers, ({ warehouseId }) => warehouseId)].map(([warehouseId, own]) => ({
    warehouseId,
    rank: own[0]!.rank,
    hasAll: !firstShortage(lines, own),
  }))

interface RankedOffer extends Offer {
  readonly repeated: boolean
  readonly rank: number
}

/** Offers in the order of asking. */
async function findOffers(
  tx: Tx,
  { holder, lines, province, box }: Required<Omit<ReserveStock, 'expiresAt'>>,
): Promise<RankedOffer[]> {
  const { rows } = await sql<RankedOffer & { priority: number; code: string }>`
    select l.variant_id as "variantId", l.warehouse_id as "warehouseId", l.on_hand - l.reserved as available, w.priority, w.code,
      exists (select from supply.reservations r where r.shop_id = l.shop_id and r.holder_id = ${holder} and r.box = ${box} and r.status = 'held') as repeated,
      ${rankFor(province)} as rank
    from supply.stock_levels l join supply.warehouses w on w.id = l.warehouse_id and w.shop_id = l.shop_id and w.status = 'open'
    where l.shop_id = ${tx.shopId} and l.bucket = 0 and l.variant_id = any(${lines.map((line) => line.variantId)}::uuid[])`.execute(
    tx.db,
  )
  return rows.sort(
    (a, b) => a.rank - b.rank || a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

/**
 * What nearly every order needs, in one statement: it locks the variants in every warehouse, in order, and takes everything from the first
 * warehouse that has all of it. Undefined when none has, or when the holder holds something in that box already; the levels stay locked, so that whoever
 * plans on waits for nobody and cannot fail.
 *
 * What is held has not ended. It is asked so, because `status = 'held'` has an index by goods, which a database that has yet to count a young shop's
 * reservations would read through for every order, all of them.
 *
 * Whether there is enough is asked of the locked rows alone. The update first meets the row as it was before we waited, and adds to what it is now only
 * afterwards: a condition of its own would let it skip the row.
 */
async function takeWhole(
  tx: Tx,
  { holder, lines, province, expiresAt, box }: Required<ReserveStock>,
): Promise<Taken | undefined> {
  const answer = sql<LevelChange & { warehouseId: WarehouseId; written: number }>`
    with portion as (${rowsOf(lines)}),
    wanted as (select variant_id, sum(quantity)::int as quantity from portion group by 1),
    locked as (
      select l.warehouse_id, w.quantity, l.on_hand - l.reserved as available
      from wanted w join supply.stock_levels l on l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.bucket = 0
      order by l.variant_id, l.warehouse_id
      for no key update of l),
    asked as (
      select w.id, (${rankFor(province)})::int as rank, w.priority, w.code,
        count(*) = (select count(*) from wanted) and bool_and(available >= quantity) as "hasAll"
      from locked join supply.warehouses w on w.id = locked.warehouse_id and w.shop_id = ${tx.shopId} and w.status = 'open'
      where not exists (select from supply.reservations r where r.shop_id = ${tx.shopId} and r.holder_id = ${holder} and r.box = ${box} and r.ended_at is null)
      group by w.id),
    chosen as (
      select id, (
        select jsonb_agg(jsonb_build_object('warehouseId', a.id, 'rank', a.rank, 'hasAll', a."hasAll") order by a.rank, a.priority, a.code collate "C") from asked a
      ) as considered
      from asked where "hasAll" order by rank, priority, code collate "C" limit 1),
    taken as (
      update supply.stock_levels l set reserved = l.reserved + w.quantity, updated_at = ${tx.now}
      from wanted w, chosen
      where l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.warehouse_id = chosen.id and l.bucket = 0
      returning l.variant_id, l.warehouse_id, l.on_hand - l.reserved as available, -w.quantity as change),
    written as (
      insert into supply.reservations (id, shop_id, holder_id, line_id, variant_id, warehouse_id, box, quantity, expires_at, created_at, considered)
      select p.id, ${tx.shopId}::uuid, ${holder}::uuid, p.line_id, p.variant_id, chosen.id, ${box}::smallint, p.quantity, ${expiresAt}::timestamptz, ${tx.now}::timestamptz,
        chosen.considered
      from portion p, chosen
      ${unlessHeld}
      returning id)
    select variant_id as "variantId", warehouse_id as "warehouseId", available, change, (select count(*) from written)::int as written from taken`
  const { rows } = await writingLevels(answer.execute(tx.db))
  const [first] = rows
  if (!first) return undefined
  if (first.written !== lines.length) throw startAgain(`${holder} reserves twice at the same moment`)
  return { portions: lines.map((line) => ({ ...line, warehouseId: first.warehouseId })), changes: rows }
}

/** Row by row rather than as lists: PostgreSQL then knows how few they are, and looks each level up instead of reading them all. */
const rowsOf = (lines: readonly WantedLine[]) => {
  const rows = lines.map(
    ({ lineId, variantId, quantity }) => sql`(${newId()}::uuid, ${lineId}::uuid, ${variantId}::uuid, ${quantity}::int)`,
  )
  return sql`select * from (values ${sql.join(rows)}) as p (id, line_id, variant_id, quantity)`
}

/** Warehouses that serve the province first, then those that serve any. */
const rankFor = (province: string) =>
  sql`case when ${province.slice(0, 2)} = any(w.provinces) then 0 when w.provinces = '{}' then 1 else 2 end`

const unlessHeld = sql`on conflict on constraint reservations_once do update
  set status = 'held', quantity = excluded.quantity, variant_id = excluded.variant_id, expires_at = excluded.expires_at,
    created_at = excluded.created_at, ended_at = null, considered = excluded.considered
  where supply.reservations.status = 'released'`

interface TakePortions extends Required<Pick<ReserveStock, 'holder' | 'expiresAt' | 'box'>> {
  readonly portions: readonly Portion[]
  readonly considered: readonly Considered[]
}

/** Takes what was planned while the levels were locked, and writes the reservations. */
async function takePortions(
  tx: Tx,
  { holder, expiresAt, box, portions, considered }: TakePortions,
): Promise<LevelChange[]> {
  const answer = sql<LevelChange & { written: number }>`
    with portion as (
      select * from unnest(${portions.map(() => newId())}::uuid[], ${portions.map((p) => p.lineId)}::uuid[], ${portions.map((p) => p.variantId)}::uuid[],
        ${portions.map((p) => p.warehouseId)}::uuid[], ${portions.map((p) => p.quantity)}::int[]) as p (id, line_id, variant_id, warehouse_id, quantity)),
    wanted as (select variant_id, warehouse_id, sum(quantity)::int as quantity from portion group by 1, 2),
    taken as (
      update supply.stock_levels l set reserved = l.reserved + w.quantity, updated_at = ${tx.now}
      from wanted w
      where l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.warehouse_id = w.warehouse_id and l.bucket = 0
        and l.on_hand - l.reserved >= w.quantity
      returning l.variant_id, l.on_hand - l.reserved as available, -w.quantity as change),
    written as (
      insert into supply.reservations (id, shop_id, holder_id, line_id, variant_id, warehouse_id, box, quantity, expires_at, created_at, considered)
      select p.id, ${tx.shopId}::uuid, ${holder}::uuid, p.line_id, p.variant_id, p.warehouse_id, ${box}::smallint, p.quantity, ${expiresAt}::timestamptz, ${tx.now}::timestamptz,
        ${JSON.stringify(considered)}::jsonb
      from portion p where exists (select from taken)
      ${unlessHeld}
      returning id)
    select variant_id as "variantId", available, change, (select count(*) from written)::int as written from taken`
  const { rows } = await writingLevels(answer.execute(tx.db))
  const levels = new Set(portions.map(({ variantId, warehouseId }) => `${variantId} ${warehouseId}`))
  if (rows.length !== levels.size) throw startAgain('a warehouse got its first goods between lock and plan')
  if (rows[0] && rows[0].written !== portions.length) throw startAgain(`${holder} reserves twice at the same moment`)
  return rows
}
