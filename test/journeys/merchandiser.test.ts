import { readFileSync } from 'node:fs'
import { type Page, expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say } from '#kernel/text'
import { openBrowser } from '#test/chromium'
import { pictureBytes } from '#test/goods'
import { runningHouse } from '#test/running-house'
import { importsText } from '../../apps/console/src/pages/goods/imports-text.ts'
import { productText } from '../../apps/console/src/pages/goods/product-text.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())
const words = { ...houseTexts, ...importsText, ...productText }
const t = (key: string, values?: Record<string, unknown>) => say(words, 'zh', key, values)
const sheet = new URL('../data/catalog-import/journey-tea-shop.csv', import.meta.url)

/** The numbers of a run, once it is over. */
async function seesNumbers(page: Page, numbers: Readonly<Record<string, number>>): Promise<void> {
  await see(page.locator('.ant-tag').filter({ hasText: t('status.finished') })).toBeVisible({ timeout: 20_000 })
  for (const [key, count] of Object.entries(numbers))
    await see(page.locator('.ant-statistic').filter({ hasText: t(key) })).toHaveText(`${t(key)}${count}`)
}

test('CAT-14 CAT-01 CAT-02: a sheet is matched, tried, imported, its wrong rows come back as a sheet, and a second run changes nothing', async () => {
  const lu = await aMember(browser, house, 'goods', { path: '/imports/new' })
  const { page } = lu
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '茶铺.csv', mimeType: 'text/csv', buffer: readFileSync(sheet) })
  const price = page.getByLabel(t('column.of', { field: '价格' }))
  await see(page.getByRole('alert').filter({ hasText: '价格' })).toBeVisible()
  await price.fill('Our price')
  await price.press('Enter')
  await see(page.getByRole('alert')).toHaveCount(0)
  await lu.press(t('trial.go'))

  await seesNumbers(page, { 'would.created': 3, 'would.updated': 0, failed: 2 })
  await see(page.getByText('一百', { exact: true })).toBeVisible()
  await see(page.getByText('铁器').first()).toBeVisible()
  await lu.press(t('real.go'))
  await lu.confirms()
  await seesNumbers(page, { created: 3, updated: 0, failed: 2 })
  const failed = await page.request.get((await page.getByRole('link', { name: t('download') }).getAttribute('href'))!)
  expect((await failed.text()).split('\n').filter((line) => /clay-kettle|iron-trivet/.test(line))).toHaveLength(2)

  await lu.press(t('retry'))
  await lu.confirms()
  await seesNumbers(page, { created: 0, updated: 0, unchanged: 3 })
})

test('CAT-12 CAT-15 CAT-11 STO-04: an imported draft gets its picture, passes the data check and the review, and a shopper finds it', async () => {
  const lu = await aMember(browser, house, 'goods', { path: '/products' })
  const { page } = lu
  await lu.follow('桂花乌龙')
  await see(page.getByRole('region', { name: t('findings.title') })).toContainText(t('catalog.finding.picture_missing'))
  await page
    .getByLabel(t('pictures.add'))
    .setInputFiles({ name: 'tea.png', mimeType: 'image/png', buffer: await pictureBytes('png', 480) })
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('pictures.upload'), exact: true })
    .click()
  await lu.press(t('save'))
  await lu.press(t('listing.step.submit'))
  await see(page.getByText(t('catalog.status.in_review'), { exact: true })).toBeVisible()

  const xu = await aMember(browser, house, 'ops', { path: '/products?status=in_review' })
  await xu.follow('桂花乌龙')
  await xu.press(t('listing.step.approve'))
  await see(xu.page.getByText(t('catalog.status.on_sale'), { exact: true })).toBeVisible()

  await house.settled()
  const ann = await aShopper(browser, house)
  await ann.visits('/')
  await ann.page.locator('#q').fill('桂花')
  await ann.page.locator('#q').press('Enter')
  await ann.page.getByRole('heading', { name: '桂花乌龙' }).getByRole('link').click()
  await ann.chooses('净含量', '100 克')
  await see(ann.page.locator('#sku').getByText('¥98.00')).toBeVisible()
  await ann.putsIntoCart()
})
