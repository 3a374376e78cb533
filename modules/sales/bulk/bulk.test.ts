import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { permissions } from '#model/office/roles'
import type { Order, OrderId } from '#model/sales/orders'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { findIssues } from '#sales/desk'
import {
  boxesOf,
  cancelOrder,
  changeCarrier,
  findOrder,
  findOrders,
  makeTag,
  markOf,
  markOrder,
  mergeOrders,
  removeTag,
  tagOrder,
  tagsOf,
} from '#sales/orders'
import { adjustStock, lotsOf } from '#supply/inventory'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { addSf, anOrder, aProduct, aSellingShop, payFor, place, placeAnother, type SellingShop } from '#test/orders'
import { aCart } from '#test/people'
import { askBulk, findRuns, loadRun, previewSplits, resultsOf, retryBulk, undoBulk } from './index.ts'
import type { BulkRun } from './model.ts'
import { runBulk } from './run-bulk.ts'

const { db } = await testDatabase()
const all = new Set<string>(permissions)
const asStaff = ({ ctx }: SellingShop): Context => as(ctx, { ...lin, permissions: all })
const run = (ctx: Context, { id }: BulkRun) => runBulk(ctx, { aggregateId: id })

/** Orders that wait for review. */
async function reviewed(shop: SellingShop, count: number): Promise<Order[]> {
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const orders: Order[] = []
  while (orders.length < count) orders.push((await anOrder(shop, { status: 'paid' })).order)
  return orders
}

test('ORD-03 ORD-16 many orders are approved at once as whoever asked; one that cannot be is refused with its reason and holds nothing up', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [first, gone, third] = await reviewed(shop, 3)
  await cancelOrder(ctx, { orderId: gone!.id, reason: 'changed_mind' })
  const orderIds = [first!, gone!, third!].map(({ id }) => id)
  const asked = await askBulk(ctx, { verb: 'approve', details: {}, orderIds })
  expect(asked).toMatchObject({ status: 'waiting', total: 3, done: 0, refused: 0, askedBy: 'Lin' })

  await run(ctx, asked)
  expect(await loadRun(ctx, asked.id)).toMatchObject({ status: 'finished', done: 2, refused: 1 })
  const [refused] = await resultsOf(ctx, asked.id, 10)
  expect(refused).toMatchObject({ orderId: gone!.id, status: 'refused', code: 'orders.cannot' })
  const told = (await historyOf(ctx, first!.id)).find(({ type }) => type === 'order.approved')
  expect(told?.actorName).toBe('Lin')
  expect((await findRuns(ctx)).map(({ id }) => id)).toEqual([asked.id])
})

test('everything that a filter leaves is settled when it is asked: what comes later is not among it', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  await reviewed(shop, 2)
  const asked = await askBulk(ctx, {
    verb: 'hold',
    details: { words: '等厂家回复' },
    filter: { headline: 'in_review' },
  })
  const [late] = await reviewed(shop, 1)
  await run(ctx, asked)

  expect(asked.total).toBe(2)
  expect((await findOrders(ctx, { headline: 'on_hold' })).rows).toHaveLength(2)
  expect((await findOrder(ctx, late!.id))?.headline).toBe('in_review')
})

test('two runners, and a runner after a killed one, do to each order once what was asked', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [order] = await reviewed(shop, 1)
  const asked = await askBulk(ctx, { verb: 'exception', details: { words: '地址不详' }, orderIds: [order!.id] })
  await Promise.all([run(ctx, asked), run(ctx, asked)])
  await db.updateTable('sales.bulk_orders').set({ status: 'waiting' }).where('run_id', '=', asked.id).execute()
  await db
    .updateTable('sales.bulk_runs')
    .set({ status: 'waiting', finished_at: null })
    .where('id', '=', asked.id)
    .execute()
  await run(ctx, asked) // as after a kill between the deed and its result

  expect(await loadRun(ctx, asked.id)).toMatchObject({ done: 1, refused: 0 })
  const raised = (await findIssues(ctx, { kind: 'manual' })).rows
  expect(raised.map(({ data }) => data.reason)).toEqual(['地址不详'])
})

test('only what was refused is tried again', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [one, two] = await reviewed(shop, 2)
  const asked = await askBulk(ctx, { verb: 'resume', details: {}, orderIds: [one!.id, two!.id] })
  await run(ctx, asked)
  expect(await loadRun(ctx, asked.id)).toMatchObject({ done: 0, refused: 2 })

  const hold = await askBulk(ctx, { verb: 'hold', details: { words: '核对' }, orderIds: [one!.id] })
  await run(ctx, hold)
  await run(ctx, await retryBulk(ctx, asked.id))
  expect(await loadRun(ctx, asked.id)).toMatchObject({ done: 1, refused: 1 })
  await run(ctx, await retryBulk(ctx, asked.id))
  expect(await loadRun(ctx, asked.id)).toMatchObject({ done: 1, refused: 1 })
  expect((await historyOf(ctx, one!.id)).filter(({ type }) => type === 'order.resumed')).toHaveLength(1)
})

test('whoever may not do what a run did neither tries it again nor takes it back, and sees the runs of their own alone', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const clerk = as(ctx, { ...mei, permissions: new Set(['orders.change']) })
  const [order] = await reviewed(shop, 1)
  const held = await askBulk(ctx, { verb: 'hold', details: { words: '核对' }, orderIds: [order!.id] })
  await run(ctx, held)

  for (const again of [retryBulk, undoBulk])
    await expect(again(clerk, held.id)).rejects.toMatchObject({ code: 'bulk.not_permitted' })
  expect(await findRuns(clerk)).toEqual([])
  expect((await findOrder(ctx, order!.id))?.headline).toBe('on_hold')
})

test('undo gives flags and notes back as they were, and leaves and lists what somebody changed since', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [one, two] = await reviewed(shop, 2)
  await markOrder(ctx, { orderId: one!.id, flag: 'green', note: '老客户' })
  const flagged = await askBulk(ctx, { verb: 'flag', details: { flag: 'red' }, orderIds: [one!.id, two!.id] })
  await expect(undoBulk(ctx, flagged.id)).rejects.toMatchObject({ code: 'bulk.still_running' })
  await run(ctx, flagged)
  await markOrder(ctx, { orderId: two!.id, flag: 'blue' })

  const undone = await undoBulk(ctx, flagged.id)
  await run(ctx, undone)
  expect(await markOf(ctx, one!.id)).toEqual({ flag: 'green', note: '老客户' })
  expect(await markOf(ctx, two!.id)).toEqual({ flag: 'blue', note: '' })
  expect(await resultsOf(ctx, undone.id, 1)).toMatchObject([{ number: two!.number, code: 'bulk.changed_since' }])
  await expect(undoBulk(ctx, flagged.id)).rejects.toMatchObject({ code: 'bulk.undone_already' })
  await expect(undoBulk(ctx, undone.id)).rejects.toMatchObject({ code: 'bulk.not_undoable' })
})

test('ORD-16 many orders are tagged at once; undoing takes the tag off those that got it by the run, and not off one that had it before', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [one, two] = await reviewed(shop, 2)
  const orderIds = [one!.id, two!.id]
  const tag = await makeTag(ctx, { name: '等厂家', color: 'blue' })
  const tagged = async () => {
    const tags = await tagsOf(ctx, orderIds)
    return orderIds.map((id) => (tags.get(id) ?? []).map(({ name }) => name))
  }
  await tagOrder(ctx, { orderId: two!.id, add: [tag.id] })
  await expect(askBulk(ctx, { verb: 'tag', details: {}, orderIds })).rejects.toMatchObject({
    code: 'bulk.choice_missing',
  })

  const asked = await askBulk(ctx, { verb: 'tag', details: { tagIds: [tag.id] }, orderIds })
  await run(ctx, asked)
  expect(await tagged()).toEqual([['等厂家'], ['等厂家']])
  await run(ctx, await undoBulk(ctx, asked.id))
  expect(await tagged()).toEqual([[], ['等厂家']])

  const off = await askBulk(ctx, { verb: 'untag', details: { tagIds: [tag.id] }, orderIds })
  await run(ctx, off)
  expect(await tagged()).toEqual([[], []])
  await removeTag(ctx, tag.id)
  const back = await undoBulk(ctx, off.id)
  await run(ctx, back)
  expect(await resultsOf(ctx, back.id, 1)).toMatchObject([{ number: two!.number, code: 'orders.tag_not_found' }])
})

test('a hold of many is taken back, an approval is not', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [order] = await reviewed(shop, 1)
  const held = await askBulk(ctx, { verb: 'hold', details: { words: '核对' }, orderIds: [order!.id] })
  await run(ctx, held)
  await run(ctx, await undoBulk(ctx, held.id))
  expect((await findOrder(ctx, order!.id))?.headline).toBe('in_review')

  const approved = await askBulk(ctx, { verb: 'approve', details: {}, orderIds: [order!.id] })
  await run(ctx, approved)
  await expect(undoBulk(ctx, approved.id)).rejects.toMatchObject({ code: 'bulk.not_undoable' })
})

test('a run asks for the permission of its verb, for words where they are due, and for orders of this shop', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [order] = await reviewed(shop, 2)
  const orderIds = [order!.id]
  const other = asStaff(await aSellingShop(db))
  const clerk = as(ctx, { ...lin, permissions: new Set(['orders.change']) })
  const refused = (asking: Promise<unknown>) =>
    asking.then(
      () => 'done',
      ({ code }) => code,
    )

  expect(await refused(askBulk(clerk, { verb: 'cancel', details: { words: '不要了' }, orderIds }))).toBe(
    'bulk.not_permitted',
  )
  expect(await refused(askBulk(ctx, { verb: 'cancel', details: { words: ' ' }, orderIds }))).toBe('bulk.words_missing')
  expect(await refused(askBulk(other, { verb: 'approve', details: {}, orderIds }))).toBe('orders.not_found')
  expect(await refused(askBulk(ctx, { verb: 'approve', details: {}, orderIds: [newId() as OrderId] }))).toBe(
    'orders.not_found',
  )
  expect(await refused(askBulk(ctx, { verb: 'approve', details: {}, filter: { headline: 'short' } }))).toBe(
    'bulk.nothing_found',
  )
  await transaction(ctx, (tx) => changeSetting(tx, 'bulk.mostOrders', 1))
  expect(await refused(askBulk(ctx, { verb: 'approve', details: {}, filter: {} }))).toBe('bulk.too_many')
})

test('ORD-08 orders of one buyer and address are merged by one run, each once; alone ones are refused, and undoing lets them leave alone again', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const { order: first, buyer, goods } = await anOrder(shop, { status: 'paid' })
  const cartId = await aCart(buyer.ctx, { of: goods.variantId, quantity: 1 })
  const second = await place({ ...buyer, cartId, total: money(3_300) })
  await payFor(shop, buyer, second.id)
  const { order: alone } = await anOrder(shop, { status: 'paid' })
  const orderIds = [first.id, second.id, alone.id]

  const asked = await askBulk(ctx, { verb: 'merge', details: {}, orderIds })
  await run(ctx, asked)
  const shipment = async (id: OrderId) => (await findOrder(ctx, id))!.shipmentId
  expect(await shipment(first.id)).not.toBeNull()
  expect(await shipment(second.id)).toBe(await shipment(first.id))
  expect((await resultsOf(ctx, asked.id, 10)).filter(({ status }) => status === 'refused')).toMatchObject([
    { orderId: alone.id, code: 'orders.nothing_to_merge' },
  ])

  await run(ctx, await undoBulk(ctx, asked.id))
  expect([await shipment(first.id), await shipment(second.id)]).toEqual([null, null])
})

test('undoing a merge takes out only the orders that it put in: those that shared a box before go on sharing it', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const { order: first, buyer, goods } = await anOrder(shop, { status: 'paid' })
  const another = async () => {
    const id = await placeAnother(buyer, goods)
    await payFor(shop, buyer, id)
    return (await findOrder(ctx, id))!
  }
  const second = await another()
  await mergeOrders(ctx, { orderIds: [first.id, second.id] })
  const third = await another()

  const asked = await askBulk(ctx, { verb: 'merge', details: {}, orderIds: [first.id, third.id] })
  await run(ctx, asked)
  const shipment = async ({ id }: Order) => (await findOrder(ctx, id))!.shipmentId
  expect(await shipment(third)).toBe(await shipment(first))
  await run(ctx, await undoBulk(ctx, asked.id))
  expect(await shipment(third)).toBeNull()
  expect(await shipment(first)).not.toBeNull()
  expect(await shipment(second)).toBe(await shipment(first))
})

test('many orders are split by one run as its preview showed, and undoing packs them as before', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const goods = [await aProduct(shop, { onHand: 20 }), await aProduct(shop, { onHand: 20 })]
  const lines = goods.map((of) => ({ of, quantity: 1 }))
  const { order: two } = await anOrder(shop, { status: 'paid', lines })
  const { order: one } = await anOrder(shop, { status: 'paid', lines: lines.slice(0, 1) })
  const orderIds = [two.id, one.id]
  const boxes = async ({ id }: Order) => boxesOf(ctx, (await findOrder(ctx, id))!)
  const [before] = [await boxes(two)]
  await expect(askBulk(ctx, { verb: 'split', details: { by: 'warehouse' }, orderIds })).rejects.toMatchObject({
    code: 'bulk.choice_missing',
    details: { field: 'warehouseId' },
  })

  const seen = await previewSplits(ctx, { details: { by: 'line' }, orderIds })
  const asked = await askBulk(ctx, { verb: 'split', details: { by: 'line' }, orderIds })
  await run(ctx, asked)
  expect(seen.find(({ orderId }) => orderId === two.id)).toMatchObject({ before, after: await boxes(two) })
  expect(seen.find(({ orderId }) => orderId === one.id)).toMatchObject({
    after: null,
    code: 'orders.split_changes_nothing',
  })
  expect(await resultsOf(ctx, asked.id, 1)).toMatchObject([{ orderId: one.id, code: 'orders.split_changes_nothing' }])
  await run(ctx, await undoBulk(ctx, asked.id))
  expect(await boxes(two)).toEqual(before)
})

test('ORD-11 many orders send what is there as the preview showed, each with its answer; what misses nothing is refused, and the run is not taken back', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const [cup, pot] = [await aProduct(shop, { onHand: 2 }), await aProduct(shop, { onHand: 9 })]
  const { order: short } = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 2 }] })
  const { order: whole } = await anOrder(shop, { status: 'paid', lines: [{ of: pot, quantity: 1 }] })
  const [lot] = await lotsOf(ctx, cup.variantId)
  const counted = { binId: shop.binId, lotId: lot!.id, variantId: cup.variantId, change: -1 }
  await adjustStock(ctx, { ...counted, reason: '盘亏', causeId: newId() })
  await shop.tell()
  const orderIds = [short.id, whole.id]

  const seen = await previewSplits(ctx, { details: { by: 'stock' }, orderIds })
  const asked = await askBulk(ctx, { verb: 'split', details: { by: 'stock' }, orderIds })
  await run(ctx, asked)

  expect(seen.find(({ orderId }) => orderId === short.id)).toMatchObject({
    after: await boxesOf(ctx, (await findOrder(ctx, short.id))!),
    waiting: [{ quantity: 1 }],
    freight: money(800),
  })
  expect(await loadRun(ctx, asked.id)).toMatchObject({ done: 1, refused: 1 })
  expect(await resultsOf(ctx, asked.id, 1)).toMatchObject([{ orderId: whole.id, code: 'orders.nothing_missing' }])
  await expect(undoBulk(ctx, asked.id)).rejects.toMatchObject({ code: 'bulk.not_undoable' })
})

test('another carrier for many orders is taken back where it still stands; what was changed since stays and is listed', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  await addSf(shop, money(1_500))
  const { order: first } = await anOrder(shop, { status: 'paid' })
  const { order: second } = await anOrder(shop, { status: 'paid' })
  const carriers = async () => Promise.all([first, second].map(async ({ id }) => (await findOrder(ctx, id))!.carrier))

  await expect(askBulk(ctx, { verb: 'carrier', details: {}, orderIds: [first.id] })).rejects.toMatchObject({
    code: 'bulk.choice_missing',
  })
  const asked = await askBulk(ctx, { verb: 'carrier', details: { carrier: 'SF' }, orderIds: [first.id, second.id] })
  await run(ctx, asked)
  expect(await carriers()).toEqual(['SF', 'SF'])
  await changeCarrier(ctx, { orderId: second.id, carrier: 'ZTO' })

  const undo = await undoBulk(ctx, asked.id)
  await run(ctx, undo)
  expect(await carriers()).toEqual(['ZTO', 'ZTO'])
  expect((await resultsOf(ctx, undo.id, 10)).filter(({ status }) => status === 'refused')).toMatchObject([
    { orderId: second.id, code: 'bulk.changed_since' },
  ])
})

test('approvals taken back by a run are given again by undoing it', async () => {
  const shop = await aSellingShop(db)
  const ctx = asStaff(shop)
  const { order } = await anOrder(shop, { status: 'paid' })
  const asked = await askBulk(ctx, { verb: 'unapprove', details: { words: '等厂家回复' }, orderIds: [order.id] })

  await run(ctx, asked)
  expect(await findOrder(ctx, order.id)).toMatchObject({ headline: 'in_review' })
  await run(ctx, await undoBulk(ctx, asked.id))
  expect(await findOrder(ctx, order.id)).toMatchObject({ review: 'approved', fulfilment: 'released' })
})
