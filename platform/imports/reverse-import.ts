import { isRefusal } from '#kernel/refusal'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { countEffects, type EffectCount, type KeptEffect, markEffects, standingEffects } from './effect-store.ts'
import { type Import, type ImportId, importHasNoWay, importNotReversible } from './import.ts'
import type { Reverse, Reversed } from './import-effect.ts'
import { importKind } from './import-kind.ts'
import { loadImport, lockImport } from './import-store.ts'
import {
  countReversed,
  endReversal,
  findReversal,
  insertReversal,
  lockReversal,
  type Reversal,
} from './reversal-store.ts'

const effectsOfBatch = 100
const mostJudged = 2_000

/**
 * Asks for an import to be taken back as far as later changes allow; a job does it in the name of whoever asked. Asking again
 * gives the reversal there is.
 * @throws importNotFound, importNotReversible while it runs or when it was a trial, importHasNoWay
 */
export function reverseImport(ctx: Context, importId: ImportId): Promise<Reversal> {
  return transaction(ctx, async (tx) => {
    const asked = await lockImport(tx, importId)
    const earlier = await findReversal(tx, importId)
    if (earlier) return earlier
    wayBack(asked)
    const effects = await countEffects(tx, importId)
    const total = effects.reduce((all, { count }) => all + count, 0)
    await insertReversal(tx, importId, total)
    await publish(tx, { type: 'import.reversal_requested', aggregate: 'import', id: importId, data: { total } })
    return (await findReversal(tx, importId))!
  })
}

/** @throws importNotReversible, importHasNoWay */
function wayBack({ id, kind, dryRun, status }: Import): Reverse {
  const isOver = status === 'finished' || status === 'cancelled' || status === 'failed'
  if (dryRun || !isOver) throw importNotReversible({ importId: id, status: dryRun ? 'trial' : status })
  const { reverse } = importKind(kind)
  if (!reverse) throw importHasNoWay({ importId: id, kind })
  return reverse
}

export interface ReversalPreview {
  readonly effects: readonly EffectCount[]
  /** How many of the effects were looked at: the newest 2,000. */
  readonly judged: number
  /** Of those: what would stay as it is, with the reason. */
  readonly kept: readonly (KeptEffect & Reversed)[]
}

/** What taking an import back would do, without doing it. @throws as `reverseImport` */
export async function previewReversal(ctx: Context, importId: ImportId): Promise<ReversalPreview> {
  const reverse = wayBack(await loadImport(ctx, importId))
  const kept: (KeptEffect & Reversed)[] = []
  let judged = 0
  let beforeId: number | undefined
  const memory = new Map<string, unknown>()
  while (judged < mostJudged) {
    const effects = await standingEffects(ctx, importId, { limit: effectsOfBatch, beforeId })
    if (effects.length === 0) break
    const answers = await transaction(ctx, (tx) => reverse(tx, effects, { importId, dryRun: true, memory }))
    kept.push(...effects.map((effect, at) => ({ ...effect, ...answers[at]! })).filter(isKept))
    judged += effects.length
    beforeId = effects.at(-1)!.id
  }
  return { effects: await countEffects(ctx, importId), judged, kept }
}

const isKept = ({ outcome }: Reversed): boolean => outcome === 'kept'

/**
 * Takes an import back to its end, or on from where an earlier run was killed: each batch commits with its own progress, the last
 * effects first, so nothing is taken back twice however many runners there are.
 */
export async function runReversal(ctx: Context, importId: ImportId): Promise<void> {
  const asked = await findReversal(ctx, importId)
  if (!asked || asked.status === 'finished') return
  const reverse = wayBack(await loadImport(ctx, importId))
  const asker: Context = { ...ctx, actor: asked.actor, repeat: undefined }
  for (let limit = effectsOfBatch; ; ) {
    const taken = await takeBatch(asker, { importId, reverse, limit })
    if (taken === 0) return
    limit = taken === undefined ? 1 : effectsOfBatch
  }
}

interface Batch {
  readonly importId: ImportId
  readonly reverse: Reverse
  readonly limit: number
}

/** How many effects were dealt with: 0 when none was left, undefined when the batch was refused and they must go one by one. */
async function takeBatch(ctx: Context, batch: Batch): Promise<number | undefined> {
  try {
    return await transaction(ctx, (tx) => takeTogether(tx, batch))
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    if (batch.limit > 1) return undefined
    const { code, details } = error
    const refused: Reverse = async (_, effects) => effects.map(() => ({ outcome: 'kept', code, details }))
    return transaction(ctx, (tx) => takeTogether(tx, { ...batch, reverse: refused }))
  }
}

async function takeTogether(tx: Tx, { importId, reverse, limit }: Batch): Promise<number> {
  const { status } = await lockReversal(tx, importId)
  if (status === 'finished') return 0
  const effects = await standingEffects(tx, importId, { limit })
  if (effects.length === 0) {
    await finish(tx, importId)
    return 0
  }
  const answers = await reverse(tx, effects, { importId, dryRun: false, memory: new Map() })
  await markEffects(tx, effects, answers)
  await countReversed(tx, importId, answers)
  return effects.length
}

async function finish(tx: Tx, importId: ImportId): Promise<void> {
  await endReversal(tx, importId)
  const { reversed, kept } = (await findReversal(tx, importId))!
  await publish(tx, { type: 'import.reversed', aggregate: 'import', id: importId, data: { reversed, kept } })
}
