import type { Reader } from '#platform/context'
import { outboundsUnder } from '#supply/warehouse'
import type { OrderId } from './model.ts'
import { soughtPhones } from './recipient.ts'

/** An order that went to somebody, with the notes by which its goods left. */
export interface SentToPhone {
  readonly id: OrderId
  readonly number: string
  readonly placedAt: Temporal.Instant
  readonly outbounds: readonly { readonly id: string; readonly number: string }[]
}

/** The orders whose recipient has this whole phone number, newest first, at most 200; found without reading anybody's number. */
export async function ordersSentTo(reader: Reader, phone: string): Promise<SentToPhone[]> {
  const rows = await reader.db
    .selectFrom('sales.orders')
    .select(['id', 'number', 'placed_at', 'shipment_id'])
    .where('shop_id', '=', reader.shopId)
    .where('phone_index', 'in', soughtPhones(reader.vault, phone))
    .orderBy('placed_at', 'desc')
    .limit(200)
    .execute()
  const sources = rows.map((row) => row.shipment_id ?? row.id)
  const bySource = Map.groupBy(await outboundsUnder(reader, sources), ({ sourceId }) => sourceId)
  return rows.map((row, at) => ({
    id: row.id as OrderId,
    number: row.number,
    placedAt: row.placed_at,
    outbounds: bySource.get(sources[at]!) ?? [],
  }))
}
