import type { Updateable } from 'kysely'
import type { Id } from '#kernel/id'
import { money } from '#kernel/money'
import type { AccountId, Reader, Tx } from '#platform/context'
import type { CareCases } from '#platform/database'
import { cannotStep, caseNotFound } from './case.ts'
import {
  type Case,
  type CaseId,
  type CaseLine,
  type CaseStatus,
  type CaseStep,
  caseSteps,
  type Grade,
} from './model.ts'

/** Cases by id with their lines and pictures, in the order asked for; unknown ids are left out. */
export async function casesOf(reader: Reader, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return []
  const rows = await rowsOf(reader, ids)
  const lines = await linesOf(reader, ids)
  const pictures = await picturesOf(reader, ids)
  const byId = new Map(rows.map((row) => [row.id, toCase(row, lines.get(row.id) ?? [], pictures.get(row.id) ?? [])]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** @throws caseNotFound */
export async function loadCase(reader: Reader, caseId: CaseId): Promise<Case> {
  const [found] = await casesOf(reader, [caseId])
  if (!found) throw caseNotFound({ caseId })
  return found
}

/** The case, held against others until the transaction ends; its order, payment and stock are locked after it. @throws caseNotFound */
export async function lockCase(tx: Tx, caseId: CaseId): Promise<Case> {
  await tx.db
    .selectFrom('care.cases')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', caseId)
    .forUpdate()
    .execute()
  return loadCase(tx, caseId)
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

const rowsOf = (reader: Reader, ids: readonly string[]) =>
  reader.db
    .selectFrom('care.cases')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('id', 'in', [...ids])
    .execute()

async function linesOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, CaseLine[]>> {
  const rows = await reader.db
    .selectFrom('care.case_lines as line')
    .innerJoin('care.cases as case', 'case.id', 'line.case_id')
    .selectAll('line')
    .select('case.currency')
    .where('line.shop_id', '=', reader.shopId)
    .where('line.case_id', 'in', [...caseIds])
    .orderBy('line.id')
    .execute()
  const groups = Map.groupBy(rows, (row) => row.case_id)
  return new Map([...groups].map(([caseId, group]) => [caseId, group.map(toLine)]))
}

async function picturesOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, Id<'Picture'>[]>> {
  const rows = await reader.db
    .selectFrom('care.case_pictures')
    .select(['case_id', 'picture_id'])
    .where('shop_id', '=', reader.shopId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('position')
    .execute()
  const groups = Map.groupBy(rows, (row) => row.case_id)
  return new Map([...groups].map(([caseId, group]) => [caseId, group.map((row) => row.picture_id as Id<'Picture'>)]))
}

interface LineRow {
  id: string
  order_line_id: string
  sent_line_id: string | null
  variant_id: string
  sku: string
  name: string
  specification: string
  quantity: number
  refund_minor: number
  currency: string
  received: number
  restocked: number
  scrapped: number
  grade: string | null
  replacement_variant_id: string | null
  replacement_sku: string | null
  replacement_specification: string | null
  resent: number
}

const toLine = (row: LineRow): CaseLine => ({
  id: row.id as CaseLine['id'],
  orderLineId: row.order_line_id as CaseLine['orderLineId'],
  sentLineId: row.sent_line_id as CaseLine['sentLineId'],
  variantId: row.variant_id as CaseLine['variantId'],
  sku: row.sku,
  name: row.name,
  specification: row.specification,
  quantity: row.quantity,
  refund: money(row.refund_minor, row.currency),
  received: row.received,
  restocked: row.restocked,
  scrapped: row.scrapped,
  grade: row.grade as Grade | null,
  replacement: row.replacement_variant_id
    ? {
        variantId: row.replacement_variant_id as CaseLine['variantId'],
        sku: row.replacement_sku ?? '',
        specification: row.replacement_specification ?? '',
      }
    : null,
  resent: row.resent,
})

const toCase = (row: Row, lines: readonly CaseLine[], pictureIds: readonly Id<'Picture'>[]): Case => ({
  id: row.id as CaseId,
  number: row.number,
  kind: row.kind as Case['kind'],
  status: row.status as CaseStatus,
  orderId: row.order_id as Case['orderId'],
  orderNumber: row.order_number,
  customerId: row.customer_id as AccountId,
  parcelId: row.parcel_id as Case['parcelId'],
  reason: row.reason,
  description: row.description,
  fault: row.fault as Case['fault'],
  amount: money(row.amount_minor, row.currency),
  freight: money(row.freight_minor, row.currency),
  returnCarrier: row.return_carrier,
  returnWaybill: row.return_waybill,
  question: row.question,
  refusalReason: row.refusal_reason,
  finding: row.finding,
  decidedBy: row.decided_by,
  proposedBy: row.proposed_by,
  differs: row.differs,
  openedAt: row.opened_at,
  decidedAt: row.decided_at,
  arrivedAt: row.arrived_at,
  gradedAt: row.graded_at,
  sentAt: row.sent_at,
  settledAt: row.settled_at,
  solveBy: row.solve_by,
  checkBy: row.check_by,
  repairBy: row.repair_by,
  refundBy: row.refund_by,
  alarm: row.alarm as Case['alarm'],
  lines,
  pictureIds,
})

type Change = Omit<Updateable<CareCases>, 'id' | 'shop_id' | 'status' | 'version' | 'alarm'>

/** Writes down what changes about a case while it stays where it is. */
export async function changeCase(tx: Tx, caseId: CaseId, change: Change): Promise<void> {
  await tx.db
    .updateTable('care.cases')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', caseId)
    .execute()
}

/**
 * Moves a case one step or refuses; the same statement checks and writes, so that two people decide it once. The alarm was about the
 * clock of the state it leaves.
 *
 * @throws caseCannot, caseNotFound
 */
export async function advanceCase(tx: Tx, caseId: CaseId, step: CaseStep, change: Change = {}): Promise<void> {
  const { from, to } = caseSteps[step]
  const row = await tx.db
    .updateTable('care.cases')
    .set((eb) => ({ ...change, status: to, alarm: null, version: eb('version', '+', 1) }))
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', caseId)
    .where('status', 'in', [...from])
    .returning('id')
    .executeTakeFirst()
  if (!row) throw cannotStep(caseId, step, (await loadCase(tx, caseId)).status, tx.locale)
}
