import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { pieces } from '#kernel/quantity'
import type { Tx } from '#platform/context'
import type { LevelChange } from './level-store.ts'
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
}

export type Reserved = Portion

/**
 * Sets stock aside for a holder: all lines or none. One warehouse serves them all if any can (those that serve the province
 * first, then by priority), otherwise the lines are split. Lines of the same variant are summed. The same holder asking again
 * gets what it holds. Call it last in a transaction: these are the most wanted rows of the house.
 *
 * @throws outOfStock for the first line that cannot be served
 */
export async function reserveStock(tx: Tx, { holder, lines, province, expiresAt }: ReserveStock): Promise<Reserved[]> {
  for (const [index, line] of lines.entries()) pieces(line.quantity, `lines.${index}.quantity`)
  for (let attempt = 1; attempt <= 2; attempt++) {
    const offers = await findOffers(tx, { holder, lines, province })
    if (offers.some(({ repeated }) => repeated)) return heldBy(tx, holder)
    const portions = planOrRefuse(lines, offers)
    const changes = await takePortions(tx, { holder, expiresAt, portions })
    if (!changes) continue
    await tellListing(tx, changes)
    return portions
  }
  throw new Error('levels moved although they were locked')
}

async function heldBy(tx: Tx, holder: string): Promise<Reserved[]> {
  const held = await reservationsOf(tx, holder)
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

/** Offers in the order of asking. */
async function findOffers(
  tx: Tx,
  { holder, lines, province }: Omit<ReserveStock, 'expiresAt'>,
): Promise<(Offer & { repeated: boolean })[]> {
  const { rows } = await sql<Offer & { repeated: boolean; rank: number; priority: number; code: string }>`
    select l.variant_id as "variantId", l.warehouse_id as "warehouseId", l.on_hand - l.reserved as available, w.priority, w.code,
      exists (select from supply.reservations r where r.shop_id = l.shop_id and r.holder_id = ${holder} and r.status = 'held') as repeated,
      case when ${province.slice(0, 2)} = any(w.provinces) then 0 when w.provinces = '{}' then 1 else 2 end as rank
    from supply.stock_levels l join supply.warehouses w on w.id = l.warehouse_id and w.shop_id = l.shop_id and w.status = 'open'
    where l.shop_id = ${tx.shopId} and l.bucket = 0 and l.variant_id = any(${lines.map((line) => line.variantId)}::uuid[])`.execute(
    tx.db,
  )
  return rows.sort(
    (a, b) => a.rank - b.rank || a.priority - b.priority || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

/**
 * One statement locks in order, checks every level, adds to them and writes the reservations: all portions or none (undefined), when
 * somebody was faster. It locks the variants in every warehouse, so that planning again waits for nobody and cannot fail.
 */
async function takePortions(
  tx: Tx,
  { holder, expiresAt, portions }: Pick<ReserveStock, 'holder' | 'expiresAt'> & { portions: readonly Portion[] },
): Promise<LevelChange[] | undefined> {
  const { rows } = await sql<LevelChange & { written: number }>`
    with portion as (
      select * from unnest(${portions.map(() => newId())}::uuid[], ${portions.map((p) => p.lineId)}::uuid[], ${portions.map((p) => p.variantId)}::uuid[],
        ${portions.map((p) => p.warehouseId)}::uuid[], ${portions.map((p) => p.quantity)}::int[]) as p (id, line_id, variant_id, warehouse_id, quantity)),
    wanted as (select variant_id, warehouse_id, sum(quantity)::int as quantity from portion group by 1, 2),
    locked as (
      select w.quantity, l.on_hand - l.reserved >= w.quantity as enough
      from supply.stock_levels l left join wanted w using (variant_id, warehouse_id)
      where l.shop_id = ${tx.shopId} and l.bucket = 0 and l.variant_id in (select variant_id from wanted)
      order by l.variant_id, l.warehouse_id
      for no key update of l),
    taken as (
      update supply.stock_levels l set reserved = l.reserved + w.quantity, updated_at = ${tx.now}
      from wanted w
      where l.shop_id = ${tx.shopId} and l.variant_id = w.variant_id and l.warehouse_id = w.warehouse_id and l.bucket = 0
        and (select count(quantity) = (select count(*) from wanted) and bool_and(enough) from locked)
        and l.on_hand - l.reserved >= w.quantity
      returning l.variant_id, l.on_hand - l.reserved as available, -w.quantity as change),
    written as (
      insert into supply.reservations (id, shop_id, holder_id, line_id, variant_id, warehouse_id, quantity, expires_at, created_at)
      select p.id, ${tx.shopId}::uuid, ${holder}::uuid, p.line_id, p.variant_id, p.warehouse_id, p.quantity, ${expiresAt}::timestamptz, ${tx.now}::timestamptz
      from portion p where exists (select from taken)
      on conflict on constraint reservations_once do update
        set status = 'held', quantity = excluded.quantity, variant_id = excluded.variant_id, expires_at = excluded.expires_at,
          created_at = excluded.created_at, ended_at = null
        where supply.reservations.status = 'released'
      returning id)
    select variant_id as "variantId", available, change, (select count(*) from written)::int as written from taken`.execute(
    tx.db,
  )
  if (rows[0] && rows[0].written !== portions.length) throw sameHolderAtOnce(holder)
  return rows.length === 0 && portions.length > 0 ? undefined : rows
}

/** Two transactions reserve for one holder at once: the later one starts again and finds what the first has reserved. */
const sameHolderAtOnce = (holder: string): Error =>
  Object.assign(new Error(`${holder} reserves twice at the same moment`), { code: '40001' })
