import type { Reader } from '#platform/context'
import type { Case, CaseId, CaseStatus } from './model.ts'

/** Cases of the shop by their numbers, as they were printed, or by the waybills of what comes back, newest first; numbers that nobody bears are left out. */
export async function casesNumbered(
  reader: Reader,
  numbers: readonly string[],
): Promise<Pick<Case, 'id' | 'number' | 'status' | 'returnWaybill'>[]> {
  if (numbers.length === 0) return []
  const rows = await reader.db
    .selectFrom('care.cases')
    .select(['id', 'number', 'status', 'return_waybill'])
    .where('shop_id', '=', reader.shopId)
    .where(({ or, eb }) => or([eb('number', 'in', [...numbers]), eb('return_waybill', 'in', [...numbers])]))
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id as CaseId,
    number: row.number,
    status: row.status as CaseStatus,
    returnWaybill: row.return_waybill,
  }))
}
