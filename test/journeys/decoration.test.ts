import { expect as see } from '@playwright/test'
import { afterAll, test } from 'vitest'
import { say } from '#kernel/text'
import { contentText } from '#model/growth/content'
import { openBrowser } from '#test/chromium'
import { runningHouse } from '#test/running-house'
import { decorationText } from '../../apps/console/src/pages/growth/decoration-text.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...decorationText, ...contentText }, 'zh', key, values)

test('STO-01 STO-02 STO-03 STO-10: a shop is decorated by keyboard, looked at in the preview, published, seen by a visitor and rolled back; a campaign gets a page of its own', async () => {
  const xu = await aMember(browser, house, 'ops', { path: '/decoration' })
  const { page } = xu
  await xu.press(t('begin.go', { name: t('content.template.market') }))
  const list = page.getByRole('list', { name: t('blocks') })
  await see(list.getByRole('listitem').first()).toContainText(t('content.block.banner'))

  const newest = await page
    .getByRole('button', { name: new RegExp(`^${t('content.block.shelf')}`) })
    .first()
    .innerText()
  await page.getByRole('button', { name: t('block.up', { name: newest }) }).focus()
  await page.keyboard.press('Enter')
  const count = await list.getByRole('listitem').count()
  await see(page.getByText(t('block.moved', { name: newest, at: 3, count }))).toBeAttached()

  await page.getByRole('combobox', { name: t('block.add') }).focus()
  await page.keyboard.type(t('content.block.text'))
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: t('zh', { label: t('field.title') }) }).focus()
  await page.keyboard.type('周末开窑')
  await page.getByRole('textbox', { name: t('en', { label: t('field.title') }) }).focus()
  await page.keyboard.type('The kiln opens')
  await see(page.getByText(t('saved'), { exact: true })).toBeVisible()
  await see(page.frameLocator('iframe').getByRole('heading', { name: '周末开窑' })).toBeVisible()

  const ann = await aShopper(browser, house, { device: 'phone' })
  const said = ann.page.getByRole('heading', { name: '周末开窑' })
  await ann.visits('/')
  await see(said).toHaveCount(0)
  await xu.press(t('publish'))
  await xu.confirms()
  await see(page.getByText(t('versions.name', { number: 1 }))).toBeVisible()
  await ann.visits('/')
  await see(said).toBeVisible()

  await page
    .getByRole('button', { name: /周末开窑$/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: t('zh', { label: t('field.title') }) }).fill('下周再来')
  await see(page.frameLocator('iframe').getByRole('heading', { name: '下周再来' })).toBeVisible()
  await xu.press(t('publish'))
  await xu.confirms()
  await see(page.getByText(t('versions.name', { number: 2 }))).toBeVisible()
  await ann.visits('/')
  await see(said).toHaveCount(0)
  await xu.press(t('roll-back'))
  await xu.confirms()
  await see(page.getByText(t('versions.again', { number: 1 }))).toBeVisible()
  await ann.visits('/')
  await see(said).toBeVisible()
  await ann.page.goto(`${house.url}/en`)
  await see(ann.page.getByRole('heading', { name: 'The kiln opens' })).toBeVisible()

  await xu.press(t('campaign.new'))
  await xu.confirms({
    [t('zh', { label: t('campaign.title') })]: '开窑周',
    [t('en', { label: t('campaign.title') })]: 'Kiln week',
    [t('campaign.name')]: 'kiln-week',
  })
  await see(page.frameLocator('iframe').getByRole('heading', { name: '开窑周' }).first()).toBeVisible()
  await xu.press(t('publish'))
  await xu.confirms()
  await see(page.getByText(t('versions.name', { number: 1 }))).toBeVisible()
  await ann.page.goto(`${house.url}/en/campaigns/kiln-week`)
  await see(ann.page.getByRole('heading', { name: 'Kiln week' }).first()).toBeVisible()
  await xu.press(t('withdraw'))
  await xu.confirms()
  await see(async () => {
    await ann.visits('/campaigns/kiln-week')
    await see(ann.page.getByRole('heading', { name: '这个活动结束了' })).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
})
