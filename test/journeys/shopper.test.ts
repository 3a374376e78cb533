import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { aShopper } from './people/shopper.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

test('STO-04 CHK-01 CHK-02 CHK-03 CHK-04 CHK-06 PAY-03 ORD-01: a guest finds two goods, signs in at the checkout, pays and sees the paid order, on a phone', async () => {
  const ann = await aShopper(browser, house)

  await ann.finds('青瓷杯', { category: '杯盏' })
  await ann.chooses('颜色', '梅子青')
  await see(ann.page.getByText('¥138.00')).toBeVisible()
  await ann.chooses('颜色', '粉青')
  await ann.putsIntoCart()
  await ann.finds('白毫银针', { category: '茶叶' })
  await ann.putsIntoCart({ quantity: 3 })
  await ann.checksOut(4)
  await ann.signsIn('13900000001')
  await ann.givesAddress()

  await see(ann.page.getByText('浙江省 杭州市 西湖区')).toBeVisible()
  const parts = ['amount.items', 'amount.discount', 'amount.freight', 'amount.total']
  expect(await ann.amounts(...parts)).toEqual(['¥227.99', '−¥10.00', '¥8.00', '¥225.99'])

  await ann.placesOrder()
  await ann.pays()
  await ann.isPaid()

  expect(await ann.amounts('amount.paid')).toEqual(['¥225.99'])
  await see(ann.page.getByRole('list', { name: ann.t('order.stages') }).locator('[aria-current=step]')).toContainText(
    ann.t('order.stage.paid'),
  )
  await house.settled()
  await ann.opensOrder()
  await ann.seesHeading('order.headline.released')
})

test('CHK-01 CHK-02 PAY-03: the same way works without JavaScript, the region chosen list by list', async () => {
  const bob = await aShopper(browser, house, { scripts: false })

  await bob.finds('青瓷杯', { category: '杯盏' })
  await bob.chooses('颜色', '梅子青')
  await bob.putsIntoCart({ quantity: 2 })
  await bob.checksOut(2)
  await bob.signsIn('13900000002')
  await bob.givesAddress({ name: '鲍先生' })
  expect(await bob.amounts('amount.items', 'amount.total')).toEqual(['¥276.00', '¥274.00'])
  await bob.placesOrder()
  await bob.pays()
  await bob.isPaid()

  expect(await bob.amounts('amount.paid')).toEqual(['¥274.00'])
})

test('ACC-01 CHK-01: what a guest put into the cart joins what the account had in it', async () => {
  const atHome = await aShopper(browser, house, { device: 'desk' })
  await atHome.visits('/sign-in')
  await atHome.signsIn('13900000003')
  await atHome.visits('/products/stoneware-mug')
  await atHome.putsIntoCart()

  const onTheWay = await aShopper(browser, house)
  await onTheWay.visits('/products/linen-towel')
  await onTheWay.putsIntoCart()
  await onTheWay.visits('/sign-in?next=/cart')
  await onTheWay.signsIn('13900000003')

  await see(onTheWay.page.getByRole('link', { name: '粗陶马克杯' })).toBeVisible()
  await see(onTheWay.page.getByRole('link', { name: '亚麻茶巾' })).toBeVisible()
  await see(onTheWay.page.getByRole('link', { name: onTheWay.t('cart.checkout', { count: 2 }) })).toBeVisible()
})

test('PAY-04: in English, a payment that fails is said so and can be tried again', async () => {
  const eve = await aShopper(browser, house, { device: 'desk', locale: 'en' })
  await eve.finds('Longjing green tea', { category: 'Tea' })
  await eve.chooses('Net weight', '100 g')
  await eve.press('product.buy')
  await eve.signsIn('13900000004')
  await eve.givesAddress({ name: 'Eve Adams' })
  await eve.placesOrder()

  await eve.pays({ outcome: 'fail' })
  await see(eve.page.getByText(eve.t('cashier.failed'))).toBeVisible()
  await eve.page.getByRole('button', { name: eve.t('cashier.retry') }).click()
  await eve.page.getByRole('button', { name: 'Payment succeeds' }).click()
  await eve.isPaid()

  expect(await eve.amounts('amount.paid')).toEqual(['¥106.00'])
})
