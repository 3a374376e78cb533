import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type Reduction, type ReductionId, stateOf } from './model.ts'
import { alreadyOver, announced, reductionColumns, reductionNotFound, toReduction } from './reduction.ts'

/**
 * Ends a reduction now; one that has not begun is called off. Orders placed before keep it.
 * @throws reductionNotFound
 * @throws alreadyOver
 */
export function endReduction(ctx: Context, reductionId: ReductionId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const reduction = await lockReduction(tx, reductionId)
    const state = stateOf(reduction, tx.now)
    if (state === 'over') throw alreadyOver({ reductionId })
    await (isUntouched(reduction, tx.now) ? deleteReduction(tx, reductionId) : stopReduction(tx, reductionId))
    announced.forget(tx)
    await publish(tx, {
      type: 'reduction.ended',
      aggregate: 'reduction',
      id: reductionId,
      data: { before: reduction, state },
    })
  })
}

/** Nothing can have been bought with it yet, so no trace is needed but the event. */
const isUntouched = (reduction: Reduction, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(reduction.startsAt, now) >= 0

async function lockReduction(tx: Tx, reductionId: ReductionId): Promise<Reduction> {
  const row = await tx.db
    .selectFrom('sales.reductions')
    .select(reductionColumns)
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', reductionId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw reductionNotFound({ reductionId })
  return toReduction(row)
}

const deleteReduction = (tx: Tx, id: ReductionId) =>
  tx.db.deleteFrom('sales.reductions').where('shop_id', '=', tx.shopId).where('id', '=', id).execute()

const stopReduction = (tx: Tx, id: ReductionId) =>
  tx.db
    .updateTable('sales.reductions')
    .set({ ends_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
