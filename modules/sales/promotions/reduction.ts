import { money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import { remembered } from '#platform/remembered'
import type { Reduction, ReductionId } from './model.ts'

export const reductionNotFound = refusal(
  'not_found',
  'promotions.reduction_not_found',
  (d: { reductionId: string }) => `there is no reduction ${d.reductionId}`,
)
export const offTooLarge = refusal(
  'invalid',
  'promotions.off_too_large',
  (_: { field: 'off' }) => 'more would be taken off than the threshold',
)
export const endsBeforeStart = refusal(
  'invalid',
  'promotions.ends_before_start',
  (_: { field: 'endsAt' }) => 'it would end before it starts',
)
export const alreadyOver = refusal(
  'conflict',
  'promotions.already_over',
  (d: { reductionId: string }) => `${d.reductionId} is over`,
)

export const reductionColumns = [
  'id',
  'name',
  'name_en',
  'threshold_minor',
  'off_minor',
  'currency',
  'starts_at',
  'ends_at',
] as const

interface ReductionRow {
  id: string
  name: string
  name_en: string
  threshold_minor: number
  off_minor: number
  currency: string
  starts_at: Temporal.Instant
  ends_at: Temporal.Instant
}

export const toReduction = (row: ReductionRow): Reduction => ({
  id: row.id as ReductionId,
  name: { zh: row.name, en: row.name_en },
  threshold: money(row.threshold_minor, row.currency),
  off: money(row.off_minor, row.currency),
  startsAt: row.starts_at,
  endsAt: row.ends_at,
})

/** The reductions that are not over, the one that takes most off first: whoever changes one makes it forget. */
export const announced = remembered<readonly Reduction[]>(async (reader) =>
  (
    await reader.db
      .selectFrom('sales.reductions')
      .select(reductionColumns)
      .where('shop_id', '=', reader.shopId)
      .where('ends_at', '>', reader.now)
      .orderBy('off_minor', 'desc')
      .orderBy('threshold_minor')
      .orderBy('id')
      .execute()
  ).map(toReduction),
)
