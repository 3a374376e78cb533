import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { ownCases } from '#care/after-sales'
import { say } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import { parcelsOf } from '#supply/shipping'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf, bringToTheDoor, deliver, gatewayBooks } from '#test/house-orders'
import { handOut } from '#test/orders'
import { runningHouse } from '#test/running-house'
import { brokenStockRules, stockOf } from '#test/stock'
import { casesText } from '../../apps/console/src/pages/care/cases-text.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { celadonCup } = house.shop.goods
const cup = celadonCup.variants[0]!
await house.ctx.db.updateTable('goods.products').set({ warranty_months: 12 }).where('id', '=', celadonCup.id).execute()
const browser = await openBrowser()
afterAll(() => browser.close())
const name = (key: string) => say(houseTexts, 'zh', key)
const verb = (key: string) => say(casesText, 'zh', key)

test('AFS-24 AFS-02: on a phone without JavaScript a cup is sent in under warranty, mended, and followed home', async () => {
  const phone = '13900000024'
  const customer = await aCustomer(house, phone)
  const order = await aPaidOrderOf(house, customer, { of: cup })
  await deliver(house, order.id)
  const before = await stockOf(house.ctx, cup.id)

  const ann = await aShopper(browser, house, { device: 'phone', scripts: false })
  await ann.visits('/sign-in?next=/orders')
  await ann.signsIn(phone)
  await ann.opensOrder()
  await ann.follow('order.return')
  await ann.page.getByRole('radio', { name: ann.t('return.kind.repair') }).check()
  await see(ann.page.locator('.for-repair')).toBeVisible()
  await ann.press('return.go_on')
  await see(ann.page.getByText(ann.t('return.no_money.repair'))).toBeVisible()
  await ann.press('return.submit')
  await ann.seesHeading('case.status.applied')

  const he = await aMember(browser, house, 'service', { path: '/returns' })
  await he.follow(/^AS/)
  await he.press(verb('approve'))
  await he.confirms()
  await see(he.page.getByText(name('case.status.approved')).first()).toBeVisible()
  await ann.page.reload()
  await ann.page.getByLabel(ann.t('case.waybill')).fill('78111122225555')
  await ann.press('case.sent')

  const [{ id } = { id: undefined }] = await ownCases(house.ctx, customer.actor.id, order.id)
  const mei = await aMember(browser, house, 'warehouse', { path: `/returns/${id}` })
  for (const key of ['arrive.mending', 'begin']) {
    await mei.press(verb(key))
    await mei.confirms()
  }
  await mei.press(verb('finish'))
  await mei.confirms({ [verb('finish.field')]: '补好了缺口' })
  await see(mei.page.getByText(name('case.status.replacing')).first()).toBeVisible()

  await house.settled()
  await handOut({ ctx: house.ctx, tell: house.settled }, id as string as OrderId)
  const [parcel] = await parcelsOf(house.ctx, id!)
  await ann.page.reload()
  await ann.seesHeading('case.status.on_the_way')
  await see(ann.page.getByText('补好了缺口')).toBeVisible()
  await see(ann.page.getByText(parcel!.waybillNumber!)).toBeVisible()
  await bringToTheDoor(house, parcel!.waybillNumber!)
  await see(async () => {
    await ann.page.reload()
    await ann.seesHeading('case.status.settled', 1_000)
  }).toPass({ timeout: 20_000 })

  const [trade] = await gatewayBooks(house)
  expect([trade!.charged, trade!.refunded]).toEqual([order.total.minor, 0])
  expect(await stockOf(house.ctx, cup.id)).toEqual(before)
  expect(await brokenStockRules(house.ctx)).toEqual([])
})
