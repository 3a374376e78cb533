import { sql } from 'kysely'
import type { Tx } from '#platform/context'
import type { FileOrder } from './read-order.ts'

/** What our own orders say of themselves in a sheet of ours. */
export const ownSource = 'zhanggui'

export interface Known {
  has(order: Pick<FileOrder, 'source' | 'number'>): boolean
}

/** Which of these orders are here already: taken over before under their source, or our own by our number. */
export async function knownOrders(tx: Tx, orders: readonly Pick<FileOrder, 'source' | 'number'>[]): Promise<Known> {
  const { rows } = await sql<{ source: string; number: string }>`
    select w.source, w.number
    from unnest(${orders.map(({ source }) => source)}::text[], ${orders.map(({ number }) => number)}::text[]) as w (source, number)
    where exists (select from sales.orders o where o.shop_id = ${tx.shopId} and o.source = w.source and o.external_number = w.number)
      or (w.source = ${ownSource} and exists (select from sales.orders o where o.shop_id = ${tx.shopId} and o.number = w.number))`.execute(
    tx.db,
  )
  const keys = new Set(rows.map(keyOf))
  return { has: (order) => keys.has(keyOf(order)) }
}

const keyOf = ({ source, number }: { readonly source: string; readonly number: string }): string =>
  JSON.stringify([source, number])
