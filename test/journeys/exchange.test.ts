import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { ownCases } from '#care/after-sales'
import { changePrice } from '#goods/prices'
import { say } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import { parcelsOf } from '#supply/shipping'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf, bringToTheDoor, deliver, gatewayBooks } from '#test/house-orders'
import { ship } from '#test/orders'
import { runningHouse } from '#test/running-house'
import { brokenStockRules, stockOf } from '#test/stock'
import { aShopper } from './people/shopper.ts'
import { aMember, aPicker } from './people/staff.ts'

const house = await runningHouse()
const [cup, other] = house.shop.goods.celadonCup.variants
await changePrice(house.ctx, { variantId: other!.id, ...cup!.price! })
const browser = await openBrowser()
afterAll(() => browser.close())
const name = (key: string) => say(houseTexts, 'zh', key)

test('AFS-02: on a phone without JavaScript a cup is exchanged for another glaze, through the console and the warehouse, and no money moves', async () => {
  const phone = '13900000023'
  const customer = await aCustomer(house, phone)
  const order = await aPaidOrderOf(house, customer, { of: cup! })
  await deliver(house, order.id)

  const ann = await aShopper(browser, house, { device: 'phone', scripts: false })
  await ann.visits('/sign-in?next=/orders')
  await ann.signsIn(phone)
  await ann.opensOrder()
  await ann.follow('order.return')
  await ann.page.getByRole('radio', { name: ann.t('return.kind.exchange') }).check()
  await ann.page.getByLabel(ann.t('return.instead')).selectOption(other!.id)
  await ann.press('return.go_on')
  await see(ann.page.getByText(ann.t('return.no_money.exchange'))).toBeVisible()
  await ann.press('return.submit')
  await ann.seesHeading('case.status.applied')

  const he = await aMember(browser, house, 'service', { path: '/returns' })
  await he.follow(/^AS/)
  await he.press('同意')
  await he.confirms()
  await see(he.page.getByText(name('case.status.approved')).first()).toBeVisible()
  expect(await stockOf(house.ctx, other!.id)).toMatchObject({ onHand: 20, available: 19 })

  await ann.page.reload()
  await ann.page.getByLabel(ann.t('case.waybill')).fill('78111122224444')
  await ann.press('case.sent')
  const mei = await aPicker(browser, house, '/pda/return')
  await mei.sees('return.scan')
  await mei.scans('78111122224444')
  await mei.page.getByRole('button', { name: /1 件/ }).click()
  await mei.press('return.arrive')
  await mei.page.getByRole('button', { name: name('case.grade.as_new') }).click()
  await mei.press('return.grade.save')
  await mei.sees('return.done')

  const [{ id } = { id: undefined }] = await ownCases(house.ctx, customer.actor.id, order.id)
  await ship({ ctx: house.ctx, tell: house.settled }, id as string as OrderId)
  const [parcel] = await parcelsOf(house.ctx, id!)
  await ann.page.reload()
  await ann.seesHeading('case.status.on_the_way')
  await see(ann.page.getByText(parcel!.waybillNumber!)).toBeVisible()
  await bringToTheDoor(house, parcel!.waybillNumber!)
  await see(async () => {
    await ann.page.reload()
    await ann.seesHeading('case.status.settled', 1_000)
  }).toPass({ timeout: 20_000 })
  await see(ann.page.getByText(ann.t('case.lead.settled_sent'))).toBeVisible()

  const [trade] = await gatewayBooks(house)
  expect([trade!.charged, trade!.refunded]).toEqual([order.total.minor, 0])
  expect(await stockOf(house.ctx, cup!.id)).toMatchObject({ onHand: 20, available: 20 })
  expect(await stockOf(house.ctx, other!.id)).toMatchObject({ onHand: 19, available: 19 })
  expect(await brokenStockRules(house.ctx)).toEqual([])
})
