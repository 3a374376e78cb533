import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { confirmReceipt } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { photoFromAPhone } from '#test/goods'
import { aCustomer, aPaidOrderOf, deliver } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { celadonCup } = house.shop.goods
const browser = await openBrowser()
afterAll(() => browser.close())

test('CMP-01 STO-09 STO-13: a buyer reviews with a photo, the shop replies, strangers read it, the buyer adds to it; a guest asks and is answered', async () => {
  const phone = '13900000077'
  const customer = await aCustomer(house, phone)
  const order = await aPaidOrderOf(house, customer, { of: celadonCup.variants[0]! })
  await deliver(house, order.id)
  await confirmReceipt(customer, order.id)

  const ann = await aShopper(browser, house, { device: 'phone', scripts: false })
  await ann.visits(`/sign-in?next=/orders/${order.id}`)
  await ann.signsIn(phone)
  await ann.follow('review.write_title')
  const stars = (legend: string, count: number) =>
    ann.page.getByRole('group', { name: ann.t(legend) }).getByRole('radio', { name: ann.t(`review.choice.${count}`) })
  await stars('review.goods', 4).check({ force: true })
  await ann.page.getByLabel(ann.t('review.words')).fill('釉色温润，杯口很薄')
  const photo = { name: 'IMG_2026.jpg', mimeType: 'image/jpeg', buffer: await photoFromAPhone() }
  await ann.page.getByLabel(ann.t('review.add_pictures')).setInputFiles(photo)
  for (const kind of ['description', 'service', 'logistics']) await stars(`score.${kind}`, 5).check({ force: true })
  await ann.press('review.send')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.reviewed'))

  const he = await aMember(browser, house, 'service', { path: '/reviews' })
  await see(he.page.getByText('釉色温润，杯口很薄')).toBeVisible()
  await he.press('回复')
  await he.confirms({ 回复: '谢谢您的喜欢' })
  await see(he.page.getByText('谢谢您的喜欢')).toBeVisible()

  await ann.follow('review.to_own')
  await ann.page.getByLabel(ann.t('review.add_words')).fill('用了一个月，依旧喜欢')
  await ann.press('review.add_send')

  const bob = await aShopper(browser, house)
  await bob.visits('/products/celadon-cup/reviews?of=follow_up')
  for (const words of ['釉色温润，杯口很薄', '谢谢您的喜欢', '用了一个月，依旧喜欢'])
    await see(bob.page.getByText(words)).toBeVisible()
  expect(await bob.page.getByText('4.0').count()).toBeGreaterThan(0)
  await bob.page.getByRole('button', { name: bob.t('review.look', { number: 1 }) }).click()
  await see(bob.page.getByRole('dialog')).toBeVisible()
  await bob.page.keyboard.press('Escape')
  await see(bob.page.getByRole('dialog')).toBeHidden()

  await bob.visits('/products/celadon-cup')
  await bob.follow('ask.ask')
  await bob.page.getByLabel(bob.t('ask.words')).fill('可以进微波炉吗？')
  await bob.page.getByLabel(bob.t('ask.contact')).fill('bob@example.cn')
  await bob.press('ask.send')
  await see(bob.page.getByRole('status')).toContainText(bob.t('done.asked'))
  await he.page.goto('/console/visitor-questions')
  await he.press('回复')
  const dialog = he.page.getByRole('dialog')
  await dialog.getByRole('checkbox').check()
  await he.confirms({ 回复: '可以，没有金边' })
  await see(async () => {
    await bob.visits('/products/celadon-cup')
    await see(bob.page.getByText('可以，没有金边')).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
})
