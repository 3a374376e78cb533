import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { longestTag, type OrderTag, type OrderTagId } from './model.ts'
import { shopTags, tagNameInvalid, tagNameTaken, tagNotFound, tagsTooMany, toTag } from './order-tag.ts'
import { orderSettings } from './settings.ts'

export type MakeTag = Pick<OrderTag, 'name' | 'color'>

/** A word of the shop's own to sort orders by. One of that name already is that tag, as it is. @throws tagNameInvalid, tagsTooMany */
export function makeTag(ctx: Context, { name: said, color }: MakeTag): Promise<OrderTag> {
  return transaction(ctx, async (tx) => {
    const name = nameOf(said)
    const tags = await shopTags(tx)
    const known = tags.find((tag) => tag.name === name)
    if (known) return known
    const { tagsPerShop: most } = await readSettings(tx, orderSettings)
    if (tags.length >= most) throw tagsTooMany({ most })
    const row = await tx.db
      .insertInto('sales.order_tags')
      .values({ id: newId(), shop_id: tx.shopId, name, color, made_at: tx.now, made_by: tx.actor.name })
      .onConflict((conflict) => conflict.constraint('order_tags_named_once').doNothing())
      .returning(['id', 'name', 'color'])
      .executeTakeFirst()
    if (!row) return (await shopTags(tx)).find((tag) => tag.name === name)! // a colleague was faster
    const tag = toTag(row)
    await tell(tx, 'created', tag)
    return tag
  })
}

/** Another name or colour, wherever the tag is. @throws tagNotFound, tagNameInvalid, tagNameTaken */
export function changeTag(ctx: Context, { id, name: said, color }: OrderTag): Promise<OrderTag> {
  return transaction(ctx, async (tx) => {
    const name = nameOf(said)
    const tags = await lockTags(tx)
    const before = mustBe(tags, id)
    if (tags.some((other) => other.id !== id && other.name === name)) throw tagNameTaken({ field: 'name', name })
    if (before.name === name && before.color === color) return before
    await tx.db
      .updateTable('sales.order_tags')
      .set({ name, color })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', id)
      .execute()
    const after: OrderTag = { id, name, color }
    await tell(tx, 'changed', after, { before, after })
    return after
  })
}

/** Takes a tag away, off all orders too; that they had it stays in their history. @throws tagNotFound */
export function removeTag(ctx: Context, id: OrderTagId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const tag = mustBe(await lockTags(tx), id)
    await tx.db.deleteFrom('sales.order_tags').where('shop_id', '=', tx.shopId).where('id', '=', id).execute()
    await tell(tx, 'removed', tag)
  })
}

function nameOf(said: string): string {
  const name = said.trim()
  if (!name || name.length > longestTag) throw tagNameInvalid({ field: 'name', most: longestTag })
  return name
}

function mustBe(tags: readonly OrderTag[], id: OrderTagId): OrderTag {
  const tag = tags.find((each) => each.id === id)
  if (!tag) throw tagNotFound({ tagId: id })
  return tag
}

/** All of the shop, so that two cannot take the same name in the same moment. */
async function lockTags(tx: Tx): Promise<OrderTag[]> {
  const rows = await tx.db
    .selectFrom('sales.order_tags')
    .select(['id', 'name', 'color'])
    .where('shop_id', '=', tx.shopId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(toTag)
}

const tell = (tx: Tx, what: string, { id, name }: OrderTag, data: object = {}): Promise<void> =>
  publish(tx, { type: `order_tag.${what}`, aggregate: 'order_tag', id, data: { name, ...data } })
