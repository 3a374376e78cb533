import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { say } from '#kernel/text'
import { findOrder } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf, bringToTheDoor } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { brokenStockRules, stockOf } from '#test/stock'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { aShopper } from './people/shopper.ts'
import { aMember, aPicker } from './people/staff.ts'

const house = await runningHouse()
const { celadonCup, whiteTea } = house.shop.goods
const [cup, tea] = [celadonCup.variants[0]!, whiteTea.variants[0]!]
const browser = await openBrowser()
afterAll(() => browser.close())

test('OUT-05 OUT-06 OUT-07 OUT-08 OUT-09 OUT-13 LOG-04 LOG-05 LOG-11 ORD-17 ORD-21: Mei picks, checks, weighs and hands over by scan, and Ann follows the parcel to her door', async () => {
  const phone = '13900000011'
  const customer = await aCustomer(house, phone)
  await aPaidOrderOf(house, customer, { of: cup, quantity: 2 }, { of: tea })

  const mei = await aPicker(browser, house)
  await mei.press('work.next')
  await mei.sees('pick.goTo')
  await see(mei.page.getByText('A-01-1', { exact: true })).toBeVisible()

  await mei.scans('B-04-1')
  await mei.isToldItIsWrong('A-01-1')
  await mei.scans('A-01-1')
  await mei.sees('right.bin')
  await mei.scans(tea.barcode!)
  await mei.isToldItIsWrong(cup.sku)
  await mei.scans(cup.barcode!)
  await mei.sees('right.item', { sku: cup.sku, quantity: 1 })
  await mei.scans(cup.barcode!)
  await mei.scans('B-04-1')
  await mei.scans(tea.sku)
  await mei.sees('pick.done')

  await house.settled()
  await mei.press('pick.toPack')
  await mei.sees('pack.goods')
  for (const { barcode } of [cup, tea, cup]) await mei.scans(barcode!)
  await mei.sees('pack.label')
  await see(mei.page.getByText('安小姐')).toBeVisible()
  const waybill = (await mei.reads('pack.waybill')).split(' ').at(-1)!
  await mei.scans('78000000000000')
  await mei.isToldItIsWrong(waybill)
  await mei.scans(waybill)
  await mei.press('pack.toWeigh')
  const expected = /\d+/.exec(await mei.page.getByText(/预计 \d+ 克/).innerText())![0]
  await mei.types(expected)
  await mei.press('ok')
  await mei.press('work.handOver')
  await mei.page.getByRole('button', { name: /^中通/ }).click()
  await mei.scans(waybill)
  await mei.sees('handOver.done')

  await house.settled()
  const ann = await aShopper(browser, house)
  await ann.visits('/sign-in?next=/orders')
  await ann.signsIn(phone)
  await ann.opensOrder()
  await ann.seesHeading('order.headline.shipped')
  await see(ann.page.getByText(waybill)).toBeVisible()

  await bringToTheDoor(house, waybill)
  await see(async () => {
    await ann.page.reload()
    await ann.seesHeading('order.headline.delivered', 1_000)
  }).toPass({ timeout: 15_000 })
  await ann.page.getByText(ann.t('order.track_more')).click()
  expect(await ann.page.locator('.track li').count()).toBeGreaterThan(4)

  await ann.press('order.receive_now')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.received'))
  await ann.seesHeading('order.headline.received')

  expect(await stockOf(house.ctx, cup.id)).toEqual({ onHand: 18, reserved: 0, available: 18 })
  expect(await brokenStockRules(house.ctx)).toEqual([])
})

test('OUT-15 PAY-07: what is not in its bin is reported short, and the desk refunds it before anything is packed', async () => {
  const customer = await aCustomer(house, '13900000012')
  const { id, number, total } = await aPaidOrderOf(house, customer, { of: tea, quantity: 2 })

  const mei = await aPicker(browser, house)
  await mei.press('work.next')
  await mei.sees('pick.goTo')
  await mei.scans('B-04-1')
  await mei.press('pick.short')
  await mei.press('ok')
  await mei.page.getByRole('button', { name: '找不到' }).click()
  await mei.sees('pick.short.state')

  await house.settled()
  const he = await aMember(browser, house, 'service', { path: '/orders?headline=short' })
  await he.follow(number)
  await he.press(say(ordersPageText, 'zh', 'missing'))
  await he.confirms()
  await see(he.page.getByRole('alert').filter({ hasText: '商品缺货' })).toBeVisible()

  await house.settled()
  expect(await findOrder(house.ctx, id)).toMatchObject({ status: 'cancelled', refunded: total })
  expect(await brokenStockRules(house.ctx)).toEqual([])
})
