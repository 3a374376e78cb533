import type { Id } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'
import type { TaskId } from '#model/office/tasks'

export type SlowReportId = Id<'SlowReport'>

/** What hardly sold in the days before a day, and what was to be done about each. */
export interface SlowReport {
  readonly id: SlowReportId
  readonly madeOn: Temporal.PlainDate
  readonly days: number
  /** A product that sold as many pieces or fewer counts as slow. */
  readonly mostSold: number
}

export interface SlowProduct {
  readonly productId: ProductId
  readonly sold: number
  /** Pieces that could be sold on the day of the report. */
  readonly stock: number
  readonly taskId: TaskId | null
}
