import { useQuery } from '@tanstack/react-query'
import type { Outbound, OutboundStatus } from '#model/supply/warehouse'
import { get, post } from '../../frame/api.ts'
import type { Json } from '../../frame/json.ts'
import { type Paper, paperUrl } from '../../frame/papers.ts'

export type SentOutbound = Json<Omit<Outbound, 'source' | 'districtCode'>>

export interface OutboundParcel {
  readonly id: string
  readonly number: string
  readonly waybillNumber: string | null
  readonly weightGrams: number | null
  readonly status: string
}

export interface WarehouseRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly nameEn: string
}

export interface CarrierRow {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
}

export const useWarehouses = (): readonly WarehouseRow[] =>
  useQuery({ queryKey: ['/warehouses'], queryFn: () => get<WarehouseRow[]>('/warehouses'), staleTime: 60_000 }).data ??
  []
export const useCarriers = (): readonly CarrierRow[] =>
  useQuery({ queryKey: ['/carriers'], queryFn: () => get<CarrierRow[]>('/carriers'), staleTime: 60_000 }).data ?? []

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
  await post('/outbounds/printed', { ids: outboundIds })
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
