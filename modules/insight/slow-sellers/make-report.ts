import { sql } from 'kysely'
import { dayIn, daysLater } from '#kernel/day'
import { newId } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'
import { loadShop } from '#office/shops'
import { openTask } from '#office/tasks'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import type { SlowReportId } from './model.ts'
import { slowSellerSettings } from './settings.ts'

const mostInReport = 200

/**
 * Reports what is on sale, has stock and hardly sold lately, the largest stock first, and opens a task on each that has none open.
 * One report per day: asked again, that of today is the answer.
 */
export function makeSlowReport(ctx: Context): Promise<SlowReportId> {
  return transaction(ctx, async (tx) => {
    const settings = await readSettings(tx, slowSellerSettings)
    const { timeZone } = await loadShop(tx)
    const today = dayIn(tx.now, timeZone)
    const reportId = await insertReport(tx, { today, days: settings.windowDays, mostSold: settings.mostSold })
    if (!reportId) return reportOf(tx, today)
    const slow = await findSlow(tx, {
      since: daysLater(tx.now, -settings.windowDays, timeZone),
      listedBefore: daysLater(tx.now, -settings.graceDays, timeZone),
      mostSold: settings.mostSold,
    })
    for (const product of slow) await noteProduct(tx, reportId, product, today.add({ days: settings.taskDays }))
    return reportId
  })
}

/** Job. Makes the report when a cycle has passed since the last one. Safe to run at any time. */
export async function reportSlowSellers(ctx: Context): Promise<void> {
  const { cycleDays } = await readSettings(ctx, slowSellerSettings)
  const { timeZone } = await loadShop(ctx)
  const last = await ctx.db
    .selectFrom('insight.slow_reports')
    .select('made_on')
    .where('shop_id', '=', ctx.shopId)
    .orderBy('made_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  const next = last?.made_on.add({ days: Math.max(1, cycleDays) })
  if (!next || Temporal.PlainDate.compare(next, dayIn(ctx.now, timeZone)) <= 0) await makeSlowReport(ctx)
}

async function insertReport(
  tx: Tx,
  { today, days, mostSold }: { today: Temporal.PlainDate; days: number; mostSold: number },
): Promise<SlowReportId | undefined> {
  const row = await tx.db
    .insertInto('insight.slow_reports')
    .values({
      id: newId<'SlowReport'>(),
      shop_id: tx.shopId,
      made_on: today,
      days,
      most_sold: mostSold,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('slow_reports_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id as SlowReportId | undefined
}

async function reportOf(tx: Tx, day: Temporal.PlainDate): Promise<SlowReportId> {
  const row = await tx.db
    .selectFrom('insight.slow_reports')
    .select('id')
    .where('shop_id', '=', tx.shopId)
    .where('made_on', '=', day)
    .executeTakeFirstOrThrow()
  return row.id as SlowReportId
}

interface Slow {
  readonly id: ProductId
  readonly name: string
  readonly sold: number
  readonly stock: number
}

/** Pieces of paid orders that were not cancelled count as sold; a service has no stock and is never slow. */
async function findSlow(
  tx: Tx,
  { since, listedBefore, mostSold }: { since: Temporal.Instant; listedBefore: Temporal.Instant; mostSold: number },
): Promise<Slow[]> {
  const { rows } = await sql<Slow>`
    select p.id, coalesce(t.name, p.slug) as name, coalesce(s.sold, 0)::int as sold, k.stock::int as stock
    from goods.products p
    left join goods.product_texts t on t.shop_id = p.shop_id and t.product_id = p.id and t.locale = 'zh'
    join lateral (
      select sum(l.on_hand - l.reserved) as stock
      from goods.variants v join supply.stock_levels l on l.shop_id = v.shop_id and l.variant_id = v.id
      where v.shop_id = p.shop_id and v.product_id = p.id) k on k.stock > 0
    left join lateral (
      select sum(l.quantity) as sold from sales.order_lines l join sales.orders o on o.shop_id = l.shop_id and o.id = l.order_id
      where l.shop_id = p.shop_id and l.product_id = p.id and o.paid_at >= ${since} and o.status <> 'cancelled') s on true
    where p.shop_id = ${tx.shopId} and p.status = 'on_sale' and p.kind = 'goods' and p.on_sale_at <= ${listedBefore}
      and coalesce(s.sold, 0) <= ${mostSold}
    order by k.stock desc, p.id limit ${mostInReport}`.execute(tx.db)
  return rows
}

async function noteProduct(
  tx: Tx,
  reportId: SlowReportId,
  { id, name, sold, stock }: Slow,
  dueOn: Temporal.PlainDate,
): Promise<void> {
  const task = { kind: 'slow_seller', title: name, subject: 'product', subjectId: id, role: 'goods', dueOn } as const
  await tx.db
    .insertInto('insight.slow_products')
    .values({
      shop_id: tx.shopId,
      report_id: reportId,
      product_id: id,
      sold,
      stock,
      task_id: await openTask(tx, task),
    })
    .execute()
}
