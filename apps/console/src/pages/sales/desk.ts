import { useQuery } from '@tanstack/react-query'
import type { Check, Confirmation, Contact, Issue, Shortage } from '#model/sales/desk'
import { get } from '../../frame/api.ts'
import type { Json } from '../../frame/json.ts'

export type SentIssue = Json<Issue>
export type SentShortage = Json<Shortage>

/** What the desk has on an order beside the order itself. */
export interface Handling {
  readonly issues: readonly SentIssue[]
  readonly shortage: SentShortage | null
  readonly checks: readonly Json<Check>[]
  readonly contacts: readonly Json<Contact>[]
  readonly confirmation: Json<Confirmation> | null
}

export const useHandling = (orderId: string): Handling | undefined =>
  useQuery({
    queryKey: ['/orders', orderId, 'handling'],
    queryFn: () => get<Handling>(`/orders/${orderId}/handling`),
  }).data
