import type { Reader } from '#platform/context'
import type { OrderId } from './model.ts'

/** The sealed recipient, read apart from the order so that no list carries it; null once it was forgotten. */
export async function sealedRecipientOf(reader: Reader, orderId: OrderId): Promise<Buffer | null> {
  const row = await reader.db
    .selectFrom('sales.orders')
    .select('recipient_cipher')
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  return row.recipient_cipher
}

export async function sealedRecipientsOf(
  reader: Reader,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, Buffer | null>> {
  if (orderIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('sales.orders')
    .select(['id', 'recipient_cipher'])
    .where('shop_id', '=', reader.shopId)
    .where('id', 'in', [...orderIds])
    .execute()
  return new Map(rows.map((row) => [row.id as OrderId, row.recipient_cipher]))
}
