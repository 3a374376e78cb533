import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'

/** What the desk has on an order beside the order itself. */
export type Handling = AnswerOf<'GET /api/v1/admin/orders/{id}/handling'>
export type SentIssue = Handling['issues'][number]
export type SentShortage = NonNullable<Handling['shortage']>

export const useHandling = (orderId: string): Handling | undefined =>
  useQuery(asking('GET /api/v1/admin/orders/{id}/handling', { path: { id: orderId } })).data
