import { hours, isBefore } from '#kernel/day'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { lockCase } from './case-store.ts'
import { type Case, type CaseClock, type CaseId, runningClocks } from './model.ts'
import { afterSalesSettings } from './settings.ts'

/** Job. Raises one notice some hours before a clock of a case runs out and one when it has run out (AFS-04). */
export async function watchClocks(ctx: Context): Promise<void> {
  const { warnBefore } = await readSettings(ctx, afterSalesSettings)
  const until = ctx.now.add(hours(warnBefore))
  await eachOf(await nearlyDue(ctx, until), (caseId) => transaction(ctx, (tx) => raiseAlarms(tx, caseId, until)))
}

async function nearlyDue(ctx: Context, until: Temporal.Instant): Promise<CaseId[]> {
  const rows = await ctx.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', ctx.shopId)
    .where('status', 'in', Object.keys(runningClocks))
    .where((eb) =>
      eb.or([
        eb('solve_by', '<=', until),
        eb('check_by', '<=', until),
        eb('repair_by', '<=', until),
        eb('refund_by', '<=', until),
      ]),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id as CaseId)
}

/** Somebody may have dealt with the case a moment ago: it is looked at again under lock. */
async function raiseAlarms(tx: Tx, caseId: CaseId, until: Temporal.Instant): Promise<void> {
  const found = await lockCase(tx, caseId)
  const due = clocksOf(found).filter(({ by }) => !isBefore(until, by))
  for (const each of due) await raise(tx, found, each)
  const alarm = due.some(({ by }) => isOver(by, tx)) ? 'broken' : due.length > 0 ? 'soon' : null
  if (alarm !== found.alarm)
    await tx.db
      .updateTable('care.cases')
      .set({ alarm })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', caseId)
      .execute()
}

interface Clock {
  readonly clock: CaseClock
  readonly by: Temporal.Instant
}

function clocksOf({ status, solveBy, checkBy, repairBy, refundBy }: Case): Clock[] {
  const dueBy: Record<CaseClock, Temporal.Instant | null> = {
    solve: solveBy,
    check: checkBy,
    repair: repairBy,
    refund: refundBy,
  }
  return (runningClocks[status] ?? []).flatMap((clock) => {
    const by = dueBy[clock]
    return by ? [{ clock, by }] : []
  })
}

const isOver = (by: Temporal.Instant, { now }: Pick<Tx, 'now'>): boolean => !isBefore(now, by)

function raise(tx: Tx, { id, number }: Case, { clock, by }: Clock): Promise<void> {
  const alarm = isOver(by, tx) ? 'broken' : 'soon'
  return notify(tx, {
    permission: clock === 'check' || clock === 'repair' ? 'aftersales.grade' : 'aftersales.decide',
    kind: `case.${clock}_${alarm}`,
    subject: 'case',
    subjectId: id,
    data: { number, by: by.toString() },
    dedupeKey: `case.${clock}_${alarm}:${id}:${by}`,
  })
}
