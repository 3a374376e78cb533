import { hours, isBefore } from '#kernel/day'
import type { Id } from '#kernel/id'
import type { Order } from '#model/sales/orders'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { findOrder, ordersUnder } from '#sales/orders'
import { advanceCase, casesOf, loadCase, lockCase } from './case-store.ts'
import { newCase } from './insert-case.ts'
import type { Case, CaseId } from './model.ts'
import { afterSalesSettings } from './settings.ts'
import { takeStep, tellStep } from './take-step.ts'
import { tellBuyer } from './tell-buyer.ts'

interface Stalled {
  readonly parcelId: Id<'Parcel'>
  readonly sourceId: string
  readonly waybillNumber: string
}

/**
 * Listener. A parcel has been silent too long (LOG-06): a case is opened for the service desk and the buyer is told that we look into it.
 * One case per parcel: when it falls silent again after the case was closed, that is opened again. Told again changes nothing.
 */
export async function openParcelInquiry(ctx: Context, event: Pick<EventRecord, 'data' | 'at'>): Promise<void> {
  const stalled = event.data as unknown as Stalled
  const order = await orderUnder(ctx, stalled.sourceId)
  if (!order) return
  await transaction(ctx, async (tx) => {
    const caseId = (await insertInquiry(tx, order, stalled)) ?? (await reopenInquiry(tx, stalled, event.at))
    if (!caseId) return
    const opened = await loadCase(tx, caseId)
    await tellDesk(tx, opened)
    await tellBuyer(tx, opened, 'stalled')
  })
}

/** The order whose goods a parcel carries, sent once more for a case or not. */
async function orderUnder(ctx: Context, sourceId: string): Promise<Order | undefined> {
  const [order] = await ordersUnder(ctx, sourceId)
  if (order) return order
  const [found] = await casesOf(ctx, [sourceId])
  return found && findOrder(ctx, found.orderId)
}

async function insertInquiry(tx: Tx, order: Order, { parcelId, waybillNumber }: Stalled): Promise<CaseId | undefined> {
  const shared = await newCase(tx, order, 'PI')
  const inserted = await tx.db
    .insertInto('care.cases')
    .values({
      ...shared,
      kind: 'parcel_inquiry',
      status: 'open',
      parcel_id: parcelId,
      reason: 'no_tracking',
      description: waybillNumber,
    })
    .onConflict((conflict) => conflict.constraint('cases_parcel_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return undefined
  const data = { caseId: shared.id, orderId: order.id, parcelId, before: null, after: 'open' }
  await publish(tx, { type: 'case.opened', aggregate: 'case', id: shared.id, data })
  return shared.id
}

/** A silence from before the case was closed is the one that was looked into. */
async function reopenInquiry(tx: Tx, { parcelId }: Stalled, at: Temporal.Instant): Promise<CaseId | undefined> {
  const row = await tx.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('kind', '=', 'parcel_inquiry')
    .where('parcel_id', '=', parcelId)
    .executeTakeFirstOrThrow()
  const before = await lockCase(tx, row.id as CaseId)
  if (before.settledAt === null || !isBefore(before.settledAt, at)) return undefined
  const { solveWithin } = await readSettings(tx, afterSalesSettings)
  const clocks = { opened_at: tx.now, solve_by: tx.now.add(hours(solveWithin)) }
  await advanceCase(tx, before.id, 'reopen', { ...clocks, settled_at: null, decided_by: null })
  await tellStep(tx, 'reopen', { before, after: await loadCase(tx, before.id) })
  return before.id
}

const tellDesk = (tx: Tx, { id, number, description, openedAt }: Case): Promise<void> =>
  notify(tx, {
    permission: 'aftersales.decide',
    kind: 'parcel.stalled',
    subject: 'case',
    subjectId: id,
    data: { number, waybillNumber: description },
    dedupeKey: `parcel.stalled:${id}:${openedAt}`,
  })

/** The desk has found the parcel or settled the matter with the buyer, who is told. @throws caseCannot */
export function closeInquiry(ctx: Context, caseId: CaseId): Promise<Case> {
  return takeStep(ctx, caseId, 'close', async (tx, found) => {
    await advanceCase(tx, caseId, 'close', { settled_at: tx.now, decided_by: tx.actor.name })
    await tellBuyer(tx, found, 'found')
  })
}
