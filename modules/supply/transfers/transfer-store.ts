import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import type { AccountId, Reader, Tx } from '#platform/context'
import { publish } from '#platform/events'
import {
  type NoteKind,
  type Transfer,
  type TransferId,
  type TransferLine,
  type TransferNote,
  type TransferStatus,
  type TransferStep,
  transferSteps,
} from './model.ts'
import { transferCannot, transferNotFound } from './transfer.ts'

const transfers = (reader: Reader) =>
  reader.db.selectFrom('supply.transfers').selectAll().where('shop_id', '=', reader.shopId)

type Row = Awaited<ReturnType<ReturnType<typeof transfers>['executeTakeFirstOrThrow']>>

/** Rows with their lines, in their order. */
export async function withLines(reader: Reader, rows: readonly Row[]): Promise<Transfer[]> {
  const lines = await reader.db
    .selectFrom('supply.transfer_lines')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('transfer_id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .orderBy('sku')
    .orderBy('line_id')
    .execute()
  return rows.map((row) => ({
    id: row.id as TransferId,
    number: row.number,
    fromWarehouseId: row.from_warehouse_id as WarehouseId,
    toWarehouseId: row.to_warehouse_id as WarehouseId,
    sourceId: row.source_id,
    sourceNumber: row.source_number,
    reason: row.reason,
    neededBy: row.needed_by,
    status: row.status as TransferStatus,
    keeperId: row.keeper_id as AccountId | null,
    keeperName: row.keeper_name,
    requestedBy: row.requested_by,
    createdAt: row.created_at,
    endedAt: row.ended_at,
    lines: lines.filter((line) => line.transfer_id === row.id).map(toLine),
  }))
}

const toLine = (row: {
  line_id: string
  variant_id: string
  sku: string
  name: string
  quantity: number
  sent: number
  received: number
  lost: number
}): TransferLine => ({
  lineId: row.line_id,
  variantId: row.variant_id as VariantId,
  sku: row.sku,
  name: row.name,
  quantity: row.quantity,
  sent: row.sent,
  received: row.received,
  lost: row.lost,
})

/** One transfer with its lines. @throws transferNotFound */
export async function loadTransfer(reader: Reader, transferId: TransferId): Promise<Transfer> {
  const [found] = await withLines(reader, await transfers(reader).where('id', '=', transferId).execute())
  if (!found) throw transferNotFound({ transferId })
  return found
}

/** The transfers asked for an order, the newest first. */
export const transfersOf = async (reader: Reader, sourceId: string): Promise<Transfer[]> =>
  withLines(reader, await transfers(reader).where('source_id', '=', sourceId).orderBy('id', 'desc').execute())

/** What those who follow a transfer left for one another, the oldest first. @throws transferNotFound */
export async function notesOf(reader: Reader, transferId: TransferId): Promise<TransferNote[]> {
  await loadTransfer(reader, transferId)
  const rows = await reader.db
    .selectFrom('supply.transfer_notes')
    .select(['kind', 'text', 'by_name', 'at'])
    .where('shop_id', '=', reader.shopId)
    .where('transfer_id', '=', transferId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ kind, text, by_name: by, at }) => ({ kind: kind as NoteKind, text, by, at }))
}

const last: readonly TransferStatus[] = ['refused', 'withdrawn', 'closed']

/** Moves a transfer one step or refuses, with its event; of two who try at once, one does. @throws transferCannot, transferNotFound */
export async function advanceTransfer(
  tx: Tx,
  transferId: TransferId,
  step: TransferStep,
  data: Readonly<Record<string, unknown>> = {},
): Promise<Transfer> {
  const { from, to } = transferSteps[step]
  const row = await tx.db
    .updateTable('supply.transfers')
    .set({ status: to, ...(last.includes(to) && { ended_at: tx.now }) })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', transferId)
    .where('status', 'in', [...from])
    .returning('source_id')
    .executeTakeFirst()
  const transfer = await loadTransfer(tx, transferId)
  if (!row) throw transferCannot({ transferId, step, status: transfer.status })
  const { sourceId, number } = transfer
  await publish(tx, {
    type: `transfer.${to}`,
    aggregate: 'transfer',
    id: transferId,
    data: { transferId, number, sourceId, ...data },
  })
  return transfer
}

/** Writes how many pieces of each line were sent, or arrived. */
export async function countLines(
  tx: Tx,
  transferId: TransferId,
  lines: readonly Pick<TransferLine, 'lineId' | 'sent' | 'received' | 'lost'>[],
): Promise<void> {
  const column = (pick: (line: (typeof lines)[number]) => unknown) => lines.map(pick)
  await sql`
    update supply.transfer_lines l set sent = c.sent, received = c.received, lost = c.lost
    from unnest(${column((l) => l.lineId)}::uuid[], ${column((l) => l.sent)}::int[], ${column((l) => l.received)}::int[], ${column((l) => l.lost)}::int[])
      as c (line_id, sent, received, lost)
    where l.shop_id = ${tx.shopId} and l.transfer_id = ${transferId} and l.line_id = c.line_id`.execute(tx.db)
}
