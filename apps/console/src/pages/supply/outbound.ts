import { useQuery } from '@tanstack/react-query'
import type { AnswerOf } from '#client'
import type { OutboundStatus } from '#model/supply/warehouse'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import type { RowOf } from '../../frame/lists.ts'
import { type Paper, paperUrl } from '../../frame/papers.ts'

export type SentOutbound = RowOf<'GET /api/v1/admin/outbounds'>
export type WarehouseRow = AnswerOf<'GET /api/v1/admin/warehouses'>[number]
export type Carrier = AnswerOf<'GET /api/v1/admin/carriers'>[number]

export const useWarehouses = (): readonly WarehouseRow[] =>
  useQuery({ ...asking('GET /api/v1/admin/warehouses'), staleTime: 60_000 }).data ?? []
export const useCarriers = (): readonly Carrier[] =>
  useQuery({ ...asking('GET /api/v1/admin/carriers'), staleTime: 60_000 }).data ?? []

export const outboundColors: Readonly<Record<OutboundStatus, string>> = {
  released: 'default',
  picking: 'processing',
  short: 'error',
  picked: 'processing',
  packed: 'processing',
  weighed: 'warning',
  handed_over: 'success',
  cancelled: 'default',
}

export const papers: readonly Paper[] = ['pick-list', 'shipping-note', 'waybill']
export const mostPrinted = 100

/** Opens a paper as PDF and notes that it was printed. */
export async function print(paper: Paper, outboundIds: readonly string[]): Promise<void> {
  window.open(paperUrl(paper, outboundIds), '_blank', 'noopener')
  await ask('POST /api/v1/admin/outbounds/printed', { body: { ids: outboundIds } })
}

export const isOpen = ({ status }: Pick<SentOutbound, 'status'>): boolean =>
  status !== 'handed_over' && status !== 'cancelled'

/** Where the handheld goes on with a note; nowhere when its work is done or waits for the desk. */
export function handheldPath({ id, status }: Pick<SentOutbound, 'id' | 'status'>): string | undefined {
  if (status === 'released' || status === 'picking') return `/pda/pick/${id}`
  if (status === 'picked') return `/pda/pack/${id}`
  if (status === 'packed') return `/pda/weigh/${id}`
  return status === 'weighed' ? '/pda/hand-over' : undefined
}
