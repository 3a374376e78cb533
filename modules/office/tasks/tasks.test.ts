import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { transaction } from '#platform/database'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { createTask, dropTask, findTasks, finishTask, openTask } from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)
await transaction(shop, presetShopRoles)
const dueOn = Temporal.PlainDate.from('2026-03-09')
const about = (subjectId: string) =>
  ({ kind: 'slow_seller', title: '青瓷杯', subject: 'product', subjectId, role: 'goods', dueOn }) as const

test('about one thing one task of a kind is open; once it is done another may be opened', async () => {
  const task = about(newId())
  const open = () => transaction(shop, (tx) => openTask(tx, task))
  const [first, second] = await Promise.all([open(), open()])
  expect(first).toBe(second)

  await finishTask(as(shop, mei), { taskId: first!, outcome: 'promoted', note: '放进周末满减' })
  expect(await open()).not.toBe(first)
  await expect(finishTask(shop, { taskId: first!, outcome: 'kept' })).rejects.toMatchObject({ code: 'tasks.ended' })
  const done = (await findTasks(shop, { status: 'done' })).rows.find(({ id }) => id === first)
  expect(done).toMatchObject({ outcome: 'promoted', note: '放进周末满减', doneBy: 'Mei' })
})

test('of five who finish a task at once one does, and the outcome is theirs', async () => {
  const { id: taskId } = await createTask(shop, { title: '换橱窗', role: 'goods', dueOn })
  const tries = await Promise.allSettled(
    ['一', '二', '三', '四', '五'].map((note) => finishTask(shop, { taskId, outcome: 'done', note })),
  )
  const done = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
  expect(done).toHaveLength(1)
  expect((await findTasks(shop, { status: 'done' })).rows.find(({ id }) => id === taskId)?.note).toBe(done[0]!.note)
})

test('a task is asked of a role that exists and ends with an outcome of its kind', async () => {
  const task = await createTask(shop, { title: '拍新主图', role: 'goods', dueOn })
  await expect(finishTask(shop, { taskId: task.id, outcome: 'promoted' })).rejects.toMatchObject({
    code: 'tasks.outcome_unknown',
  })
  await expect(createTask(shop, { title: ' ', role: 'goods', dueOn })).rejects.toMatchObject({
    code: 'tasks.title_invalid',
  })
  await expect(createTask(shop, { title: '盘点', role: 'pilot', dueOn })).rejects.toMatchObject({
    code: 'tasks.role_unknown',
  })
  expect((await dropTask(shop, { taskId: task.id, note: '已有图' })).status).toBe('dropped')
})

test('everybody sees the tasks of the shop, and those of the own roles alone when asked', async () => {
  const own = await aShop(db)
  const id = await transaction(own, async (tx) => {
    await presetShopRoles(tx)
    return createStaff(tx, {
      userName: `g-${newId().slice(-8)}`,
      displayName: 'Gu',
      password: 'tasks-2026-x',
      roles: ['goods'],
    })
  })
  await createTask(own, { title: '改标题', role: 'goods', dueOn })
  await createTask(own, { title: '盘库', role: 'warehouse', dueOn: dueOn.subtract({ days: 1 }) })
  const titles = async (mine: boolean) =>
    (await findTasks(as(own, { ...lin, id }), { mine })).rows.map(({ title }) => title)

  expect([await titles(false), await titles(true)]).toEqual([['盘库', '改标题'], ['改标题']])
  expect((await findTasks(aShopLike(own), {})).rows).toEqual([])
})

const aShopLike = (ctx: typeof shop) => ({ ...ctx, shopId: newId<'Shop'>() })
