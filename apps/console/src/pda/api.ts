import type { AnswerOf, InputOf } from '#client'
import type { OutboundStatus } from '#model/supply/warehouse'
import { ask } from '../frame/api.ts'
import type { BodyOf } from '../frame/asking.ts'

export type TaskStage = 'pick' | 'pack' | 'weigh'
export type TaskRow = AnswerOf<'GET /api/v1/admin/pda/tasks'>[number]
export type PutBackTask = AnswerOf<'GET /api/v1/admin/pda/put-back'>[number]
export type Warehouse = AnswerOf<'GET /api/v1/admin/warehouses'>[number]

/** Where scans go. */
type ScanCall =
  | 'POST /api/v1/admin/pda/outbounds/{id}/pick-scans'
  | 'POST /api/v1/admin/pda/outbounds/{id}/pack-scans'
  | 'POST /api/v1/admin/pda/outbounds/{id}/recipient-scans'
  | 'POST /api/v1/admin/pda/hand-over-scans'
export type ScanRequest = { [Name in ScanCall]: { readonly call: Name; readonly input: InputOf<Name> } }[ScanCall]

/** @throws ApiProblem */
export const sendScan = ({ call, input }: ScanRequest, idempotencyKey: string): Promise<AnswerOf<ScanCall>> =>
  ask(call, { ...input, idempotencyKey })

type AboutOutbound<Name extends Parameters<typeof ask>[0]> = BodyOf<Name> & { readonly outboundId: string }

export const takeNext = (warehouseId: string) => ask('POST /api/v1/admin/pda/next', { body: { warehouseId } })
export const startPicking = (id: string, takeOver: boolean) =>
  ask('POST /api/v1/admin/pda/outbounds/{id}/start', { path: { id }, body: { takeOver } })
export const reportShort = ({ outboundId, ...body }: AboutOutbound<'POST /api/v1/admin/pda/outbounds/{id}/shorts'>) =>
  ask('POST /api/v1/admin/pda/outbounds/{id}/shorts', { path: { id: outboundId }, body })
export const rejectPiece = ({ outboundId, ...body }: AboutOutbound<'POST /api/v1/admin/pda/outbounds/{id}/rejects'>) =>
  ask('POST /api/v1/admin/pda/outbounds/{id}/rejects', { path: { id: outboundId }, body })
export const weigh = ({ outboundId, ...body }: AboutOutbound<'POST /api/v1/admin/pda/outbounds/{id}/weight'>) =>
  ask('POST /api/v1/admin/pda/outbounds/{id}/weight', { path: { id: outboundId }, body })
export const putBack = (id: string) => ask('POST /api/v1/admin/pda/outbounds/{id}/put-back', { path: { id } })

const stageOf: Partial<Record<OutboundStatus, TaskStage>> = {
  released: 'pick',
  picking: 'pick',
  short: 'pick',
  picked: 'pack',
  packed: 'weigh',
}

/** The outbound that a scanned note, order or label means, and where the work on it goes on. */
export async function findTask(number: string): Promise<{ outboundId: string; stage: TaskStage | undefined }> {
  const { outboundId } = await ask('GET /api/v1/admin/pda/find', { query: { number } })
  const { status } = await ask('GET /api/v1/admin/outbounds/{id}', { path: { id: outboundId } })
  return { outboundId, stage: stageOf[status] }
}
