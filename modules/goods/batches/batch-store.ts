import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { ProductId, VariantId } from '#model/goods/catalog'
import type { Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'
import { publish } from '#platform/events'
import { batchNotFound } from './batch.ts'
import type { Batch, BatchField, BatchId, Cell, LaterEdit, RowResult, RowStatus } from './model.ts'

/** Writes a batch down with its rows. */
export async function insertBatch(tx: Tx, rows: readonly RowResult[], undoes: BatchId | null = null): Promise<BatchId> {
  const id = newId<'Batch'>()
  const count = (status: RowStatus) => rows.filter((row) => row.status === status).length
  const counts = { saved: count('saved'), unchanged: count('unchanged'), refused: count('refused') }
  await tx.db
    .insertInto('goods.batches')
    .values({
      id,
      shop_id: tx.shopId,
      made_by: tx.actor.id,
      made_by_name: tx.actor.name,
      made_at: tx.now,
      ...counts,
      kept: rows.filter(({ kept }) => kept.length > 0).length,
      undoes,
    })
    .execute()
  const kept = rows.map(({ productId, variantId, ...row }, position) => ({
    ...row,
    product_id: productId,
    variant_id: variantId,
    position,
  }))
  await sql`
    insert into goods.batch_rows (batch_id, position, shop_id, product_id, variant_id, label, status, cells, kept, field, code, details)
    select ${id}, r.position, ${tx.shopId}, r.product_id, r.variant_id, r.label, r.status, r.cells, r.kept, r.field, r.code, r.details
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r(position integer, product_id uuid, variant_id uuid, label text, status text,
      cells jsonb, kept jsonb, field text, code text, details jsonb)`.execute(tx.db)
  const type = undoes ? 'batch.undone' : 'batch.saved'
  await publish(tx, { type, aggregate: 'batch', id, data: { ...counts, undoes } })
  return id
}

const batches = (reader: Reader) =>
  reader.db
    .selectFrom('goods.batches')
    .selectAll('goods.batches')
    .select(
      sql<
        string | null
      >`(select u.id from goods.batches u where u.shop_id = ${reader.shopId} and u.undoes = goods.batches.id)`.as(
        'undone_by',
      ),
    )
    .where('shop_id', '=', reader.shopId)

/** @throws batchNotFound */
export async function loadBatch(reader: Reader, batchId: BatchId): Promise<Batch> {
  const row = await batches(reader).where('id', '=', batchId).executeTakeFirst()
  if (!row) throw batchNotFound({ batchId })
  return toBatch(row)
}

/** Locks a batch against being taken back twice. @throws batchNotFound */
export async function lockBatch(tx: Tx, batchId: BatchId): Promise<Batch> {
  await tx.db
    .selectFrom('goods.batches')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', batchId)
    .forUpdate()
    .execute()
  return loadBatch(tx, batchId)
}

/** What was changed in bulk, the latest first, one page. */
export async function findBatches(
  reader: Reader,
  { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number },
): Promise<Page<Batch>> {
  let query = batches(reader)
  if (cursor) query = query.where(beyond(cursor, ['made_at', 'id']))
  const rows = await query
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.made_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toBatch) }
}

type Row = Awaited<ReturnType<ReturnType<typeof batches>['executeTakeFirstOrThrow']>>

const toBatch = (row: Row): Batch => ({
  id: row.id as BatchId,
  madeByName: row.made_by_name,
  madeAt: row.made_at,
  saved: row.saved,
  unchanged: row.unchanged,
  refused: row.refused,
  kept: row.kept,
  undoes: row.undoes as BatchId | null,
  undoneBy: row.undone_by as BatchId | null,
})

/** The rows of a batch in the order in which they were handed in. */
export async function rowsOf(reader: Reader, batchId: BatchId): Promise<RowResult[]> {
  const rows = await reader.db
    .selectFrom('goods.batch_rows')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    productId: row.product_id as ProductId,
    variantId: row.variant_id as VariantId | null,
    label: row.label,
    status: row.status as RowStatus,
    cells: row.cells as readonly unknown[] as Cell[],
    kept: row.kept as readonly unknown[] as LaterEdit[],
    field: row.field as BatchField | null,
    code: row.code,
    details: row.details as RowResult['details'],
  }))
}
