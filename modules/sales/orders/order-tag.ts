import { refusal } from '#kernel/refusal'
import type { Reader } from '#platform/context'
import type { OrderFlag, OrderId, OrderTag, OrderTagId } from './model.ts'

export const tagNotFound = refusal(
  'not_found',
  'orders.tag_not_found',
  (d: { field?: string; tagId: OrderTagId }) => `there is no tag ${d.tagId}`,
)
export const tagNameInvalid = refusal(
  'invalid',
  'orders.tag_name_invalid',
  (d: { field: 'name'; most: number }) => `a tag has a name of at most ${d.most} characters`,
)
export const tagNameTaken = refusal(
  'conflict',
  'orders.tag_name_taken',
  (d: { field: 'name'; name: string }) => `there is a tag ${d.name}`,
)
export const tagsTooMany = refusal(
  'conflict',
  'orders.tags_too_many',
  (d: { most: number }) => `there are ${d.most} tags`,
)

/** All tags of the shop by their names. */
export async function shopTags(reader: Reader): Promise<OrderTag[]> {
  const rows = await reader.db
    .selectFrom('sales.order_tags')
    .select(['id', 'name', 'color'])
    .where('shop_id', '=', reader.shopId)
    .orderBy('name')
    .execute()
  return rows.map(toTag)
}

/** The tags of orders by their names; orders without any are missing. */
export async function tagsOf(reader: Reader, orderIds: readonly OrderId[]): Promise<Map<OrderId, OrderTag[]>> {
  if (orderIds.length === 0) return new Map()
  const rows = await reader.db
    .selectFrom('sales.tagged_orders as on')
    .innerJoin('sales.order_tags as tag', 'tag.id', 'on.tag_id')
    .select(['on.order_id', 'tag.id', 'tag.name', 'tag.color'])
    .where('on.shop_id', '=', reader.shopId)
    .where('on.order_id', 'in', [...orderIds])
    .orderBy('tag.name')
    .execute()
  const byOrder = Map.groupBy(rows, (row) => row.order_id as OrderId)
  return new Map([...byOrder].map(([orderId, tags]) => [orderId, tags.map(toTag)]))
}

export const toTag = ({ id, name, color }: { id: string; name: string; color: string }): OrderTag => ({
  id: id as OrderTagId,
  name,
  color: color as OrderFlag,
})
