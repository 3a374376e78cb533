import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { type Page, expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say, type Texts } from '#kernel/text'
import { publishPolicy } from '#office/privacy'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { billsPageText } from '../../apps/console/src/pages/office/bills-text.ts'
import { confidentialityPageText } from '../../apps/console/src/pages/office/confidentiality-text.ts'
import { keysText } from '../../apps/console/src/pages/office/keys-text.ts'
import { shopsPageText } from '../../apps/console/src/pages/office/shops-text.ts'
import { staffText } from '../../apps/console/src/pages/office/staff-text.ts'
import { webhooksText } from '../../apps/console/src/pages/office/webhooks-text.ts'
import { handlingText } from '../../apps/console/src/pages/sales/handling-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { warehousesText } from '../../apps/console/src/pages/supply/warehouses-text.ts'
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
  const changed = he.page.locator('.lane-order').filter({ hasText: t('event.order.recipient_changed') })
  await see(changed).toContainText('何小满')
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

test('the owner opens a warehouse with a shelf, and a shop whose owner gets a password', async () => {
  const [t, shops] = [inChinese(warehousesText), inChinese(shopsPageText)]
  const shen = await aMember(browser, house, 'owner', { path: '/warehouses' })
  const { page } = shen
  await shen.press(t('open'))
  await page.getByRole('dialog').getByLabel(t('district')).click()
  for (const place of ['浙江省', '杭州市', '余杭区'])
    await page.locator('.ant-cascader-menu-item').filter({ hasText: place }).click()
  await shen.confirms({
    [t('code')]: 'YH',
    [t('name.zh')]: '余杭仓',
    [t('name.en')]: 'Yuhang',
    [t('contact')]: '梅师傅',
    [t('contact.phone')]: '0571-88000003',
    [t('street')]: '文一西路 1 号',
  })
  const row = page.getByRole('row').filter({ hasText: '余杭仓' })
  await see(row).toContainText('余杭区 文一西路 1 号')
  await row.getByRole('button', { name: t('bins') }).click()
  await shen.press(t('bins.add'))
  const adding = page.getByRole('dialog').filter({ has: page.getByLabel(t('code')) })
  await adding.getByLabel(t('code')).fill('A-01-1')
  await adding.getByRole('button', { name: say(frameText, 'zh', 'confirm'), exact: true }).click()
  await see(page.getByRole('cell', { name: 'A-01-1' })).toBeVisible()

  await page.goto('/console/shops')
  await shen.press(shops('open'))
  const opening = {
    [shops('code')]: 'cup-corner',
    [shops('name.zh')]: '杯子角',
    [shops('name.en')]: 'Cup corner',
    [shops('owner')]: '小宝',
    [shops('owner.user-name')]: 'xiaobao',
  }
  for (const [label, value] of Object.entries(opening)) await page.getByLabel(label).fill(value)
  await shen.press(say(frameText, 'zh', 'confirm'))
  await see(page.getByLabel(say(staffText, 'zh', 'given.password'), { exact: true })).toHaveText(/^\w{4}-\w{4}-\w{4}$/)
  await shen.press(say(staffText, 'zh', 'given.kept'))
  await see(page.getByRole('link', { name: '/s/cup-corner' })).toBeVisible()
})

test('SEC-08: once a statement is published, nobody sees a customer before they have promised', async () => {
  const t = inChinese(confidentialityPageText)
  const shen = await aMember(browser, house, 'owner', { path: '/confidentiality' })
  await shen.press(t('publish'))
  await shen.confirms()
  await promises(shen.page)
  await see(shen.page.getByRole('row').filter({ hasText: '沈檐' })).toContainText(t('yes'))

  const he = await aMember(browser, house, 'service', { path: '/orders' })
  await see(he.page.getByRole('heading', { name: say(frameText, 'zh', 'promise.title') })).toBeVisible()
  await promises(he.page)
  await see(he.page.getByRole('heading', { name: say(ordersPageText, 'zh', 'title') })).toBeVisible()
  await shen.page.reload()
  await see(shen.page.getByRole('row').filter({ hasText: '何小满' })).toContainText(t('yes'))
})

async function promises(page: Page): Promise<void> {
  await page.getByLabel(say(frameText, 'zh', 'promise.read')).check()
  await page.getByRole('button', { name: say(frameText, 'zh', 'promise.confirm') }).click()
  await see(page.getByRole('button', { name: say(frameText, 'zh', 'promise.confirm') })).toBeHidden()
}
