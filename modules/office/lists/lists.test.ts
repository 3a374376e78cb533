import { expect, test } from 'vitest'
import type { Actor } from '#platform/context'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { changeView, findViews, keepLayout, layoutOf, removeView, saveView } from './index.ts'
import { viewLimits } from './model.ts'

const { db } = await testDatabase()
const late = { list: 'orders', name: '超时', filters: { late: 'true' }, isShared: false } as const
const names = async (...args: Parameters<typeof findViews>) => (await findViews(...args)).map(({ name }) => name)

test('a private view is seen by its owner alone, a shared one by the shop and by no other shop', async () => {
  const [shop, other] = [await aShop(db), await aShop(db)]
  await saveView(shop, late)
  const shared = await saveView(shop, { ...late, name: '货到付款', isShared: true })

  expect(await names(shop, 'orders')).toEqual(['超时', '货到付款'])
  expect(await findViews(as(shop, mei), 'orders')).toEqual([{ ...shared, isMine: false }])
  expect(await names(shop, 'products')).toEqual([])
  expect(await names(other, 'orders')).toEqual([])
})

test('only its owner changes a view; a shared one is taken away by its owner or by whoever manages staff', async () => {
  const shop = await aShop(db)
  const own = await saveView(shop, late)
  const shared = await saveView(shop, { ...late, name: '共享', isShared: true })
  const boss: Actor = { ...mei, permissions: new Set(['staff.manage']) }
  const change = { viewId: shared.id, name: '改名', filters: {}, isShared: true }

  await expect(changeView(as(shop, mei), change)).rejects.toMatchObject({ code: 'lists.view_not_yours' })
  await expect(removeView(as(shop, mei), shared.id)).rejects.toMatchObject({ code: 'lists.view_not_yours' })
  await expect(removeView(as(shop, boss), own.id)).rejects.toMatchObject({ code: 'lists.view_not_found' })
  expect(await changeView(shop, change)).toMatchObject({ name: '改名', filters: {} })
  await removeView(as(shop, boss), shared.id)
  expect(await names(shop, 'orders')).toEqual(['超时'])
})

test('a view has a name of its own, and there are not endlessly many', async () => {
  const shop = await aShop(db)
  const both = await Promise.allSettled([saveView(shop, late), saveView(shop, late)])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const second = await saveView(shop, { ...late, name: '第二' })
  await expect(changeView(shop, { viewId: second.id, ...late })).rejects.toMatchObject({
    code: 'lists.view_name_taken',
  })
  await expect(saveView(shop, { ...late, name: ' ' })).rejects.toMatchObject({ code: 'lists.view_name_invalid' })

  for (let more = 2; more < viewLimits.perPerson; more++) await saveView(shop, { ...late, name: `视图${more}` })
  await expect(saveView(shop, { ...late, name: '多了' })).rejects.toMatchObject({ code: 'lists.views_too_many' })
  expect(await saveView(as(shop, mei), { ...late, name: '别人的' })).toMatchObject({ name: '别人的' })
})

test('of two own views renamed alike in the same moment one gets the name, the other is told that it is taken', async () => {
  const shop = await aShop(db)
  const [first, second] = [await saveView(shop, late), await saveView(shop, { ...late, name: '第二' })]
  for (let round = 1; round <= 20; round++) {
    const change = { ...late, name: `同名${round}` }
    const both = await Promise.allSettled([
      changeView(shop, { viewId: first.id, ...change }),
      changeView(shop, { viewId: second.id, ...change }),
    ])
    const refused = both.filter((each) => each.status === 'rejected').map(({ reason }) => reason.code)
    expect(refused).toEqual(['lists.view_name_taken'])
    const kept = both.findIndex(({ status }) => status === 'fulfilled')
    await changeView(shop, { viewId: [first, second][kept]!.id, ...late, name: `前${round}` })
  }
})

test('a layout belongs to a person and a list; the last word counts', async () => {
  const shop = await aShop(db)
  const layout = {
    columns: [
      { key: 'number', width: 180 },
      { key: 'memo', hidden: true },
    ],
    density: 'comfortable',
  } as const
  await keepLayout(shop, { list: 'orders', layout: { columns: [], density: 'compact' } })
  await keepLayout(shop, { list: 'orders', layout })

  expect(await layoutOf(as(shop, lin), 'orders')).toEqual(layout)
  expect(await layoutOf(shop, 'products')).toBeUndefined()
  expect(await layoutOf(as(shop, mei), 'orders')).toBeUndefined()
})
