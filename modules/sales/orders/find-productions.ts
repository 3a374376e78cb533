import { type Page, toPage } from '#kernel/page'
import type { Both } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Production, ProductionStatus } from './model.ts'
import { toProduction } from './production-store.ts'

/** A piece of work with what is to be made, for whom and with which wishes. */
export interface ProductionRow extends Production {
  readonly orderNumber: string
  readonly sku: string
  readonly name: Both
  readonly specification: Both
  readonly quantity: number
  readonly memo: string
  readonly requests: readonly string[]
}

export interface FindProductions {
  readonly status?: ProductionStatus
  readonly cursor?: string
  readonly limit?: number
}

/** What is to be made, is being made or was made, one page: open work by when it is due, ended work the latest first. */
export async function findProductions(
  reader: Reader,
  { status = 'waiting', cursor, limit = 50 }: FindProductions,
): Promise<Page<ProductionRow>> {
  const isEnded = status === 'made' || status === 'cancelled'
  const at = isEnded ? ('p.ended_at' as const) : ('p.make_by' as const)
  const way = isEnded ? 'desc' : 'asc'
  let found = reader.db
    .selectFrom('sales.productions as p')
    .innerJoin('sales.orders as o', (join) =>
      join.onRef('o.shop_id', '=', 'p.shop_id').onRef('o.id', '=', 'p.order_id'),
    )
    .innerJoin('sales.order_lines as l', (join) =>
      join.onRef('l.shop_id', '=', 'p.shop_id').onRef('l.id', '=', 'p.order_line_id'),
    )
    .selectAll('p')
    .select([
      'o.number',
      'o.memo',
      'o.requests',
      'l.sku',
      'l.name',
      'l.name_en',
      'l.specification',
      'l.specification_en',
      'l.quantity',
    ])
    .where('p.shop_id', '=', reader.shopId)
    .where('p.status', '=', status)
  if (cursor) found = found.where(beyond(cursor, [at, 'p.id'], way))
  const rows = await found
    .orderBy(at, way)
    .orderBy('p.id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [(isEnded ? row.ended_at! : row.make_by).toString(), row.id])
  return { ...page, rows: page.rows.map((row) => ({ ...toProduction(row), ...about(row) })) }
}

interface About {
  number: string
  memo: string
  requests: unknown
  sku: string
  name: string
  name_en: string
  specification: string
  specification_en: string
  quantity: number
}

const about = (row: About) => ({
  orderNumber: row.number,
  sku: row.sku,
  name: { zh: row.name, en: row.name_en },
  specification: { zh: row.specification, en: row.specification_en },
  quantity: row.quantity,
  memo: row.memo,
  requests: (row.requests as { readonly text: string }[]).map(({ text }) => text),
})
