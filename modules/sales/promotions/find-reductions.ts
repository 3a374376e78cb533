import { isBefore } from '#kernel/day'
import type { Money } from '#kernel/money'
import { type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { beyond } from '#platform/database'
import type { Reduction, ReductionId } from './model.ts'
import { announced, reductionColumns, toReduction } from './reduction.ts'

/**
 * The reduction that an order's goods earn now: of all in force whose threshold they reach, the one that takes most off.
 * Undefined when they reach none. A reduction that another process announced or ended may be seen three seconds late.
 */
export async function reductionFor(reader: Reader, { goods }: { goods: Money }): Promise<Reduction | undefined> {
  return (await reductionsInForce(reader)).find(
    ({ threshold }) => threshold.currency === goods.currency && threshold.minor <= goods.minor,
  )
}

/** What is taken off now, the most first, as orders are charged: what another process announced or ended may be seen three seconds late. */
export const reductionsInForce = async (reader: Reader): Promise<Reduction[]> =>
  (await announced(reader)).filter(
    ({ startsAt, endsAt }) => !isBefore(reader.now, startsAt) && isBefore(reader.now, endsAt),
  )

/** The nearest threshold above these goods that would take more off than they earn already: what "还差 ¥X" counts towards. */
export async function nextReduction(reader: Reader, { goods }: { goods: Money }): Promise<Reduction | undefined> {
  const earned = await reductionFor(reader, { goods })
  const [next] = (await reductionsInForce(reader))
    .filter(({ threshold }) => threshold.currency === goods.currency && threshold.minor > goods.minor)
    .filter(({ off }) => off.minor > (earned?.off.minor ?? 0))
    .toSorted((one, other) => one.threshold.minor - other.threshold.minor) // of one threshold the one that takes most off stays first
  return next
}

/** What a reduction is called, also when it is over; undefined for one that was never in force. */
export async function reductionName(reader: Reader, reductionId: ReductionId): Promise<Reduction['name'] | undefined> {
  const row = await reader.db
    .selectFrom('sales.reductions')
    .select(['name', 'name_en'])
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', reductionId)
    .executeTakeFirst()
  return row && { zh: row.name, en: row.name_en }
}

/** All reductions of the shop, the latest to start first. */
export async function listReductions(
  reader: Reader,
  { cursor, limit = 50 }: { cursor?: string; limit?: number } = {},
): Promise<Page<Reduction>> {
  let query = reader.db.selectFrom('sales.reductions').select(reductionColumns).where('shop_id', '=', reader.shopId)
  if (cursor) query = query.where(beyond(cursor, ['starts_at', 'id']))
  const rows = await query
    .orderBy('starts_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.starts_at.toString(), row.id])
  return { ...page, rows: page.rows.map(toReduction) }
}
