import { useFilters } from '../../frame/filters.ts'
import { type ChosenOf, useListFilters } from '../../frame/lists.ts'

/** The filters that the list of orders knows. */
export const listedNames = [
  'headline',
  'late',
  'abnormal',
  'packed',
  'warehouseId',
  'weightFrom',
  'weightTo',
  'request',
  'memo',
  'noted',
  'cashOnDelivery',
  'mergeable',
  'flag',
  'tagsAny',
  'tagsAll',
  'tagsNone',
  'dueWithin',
  'outOfStock',
  'from',
  'to',
  'review',
  'payment',
  'fulfilment',
  'afterSales',
  'carrier',
  'sku',
  'amountFrom',
  'amountTo',
] as const
export type OrderFilters = ChosenOf<'GET /api/v1/admin/orders', (typeof listedNames)[number]> & {
  readonly numbers?: string
}
type Change = ReturnType<typeof useOrderFilters>[1]
export interface FilterProps {
  readonly filters: OrderFilters
  readonly change: Change
}

/** What the list is filtered by, and the numbers that were pasted to be looked up one by one. */
export function useOrderFilters() {
  const [{ numbers }, change] = useFilters([...listedNames, 'numbers'])
  const [listed] = useListFilters('GET /api/v1/admin/orders', listedNames)
  return [{ ...listed, ...(numbers && { numbers }) } as OrderFilters, change] as const
}
