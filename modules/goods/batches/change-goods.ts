import { writeChanges } from '#goods/catalog'
import { changePrices } from '#goods/prices'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { cellChangedMeanwhile, fieldNotYours, notUndoable, rowTwice, tooManyRows } from './batch.ts'
import { insertBatch, loadBatch, lockBatch, rowsOf } from './batch-store.ts'
import type { CellFault } from './cell-faults.ts'
import { laterEdits } from './later-edits.ts'
import type { Batch, BatchId, GoodsRow, LaterEdit, RowResult } from './model.ts'
import { faultOf, missingFor, type OpenRow, openRows } from './open-rows.ts'
import { planRows } from './plan-rows.ts'
import { batchSettings } from './settings.ts'

export interface ChangeGoods {
  readonly rows: readonly GoodsRow[]
  /** All or nothing: with one row refused, none is saved. */
  readonly whole?: boolean
}

/**
 * Changes many products, variants and prices at once, with an answer for each row; what it did is written down and can be taken back.
 * A row is saved whole or refused whole. A cell that somebody changed since its writer saw it refuses its row.
 * @throws tooManyRows (setting `batches.mostRows`), rowTwice
 * @throws skuTaken, barcodeTaken where a code is taken at this very moment: handed in again, its row says so
 */
export function changeGoods(ctx: Context, { rows, whole = false }: ChangeGoods): Promise<Batch> {
  return transaction(ctx, async (tx) => {
    await mustFit(tx, rows)
    const results = await carryOut(tx, await openRows(tx, rows), { later: 'refuse', whole })
    const batchId = await insertBatch(tx, results)
    await tellService(tx, batchId, 'batches.prices', results)
    return loadBatch(tx, batchId)
  })
}

/**
 * Takes a batch back by a batch of its own: every cell that still says what it wrote gets back what stood there; later edits stay and are
 * listed with who and when. Asked again it answers the same batch.
 * @throws batchNotFound, notUndoable, fieldNotYours
 */
export function undoBatch(ctx: Context, batchId: BatchId): Promise<Batch> {
  return transaction(ctx, async (tx) => {
    const batch = await lockBatch(tx, batchId)
    if (batch.undoneBy) return loadBatch(tx, batch.undoneBy)
    const rows = (await rowsOf(tx, batchId)).filter(({ status }) => status === 'saved')
    if (batch.undoes || rows.length === 0) throw notUndoable({ batchId })
    mustHoldAll(tx, rows)
    const results = await carryOut(tx, await openRows(tx, rows.map(backwards)), { later: 'keep', whole: false })
    const undoing = await insertBatch(tx, results, batchId)
    await tellService(tx, undoing, 'batches.prices_undone', results)
    return loadBatch(tx, undoing)
  })
}

const backwards = ({ productId, variantId, cells }: GoodsRow): GoodsRow => ({
  productId,
  variantId,
  cells: cells.map(({ field, from, to }) => ({ field, from: to, to: from })),
})

async function mustFit(tx: Tx, rows: readonly GoodsRow[]): Promise<void> {
  const { mostRows: most } = await readSettings(tx, batchSettings)
  if (rows.length > most) throw tooManyRows({ most })
  const seen = new Set<string>()
  for (const { productId, variantId } of rows) {
    const id = variantId ?? productId
    if (seen.has(id)) throw rowTwice({ id })
    seen.add(id)
  }
}

/** @throws fieldNotYours */
function mustHoldAll({ actor }: Tx, rows: readonly GoodsRow[]): void {
  for (const { field } of rows.flatMap(({ cells }) => cells)) {
    const permission = missingFor(actor, field)
    if (permission) throw fieldNotYours({ field, permission })
  }
}

interface Manner {
  /** What becomes of cells that somebody changed since: their row is refused, or they alone stay. */
  readonly later: 'refuse' | 'keep'
  readonly whole: boolean
}

/** Writes what can be written and says of each row what became of it. */
async function carryOut(tx: Tx, rows: readonly OpenRow[], { later, whole }: Manner): Promise<RowResult[]> {
  const edits = await laterEdits(tx, rows)
  const faults = new Map(rows.flatMap((row) => faultBefore(row, later === 'refuse' ? edits.get(row) : undefined)))
  const plan = await planRows(
    tx,
    rows.filter((row) => !faults.has(row) && row.wanted.length > 0),
  )
  for (const [row, fault] of plan.faults) faults.set(row, fault)
  const isHeld = whole && faults.size > 0
  if (!isHeld) {
    // Facts first: they are written with the prices that stood when they were read.
    await writeChanges(tx, plan.changes)
    await changePrices(tx, plan.prices)
  }
  return rows.map((row) => resultOf(row, { fault: faults.get(row), kept: edits.get(row), isHeld }))
}

function faultBefore(row: OpenRow, edits: readonly LaterEdit[] | undefined): [OpenRow, CellFault][] {
  if (row.fault) return [[row, row.fault]]
  const [edit] = edits ?? []
  return edit ? [[row, faultOf(cellChangedMeanwhile(edit), edit.field)]] : []
}

interface Became {
  readonly fault: CellFault | undefined
  readonly kept: readonly LaterEdit[] | undefined
  readonly isHeld: boolean
}

function resultOf(row: OpenRow, { fault, kept = [], isHeld }: Became): RowResult {
  const { productId, variantId, label, cells, wanted } = row
  const nothing = { field: null, code: null, details: null }
  const about = { productId, variantId, label, cells, kept: [], ...nothing }
  if (fault) return { ...about, status: 'refused', ...fault }
  if (wanted.length === 0) return { ...about, status: kept.length > 0 ? 'kept' : 'unchanged', kept }
  return isHeld ? { ...about, status: 'held' } : { ...about, status: 'saved', cells: wanted, kept }
}

/** Those who answer customers hear of new prices once, however many they are. */
async function tellService(tx: Tx, batchId: BatchId, kind: string, rows: readonly RowResult[]): Promise<void> {
  const count = rows.filter(
    ({ status, cells }) => status === 'saved' && cells.some(({ field }) => field === 'list' || field === 'was'),
  ).length
  if (count === 0) return
  await notify(tx, {
    permission: 'aftersales.decide',
    kind,
    subject: 'batch',
    subjectId: batchId,
    data: { by: tx.actor.name, count },
    dedupeKey: `${kind}:${batchId}`,
  })
}
