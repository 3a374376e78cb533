import type { Reader } from '#platform/context'
import type { Case, CaseId, CaseStatus } from './model.ts'

/** Cases of the shop by their numbers, as they were printed, newest first; numbers that nobody bears are left out. */
export async function casesNumbered(
  reader: Reader,
  numbers: readonly string[],
): Promise<Pick<Case, 'id' | 'number' | 'status'>[]> {
  if (numbers.length === 0) return []
  const rows = await reader.db
    .selectFrom('care.cases')
    .select(['id', 'number', 'status'])
    .where('shop_id', '=', reader.shopId)
    .where('number', 'in', [...numbers])
    .orderBy('opened_at', 'desc')
    .execute()
  return rows.map(({ id, number, status }) => ({ id: id as CaseId, number, status: status as CaseStatus }))
}
