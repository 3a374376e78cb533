import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { changeSelling } from '#goods/listing'
import { decimalText, money, subtract } from '#kernel/money'
import { say } from '#kernel/text'
import { balanceOf } from '#office/ledger'
import { findOrder, payOnDelivery } from '#sales/orders'
import { parcelsOf } from '#supply/shipping'
import { sellForCash } from '#test/cash'
import { openBrowser } from '#test/chromium'
import { aCustomer, anOrderOf, deliver } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { brokenStockRules } from '#test/stock'
import { aSecondWarehouse } from '#test/transfers'
import { cashPageText } from '../../apps/console/src/pages/office/cash-text.ts'
import { transfersPageText } from '../../apps/console/src/pages/supply/transfers-text.ts'
import { stumblingBlocks } from './people/looking.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const mug = house.shop.goods.stonewareMug
const browser = await openBrowser()
afterAll(() => browser.close())

const transfers = (key: keyof typeof transfersPageText) => say(transfersPageText, 'zh', key)
const cash = (key: keyof typeof cashPageText, values?: object) => say(cashPageText, 'zh', key, { ...values })
const t = (key: string) => say(houseTexts, 'zh', key)

type Member = Awaited<ReturnType<typeof aMember>>

/** Answers a list in the dialog that stands open. */
async function chooses({ page }: Member, label: string, option: string): Promise<void> {
  const list = page.getByRole('dialog').getByRole('combobox', { name: label })
  await list.click()
  await page.locator('.ant-select-dropdown').last().getByTitle(option).click()
}

/** Goes to another page of the console without signing in anew. */
const goes = ({ page }: Member, path: string) => page.goto(`/console${path}`)

/** Takes a step that asks first. */
async function does(member: Member, verb: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await member.press(verb)
  await member.confirms(fields)
  await house.settled()
}

const rightly = async ({ page }: Member) => expect(await stumblingBlocks(page)).toEqual([])

test('ORD-12 ORD-14 PAY-01 PAY-09: a mug is brought to the engraver’s warehouse, made for its buyer, and its cash comes back from the courier to the bank', async () => {
  await sellForCash(house)
  await changeSelling(house.ctx, { productId: mug.id, joinsReductions: true, carriers: [], makeDays: 3 })
  await aSecondWarehouse(house)
  const customer = await aCustomer(house, '13900000071')
  const { id, number, total } = await anOrderOf(customer, { of: mug.variants[0]! })
  await payOnDelivery({ ...customer, now: Temporal.Now.instant() }, id)
  await house.settled()

  const he = await aMember(browser, house, 'service', { path: `/orders/${id}` })
  await he.press(transfers('ask'))
  await chooses(he, transfers('from'), '杭州仓')
  await chooses(he, transfers('to'), '上海仓')
  await he.confirms({ [transfers('needed-by')]: '2099-01-01T12:00', [transfers('reason')]: '在上海刻字' })

  const mei = await aMember(browser, house, 'warehouse', { path: '/transfers' })
  await mei.page.getByRole('row', { name: number }).getByRole('link').first().click()
  for (const step of ['accept', 'send', 'receive']) await does(mei, t(`transfers.step.${step}`))
  await see(mei.page.getByText(t('transfers.status.received'), { exact: true }).first()).toBeVisible()
  await rightly(mei)

  await goes(he, '/transfers')
  await he.page.getByRole('row', { name: number }).getByRole('link').first().click()
  await does(he, t('transfers.step.close'))
  await goes(he, '/production')
  await see(he.page.getByRole('row', { name: number })).toContainText(mug.variants[0]!.sku)
  await rightly(he)
  await does(he, t('production.step.start'))
  await he.press(t('production.status.making'))
  await does(he, t('production.step.finish'))

  await deliver(house, id)
  const [{ waybillNumber } = { waybillNumber: null }] = await parcelsOf(house.ctx, id)

  const cheng = await aMember(browser, house, 'finance', { path: '/cash' })
  await see(cheng.page.getByRole('row', { name: number })).toContainText('中通')
  await cheng.press(cash('statement.add'))
  await chooses(cheng, cash('carrier'), '中通')
  await cheng.confirms({
    [cash('reference')]: 'ZTO-2026-31',
    [cash('receivedOn')]: '2026-01-05',
    [cash('lines')]: `${waybillNumber} ${decimalText(total)} 1.20`,
  })
  await cheng.page.getByRole('tab', { name: cash('tab.statements') }).click()
  await see(cheng.page.getByRole('row', { name: 'ZTO-2026-31' })).toContainText(
    cash('result.text', { matched: 1, open: 0 }),
  )
  await rightly(cheng)

  expect(await findOrder(house.ctx, id)).toMatchObject({ payment: 'paid', fulfilment: 'delivered' })
  expect(await balanceOf(house.ctx, 'bank')).toEqual(subtract(total, money(120)))
  expect(await brokenStockRules(house.ctx)).toEqual([])
})
