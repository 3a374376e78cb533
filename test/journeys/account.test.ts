import { expect as see } from '@playwright/test'
import { afterAll, test } from 'vitest'
import type { OrderId } from '#model/sales/orders'
import { openBrowser } from '#test/chromium'
import { pictureBytes } from '#test/goods'
import { deliver } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { aShopper } from './people/shopper.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

const orderIn = (url: string): OrderId => /\/orders\/([0-9a-f-]{36})/.exec(url)![1] as OrderId

test('ACC-01 ACC-04 ORD-16 AFS-01 AFS-02 CMP-01: on a phone, somebody signs up by code, keeps two addresses, buys again from the list of orders, sends goods back with a picture and reviews them with it', async () => {
  const ann = await aShopper(browser, house)
  await ann.visits('/sign-in?next=/account/addresses/new')
  await ann.signsIn('13900000031')
  await ann.givesAddress()
  await see(ann.page.getByText('安小姐')).toBeVisible()
  await ann.visits('/account/addresses/new')
  await ann.givesAddress({ name: '公司前台', districtCode: '310101' })
  await see(ann.page.getByText('公司前台')).toBeVisible()
  await see(ann.page.getByText(ann.t('addresses.default'), { exact: true })).toHaveCount(1)

  await ann.visits('/products/linen-towel')
  await ann.putsIntoCart()
  await ann.checksOut(1)
  await ann.placesOrder()
  await ann.pays()
  await ann.isPaid()
  const orderId = orderIn(ann.page.url())
  await house.settled()
  await deliver(house, orderId)

  await ann.visits('/orders?tab=to_receive')
  const card = ann.page.getByRole('listitem').filter({ has: ann.page.getByRole('link', { name: /确认收货/ }) })
  await card.getByText(ann.t('orders.more_actions')).click()
  await card.getByRole('button', { name: ann.t('order.action.again') }).click()
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.added'))

  await ann.visits(`/orders/${orderId}`)
  await see(ann.page.getByText(ann.t('order.inspect'))).toBeVisible()
  await ann.follow('order.return')
  await see(ann.page.getByText(ann.t('policy.line', { days: 7 }))).toBeVisible()
  await ann.page.getByLabel(ann.t('return.description')).fill('边上脱线')
  const picture = { name: '脱线.png', mimeType: 'image/png', buffer: await pictureBytes('png', 800) }
  await ann.page.getByLabel(ann.t('return.pictures')).setInputFiles(picture)
  await ann.press('return.go_on')
  await see(ann.page.getByText(ann.t('return.money_to', { method: '微信支付' }))).toBeVisible()
  await ann.press('return.change')
  await see(ann.page.getByLabel(ann.t('return.description'))).toHaveValue('边上脱线')
  await ann.press('return.go_on')
  await ann.press('return.submit')
  await ann.seesHeading('case.status.applied')
  await see(ann.page.getByRole('heading', { name: ann.t('case.pictures') })).toBeVisible()

  await ann.visits(`/orders/${orderId}`)
  await ann.press('order.receive_now')
  await ann.visits(`/orders/${orderId}/review`)
  const stars = (legend: string) =>
    ann.page.getByRole('group', { name: ann.t(legend) }).getByRole('radio', { name: ann.t('review.choice.3') })
  for (const legend of ['review.goods', 'score.description', 'score.service', 'score.logistics'])
    await stars(legend).check({ force: true })
  await ann.page.getByLabel(ann.t('review.words')).fill('边上脱线，已退')
  await ann.page.getByLabel(ann.t('review.add_pictures')).setInputFiles(picture)
  await ann.press('review.send')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.reviewed'))

  await ann.visits('/account')
  await see(
    ann.page.getByRole('link', { name: new RegExp(`^${ann.t('account.messages')} .*${ann.t('account.unread')}`) }),
  ).toBeVisible()
})

test('STO-08 CHK-02 ORD-17: at a desk in English, somebody keeps a product, asks for a company’s invoice and takes more time to confirm', async () => {
  const eve = await aShopper(browser, house, { device: 'desk', locale: 'en' })
  await eve.visits('/sign-in?next=/products/stoneware-mug')
  await eve.signsIn('13900000032')
  await eve.press('favourite.keep')
  await see(eve.page.getByRole('status')).toContainText(eve.t('done.kept'))
  await eve.visits('/account/favourites')
  await see(eve.page.getByRole('link', { name: 'Stoneware mug' })).toBeVisible()

  await eve.follow('favourites.look')
  await eve.putsIntoCart()
  await eve.checksOut(1)
  await eve.givesAddress({ name: 'Eve' })
  await eve.placesOrder()
  await eve.pays()
  await eve.isPaid()
  const orderId = orderIn(eve.page.url())
  await eve.follow('order.action.invoice')
  await eve.page.getByRole('radio', { name: eve.t('checkout.invoice_company') }).check()
  await eve.page.getByLabel(eve.t('checkout.invoice_title')).fill('Half a Day Ltd')
  await eve.page.getByLabel(eve.t('checkout.tax_number')).fill('91350100M000100Y44')
  await eve.press('order_invoice.submit')
  await see(eve.page.getByText(/last checks the others/)).toBeVisible()
  await eve.page.getByLabel(eve.t('checkout.tax_number')).fill('91350100M000100Y43')
  await eve.press('order_invoice.submit')
  await see(eve.page.getByRole('status')).toContainText(eve.t('done.invoice_wished'))

  await house.settled()
  await deliver(house, orderId)
  await eve.visits(`/orders/${orderId}`)
  await eve.press('order.action.extend')
  await see(eve.page.getByRole('status')).toContainText(eve.t('done.receipt_extended'))
  await eve.press('order.receive_now')
  await eve.seesHeading('order.headline.received')
})
