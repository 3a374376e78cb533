import { sql } from 'kysely'
import { hours } from '#kernel/day'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import {
  type Order,
  type OrderId,
  type OrderLine,
  type OrderLineId,
  type Production,
  type ProductionId,
  type ProductionStatus,
  type ProductionStep,
  productionSteps,
} from './model.ts'

export const productionNotFound = refusal(
  'not_found',
  'orders.production_not_found',
  (d: { productionId: string }) => `there is no production ${d.productionId}`,
)
export const productionCannot = refusal(
  'conflict',
  'orders.production_cannot',
  (d: { productionId: string; step: ProductionStep; status: ProductionStatus }) =>
    `a production that is ${d.status} cannot ${d.step}`,
)
export const productionUnderWay = refusal(
  'conflict',
  'orders.production_under_way',
  (d: { number: string }) => `${d.number} is being made`,
)
export const notMadeYet = refusal(
  'conflict',
  'orders.not_made_yet',
  (d: { number: string }) => `${d.number} is not made yet`,
)

/** The days that making a line takes; nothing for goods from the shelf. */
export const makeDaysOf = ({ agreed }: Pick<OrderLine, 'agreed'>): number => agreed.makeDays ?? 0

/** Whole hours by which making the goods puts off their dispatch: the slowest line decides. */
export const makingHours = (days: readonly number[]): number => Math.max(0, ...days) * 24

/** Puts the lines of an order that are made to order into the queue; those that are there already stay. Whether there are any. */
export async function queueForMaking(tx: Tx, order: Pick<Order, 'id'>, lines: readonly OrderLine[]): Promise<boolean> {
  const made = lines.filter((line) => makeDaysOf(line) > 0)
  if (made.length === 0) return false
  await tx.db
    .insertInto('sales.productions')
    .values(
      made.map((line) => ({
        id: newId<'Production'>(),
        shop_id: tx.shopId,
        order_id: order.id,
        order_line_id: line.id,
        make_by: tx.now.add(hours(makingHours([makeDaysOf(line)]))),
        created_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.constraint('productions_once').doNothing())
    .execute()
  return true
}

const productions = (reader: Reader) =>
  reader.db.selectFrom('sales.productions').selectAll().where('shop_id', '=', reader.shopId)
type Row = Awaited<ReturnType<ReturnType<typeof productions>['executeTakeFirstOrThrow']>>

export const toProduction = (row: Row): Production => ({
  id: row.id as ProductionId,
  orderId: row.order_id as OrderId,
  orderLineId: row.order_line_id as OrderLineId,
  status: row.status as ProductionStatus,
  makeBy: row.make_by,
  note: row.note,
  worker: row.worker,
  startedAt: row.started_at,
  endedAt: row.ended_at,
})

/** What is made for an order, cancelled work left out. */
export async function productionsOf(reader: Reader, orderId: OrderId): Promise<Production[]> {
  const rows = await productions(reader)
    .where('order_id', '=', orderId)
    .where('status', '<>', 'cancelled')
    .orderBy('id')
    .execute()
  return rows.map(toProduction)
}

/** @throws productionNotFound */
export async function loadProduction(reader: Reader, productionId: ProductionId): Promise<Production> {
  const row = await productions(reader).where('id', '=', productionId).executeTakeFirst()
  if (!row) throw productionNotFound({ productionId })
  return toProduction(row)
}

/** Moves a production one step or refuses; of two who try at once, one does. @throws productionCannot, productionNotFound */
export async function advanceProduction(
  tx: Tx,
  productionId: ProductionId,
  step: ProductionStep,
  change: {
    readonly note?: string
    readonly worker?: string
    readonly started_at?: Temporal.Instant
    readonly ended_at?: Temporal.Instant
  },
): Promise<Production> {
  const { from, to } = productionSteps[step]
  const row = await tx.db
    .updateTable('sales.productions')
    .set({ ...change, status: to })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', productionId)
    .where('status', 'in', [...from])
    .returningAll()
    .executeTakeFirst()
  if (row) return toProduction(row)
  throw productionCannot({ productionId, step, status: (await loadProduction(tx, productionId)).status })
}

/** Nothing is made any more for an order, or for some of its lines. */
export async function cancelProductions(tx: Tx, orderId: OrderId, only?: readonly OrderLineId[]): Promise<void> {
  const rows = tx.db
    .updateTable('sales.productions')
    .set({ status: 'cancelled', ended_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', orderId)
    .where('status', '<>', 'cancelled')
  await (only ? rows.where('order_line_id', '=', sql<string>`any(${[...only]}::uuid[])`) : rows).execute()
}
