import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { Order, OrderId, OrderTag, OrderTagId } from './model.ts'
import { lockOrder, tellOrder } from './order-store.ts'
import { tagNotFound, tagsOf, toTag } from './order-tag.ts'

export interface TagOrder {
  readonly orderId: OrderId
  readonly add?: readonly OrderTagId[]
  readonly remove?: readonly OrderTagId[]
}

/** What was really put on and taken off. */
export interface Tagged {
  readonly added: readonly OrderTagId[]
  readonly removed: readonly OrderTagId[]
}

/** Puts tags on an order and takes others off, at any time of its life. The same again changes nothing. @throws orderNotFound, tagNotFound */
export function tagOrder(ctx: Context, { orderId, add = [], remove = [] }: TagOrder): Promise<Tagged> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const before = (await tagsOf(tx, [orderId])).get(orderId) ?? []
    const has = (id: OrderTagId) => before.some((tag) => tag.id === id)
    const added = await lockNamed(
      tx,
      add.filter((id) => !has(id)),
    )
    const removed = before.filter(({ id }) => remove.includes(id) && !add.includes(id))
    if (added.length > 0) await putOn(tx, order, added)
    if (removed.length > 0) await takeOff(tx, order, removed)
    if (added.length + removed.length > 0)
      await tellOrder(tx, 'order.tagged', order, { added: namesOf(added), removed: namesOf(removed) })
    return { added: idsOf(added), removed: idsOf(removed) }
  })
}

const namesOf = (tags: readonly OrderTag[]): string[] => tags.map(({ name }) => name)
const idsOf = (tags: readonly OrderTag[]): OrderTagId[] => tags.map(({ id }) => id)

/** Locked against being taken away meanwhile. @throws tagNotFound */
async function lockNamed(tx: Tx, ids: readonly OrderTagId[]): Promise<OrderTag[]> {
  if (ids.length === 0) return []
  const rows = await tx.db
    .selectFrom('sales.order_tags')
    .select(['id', 'name', 'color'])
    .where('shop_id', '=', tx.shopId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forKeyShare()
    .execute()
  const missing = ids.find((id) => !rows.some((row) => row.id === id))
  if (missing) throw tagNotFound({ field: 'add', tagId: missing })
  return rows.map(toTag)
}

async function putOn(tx: Tx, { id, placedAt }: Order, tags: readonly OrderTag[]): Promise<void> {
  const rows = tags.map((tag) => ({ order_id: id, tag_id: tag.id, shop_id: tx.shopId, placed_at: placedAt }))
  await tx.db.insertInto('sales.tagged_orders').values(rows).execute()
}

async function takeOff(tx: Tx, { id }: Order, tags: readonly OrderTag[]): Promise<void> {
  await tx.db
    .deleteFrom('sales.tagged_orders')
    .where('shop_id', '=', tx.shopId)
    .where('order_id', '=', id)
    .where('tag_id', 'in', idsOf(tags))
    .execute()
}
