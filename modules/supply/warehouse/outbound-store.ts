import { sql } from 'kysely'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import type { Reader, Tx } from '#platform/context'
import {
  type Outbound,
  type OutboundId,
  type OutboundLine,
  type OutboundLineId,
  type OutboundSource,
  type OutboundStatus,
  type OutboundStep,
  outboundSteps,
} from './model.ts'
import { heldBy, outboundCannot, outboundNotFound, outboundWithdrawn } from './outbound.ts'

export const outboundColumns = [
  'id',
  'number',
  'warehouse_id',
  'box',
  'source',
  'source_id',
  'source_number',
  'source_numbers',
  'status',
  'carrier',
  'district_code',
  'requests',
  'dispatch_by',
  'collect_minor',
  'picker',
  'packer',
  'printed_at',
  'released_at',
  'handed_over_at',
  'version',
] as const

interface OutboundRow {
  id: string
  number: string
  warehouse_id: string
  box: number
  source: string
  source_id: string
  source_number: string
  source_numbers: string[]
  status: string
  carrier: string
  district_code: string
  requests: unknown
  dispatch_by: Temporal.Instant
  collect_minor: number
  picker: string | null
  packer: string | null
  printed_at: Temporal.Instant | null
  released_at: Temporal.Instant
  handed_over_at: Temporal.Instant | null
  version: number
}

const toOutbound = (row: OutboundRow, lines: readonly OutboundLine[]): Outbound => ({
  id: row.id as OutboundId,
  number: row.number,
  warehouseId: row.warehouse_id as WarehouseId,
  box: row.box,
  source: row.source as OutboundSource,
  sourceId: row.source_id,
  sourceNumber: row.source_number,
  sourceNumbers: row.source_numbers,
  status: row.status as OutboundStatus,
  carrier: row.carrier,
  districtCode: row.district_code,
  requests: row.requests as readonly string[],
  dispatchBy: row.dispatch_by,
  collectMinor: row.collect_minor,
  picker: row.picker,
  packer: row.packer,
  printedAt: row.printed_at,
  releasedAt: row.released_at,
  handedOverAt: row.handed_over_at,
  version: row.version,
  lines,
})

/** Lines of several outbounds in one query, in the order in which they were released. */
export async function linesOf(reader: Reader, outboundIds: readonly string[]): Promise<Map<string, OutboundLine[]>> {
  const found = new Map<string, OutboundLine[]>(outboundIds.map((id) => [id, []]))
  if (outboundIds.length === 0) return found
  const rows = await reader.db
    .selectFrom('supply.outbound_lines')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('outbound_id', 'in', [...outboundIds])
    .orderBy('id')
    .execute()
  for (const row of rows)
    found.get(row.outbound_id)?.push({
      id: row.id as OutboundLineId,
      sourceLineId: row.source_line_id,
      variantId: row.variant_id as VariantId,
      sku: row.sku,
      name: row.name,
      specification: row.specification,
      barcode: row.barcode,
      weightGrams: row.weight_grams,
      quantity: row.quantity,
      picked: row.picked,
      packed: row.packed,
      short: row.short,
    })
  return found
}

/** Rows of outbounds with their lines. */
export async function withLines(reader: Reader, rows: readonly OutboundRow[]): Promise<Outbound[]> {
  const lines = await linesOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => toOutbound(row, lines.get(row.id) ?? []))
}

const outbounds = (reader: Reader) =>
  reader.db.selectFrom('supply.outbounds').select(outboundColumns).where('shop_id', '=', reader.shopId)

/** One outbound with its lines. @throws outboundNotFound */
export async function loadOutbound(reader: Reader, outboundId: OutboundId): Promise<Outbound> {
  const [outbound] = await withLines(reader, await outbounds(reader).where('id', '=', outboundId).execute())
  if (!outbound) throw outboundNotFound({ outboundId })
  return outbound
}

/** The outbounds of an order or case, oldest first. */
export async function outboundsOf(reader: Reader, sourceId: string): Promise<Outbound[]> {
  return withLines(reader, await outbounds(reader).where('source_id', '=', sourceId).orderBy('id').execute())
}

/** The outbounds of many orders, shipments or cases, in one query. */
export async function outboundsUnder(reader: Reader, sourceIds: readonly string[]): Promise<Outbound[]> {
  if (sourceIds.length === 0) return []
  return withLines(
    reader,
    await outbounds(reader)
      .where('source_id', 'in', [...sourceIds])
      .orderBy('id')
      .execute(),
  )
}

/** The same of one, held until the end of the transaction. */
export async function lockOutboundsOf(tx: Tx, sourceId: string): Promise<Outbound[]> {
  return withLines(tx, await outbounds(tx).where('source_id', '=', sourceId).orderBy('id').forNoKeyUpdate().execute())
}

/** Holds an outbound, so that scans of it come one after the other. @throws outboundNotFound */
export async function lockOutbound(tx: Tx, outboundId: OutboundId): Promise<Outbound> {
  const [outbound] = await withLines(tx, await outbounds(tx).where('id', '=', outboundId).forNoKeyUpdate().execute())
  if (!outbound) throw outboundNotFound({ outboundId })
  return outbound
}

/** What a step may write beside the status. */
export interface StepChange {
  readonly picker?: string | null
  readonly packer?: string | null
  readonly handed_over_at?: Temporal.Instant
}

/** Moves an outbound one step or refuses. One statement checks and writes. @throws outboundCannot, outboundNotFound */
export async function advanceOutbound(
  tx: Tx,
  outboundId: OutboundId,
  step: OutboundStep,
  change: StepChange = {},
): Promise<void> {
  const { from, to } = outboundSteps[step]
  const row = await tx.db
    .updateTable('supply.outbounds')
    .set({ ...change, status: to, version: sql`version + 1` })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', outboundId)
    .where('status', 'in', [...from])
    .returning('id')
    .executeTakeFirst()
  if (!row) throw outboundCannot({ outboundId, step, status: (await loadOutbound(tx, outboundId)).status })
}

/** Refuses when the outbound is not where the step begins. @throws outboundWithdrawn when it was taken back meanwhile, outboundCannot */
export function mustBeAt({ id, number, status }: Outbound, step: OutboundStep): void {
  if (status === 'cancelled') throw outboundWithdrawn({ number })
  if (!outboundSteps[step].from.includes(status)) throw outboundCannot({ outboundId: id, step, status })
}

/** @throws heldBy when somebody else picks it */
export function mustPick(tx: Tx, { id, picker }: Outbound): void {
  if (picker !== null && picker !== tx.actor.name) throw heldBy({ outboundId: id, name: picker })
}

/** Adds to a line's counts under the table's checks. */
export async function countLine(
  tx: Tx,
  lineId: OutboundLineId,
  add: { picked?: number; packed?: number; short?: number },
): Promise<void> {
  await sql`update supply.outbound_lines
    set picked = picked + ${add.picked ?? 0}::int, packed = packed + ${add.packed ?? 0}::int, short = short + ${add.short ?? 0}::int
    where shop_id = ${tx.shopId} and id = ${lineId}`.execute(tx.db)
}
