import { expect, test } from 'vitest'
import { finishTask } from '#office/tasks'
import { as, later, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aProduct, aSellingShop } from '#test/orders'
import { makeSlowReport, readSlowReport, reportSlowSellers } from './index.ts'

const { db } = await testDatabase()

test('CAT-20 what hardly sells is reported on a cycle with a task on each, tracked to done and not opened twice', async () => {
  const shop = await aSellingShop(db)
  const slow = await aProduct(shop, { name: '滞销杯', onHand: 40 })
  const good = await aProduct(shop, { name: '畅销茶', onHand: 20 })
  await aProduct(shop, { name: '没有库存', onHand: 0 })
  await anOrder(shop, { status: 'paid', lines: [{ of: good, quantity: 3 }] })
  await anOrder(shop, { status: 'paid', lines: [{ of: slow, quantity: 1 }] })
  const then = later(shop.ctx, { days: 15 })

  await reportSlowSellers(shop.ctx)
  expect((await readSlowReport(shop.ctx)).rows).toEqual([])
  await Promise.all([reportSlowSellers(then), reportSlowSellers(then)])
  const { report, rows } = await readSlowReport(then)
  expect(report).toMatchObject({ days: 30, mostSold: 2 })
  expect(rows).toMatchObject([
    { productId: slow.productId, sold: 1, stock: 39, task: { status: 'open', role: 'goods' } },
  ])
  const task = rows[0]!.task!
  expect([task.title, task.dueOn.toString()]).toEqual(['滞销杯', '2026-03-24'])

  await reportSlowSellers(later(shop.ctx, { days: 18 }))
  expect((await readSlowReport(then)).reports).toHaveLength(2)
  await reportSlowSellers(later(shop.ctx, { days: 22 }))
  expect((await readSlowReport(then)).rows[0]?.taskId).toBe(task.id)

  await finishTask(as(then, mei), { taskId: task.id, outcome: 'price_changed', note: '降到 19 元' })
  expect((await readSlowReport(then, report!.madeOn)).rows[0]?.task).toMatchObject({
    status: 'done',
    outcome: 'price_changed',
    doneBy: 'Mei',
  })
  await reportSlowSellers(later(shop.ctx, { days: 29 }))
  expect((await readSlowReport(then)).rows[0]?.taskId).not.toBe(task.id)
})

test('CAT-20 the report of a day is made once', async () => {
  const { ctx } = await aSellingShop(db)
  const [first, second] = await Promise.all([makeSlowReport(ctx), makeSlowReport(ctx)])
  expect(first).toBe(second)
})
