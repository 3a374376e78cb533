import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { changeProduct } from '#goods/catalog'
import { changePrice } from '#goods/prices'
import { learnWords } from '#goods/search'
import { listMessages } from '#platform/messages'
import { findOrders } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { aCustomer, anOrderOf, aPaidOrderOf, deliver } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { aShopper } from './people/shopper.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())

test('STO-04 CHK-01 CHK-02 CHK-03 CHK-04 CHK-06 PAY-03 ORD-01: a guest finds two goods, signs in at the checkout, pays and sees the paid order, on a phone', async () => {
  const ann = await aShopper(browser, house)

  await ann.finds('青瓷杯', { category: '杯盏' })
  await ann.chooses('颜色', '梅子青')
  await see(ann.page.locator('#sku').getByText('¥138.00')).toBeVisible()
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
  await eve.buysNow()
  await eve.signsIn('13900000004')
  await eve.givesAddress({ name: 'Eve Adams' })
  await eve.placesOrder()

  await eve.pays({ outcome: 'fail' })
  await see(eve.page.getByText(eve.t('cashier.failed'))).toBeVisible()
  await eve.page.getByRole('button', { name: eve.t('cashier.with.wechat') }).click()
  await eve.page.getByRole('button', { name: 'Payment succeeds' }).click()
  await eve.isPaid()

  expect(await eve.amounts('amount.paid')).toEqual(['¥106.00'])
})

test('PAY-03 PAY-04: a buyer turns back at one cashier and pays with Alipay; another pays by card', async () => {
  const una = await aShopper(browser, house)
  await una.finds('青瓷杯', { category: '杯盏' })
  await una.chooses('颜色', '梅子青')
  await una.buysNow()
  await una.signsIn('13900000031')
  await una.givesAddress()
  await una.placesOrder()
  await una.pays({ method: 'wechat', outcome: 'cancel' })
  await una.follow('cashier.not_paid')
  await una.pays({ method: 'alipay' })
  await una.isPaid()

  const ivo = await aShopper(browser, house, { locale: 'en' })
  await ivo.finds('Longjing green tea', { category: 'Tea' })
  await ivo.chooses('Net weight', '100 g')
  await ivo.buysNow()
  await ivo.signsIn('13900000032')
  await ivo.givesAddress({ name: 'Ivo Adams' })
  await ivo.placesOrder()
  await ivo.pays({ method: 'card' })
  await ivo.isPaid()
  expect(await ivo.amounts('amount.paid')).toEqual(['¥106.00'])
})

test('ACC-01 ACC-02 ACC-04: Dora registers with her phone, wants no news any more, and comes back with her password', async () => {
  const dora = await aShopper(browser, house)
  const { page, t } = dora
  const phone = '13900000005'
  await dora.visits('/sign-up')
  await page.getByLabel(t('sign_in.phone')).fill(phone)
  await dora.press('sign_in.send_code')
  await page.getByLabel(t('sign_in.code')).fill(await house.codeFor(phone))
  await page.getByLabel(t('sign_up.user_name'), { exact: true }).fill('朵拉小姐')
  await page.getByLabel(t('sign_in.password')).fill('一只青瓷杯2026')
  await page.getByRole('checkbox', { name: t('sign_up.news') }).check()
  await dora.press('sign_up.submit')
  await see(page.getByText(t('account.hello', { name: '朵拉小姐' }))).toBeVisible()

  await page
    .getByRole('main')
    .getByRole('link', { name: t('account.news') })
    .click()
  await page.getByRole('checkbox', { name: t('news.wants') }).uncheck()
  await dora.press('form.save')
  await see(page.getByRole('checkbox', { name: t('news.wants') })).not.toBeChecked()

  await dora.visits('/account')
  await dora.press('account.sign_out')
  await dora.visits('/sign-in?with=password&next=/account')
  await page.getByLabel(t('sign_in.user_name')).fill('朵拉小姐')
  await page.getByLabel(t('sign_in.password')).fill('一只青瓷杯2026')
  await dora.press('sign_in.submit')
  await see(page.getByText(t('account.hello', { name: '朵拉小姐' }))).toBeVisible()
})

test('CHK-05 INV-02: what somebody else took in the meantime is named when the order is placed, and nothing is ordered', async () => {
  const ann = await aShopper(browser, house)
  await ann.visits('/products/glass-pitcher')
  await ann.putsIntoCart({ quantity: 5 })
  await ann.checksOut(5)
  await ann.signsIn('13900000006')
  await ann.givesAddress()
  const pitcher = house.shop.goods.glassPitcher.variants[0]!
  await anOrderOf(await aCustomer(house, '13900000007'), { of: pitcher, quantity: 18 })

  await ann.press('checkout.submit')
  await see(ann.page.getByRole('alert')).toContainText('玻璃公道杯')
  await ann.visits('/orders')
  await see(ann.page.getByText(ann.t('orders.none.all'))).toBeVisible()

  await anOrderOf(await aCustomer(house, '13900000009'), { of: pitcher, quantity: 2 })
  await ann.visits('/cart')
  const gone = ann.page.getByRole('region', { name: ann.t('cart.invalid') })
  await see(gone.getByText('玻璃公道杯')).toBeVisible()
  await see(gone.getByText(ann.t('carts.sold_out'))).toBeVisible()
})

test('STO-12: an address that was printed leads to the product that stands elsewhere now, in the language it was printed in', async () => {
  const { id } = house.shop.goods.linenTowel
  await changeProduct(house.ctx, id, { slug: 'tea-towel' })
  const may = await aShopper(browser, house, { device: 'desk', locale: 'en' })
  const answer = await may.visits('/products/linen-towel?from=leaflet')

  expect([answer!.status(), (await answer!.request().redirectedFrom()?.response())?.status()]).toEqual([200, 301])
  expect(new URL(may.page.url()).pathname).toBe('/en/products/tea-towel')
  await may.putsIntoCart()
})

test('ORD-10 ORD-21 PAY-07: a buyer cancels a paid order on its page, the money comes back and every step was told', async () => {
  const phone = '13900000008'
  await aPaidOrderOf(house, await aCustomer(house, phone), { of: house.shop.goods.whiteTea.variants[0]! })
  const ann = await aShopper(browser, house, { device: 'desk' })
  await ann.visits('/sign-in?next=/orders')
  await ann.signsIn(phone)
  await ann.opensOrder()

  await ann.page.getByText(ann.t('order.cancel'), { exact: true }).click()
  await ann.page.getByLabel(ann.t('order.cancel_why')).selectOption({ label: ann.t('reason.ordered_twice') })
  await ann.press('order.cancel_now')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.cancelled'))
  await see(async () => {
    await ann.page.reload()
    await see(ann.page.getByText(ann.t('refund.status.succeeded'))).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
  expect(await ann.amounts('amount.refunded')).toEqual(['¥41.33'])

  const { rows } = await listMessages(house.ctx, { limit: 50 })
  const told = rows.filter(({ recipient, template }) => recipient.endsWith(phone) && template.startsWith('order.'))
  expect(told.map(({ template }) => template)).toEqual(
    expect.arrayContaining(['order.paid', 'order.cancelled', 'order.refunded']),
  )
})

test('STO-04 STO-10 CHK-02 ORD-16 AFS-02: on a first visit a guest types and takes a suggestion, buys without an account on a phone, and elsewhere tracks the order and sends it back', async () => {
  const gao = await aShopper(browser, house)
  const { page, t } = gao
  await learnWords(house.ctx)
  await gao.visits('/')
  await page.locator('#q').focus()
  await page.keyboard.type('青')
  await see(page.getByRole('option').first()).toHaveText(/^青瓷/)
  await page.keyboard.press('ArrowDown')
  await see(page.locator('#q')).toHaveValue(/青瓷/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search/) // the home page shows the cup too
  await page.getByRole('heading', { name: '青瓷杯' }).getByRole('link').click()
  await gao.chooses('颜色', '梅子青')
  await gao.buysNow()
  await gao.goesAsGuest()
  await gao.givesAddress({ name: '高先生', phone: '13900000041' })
  await gao.placesOrder()
  await gao.pays()
  await see(page.getByRole('heading', { level: 1 })).toHaveText(t('cashier.paid'), { timeout: 15_000 })
  await see(page.getByRole('heading', { name: t('guest.keep_title') })).toBeVisible()
  const number = /订单号 (\S+) 和收件/.exec(await page.getByRole('main').innerText())![1]!
  await page
    .getByRole('main')
    .getByRole('link', { name: t('next.to_track'), exact: true })
    .click()
  await house.settled()
  const { rows } = await findOrders(house.ctx, { number })
  await deliver(house, rows[0]!.id)

  const later = await aShopper(browser, house, { device: 'desk' })
  await later.visits('/track')
  await later.page.getByLabel(t('track.number')).fill(number)
  await later.page.getByLabel(t('track.phone')).fill('13900000041')
  await later.press('track.find')
  await see(later.page.getByRole('heading', { name: number })).toBeVisible()
  await see(later.page.getByText('高先生')).toHaveCount(0)
  await later.press('sign_in.send_code')
  await see(later.page.getByRole('status')).toContainText(t('done.code_sent'))
  await later.page.getByLabel(t('sign_in.code')).fill(await house.codeFor('13900000041'))
  await later.press('track.enter')
  await later.follow('order.return')
  await later.press('return.go_on')
  await later.press('return.submit')
  await later.seesHeading('case.status.applied')
})

test('CHK-01 CHK-05: in English, a price that moves while the goods are in the cart is said there and before the order is placed', async () => {
  const mug = house.shop.goods.stonewareMug.variants[0]!
  const was = mug.price!.list
  const setPrice = (minor: number) =>
    changePrice(house.ctx, { variantId: mug.id, list: { ...was, minor }, was: null, cost: null })
  const ivy = await aShopper(browser, house, { device: 'desk', locale: 'en' })
  await ivy.visits('/products/stoneware-mug')
  await ivy.putsIntoCart()
  await setPrice(was.minor + 300)
  await ivy.visits('/cart')
  await see(ivy.page.getByText('¥3.00 dearer')).toBeVisible()

  await ivy.page.getByRole('link', { name: ivy.t('cart.checkout', { count: 1 }) }).click()
  await ivy.goesAsGuest()
  await ivy.givesAddress({ name: 'Ivy Adams', phone: '13900000042' })
  await see(ivy.page.getByRole('button', { name: ivy.t('checkout.submit') })).toBeVisible()
  await setPrice(was.minor)
  await ivy.press('checkout.submit')
  await see(ivy.page.getByRole('alert')).toBeVisible()
  await ivy.placesOrder()
})

test('CHK-01 CHK-02: without JavaScript a guest changes the cart, swaps the variant and pays', async () => {
  const olaf = await aShopper(browser, house, { scripts: false })
  await olaf.visits('/products/celadon-cup')
  await olaf.chooses('颜色', '梅子青')
  await olaf.putsIntoCart()
  await olaf.visits('/cart')
  await olaf.page.getByRole('link', { name: '梅子青' }).click()
  await olaf.page.getByRole('button', { name: '粉青' }).click()
  await olaf.page.getByRole('spinbutton', { name: olaf.t('product.quantity') }).fill('2')
  await olaf.press('cart.update')
  await olaf.checksOut(2)
  await olaf.goesAsGuest()
  await olaf.givesAddress({ name: '欧先生', phone: '13900000043' })
  await olaf.placesOrder()
  await olaf.pays()
  await olaf.isPaid()
})
