import { sql } from 'kysely'
import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { ShopScore } from './model.ts'
import { reviewSettings } from './settings.ts'

/** How the shop's buyers found its goods against their description, its service and its delivery lately (settings say how lately and from how many on). */
export async function shopScore(reader: Reader): Promise<ShopScore> {
  const { scoreOver: days, scoreFrom } = await readSettings(reader, reviewSettings)
  const { timeZone } = await loadShop(reader)
  const { rows } = await sql<{ orders: number; description: number; service: number; logistics: number }>`
    select count(*)::int8 as orders, coalesce(sum(description), 0)::int8 as description,
      coalesce(sum(service), 0)::int8 as service, coalesce(sum(logistics), 0)::int8 as logistics
    from care.order_ratings where shop_id = ${reader.shopId} and rated_at > ${daysLater(reader.now, -days, timeZone)}`.execute(
    reader.db,
  )
  const { orders, ...sums } = rows[0]!
  if (orders === 0 || orders < scoreFrom) return { orders, days, scores: null }
  const average = (sum: number) => Math.round((sum * 100) / orders) / 100
  const scores = {
    description: average(sums.description),
    service: average(sums.service),
    logistics: average(sums.logistics),
  }
  return { orders, days, scores }
}
