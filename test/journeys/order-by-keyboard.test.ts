import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { say } from '#kernel/text'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { findOrder } from '#sales/orders'
import { outboundsOf } from '#supply/warehouse'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { dispatchText } from '../../apps/console/src/pages/sales/dispatch-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { twinText } from '../../apps/console/src/pages/sales/twin-text.ts'
import { tabTo } from './people/by-keyboard.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...ordersPageText, ...dispatchText, ...twinText, ...frameText }, 'zh', key, values)

test('ORD-03 ORD-16: by keyboard alone an order is approved, split and printed, a colleague is called, and the timeline tells of it by lane', async () => {
  const customer = await aCustomer(house, '13900000091')
  const { stonewareMug, whiteTea } = house.shop.goods
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const order = await aPaidOrderOf(house, customer, { of: stonewareMug.variants[0]! }, { of: whiteTea.variants[0]! })
  const he = await aMember(browser, house, 'ops', { path: `/orders/${order.id}` })
  const { page } = he
  const button = (name: string) => page.getByRole('button', { name, exact: true }).first()
  const dialog = page.getByRole('dialog')
  const yes = dialog.getByRole('button', { name: t('confirm'), exact: true })
  const open = async (name: string) => {
    await tabTo(page, button(name))
    await page.keyboard.press('Enter')
    await see(dialog).toBeVisible()
  }
  /** Whoever thinks better of it is where they were. */
  const thinkBetter = async (name: string) => {
    await open(name)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await see(dialog).toBeHidden()
    await see(button(name)).toBeFocused()
  }
  const agree = async () => {
    await tabTo(page, yes)
    await page.keyboard.press('Enter')
    await see(dialog).toBeHidden()
  }

  await thinkBetter(t('approve'))
  await open(t('approve'))
  await agree()
  await see(button(t('split'))).toBeVisible()
  expect(await findOrder(house.ctx, order.id)).toMatchObject({ review: 'approved', fulfilment: 'released' })

  await thinkBetter(t('split'))
  await open(t('split'))
  await tabTo(page, dialog.getByRole('spinbutton').first())
  await page.keyboard.press('ArrowUp')
  await agree()
  await see(page.getByRole('region', { name: t('box', { at: 2 }) })).toBeVisible()
  const boxes = (await outboundsOf(house.ctx, order.id)).filter(({ status }) => status !== 'cancelled')
  expect(boxes.map(({ lines }) => lines.length)).toEqual([1, 1])

  await tabTo(
    page,
    page.getByRole('button', { name: t('reprint', { paper: t('reprint.pick-list'), number: boxes[0]!.number }) }),
  )
  await page.keyboard.press('Enter')
  await see(async () =>
    expect((await outboundsOf(house.ctx, order.id)).find(({ id }) => id === boxes[0]!.id)?.printedAt).not.toBeNull(),
  ).toPass({ timeout: 10_000 })

  await page.goto(`/console/orders/${order.id}?lane=approvals`)
  const timeline = page.getByRole('list', { name: t('timeline') })
  await see(timeline.getByText(t('event.order.approved'))).toBeVisible()
  await see(timeline.getByText(t('event.order.placed'))).toHaveCount(0)
  await tabTo(page, page.getByRole('textbox', { name: t('comment'), exact: true }))
  await page.keyboard.type('两箱分开发')
  await tabTo(page, button(t('comment.send')))
  await page.keyboard.press('Enter')
  await see(page.getByText(t('comment.sent'))).toBeVisible()
  await page.goto(`/console/orders/${order.id}?lane=notes`)
  await see(timeline.getByText('两箱分开发')).toBeVisible()
})
