import { type Page, expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { changeProduct, findProducts } from '#goods/catalog'
import { addPicture } from '#goods/media'
import { applyDuePrices, changePrice } from '#goods/prices'
import { money } from '#kernel/money'
import { say } from '#kernel/text'
import { writeSheet } from '#platform/imports'
import { openBrowser } from '#test/chromium'
import { pictureBytes } from '#test/goods'
import { runningHouse } from '#test/running-house'
import { wallClockAt } from '../../apps/console/src/frame/wall-clock.ts'
import { gridText } from '../../apps/console/src/pages/goods/grid-text.ts'
import { importsText } from '../../apps/console/src/pages/goods/imports-text.ts'
import { pricesPageText } from '../../apps/console/src/pages/goods/prices-text.ts'
import { productsText } from '../../apps/console/src/pages/goods/products-text.ts'
import { stumblingBlocks } from './people/looking.ts'
import { aShopper } from './people/shopper.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const browser = await openBrowser()
afterAll(() => browser.close())
const inGrid = (key: keyof typeof gridText, values?: Record<string, unknown>) => say(gridText, 'zh', key, values)
const inList = (key: keyof typeof productsText, values?: Record<string, unknown>) =>
  say(productsText, 'zh', key, values)

/** Puts a range on the clipboard, as Excel does, and pastes it where the sheet of goods is. */
async function pastes(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+v')
}

async function columnOf(page: Page, title: string): Promise<number> {
  const titles = await page.getByRole('columnheader').allInnerTexts()
  return titles.indexOf(title) - 1
}

test('CAT-18 PRI-03 CAT-04: prices pasted from Excel are checked cell by cell, saved, told who was faster, and taken back but for the later edit', async () => {
  const lu = await aMember(browser, house, 'goods', { path: '/products' })
  const { page } = lu
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: inList('grid.all'), exact: true }).click()
  await page.getByRole('gridcell').first().waitFor()
  const price = await columnOf(page, '售价')
  const cell = (row: number) => page.getByRole('row').nth(row).getByRole('gridcell').nth(price)
  const before = [await cell(1).innerText(), await cell(2).innerText(), await cell(3).innerText()]

  await cell(1).click()
  await pastes(page, '11.00\r\n面议\r\n"33.00"\r\n')
  await see(cell(2)).toHaveClass(/grid-wrong/)
  expect(await stumblingBlocks(page)).toEqual([])
  await lu.press(inGrid('save', { count: 2 }))
  await see(page.getByText(inGrid('outcome', { saved: 2, unchanged: 0, refused: 0 }))).toBeVisible()

  await cell(2).click()
  await page.keyboard.type('22')
  await page.keyboard.press('Enter')
  const { rows } = await findProducts(house.ctx, { limit: 1 })
  const variantId = rows[0]!.variantIds[0]!
  await changePrice(house.ctx, { variantId, list: money(7_700), was: null, cost: null })
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await see(page.getByText(inGrid('outcome', { saved: 1, unchanged: 0, refused: 1 }))).toBeVisible()
  await cell(1).click()
  await see(page.getByText(/77\.00/)).toBeVisible()
  await lu.press(inGrid('clash.mine'))
  await lu.press(inGrid('save', { count: 1 }))
  await see(page.getByText(inGrid('outcome', { saved: 1, unchanged: 0, refused: 0 }))).toBeVisible()

  await page.goto(`${house.url}/console/product-batches`)
  await see(page.getByRole('link', { name: /^\d{4}-/ })).toHaveCount(3)
  await page
    .getByRole('link', { name: /^\d{4}-/ })
    .last()
    .click()
  await lu.press(inGrid('undo'))
  await lu.confirms()
  await lu.follow(inGrid('undone.by'))
  await see(page.getByText(/保留 12\.00/)).toBeVisible()
  expect(await stumblingBlocks(page)).toEqual([])
  await page.goto(`${house.url}/console/products/grid`)
  await see(cell(3)).toHaveText(before[2]!)
  await see(cell(1)).toHaveText('12.00')
})

test('PRI-03 PRI-01: an owner changes a price for tonight, and customers see it from then on', async () => {
  const towel = Object.values(house.shop.goods).find(({ texts }) => texts.zh?.name === '亚麻茶巾')!
  const words = (key: keyof typeof pricesPageText) => say(pricesPageText, 'zh', key)
  const tonight = house.ctx.now.add({ hours: 3 })
  const owner = await aMember(browser, house, 'owner', { path: '/prices' })
  const { page } = owner
  const row = page.getByRole('row').filter({ hasText: '亚麻茶巾' }).first()
  await row.getByRole('button', { name: words('propose'), exact: true }).click()
  await owner.confirms({
    [words('new.list')]: '6.60',
    [words('reason')]: '今晚专场',
    [words('starts')]: wallClockAt(new Date(tonight.epochMilliseconds), 'Asia/Shanghai'),
  })
  await page.goto(`${house.url}/console/price-proposals`)
  await page
    .getByRole('row')
    .filter({ hasText: '亚麻茶巾' })
    .getByRole('button', { name: words('approve'), exact: true })
    .click()
  await owner.confirms()

  const ann = await aShopper(browser, house)
  await ann.visits(`/products/${towel.slug}`)
  await see(ann.page.getByText('¥6.60')).toHaveCount(0)

  await applyDuePrices({ ...house.ctx, now: tonight.add({ minutes: 1 }) })
  await see(async () => {
    await ann.visits(`/products/${towel.slug}`)
    await see(ann.page.getByText('¥6.60').first()).toBeVisible({ timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
  await page.goto(`${house.url}/console/prices`)
  await see(row).toContainText('¥6.60')
})

const heads = [
  '商品编码',
  '商品名称',
  '英文名称',
  '类目',
  '描述',
  '规格编码',
  '条码',
  '售价',
  '划线价',
  '重量（克）',
  '库存',
]

/** A row of the sheet: the n-th bowl, with what is wrong in it. */
function bowl(n: number, wrong: Readonly<Record<string, string>> = {}): string[] {
  const right: Record<string, string> = {
    商品编码: `bowl-${n}`,
    商品名称: `粗陶碗 ${n} 号`,
    英文名称: `Stoneware bowl ${n}`,
    类目: '杯盏',
    描述: '<p>柴烧，一只一色。</p>',
    规格编码: `BOWL-${n}`,
    条码: '',
    售价: '58.00',
    划线价: '68.00',
    '重量（克）': '420',
    库存: '20',
  }
  return heads.map((head) => wrong[head] ?? right[head]!)
}

const mistakes: Readonly<Record<number, readonly [field: string, wrong: Readonly<Record<string, string>>]>> = {
  4: ['price', { 售价: '一百' }],
  9: ['price', { 售价: '' }],
  15: ['barcode', { 条码: '6901234567890' }],
  21: ['grams', { '重量（克）': '半斤' }],
  28: ['quantity', { 库存: '很多' }],
  35: ['sku', { 规格编码: 'BOWL-34' }],
  42: ['title', { 商品名称: '' }],
}

test('CAT-14 CAT-12 CAT-18: fifty products come from Excel, seven wrong rows are told and mended, and all fifty are listed', async () => {
  const lu = await aMember(browser, house, 'goods', { path: '/imports/new' })
  const { page } = lu
  const t = (key: keyof typeof importsText) => say(importsText, 'zh', key)
  const numbers = Array.from({ length: 50 }, (_, at) => at + 1)
  const counted = (key: keyof typeof importsText, count: number) =>
    see(page.locator('.ant-statistic').filter({ hasText: t(key) })).toHaveText(`${t(key)}${count}`, { timeout: 20_000 })
  const brings = async (name: string, lines: readonly string[][], created: number) => {
    await page.goto(`${house.url}/console/imports/new`)
    const buffer = await writeSheet('xlsx', [heads, ...lines])
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/vnd.ms-excel', buffer })
    await lu.press(t('trial.go'))
    await counted('would.created', created)
    await lu.press(t('real.go'))
    await lu.confirms()
    await counted('created', created)
  }

  await brings(
    '碗.xlsx',
    numbers.map((n) => bowl(n, mistakes[n]?.[1])),
    43,
  )
  await counted('failed', 7)
  const failed = await page.request.get(
    `${house.url}/api/v1/admin${new URL(page.url()).pathname.replace('/console', '')}/failures`,
  )
  const told = ((await failed.json()) as { row: number; field: string }[]).map(({ row, field }) => [row, field])
  expect(told).toEqual(Object.entries(mistakes).map(([n, [field]]) => [Number(n) + 1, field]))

  await brings(
    '碗-改.xlsx',
    Object.keys(mistakes).map((n) => bowl(Number(n))),
    7,
  )
  await counted('failed', 0)

  const pictureId = await addPicture(house.ctx, { bytes: await pictureBytes('png', 480), alt: '粗陶碗', altEn: 'Bowl' })
  const drafts = await findProducts(house.ctx, { status: 'draft', limit: 100 })
  for (const { id } of drafts.rows) await changeProduct(house.ctx, id, { pictureIds: [pictureId] })

  const doesToAll = async (who: typeof lu, status: string, verb: keyof typeof productsText) => {
    await who.page.goto(`${house.url}/console/products?status=${status}`)
    await see(who.page.locator('tbody tr[data-row-key]')).toHaveCount(50)
    await who.page.locator('thead .ant-checkbox-input').first().check()
    await see(who.page.getByRole('toolbar').getByText(inList('chosen', { count: 50 }))).toBeVisible()
    await who.press(inList(verb))
    await see(who.page.getByText(inList('bulk.result', { done: 50, failed: 0 }))).toBeVisible({ timeout: 60_000 })
  }
  await doesToAll(lu, 'draft', 'bulk.submit')
  await doesToAll(await aMember(browser, house, 'ops'), 'in_review', 'bulk.approve')

  const listed = await findProducts(house.ctx, { status: 'on_sale', text: 'BOWL-', limit: 100 })
  expect(listed.rows).toHaveLength(50)
})
