import { productCardsOf } from '#goods/catalog'
import type { Both, PictureId, ProductId } from '#model/goods/catalog'
import type { Task, TaskId } from '#model/office/tasks'
import { tasksOf } from '#office/tasks'
import type { Reader } from '#platform/context'
import type { SlowProduct, SlowReport, SlowReportId } from './model.ts'

export interface SlowRow extends SlowProduct {
  readonly name: Both
  readonly pictureId: PictureId | null
  /** What became of it, as it stands now. */
  readonly task: Task | null
}

export interface ReadReport {
  /** The latest reports, the newest first; at most 20. */
  readonly reports: readonly SlowReport[]
  readonly report: SlowReport | null
  readonly rows: readonly SlowRow[]
}

/** The report of a day, or the latest; without any there is none. */
export async function readSlowReport(reader: Reader, day?: Temporal.PlainDate): Promise<ReadReport> {
  const found = await reader.db
    .selectFrom('insight.slow_reports')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .orderBy('made_on', 'desc')
    .limit(20)
    .execute()
  const reports = found.map(
    (row): SlowReport => ({
      id: row.id as SlowReportId,
      madeOn: row.made_on,
      days: row.days,
      mostSold: row.most_sold,
    }),
  )
  const report = (day ? reports.find(({ madeOn }) => madeOn.equals(day)) : reports[0]) ?? null
  return { reports, report, rows: report ? await rowsOf(reader, report.id) : [] }
}

async function rowsOf(reader: Reader, reportId: SlowReportId): Promise<SlowRow[]> {
  const rows = await reader.db
    .selectFrom('insight.slow_products')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('report_id', '=', reportId)
    .orderBy('stock', 'desc')
    .orderBy('product_id')
    .execute()
  const cards = await productCardsOf(
    reader,
    rows.map((row) => row.product_id as ProductId),
  )
  const byId = new Map(cards.map((card) => [card.productId as string, card]))
  const tasks = await tasksOf(
    reader,
    rows.flatMap((row) => (row.task_id as TaskId | null) ?? []),
  )
  return rows.map((row) => ({
    productId: row.product_id as ProductId,
    sold: row.sold,
    stock: row.stock,
    taskId: row.task_id as TaskId | null,
    name: byId.get(row.product_id)?.name ?? { zh: '', en: '' },
    pictureId: byId.get(row.product_id)?.picture?.id ?? null,
    task: tasks.get(row.task_id as TaskId) ?? null,
  }))
}
