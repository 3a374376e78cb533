import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import type { Actor, Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { bulkNotFound } from './bulk.ts'
import type { BulkDetails, BulkId, BulkResult, BulkRun, BulkVerb } from './model.ts'

/** A run with those who asked for it. */
export interface AskedRun extends BulkRun {
  readonly actor: Actor
  /** How often it was begun: 1, and one more for each time its refused orders are tried again. */
  readonly round: number
}

export interface NewRun {
  readonly verb: BulkVerb
  readonly details: BulkDetails
  readonly orders: readonly (Pick<Order, 'id' | 'number'> & { readonly found?: unknown })[]
  readonly undoes?: BulkId
}

/** Writes a run down with its orders, and has it begun. */
export async function insertRun(tx: Tx, { verb, details, orders, undoes }: NewRun): Promise<BulkId> {
  const id = newId<'Bulk'>()
  await tx.db
    .insertInto('sales.bulk_runs')
    .values({
      id,
      shop_id: tx.shopId,
      verb,
      details: JSON.stringify(details),
      total: orders.length,
      asked_by: tx.actor.id,
      actor: JSON.stringify({ ...tx.actor, permissions: [...tx.actor.permissions] }),
      asked_at: tx.now,
      undoes: undoes ?? null,
    })
    .execute()
  const rows = orders.map(({ id: order, number, found }, position) => ({
    position,
    order,
    number,
    found: found ?? null,
  }))
  await sql`insert into sales.bulk_orders (run_id, position, shop_id, order_id, number, found)
    select ${id}, position, ${tx.shopId}, "order", number, found
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (position int, "order" uuid, number text, found jsonb)`.execute(
    tx.db,
  )
  await publish(tx, { type: 'bulk.asked', aggregate: 'bulk', id, data: { verb, total: orders.length } })
  return id
}

const counted = (which: 'done' | 'refused') =>
  sql<number>`(select count(*)::int from sales.bulk_orders o where o.run_id = sales.bulk_runs.id and o.status = ${sql.lit(which)})`

const runs = (reader: Reader) =>
  reader.db
    .selectFrom('sales.bulk_runs')
    .selectAll('sales.bulk_runs')
    .select([
      counted('done').as('done'),
      counted('refused').as('refused'),
      sql<string | null>`(select u.id from sales.bulk_runs u where u.undoes = sales.bulk_runs.id)`.as('undone_by'),
    ])
    .where('shop_id', '=', reader.shopId)

/** @throws bulkNotFound */
export async function loadRun(reader: Reader, bulkId: BulkId): Promise<AskedRun> {
  const row = await runs(reader).where('id', '=', bulkId).executeTakeFirst()
  if (!row) throw bulkNotFound({ bulkId })
  return toRun(row)
}

/** Locks a run against being begun, tried again or taken back twice. @throws bulkNotFound */
export async function lockRun(tx: Tx, bulkId: BulkId): Promise<AskedRun> {
  await tx.db
    .selectFrom('sales.bulk_runs')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', bulkId)
    .forUpdate()
    .execute()
  return loadRun(tx, bulkId)
}

/** The latest runs that the actor asked for, the newest first. */
export async function findRuns(reader: Reader & { readonly actor: Actor }): Promise<BulkRun[]> {
  const rows = await runs(reader)
    .where('asked_by', '=', reader.actor.id)
    .orderBy('asked_at', 'desc')
    .limit(10)
    .execute()
  return rows.map(toRun)
}

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>

function toRun(row: Row): AskedRun {
  const actor = row.actor as unknown as Omit<Actor, 'permissions'> & { readonly permissions: readonly string[] }
  return {
    id: row.id as BulkId,
    verb: row.verb as BulkVerb,
    details: row.details as BulkDetails,
    status: row.status as BulkRun['status'],
    round: row.round,
    total: row.total,
    done: row.done,
    refused: row.refused,
    askedBy: actor.name,
    askedAt: row.asked_at,
    finishedAt: row.finished_at,
    undoes: row.undoes as BulkId | null,
    undoneBy: row.undone_by as BulkId | null,
    actor: { ...actor, permissions: new Set(actor.permissions) },
  }
}

/** An order of a run, as the job takes it. */
export interface BulkOrder extends BulkResult {
  readonly position: number
  readonly found: unknown
}

const ordersOf = (reader: Reader, bulkId: BulkId) =>
  reader.db
    .selectFrom('sales.bulk_orders')
    .select(['position', 'order_id as orderId', 'number', 'status', 'code', 'details', 'found'])
    .where('shop_id', '=', reader.shopId)
    .where('run_id', '=', bulkId)

/** What became of the orders of a run: the refused first, then the waiting, in the order of the list. */
export async function resultsOf(reader: Reader, bulkId: BulkId, most: number): Promise<BulkResult[]> {
  const rows = await ordersOf(reader, bulkId)
    .orderBy(sql`array_position(array['refused', 'waiting', 'done'], status)`)
    .orderBy('position')
    .limit(most)
    .execute()
  return rows as readonly unknown[] as BulkOrder[]
}

export async function ordersIn(
  reader: Reader,
  bulkId: BulkId,
  { status, limit }: { readonly status: BulkResult['status']; readonly limit?: number },
): Promise<BulkOrder[]> {
  let query = ordersOf(reader, bulkId).where('status', '=', status).orderBy('position')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()) as readonly unknown[] as BulkOrder[]
}

export type Outcome =
  | { readonly status: 'done'; readonly found?: unknown }
  | { readonly status: 'refused'; readonly code: string; readonly details: object }

/** Keeps what became of one order; the first word counts. */
export async function recordOutcome(
  tx: Tx,
  { bulkId, position }: { readonly bulkId: BulkId; readonly position: number },
  outcome: Outcome,
): Promise<void> {
  const said =
    outcome.status === 'done'
      ? { status: 'done', ...(outcome.found !== undefined && { found: JSON.stringify(outcome.found) }) }
      : { status: 'refused', code: outcome.code, details: JSON.stringify(outcome.details) }
  await tx.db
    .updateTable('sales.bulk_orders')
    .set(said)
    .where('shop_id', '=', tx.shopId)
    .where('run_id', '=', bulkId)
    .where('position', '=', position)
    .where('status', '=', 'waiting')
    .execute()
}

export async function endRun(tx: Tx, bulkId: BulkId): Promise<void> {
  await tx.db
    .updateTable('sales.bulk_runs')
    .set({ status: 'finished', finished_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', bulkId)
    .where('status', '=', 'waiting')
    .execute()
}

/** Puts what was refused back among what waits, and has the run begun once more. */
export async function reopenRun(tx: Tx, { id, refused }: Pick<AskedRun, 'id' | 'refused'>): Promise<void> {
  await tx.db
    .updateTable('sales.bulk_orders')
    .set({ status: 'waiting', code: null, details: null })
    .where('shop_id', '=', tx.shopId)
    .where('run_id', '=', id)
    .where('status', '=', 'refused')
    .execute()
  await tx.db
    .updateTable('sales.bulk_runs')
    .set((row) => ({ status: 'waiting', finished_at: null, round: row('round', '+', 1) }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
  await publish(tx, { type: 'bulk.asked_again', aggregate: 'bulk', id, data: { refused } })
}
