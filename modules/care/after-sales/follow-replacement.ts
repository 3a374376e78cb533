import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import type { EventRecord, WaitingEvent } from '#platform/events'
import { parcelsOf, sourcesOf } from '#supply/shipping'
import { forgetRecipients, outboundsOf } from '#supply/warehouse'
import { advanceCase, casesOf, loadCase, lockCase } from './case-store.ts'
import type { Case } from './model.ts'
import { settleCase } from './settle-case.ts'
import { settleAsking, tellStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

type About = Pick<EventRecord, 'data'>

/** Of what the warehouse and carriers tell, what is about goods that go out for a case. */
export async function aboutCases(db: Database, events: readonly WaitingEvent[]): Promise<readonly WaitingEvent[]> {
  const sources = await sourcesOf(
    { db },
    events.map(({ shopId, aggregateId: id }) => ({ shopId, id })),
  )
  if (sources.size === 0) return []
  const rows = await db
    .selectFrom('care.cases')
    .select('id')
    .where('id', 'in', [...new Set(sources.values())])
    .execute()
  const cases = new Set(rows.map(({ id }) => id))
  return events.filter(({ aggregateId }) => cases.has(sources.get(aggregateId) ?? ''))
}

/**
 * Listener. Goods that go out for a case have left, or arrived: when all have left, the buyer is told; when all have arrived, the case is
 * settled. Told again changes nothing.
 */
export const followReplacement = (ctx: Context, about: About): Promise<void> =>
  ofCase(ctx, about, async (tx, found) => {
    await leaveIfGone(tx, found)
    await settleIfThere(tx, await loadCase(tx, found.id))
  })

/** Most boxes are an order's: then nothing happens. */
async function ofCase(ctx: Context, { data }: About, work: (tx: Tx, found: Case) => Promise<void>): Promise<void> {
  const [about] = await casesOf(ctx, [String(data.sourceId)])
  if (about) await transaction(ctx, async (tx) => work(tx, await lockCase(tx, about.id)))
}

async function leaveIfGone(tx: Tx, before: Case): Promise<void> {
  if (before.status !== 'replacing') return
  const boxes = (await outboundsOf(tx, before.id)).filter(({ status }) => status !== 'cancelled')
  if (boxes.length === 0 || boxes.some(({ status }) => status !== 'handed_over')) return
  await advanceCase(tx, before.id, 'leave', { sent_at: tx.now })
  const waybills = (await livingParcels(tx, before)).map(({ waybillNumber }) => waybillNumber).join(' ')
  await tellBuyer(tx, before, 'on_the_way', { waybills })
  await tellStep(tx, 'leave', { before, after: await loadCase(tx, before.id) })
}

async function settleIfThere(tx: Tx, before: Case): Promise<void> {
  if (before.status !== 'on_the_way') return
  const parcels = await livingParcels(tx, before)
  if (parcels.some(({ status }) => status !== 'signed' && status !== 'delivered')) return
  await settleAsking(tx, before.id)
  await settleCase(tx, before, 'settled')
  await tellStep(tx, 'settle', { before, after: await loadCase(tx, before.id) })
}

const livingParcels = async (tx: Tx, { id }: Case) =>
  (await parcelsOf(tx, id)).filter(({ status }) => status !== 'cancelled')

/** Listener. What went out for a case comes back instead of arriving: a person settles it with the buyer. */
export const followLostReplacement = (ctx: Context, about: About): Promise<void> =>
  ofCase(ctx, about, (tx, { id, number }) =>
    notify(tx, {
      permission: 'aftersales.decide',
      kind: 'case.parcel_returned',
      subject: 'case',
      subjectId: id,
      data: { number },
      dedupeKey: `case.parcel_returned:${about.data.parcelId}`,
    }),
  )

/** Listener. Who got an order is forgotten: with the boxes that went out for its cases too. */
export const forgetReplacementRecipient = (
  ctx: Context,
  { aggregateId }: Pick<EventRecord, 'aggregateId'>,
): Promise<void> =>
  transaction(ctx, async (tx) => {
    const rows = await tx.db
      .selectFrom('care.cases')
      .select('id')
      .where('shop_id', '=', tx.shopId)
      .where('order_id', '=', aggregateId)
      .execute()
    await forgetRecipients(tx, { sourceIds: rows.map(({ id }) => id) })
  })
