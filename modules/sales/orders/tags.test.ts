import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { OrderId, OrderTagId } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop } from '#test/orders'
import type { OrderFilter } from './find-orders.ts'
import {
  changeTag,
  countFound,
  countOrders,
  findOrders,
  makeTag,
  orderPage,
  removeTag,
  shopTags,
  tagOrder,
  tagsOf,
  unapproveOrder,
} from './index.ts'

const { db } = await testDatabase()
const found = async ({ ctx }: SellingShop, filter: OrderFilter) =>
  (await findOrders(ctx, filter)).rows.map(({ id }) => id).toSorted()
const ids = (...orders: readonly { readonly id: OrderId }[]) => orders.map(({ id }) => id).toSorted()

test('ORD-16 orders are found by any, by all or by none of the tags that staff gave them; their history tells who did, their buyer sees nothing', async () => {
  const shop = await aSellingShop(db)
  const [{ order: both, buyer }, { order: one }, { order: none }] = [
    await anOrder(shop),
    await anOrder(shop),
    await anOrder(shop),
  ]
  const [gift, wait] = [
    await makeTag(shop.ctx, { name: '送礼', color: 'purple' }),
    await makeTag(shop.ctx, { name: '等厂家', color: 'blue' }),
  ]
  await tagOrder(shop.ctx, { orderId: both.id, add: [gift.id, wait.id] })
  await tagOrder(as(shop.ctx, mei), { orderId: one.id, add: [gift.id] })

  expect(await found(shop, { tagsAny: [gift.id, wait.id] })).toEqual(ids(both, one))
  expect(await found(shop, { tagsAll: [gift.id, wait.id] })).toEqual(ids(both))
  expect(await found(shop, { tagsNone: [wait.id] })).toEqual(ids(one, none))
  expect(await found(shop, { tagsAny: [gift.id], tagsNone: [wait.id] })).toEqual(ids(one))
  expect(await countFound(shop.ctx, { tagsAll: [gift.id] }, 10)).toBe(2)
  expect((await findOrders(shop.ctx, { tagsAll: [gift.id, wait.id] })).rows[0]!.tags).toEqual(
    [gift, wait].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  )
  expect((await orderPage(buyer.ctx, both.id)).tags).toEqual([])
  const told = (await historyOf(shop.ctx, one.id)).find(({ type }) => type === 'order.tagged')
  expect(told).toMatchObject({ actorName: 'Mei', data: { added: ['送礼'], removed: [] } })
})

test('the same tags again tell nothing, and two people who tag at once lose neither', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const orderId = order.id
  const tags = await Promise.all(['一', '二', '一'].map((name) => makeTag(shop.ctx, { name, color: 'red' })))
  expect(tags[2]).toEqual(tags[0])
  await Promise.all(tags.map(({ id }) => tagOrder(shop.ctx, { orderId, add: [id] })))
  expect((await tagsOf(shop.ctx, [orderId])).get(orderId)).toHaveLength(2)
  expect(await tagOrder(shop.ctx, { orderId, add: [tags[0]!.id] })).toEqual({ added: [], removed: [] })
  expect((await historyOf(shop.ctx, orderId)).filter(({ type }) => type === 'order.tagged')).toHaveLength(2)
})

test('a tag is renamed wherever it is; taken away it leaves all orders, and its name stays in their history', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop)
  const tag = await makeTag(shop.ctx, { name: ' 加急 ', color: 'red' })
  await makeTag(shop.ctx, { name: '送礼', color: 'green' })
  await tagOrder(shop.ctx, { orderId: order.id, add: [tag.id] })

  await expect(changeTag(shop.ctx, { ...tag, name: '送礼' })).rejects.toMatchObject({ code: 'orders.tag_name_taken' })
  await changeTag(shop.ctx, { ...tag, name: '今天发', color: 'amber' })
  expect((await tagsOf(shop.ctx, [order.id])).get(order.id)).toEqual([{ ...tag, name: '今天发', color: 'amber' }])
  await removeTag(shop.ctx, tag.id)
  expect(await tagsOf(shop.ctx, [order.id])).toEqual(new Map())
  expect((await historyOf(shop.ctx, order.id)).at(-1)).toMatchObject({ data: { added: ['加急'] } })
  await expect(removeTag(shop.ctx, tag.id)).rejects.toMatchObject({ code: 'orders.tag_not_found' })
})

test('a tag belongs to its shop, has a name, and there are not endlessly many', async () => {
  const [shop, other] = [await aSellingShop(db), await aSellingShop(db)]
  const { order } = await anOrder(shop)
  const theirs = await makeTag(other.ctx, { name: '别家的', color: 'red' })
  const tagging = (id: OrderTagId) => tagOrder(shop.ctx, { orderId: order.id, add: [id] })

  await expect(tagging(theirs.id)).rejects.toMatchObject({ code: 'orders.tag_not_found' })
  await expect(tagging(newId<'OrderTag'>())).rejects.toMatchObject({ code: 'orders.tag_not_found' })
  await expect(removeTag(shop.ctx, theirs.id)).rejects.toMatchObject({ code: 'orders.tag_not_found' })
  await expect(makeTag(shop.ctx, { name: '  ', color: 'red' })).rejects.toMatchObject({
    code: 'orders.tag_name_invalid',
  })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.tagsPerShop', 1))
  await makeTag(shop.ctx, { name: '唯一', color: 'red' })
  await expect(makeTag(shop.ctx, { name: '第二', color: 'red' })).rejects.toMatchObject({
    code: 'orders.tags_too_many',
  })
  expect(await shopTags(shop.ctx)).toMatchObject([{ name: '唯一' }])
})

test('ORD-13 orders are found by how soon they must leave: overdue ones are late, not due', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  const at = (hours: number): SellingShop => ({ ...shop, ctx: later(shop.ctx, { hours }) })

  expect(await found(at(43), { dueWithin: 4 })).toEqual([])
  expect(await found(at(45), { dueWithin: 4 })).toEqual(ids(order))
  expect(await countOrders(at(45).ctx)).toMatchObject({ due: 1, late: 0 })
  expect(await found(at(45), { late: true })).toEqual([])
  expect(await found(at(49), { dueWithin: 4 })).toEqual([])
  expect(await found(at(49), { late: true })).toEqual(ids(order))
})

test('an order whose goods could not be set aside is out of stock; one that waits for review for another reason is not', async () => {
  const shop = await aSellingShop(db)
  const { order } = await anOrder(shop, { status: 'paid' })
  await anOrder(shop, { status: 'paid' })
  await unapproveOrder(shop.ctx, { orderId: order.id, reason: '核对' })
  expect(await found(shop, { outOfStock: true })).toEqual([])

  await db
    .updateTable('sales.orders')
    .set({ review_reasons: ['stock_missing'] })
    .where('id', '=', order.id)
    .execute()
  expect(await found(shop, { outOfStock: true })).toEqual(ids(order))
})
