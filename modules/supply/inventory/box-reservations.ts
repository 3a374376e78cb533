import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Tx } from '#platform/context'
import type { WarehouseId } from './model.ts'
import { lockReservations } from './reservation-store.ts'
import { notReserved } from './stock.ts'

/** So many pieces of a line, set aside in a warehouse, leave in the box of that number. */
export interface Boxed {
  readonly lineId: string
  readonly warehouseId: WarehouseId
  readonly box: number
  readonly quantity: number
}

/**
 * Says anew in which boxes leaves what a holder has set aside, piece by piece. Nothing becomes free meanwhile and no level changes.
 *
 * @throws notReserved unless these are all the pieces of each line in each warehouse, and no more
 */
export async function boxReservations(
  tx: Tx,
  { holder, boxed }: { readonly holder: string; readonly boxed: readonly Boxed[] },
): Promise<void> {
  const held = await lockReservations(tx, { holder })
  mustBeAll(holder, held, boxed)
  const rows = summed(boxed).map((each) => ({ ...each, id: newId() }))
  await sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as b (id uuid, "lineId" uuid, "warehouseId" uuid, box smallint, quantity int)),
    was as (
      delete from supply.reservations where shop_id = ${tx.shopId} and holder_id = ${holder}
        and (status = 'held' or status = 'released' and (line_id, warehouse_id, box) in (select "lineId", "warehouseId", box from wanted))
      returning *),
    place as (
      select distinct on (line_id, warehouse_id) line_id, warehouse_id, variant_id, expires_at, created_at, considered
      from was where status = 'held' order by line_id, warehouse_id, created_at)
    insert into supply.reservations (id, shop_id, holder_id, line_id, variant_id, warehouse_id, box, quantity, expires_at, created_at, considered)
    select b.id, ${tx.shopId}::uuid, ${holder}::uuid, p.line_id, p.variant_id, p.warehouse_id, b.box, b.quantity, p.expires_at, p.created_at, p.considered
    from wanted b join place p on p.line_id = b."lineId" and p.warehouse_id = b."warehouseId"`.execute(tx.db)
}

const placeOf = ({ lineId, warehouseId }: Omit<Boxed, 'box'>): string => `${lineId} ${warehouseId}`

function mustBeAll(holder: string, held: readonly Boxed[], boxed: readonly Boxed[]): void {
  const there = piecesBy(placeOf, held)
  const wanted = piecesBy(placeOf, boxed)
  for (const { lineId, warehouseId } of [...held, ...boxed]) {
    const quantity = wanted.get(placeOf({ lineId, warehouseId, quantity: 0 })) ?? 0
    if (quantity !== there.get(placeOf({ lineId, warehouseId, quantity: 0 })))
      throw notReserved({ holder, lineId, quantity })
  }
}

function piecesBy(key: (each: Boxed) => string, list: readonly Boxed[]): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const each of list) pieces.set(key(each), (pieces.get(key(each)) ?? 0) + each.quantity)
  return pieces
}

/** Each line once in each box of a warehouse. */
function summed(boxed: readonly Boxed[]): Boxed[] {
  const key = (each: Boxed): string => `${placeOf(each)} ${each.box}`
  const pieces = piecesBy(key, boxed)
  return [...new Map(boxed.map((each) => [key(each), each])).values()].map((each) => ({
    ...each,
    quantity: pieces.get(key(each))!,
  }))
}
