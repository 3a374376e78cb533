import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { findOrder, markOf, markOrder } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { aCustomer, anOrderOf, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { listsPageText } from '../../apps/console/src/frame/lists-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { workbenchText } from '../../apps/console/src/pages/sales/workbench-text.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { stonewareMug } = house.shop.goods
const mug = stonewareMug.variants[0]!
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...houseTexts, ...ordersPageText, ...workbenchText, ...listsPageText }, 'zh', key, values)

const headline = async (id: OrderId) => (await findOrder(house.ctx, id))?.headline

test('ORD-03 ORD-16: the order clerk clears a list by keyboard and in bulk, sees why one was refused, and takes a flag back', async () => {
  const customer = await aCustomer(house, '13900000081')
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const orders = []
  for (let count = 0; count < 3; count++) orders.push(await aPaidOrderOf(house, customer, { of: mug }))
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 500_000))
  const unpaid = await anOrderOf(customer, { of: mug })

  const he = await aMember(browser, house, 'service', { path: '/orders?headline=in_review' })
  await see(he.page.getByRole('link', { name: orders[2]!.number })).toBeVisible()
  await he.press(t('view.save'))
  await he.confirms({ [t('view.name')]: '我要审的' })
  await see(he.page.getByRole('group', { name: t('views') }).getByRole('button', { name: '我要审的 3' })).toBeVisible()

  await he.page.keyboard.press('j')
  await he.page.keyboard.press('x')
  await he.page.keyboard.press('j')
  await he.page.keyboard.press('x')
  await see(he.page.getByText(t('chosenOrders', { count: 2 }))).toBeVisible()
  await he.press(t('all.choose', { count: 3 }))
  const tools = he.page.getByRole('toolbar', { name: t('bulk') })
  await tools.getByRole('button', { name: t('bulk.verb.approve') }).click()
  await he.confirms()
  await see(he.page.getByText(t('run.over', { done: 3, refused: 0 }))).toBeVisible({ timeout: 10_000 })
  expect(await Promise.all(orders.map(({ id }) => headline(id)))).not.toContain('in_review')

  await he.page.goto('/console/orders')
  const row = (number: string) => he.page.getByRole('row', { name: number })
  await row(unpaid.number).getByRole('checkbox').check()
  await row(orders[0]!.number).getByRole('checkbox').check()
  await tools.getByRole('button', { name: t('flag'), exact: true }).click()
  await he.page.getByRole('menuitem', { name: t('flag.red') }).click()
  await see(he.page.getByText(t('run.over', { done: 2, refused: 0 }))).toBeVisible({ timeout: 10_000 })
  await see(row(unpaid.number).getByText(t('flag.red'))).toBeAttached()
  await he.press(t('run.undo'))
  await see(he.page.getByText(t('run.undo.of', { verb: t('bulk.verb.flag') }))).toBeVisible()
  await see(async () => expect((await markOf(house.ctx, unpaid.id)).flag).toBeNull()).toPass({ timeout: 10_000 })

  await row(unpaid.number).getByRole('checkbox').check()
  await tools.getByRole('button', { name: t('bulk.verb.hold'), exact: true }).click()
  await he.confirms({ [t('reason')]: '等买家确认' })
  await see(he.page.getByText(t('run.over', { done: 0, refused: 1 }))).toBeVisible({ timeout: 10_000 })
  await he.press(t('run.results'))
  await see(he.page.getByRole('dialog').getByRole('row', { name: unpaid.number })).toContainText(t('run.refused'))
})

test('ORD-16: two people edit one order: the second is told who was faster, sees the order as it is now, and means it again', async () => {
  const order = await anOrderOf(await aCustomer(house, '13900000082'), { of: mug })
  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  const note = he.page.getByLabel(t('mark.note'))
  await see(note).toHaveValue('')
  await markOrder(house.ctx, { orderId: order.id, flag: 'green' })

  await note.fill('周五前送到')
  await he.press(t('mark.save'))
  const [who] = t('request.changed_meanwhile', { by: house.ctx.actor.name, version: 0 }).split('（')
  await see(he.page.getByText(who!)).toBeVisible()
  await see(he.page.getByRole('radio', { name: t('flag.green') })).toBeChecked()
  expect((await markOf(house.ctx, order.id)).note).toBe('')
  await he.press(t('mark.save'))
  await see(he.page.getByText(t('mark.saved'))).toBeVisible()
  expect(await markOf(house.ctx, order.id)).toEqual({ flag: 'green', note: '周五前送到' })
})
