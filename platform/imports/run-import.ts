import { isRefusal, type Refusal } from '#kernel/refusal'
import type { Context } from '#platform/context'
import { refreshStatistics, transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { Import, ImportId } from './import.ts'
import { type ImportKind, importKind, inDialect, type Landing, type RowProblem, type SheetRow } from './import-kind.ts'
import { endImport, loadImport, lockImport, recordBatch, startRunning } from './import-store.ts'
import { groupRows, mapRows } from './map-columns.ts'
import { openSheet } from './upload-file.ts'

const rowsOfBatch = 200
const batchesBetweenLooks = 5

/**
 * Runs an import to its end, or on from where an earlier run was killed: each batch lands with its own progress in one
 * transaction, so rows are neither lost nor landed twice, however many runners there are. A sheet that cannot be read
 * ends the import as failed.
 * @throws importNotFound
 */
export async function runImport(ctx: Context, importId: ImportId, kind?: ImportKind): Promise<Import> {
  const asked = await loadImport(ctx, importId)
  if (asked.status !== 'waiting' && asked.status !== 'running') return asked
  const importer: Context = { ...ctx, actor: asked.actor, repeat: undefined }
  try {
    await landAll(importer, asked, inDialect(kind ?? importKind(asked.kind), asked.plan.dialect))
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    await transaction(importer, (tx) => endImport(tx, importId, 'failed', error.code))
  }
  return loadImport(ctx, importId)
}

async function landAll(ctx: Context, { id, fileId, plan, dryRun }: Import, kind: ImportKind): Promise<void> {
  const groups = groupRows(kind, mapRows(await openSheet(ctx, fileId), plan.columns))
  const memory = new Map<string, unknown>()
  await transaction(ctx, async (tx) => startRunning(tx, await lockImport(tx, id)))
  let done: number | undefined = dryRun ? 0 : (await loadImport(ctx, id)).done
  let batches = 0
  for (let batch = batchFrom(groups, done); batch.length > 0; batch = batchFrom(groups, done)) {
    done = await landBatch(ctx, { id, done, batch, kind, memory })
    if (done === undefined) return
    if (++batches % batchesBetweenLooks === 0 && !dryRun) await refreshStatistics(ctx.db)
  }
  await finish(ctx, id)
}

/** The groups that follow the rows already done. Order and grouping are the file's, so every run cuts the same batches. */
function batchFrom(groups: readonly SheetRow[][], done: number): SheetRow[][] {
  const batch: SheetRow[][] = []
  let passed = 0
  let rows = 0
  for (const group of groups) {
    if (passed >= done && rows < rowsOfBatch) {
      batch.push(group)
      rows += group.length
    }
    passed += group.length
  }
  return batch
}

interface Batch {
  readonly id: ImportId
  readonly done: number
  readonly batch: readonly SheetRow[][]
  readonly kind: ImportKind
  readonly memory: Map<string, unknown>
}

/**
 * Returns how many rows are done now; undefined when the import was stopped. Where the database refuses a batch (somebody
 * took a code a moment ago), its groups land one by one and only those refused fail.
 */
async function landBatch(ctx: Context, batch: Batch): Promise<number | undefined> {
  try {
    return await landTogether(ctx, batch)
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    const [first, ...others] = batch.batch
    if (!first) throw error
    return others.length > 0 ? landBatch(ctx, { ...batch, batch: [first] }) : failGroup(ctx, batch, first, error)
  }
}

function landTogether(ctx: Context, { id, done, batch, kind, memory }: Batch): Promise<number | undefined> {
  let land: Landing | undefined
  return transaction(ctx, async (tx) => {
    const state = await lockImport(tx, id)
    if (state.status !== 'running') return undefined
    if (state.done !== done) return state.done // another runner was here
    land ??= kind.prepare(batch, state.plan.options)
    const landed = await land(tx, {
      importId: id,
      dryRun: state.dryRun,
      options: state.plan.options,
      memory,
    })
    await recordBatch(tx, state, landed, rowsIn(batch))
    return done + rowsIn(batch)
  })
}

function failGroup(
  ctx: Context,
  { id, done }: Batch,
  group: readonly SheetRow[],
  { code, details }: Refusal,
): Promise<number | undefined> {
  return transaction(ctx, async (tx) => {
    const state = await lockImport(tx, id)
    if (state.status !== 'running') return undefined
    if (state.done !== done) return state.done
    const problem: RowProblem = { row: group[0]!.row, field: String(details.field ?? ''), code, details }
    await recordBatch(tx, state, [{ outcome: 'failed', problems: [problem] }], group.length)
    return done + group.length
  })
}

const rowsIn = (batch: readonly (readonly SheetRow[])[]): number => batch.reduce((all, group) => all + group.length, 0)

function finish(ctx: Context, id: ImportId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const state = await lockImport(tx, id)
    if (state.status !== 'running') return
    await endImport(tx, id, 'finished')
    const { kind, created, updated, unchanged, failed, dryRun } = state
    await publish(tx, {
      type: 'import.finished',
      aggregate: 'import',
      id,
      data: { kind, created, updated, unchanged, failed, dryRun },
    })
  })
}
