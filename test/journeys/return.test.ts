import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say } from '#kernel/text'
import { balanceOf } from '#office/ledger'
import { linesOf, refundableLines, refundWorth } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { pictureBytes } from '#test/goods'
import { aCustomer, aPaidOrderOf, deliver, gatewayBooks } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { brokenStockRules, stockOf } from '#test/stock'
import { aShopper } from './people/shopper.ts'
import { aMember, aPicker } from './people/staff.ts'

const house = await runningHouse()
const { celadonCup, whiteTea } = house.shop.goods
const [cup, tea] = [celadonCup.variants[0]!, whiteTea.variants[0]!]
const browser = await openBrowser()
afterAll(() => browser.close())
const name = (key: string) => say(houseTexts, 'zh', key)

test('AFS-02 AFS-03 AFS-04 AFS-05 AFS-07 AFS-22 INV-07 PAY-07: two of three come back damaged, are graded in the warehouse and refunded to the cent', async () => {
  const phone = '13900000021'
  const customer = await aCustomer(house, phone)
  const order = await aPaidOrderOf(house, customer, { of: cup }, { of: tea, quantity: 3 })
  await deliver(house, order.id)
  const teaLine = (await linesOf(house.ctx, order)).find(({ variantId }) => variantId === tea.id)!
  const worth = refundWorth(await refundableLines(house.ctx, order.id), [{ lineId: teaLine.id, quantity: 2 }], {
    withFreight: true,
  })
  const amount = `¥${(worth.minor / 100).toFixed(2)}`

  const ann = await aShopper(browser, house)
  await ann.visits('/sign-in?next=/orders')
  await ann.signsIn(phone)
  await ann.opensOrder()
  await ann.follow('order.return')
  await ann.page.getByRole('checkbox', { name: '白毫银针' }).check()
  await ann.page.getByRole('listitem').filter({ hasText: '白毫银针' }).getByRole('spinbutton').fill('2')
  await ann.page
    .getByLabel(ann.t('return.reason'), { exact: true })
    .selectOption({ label: name('case.reason.damaged') })
  await ann.page.getByLabel(ann.t('return.description')).fill('两罐压坏了')
  const picture = { name: '压坏.png', mimeType: 'image/png', buffer: await pictureBytes('png', 1_000) }
  await ann.page.getByLabel(ann.t('return.pictures')).setInputFiles(picture)
  await ann.press('return.go_on')
  await ann.press('return.submit')
  await ann.seesHeading('case.status.applied')
  expect(await ann.amounts('case.amount')).toEqual([amount])

  const he = await aMember(browser, house, 'service', { path: '/returns' })
  await he.follow(/^AS|^TH|^\w+\d{6,}/)
  await see(he.page.getByText('两罐压坏了')).toBeVisible()
  await he.press('同意')
  await he.confirms()
  await see(he.page.getByText(name('case.status.approved')).first()).toBeVisible()

  await ann.page.reload()
  await ann.page.getByLabel(ann.t('case.carrier')).selectOption({ label: '中通快递' })
  await ann.page.getByLabel(ann.t('case.waybill')).fill('78111122223333')
  await ann.press('case.sent')
  await ann.seesHeading('case.status.sent_back')

  const mei = await aPicker(browser, house, '/pda/return')
  await mei.sees('return.scan')
  await mei.scans('78111122223333')
  await mei.page.getByRole('button', { name: /2 件/ }).click()
  await mei.press('return.arrive')
  await mei.page.getByRole('button', { name: name('case.grade.as_new') }).click()
  await mei.press('return.grade.save')
  await mei.sees('return.done')

  await see(async () => {
    await ann.page.reload()
    await ann.seesHeading('case.status.settled', 1_000)
  }).toPass({ timeout: 20_000 })
  await see(ann.page.getByText(ann.t('case.lead.settled', { amount }))).toBeVisible()
  await ann.page.getByRole('link', { name: order.number }).click()
  expect(await ann.amounts('amount.refunded')).toEqual([amount])

  const [trade] = await gatewayBooks(house)
  expect([trade!.charged, trade!.refunded]).toEqual([order.total.minor, worth.minor])
  expect((await balanceOf(house.ctx, 'provider_clearing')).minor).toBe(order.total.minor - worth.minor)
  expect(await stockOf(house.ctx, tea.id)).toEqual({ onHand: 19, reserved: 0, available: 19 })
  expect(await brokenStockRules(house.ctx)).toEqual([])
})
