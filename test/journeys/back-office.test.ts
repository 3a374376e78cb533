import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say, type Texts } from '#kernel/text'
import { publishPolicy } from '#office/privacy'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { billsPageText } from '../../apps/console/src/pages/office/bills-text.ts'
import { keysText } from '../../apps/console/src/pages/office/keys-text.ts'
import { webhooksText } from '../../apps/console/src/pages/office/webhooks-text.ts'
import { handlingText } from '../../apps/console/src/pages/sales/handling-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { stonewareMug, linenTowel } = house.shop.goods
const browser = await openBrowser()
afterAll(() => browser.close())

/** A catalogue as staff read it. */
const inChinese =
  <T extends Texts>(catalogue: T) =>
  (key: keyof T & string, values?: Record<string, unknown>) =>
    say(catalogue, 'zh', key, values)

test('ORD-08: the desk puts two orders of one buyer into one box and fills a new address in by pasting it', async () => {
  const t = inChinese({ ...houseTexts, ...ordersPageText, ...handlingText })
  const customer = await aCustomer(house, '13900000041')
  const first = await aPaidOrderOf(house, customer, { of: stonewareMug.variants[0]! })
  const second = await aPaidOrderOf(house, customer, { of: linenTowel.variants[0]! })

  const he = await aMember(browser, house, 'service', { path: `/orders/${first.id}` })
  await he.press(t('merge.do'))
  await he.confirms()
  await see(he.page.getByText(t('merge.with')).getByRole('link', { name: second.number })).toBeVisible()
  await he.press(t('merge.undo'))
  await he.confirms()
  await see(he.page.getByText(t('merge.alone'))).toBeVisible()

  await he.press(t('recipient.change'))
  const dialog = he.page.getByRole('dialog')
  const paste = dialog.getByLabel(t('recipient.paste'))
  await paste.fill('李小梅 13900008888 浙江省杭州市余杭区良渚街道古墩路 1988 号')
  await paste.press('Enter')
  await see(dialog.getByLabel(t('recipient.name'))).toHaveValue('李小梅')
  await see(dialog.getByLabel(t('recipient.street'))).toHaveValue(/古墩路/)
  await he.confirms()
  await see(he.page.getByRole('listitem').filter({ hasText: t('event.order.recipient_changed') })).toContainText(
    '何小满',
  )
  await see(he.page.getByText(/139\*{4}8888/)).toBeVisible()
})

test('staff make a key that opens the API, and see what a webhook was told and answered', async () => {
  const { page, press, confirms } = await aMember(browser, house, 'owner', { path: '/api-keys' })
  const keys = inChinese(keysText)
  await press(keys('create'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(keys('name')).fill('ERP')
  await dialog.getByLabel(keys('scopes')).fill('orders.read')
  await dialog.getByLabel(keys('scopes')).press('Enter')
  await dialog.getByLabel(keys('name')).click() // what there is to choose lies over the button until one leaves it
  await dialog.getByRole('button', { name: say(frameText, 'zh', 'confirm'), exact: true }).click()
  const key = await page.getByRole('dialog').getByText(/^zg_/).innerText()
  await press(keys('made.close'))
  const headers = { authorization: `Bearer ${key.trim()}` }
  expect((await fetch(`${house.url}/api/v1/admin/orders`, { headers })).status).toBe(200)
  expect((await fetch(`${house.url}/api/v1/admin/stock`, { headers })).status).toBe(403)

  const partner = await aPartner()
  const t = inChinese(webhooksText)
  await page.goto('/console/webhooks')
  await press(t('create'))
  await dialog.getByLabel(t('events')).fill('order.paid')
  await dialog.getByLabel(t('events')).press('Enter')
  await dialog.getByLabel(t('url')).fill(partner.url)
  await dialog.getByRole('button', { name: say(frameText, 'zh', 'confirm'), exact: true }).click()
  await press(t('secret.close'))
  await press(t('ping'))
  await see(page.getByRole('cell', { name: t('log.status.delivered') })).toBeVisible()
  await press(t('log.open'))
  await see(page.getByText('HTTP 204')).toHaveCount(1)
  await press(t('log.again'))
  await expect.poll(() => partner.heard.length, { timeout: 10_000 }).toBe(2)
  expect(new Set(partner.heard).size).toBe(1)
  await page.keyboard.press('Escape')
  await press(t('pause'))
  await see(page.getByText(t('because.by_hand'))).toBeVisible()
  await press(t('remove'))
  await confirms()
})

/** Somebody else's system; it keeps the ids of what it was told. */
async function aPartner(): Promise<{ readonly url: string; readonly heard: readonly string[] }> {
  const heard: string[] = []
  const server = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']))
    response.writeHead(204).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, heard }
}

test('FIN-04: finance takes in the bill of the provider and settles what differs with a reason', async () => {
  const t = inChinese({ ...houseTexts, ...billsPageText })
  const { page, press } = await aMember(browser, house, 'finance', { path: '/bills' })
  await press(t('upload'))
  const dialog = page.getByRole('dialog')
  const sample = new URL('../data/payments/wechat-trade-bill-sample.csv', import.meta.url)
  await dialog.locator('input[type=file]').setInputFiles(fileURLToPath(sample))
  await dialog.getByRole('button', { name: say(frameText, 'zh', 'confirm'), exact: true }).click()
  await see(page.getByText(t('sums.text', { lines: 45, paid: '¥0.47', refunded: '¥0.14', fee: '¥0.08' }))).toBeVisible()
  await see(page.getByText(t('result.text', { matched: 0, open: 45 }))).toBeVisible()

  await page
    .getByRole('button', { name: t('settle'), exact: true })
    .first()
    .click()
  await dialog.getByRole('radio').first().check()
  await dialog.getByLabel(t('settle.note')).fill('样例账单，不是本店的交易')
  await dialog.getByRole('button', { name: say(frameText, 'zh', 'confirm'), exact: true }).click()
  await see(dialog).toBeHidden()
  await page.getByText(t('all'), { exact: true }).click()
  await see(page.getByText('样例账单，不是本店的交易')).toBeVisible()
})

test('SEC-03 ACC-02: a shopper agrees to a new policy, takes their data along, asks to close the account and stays', async () => {
  const phone = '13900000042'
  await aCustomer(house, phone)
  const ann = await aShopper(browser, house)
  await ann.visits('/sign-in')
  await ann.signsIn(phone)
  const words = { zh: '# 我们收集什么\n手机号。', en: '# What we collect\nA number.' }
  await publishPolicy(house.ctx, { kind: 'privacy', title: { zh: '隐私政策', en: 'Privacy policy' }, body: words })

  await ann.visits('/policies/privacy')
  await see(ann.page.getByRole('heading', { level: 2, name: '我们收集什么', exact: true })).toBeVisible()
  await ann.visits('/account/privacy')
  await ann.page.getByRole('checkbox').check()
  await ann.press('privacy.agree.submit')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.agreed'))

  const download = ann.page.waitForEvent('download')
  await ann.follow('privacy.data.get')
  const file = await (await download).createReadStream()
  expect(JSON.stringify(JSON.parse(Buffer.concat(await file.toArray()).toString()))).toContain(phone)

  await ann.press('privacy.close.submit')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.closing_asked'))
  await ann.press('privacy.close.stay')
  await see(ann.page.getByRole('status')).toContainText(ann.t('done.closing_withdrawn'))
})
