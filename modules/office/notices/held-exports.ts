import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord, Listener } from '#platform/events'
import { notify, settleNotices } from './notice.ts'

/** Tells those who may see the people in a sheet that it waits for one of them, and that it no longer does. */
export async function followHeldExport(
  ctx: Context,
  { type, aggregateId, actorName, data }: Pick<EventRecord, 'type' | 'aggregateId' | 'actorName' | 'data'>,
): Promise<void> {
  const about = { subject: 'export', subjectId: aggregateId }
  await transaction(ctx, async (tx) => {
    if (type === 'export.agreed') return settleNotices(tx, about)
    await notify(tx, {
      ...about,
      permission: String(data.permission),
      kind: 'export.held',
      data: { number: data.number, rows: data.rows, by: actorName },
      dedupeKey: `export.held:${aggregateId}`,
    })
  })
}

export const noticesListeners: readonly Listener[] = [
  { name: 'notices.followHeldExport', on: ['export.held', 'export.agreed'], run: followHeldExport },
]
