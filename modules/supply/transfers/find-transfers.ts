import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Transfer } from './model.ts'
import { withLines } from './transfer-store.ts'

export const transferQueues = ['open', 'warehouse', 'service', 'unkept', 'ended'] as const
export type TransferQueue = (typeof transferQueues)[number]

export interface FindTransfers {
  /** `warehouse`: to accept, send or receive; `service`: to go on with; `unkept`: between two shifts. */
  readonly queue?: TransferQueue
  /** Only those that go out of these warehouses or come into them. */
  readonly within?: readonly string[]
  readonly cursor?: string
  readonly limit?: number
}

/** Transfers one page at a time: open ones by when they are needed, ended ones the newest first. */
export async function findTransfers(
  reader: Reader,
  { queue = 'open', within, cursor, limit = 50 }: FindTransfers,
): Promise<Page<Transfer>> {
  const isEnded = queue === 'ended'
  const at = isEnded ? 'ended_at' : 'needed_by'
  const way = isEnded ? 'desc' : 'asc'
  let found = reader.db.selectFrom('supply.transfers').selectAll().where('shop_id', '=', reader.shopId)
  found = found.where('ended_at', isEnded ? 'is not' : 'is', null)
  if (queue === 'warehouse') found = found.where('status', 'in', ['requested', 'accepted', 'sent'])
  if (queue === 'service') found = found.where('status', '=', 'received')
  if (queue === 'unkept') found = found.where('keeper_name', 'is', null)
  if (within)
    found = found.where(({ or, eb }) =>
      or([eb('from_warehouse_id', 'in', [...within]), eb('to_warehouse_id', 'in', [...within])]),
    )
  if (cursor) found = found.where(beyond(cursor, [at, 'id'], way))
  const rows = await found
    .orderBy(at, way)
    .orderBy('id', way)
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [(isEnded ? row.ended_at! : row.needed_by).toString(), row.id])
  return { ...page, rows: await withLines(reader, page.rows) }
}
