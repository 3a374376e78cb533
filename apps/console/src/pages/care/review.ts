import type { RowOf } from '../../frame/lists.ts'

/** A review as the desk's list has it. */
export type SentReview = RowOf<'GET /api/v1/admin/reviews'>
