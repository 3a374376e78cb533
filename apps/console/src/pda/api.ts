import type { OutboundStatus, ShortReason } from '#model/supply/warehouse'
import { get, post, query } from '../frame/api.ts'
import type { Answer, Check, Task } from './judge.ts'

export type TaskStage = 'pick' | 'pack' | 'weigh'

export interface TaskRow {
  readonly outboundId: string
  readonly number: string
  readonly carrier: string
  readonly dispatchBy: string
  readonly picker: string | null
  readonly pieces: number
}

export interface PutBackTask {
  readonly outboundId: string
  readonly number: string
  readonly picks: Task['picks']
}

interface ShortReport {
  readonly scanId: string
  readonly outboundId: string
  readonly pickId?: string
  readonly lineId?: string
  readonly quantity: number
  readonly reason: ShortReason
}

interface Weight {
  readonly scanId: string
  readonly outboundId: string
  readonly weightGrams: number
  readonly despiteDeviation: boolean
}

const of = (outboundId: string): string => `/pda/outbounds/${outboundId}`

export const tasksPath = (warehouseId: string, stage: TaskStage): string => `/pda/tasks${query({ warehouseId, stage })}`
export const pickPath = (outboundId: string): string => `${of(outboundId)}/pick`
export const packPath = (outboundId: string): string => `${of(outboundId)}/pack`
export const handOverPath = (warehouseId: string): string => `/pda/hand-over${query({ warehouseId })}`
export const putBackPath = (warehouseId: string): string => `/pda/put-back${query({ warehouseId })}`

/** Where scans of each kind go. */
export const scanPaths = {
  pick: (outboundId: string): string => `${of(outboundId)}/pick-scans`,
  pack: (outboundId: string): string => `${of(outboundId)}/pack-scans`,
  recipient: (outboundId: string): string => `${of(outboundId)}/recipient-scans`,
  handOver: '/pda/hand-over-scans',
}

export const takeNext = (warehouseId: string): Promise<Task> => post('/pda/next', { warehouseId })
export const startPicking = (outboundId: string, takeOver: boolean): Promise<Task> =>
  post(`${of(outboundId)}/start`, { takeOver })
export const reportShort = ({ outboundId, ...body }: ShortReport): Promise<Answer<Task>> =>
  post(`${of(outboundId)}/shorts`, body)
export const rejectPiece = ({ outboundId, ...body }: ShortReport): Promise<Answer<Check>> =>
  post(`${of(outboundId)}/rejects`, body)
export const weigh = ({ outboundId, ...body }: Weight): Promise<Answer<Check>> => post(`${of(outboundId)}/weight`, body)
export const putBack = (outboundId: string): Promise<unknown> => post(`${of(outboundId)}/put-back`)

const stageOf: Partial<Record<OutboundStatus, TaskStage>> = {
  released: 'pick',
  picking: 'pick',
  short: 'pick',
  picked: 'pack',
  packed: 'weigh',
}

/** The outbound that a scanned note, order or label means, and where the work on it goes on. */
export async function findTask(number: string): Promise<{ outboundId: string; stage: TaskStage | undefined }> {
  const { outboundId } = await get<{ outboundId: string }>(`/pda/find${query({ number })}`)
  const { status } = await get<{ status: OutboundStatus }>(`/outbounds/${outboundId}`)
  return { outboundId, stage: stageOf[status] }
}
