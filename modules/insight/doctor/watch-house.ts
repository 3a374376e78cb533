import { newId } from '#kernel/id'
import { notify } from '#office/notices'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import type { Examined, Violation } from './check.ts'
import { checks, examine } from './examine.ts'

/** What an examination keeps of a check: figures, and the first of the rows that break it. */
export interface CheckResult {
  readonly id: string
  readonly rows: number
  readonly broken: number
  readonly violations: readonly Violation[]
}

export interface Examination {
  readonly id: string
  readonly at: Temporal.Instant
  readonly broken: number
  readonly results: readonly CheckResult[]
}

/** Examines the shop of the context, keeps what was found, and tells who may audit when something does not hold. Once a day by the clock. */
export async function watchHouse(ctx: Context): Promise<Examination> {
  const found = await examine(ctx.db, { shopId: ctx.shopId })
  return transaction(ctx, async (tx) => {
    const results = found.map(({ id, rows, broken, violations }) => ({ id, rows, broken, violations }))
    const broken = results.filter((each) => each.broken > 0)
    const row = { id: newId(), shop_id: tx.shopId, at: tx.now, broken: broken.length, results: JSON.stringify(results) }
    await tx.db.insertInto('insight.examinations').values(row).execute()
    for (const each of broken)
      await notify(tx, {
        permission: 'audit.read',
        kind: 'doctor.broken',
        subject: 'doctor',
        data: { id: each.id, rows: each.broken },
        dedupeKey: `doctor.broken:${each.id}:${tx.now.toString().slice(0, 10)}`,
      })
    return { id: row.id, at: tx.now, broken: broken.length, results }
  })
}

/** The last examination of the shop, with the words of every check; undefined before the first one. */
export async function lastExamination(
  reader: Reader,
): Promise<{ readonly at: Temporal.Instant; readonly checks: readonly Examined[] } | undefined> {
  const row = await reader.db
    .selectFrom('insight.examinations')
    .select(['at', 'results'])
    .where('shop_id', '=', reader.shopId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const results = new Map((row.results as unknown as CheckResult[]).map((each) => [each.id, each]))
  const known = checks.flatMap(({ id, says, remedy }) => {
    const result = results.get(id)
    return result ? [{ ...result, says, remedy }] : []
  })
  return { at: row.at, checks: known }
}
