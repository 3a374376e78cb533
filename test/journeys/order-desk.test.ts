import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { say } from '#kernel/text'
import { findOrder, markOf, reviewOrder } from '#sales/orders'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { openBrowser } from '#test/chromium'
import { aCustomer, anOrderOf, aPaidOrderOf, gatewayBooks } from '#test/house-orders'
import { readPdf } from '#test/pdf'
import { runningHouse } from '#test/running-house'
import { staffPassword } from '#test/small-shop'
import { brokenStockRules, stockOf } from '#test/stock'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { customerText } from '../../apps/console/src/pages/sales/customer-text.ts'
import { handlingText } from '../../apps/console/src/pages/sales/handling-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { workbenchText } from '../../apps/console/src/pages/sales/workbench-text.ts'
import { outboundText } from '../../apps/console/src/pages/supply/outbound-text.ts'
import { stockPageText } from '../../apps/console/src/pages/supply/stock-text.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { stonewareMug, linenTowel, celadonCup } = house.shop.goods
const [mug, towel] = [stonewareMug.variants[0]!, linenTowel.variants[0]!]
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...houseTexts, ...ordersPageText, ...customerText, ...workbenchText }, 'zh', key, values)

const shelf = (key: keyof typeof stockPageText, values?: object) => say(stockPageText, 'zh', key, { ...values })
const frame = (key: keyof typeof frameText, values?: object) => say(frameText, 'zh', key, { ...values })
const papers = (key: keyof typeof outboundText) => say(outboundText, 'zh', key)

const customer = await aCustomer(house, '13900000031')

test('ORD-16 ORD-07 OUT-01 OUT-02 ORG-05: the desk finds an order, sees the recipient for a reason, notes a wish, and the papers say it', async () => {
  const waiting = await anOrderOf(customer, { of: mug })
  const paid = await aPaidOrderOf(house, customer, { of: mug }, { of: towel })

  const he = await aMember(browser, house, 'service', { path: '/orders' })
  await see(he.page.getByRole('link', { name: paid.number })).toBeVisible()
  await see(he.page.getByRole('link', { name: waiting.number })).toBeVisible()
  await he.page
    .getByRole('group', { name: t('counters') })
    .getByRole('button', { name: t('order.headline.awaiting_payment') })
    .click()
  await see(he.page.getByRole('link', { name: paid.number })).toBeHidden()
  await he.press(t('clear'))
  await he.page.getByLabel(t('search')).fill(paid.number)
  await he.press(t('search.go'))
  await he.follow(paid.number)

  await see(he.page.getByText('13900000031')).toBeHidden()
  await he.press(t('recipient.reveal'))
  await he.confirms({ [t('recipient.reveal.why')]: '买家来电核对地址' })
  await see(he.page.getByText('13900000031')).toBeVisible()
  await see(he.page.getByText(t('event.order.recipient_revealed'))).toBeVisible()

  await he.page.keyboard.press('Control+K')
  await he.page.getByLabel(frame('find.label')).fill(`${waiting.number} ${paid.number} SO404`)
  await see(he.page.getByText(frame('find.missing', { words: 'SO404' }))).toBeVisible()
  await see(he.page.getByRole('list', { name: frame('find.results') }).getByRole('listitem')).toHaveCount(2)
  await he.page.getByLabel(frame('find.label')).fill(waiting.number.toLowerCase())
  await see(he.page.getByRole('list', { name: frame('find.results') }).getByRole('listitem')).toHaveCount(1)
  await he.page.keyboard.press('Enter')
  await see(he.page.getByRole('heading', { name: waiting.number })).toBeVisible()
  await he.page.goBack()

  await he.page.keyboard.press('Control+K')
  await he.page.getByLabel(frame('find.label')).fill('0031')
  await see(he.page.getByRole('button', { name: '139****0031' })).toBeVisible()
  await he.page.keyboard.press('Enter')
  await see(he.page.getByRole('heading', { name: '139****0031' })).toBeVisible()
  await see(he.page.getByRole('region', { name: t('orders') }).getByRole('link')).toHaveText([
    paid.number,
    waiting.number,
  ])
  await he.page.goBack()

  await he.press(t('request.add'))
  await he.confirms({ [t('request.text')]: '包成礼物，不放价签' })
  await see(he.page.getByText('包成礼物，不放价签').first()).toBeVisible()

  const mei = await aMember(browser, house, 'warehouse', { path: '/outbound' })
  await mei.page.getByRole('row', { name: paid.number }).getByRole('checkbox').check()
  for (const paper of ['pick-list', 'shipping-note'] as const) {
    const asked = mei.page.context().waitForEvent('request', (request) => request.url().includes(`${paper}.pdf`))
    await mei.page.getByRole('button', { name: papers(`print.${paper}`), exact: true }).click()
    const answer = await mei.page.request.get((await asked).url())
    expect(answer.ok(), await answer.text()).toBe(true)
    expect(answer.headers()['content-type']).toContain('application/pdf')
    expect(readPdf(await answer.body())[0]!.text).toContain(paid.number)
  }
  await see(mei.page.getByRole('row', { name: paid.number }).getByText(papers('printed.not'))).toBeHidden()
})

test('ORD-10 PAY-07: the desk cancels a paid order with a reason, the money goes back and the stock is free', async () => {
  const before = await stockOf(house.ctx, towel.id)
  const order = await aPaidOrderOf(house, customer, { of: towel, quantity: 3 })

  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  await he.press(t('cancel'))
  await he.page.getByRole('dialog').getByRole('combobox').press('ArrowDown')
  await he.page.getByRole('dialog').getByRole('combobox').press('Enter')
  await he.confirms()
  await see(he.page.getByText(t('cancelled', { reason: '' })).first()).toBeVisible()

  await house.settled()
  await see(async () => {
    await he.page.reload()
    await see(he.page.getByText(t('event.order.refunded')).first()).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 15_000 })
  const trade = (await gatewayBooks(house)).find(({ total }) => total === order.total.minor)!
  expect(trade.refunded).toBe(order.total.minor)
  expect(await stockOf(house.ctx, towel.id)).toEqual(before)
  expect(await brokenStockRules(house.ctx)).toEqual([])
})

test('ORD-03 ORD-06: a first order of a large amount waits for a person, who releases it to the warehouse', async () => {
  const stranger = await aCustomer(house, '13900000032')
  const order = await aPaidOrderOf(house, stranger, { of: celadonCup.variants[0]!, quantity: 17 })

  const he = await aMember(browser, house, 'service', { path: '/orders?headline=in_review' })
  await he.follow(order.number)
  await see(he.page.getByRole('alert')).toContainText(t('reasons'))
  await he.press(t('approve'))
  await he.confirms()
  await see(he.page.getByText(t('order.headline.released')).first()).toBeVisible()
  await see(he.page.getByRole('listitem').filter({ hasText: t('event.order.approved') })).toContainText('何小满')
})

test('INV-01 INV-08: a number of the stock page opens the movements that made it', async () => {
  const { sku } = mug
  const onHand = (await stockOf(house.ctx, mug.id)).onHand

  const mei = await aMember(browser, house, 'warehouse', { path: '/stock' })
  await mei.page.getByLabel(shelf('search')).fill(sku)
  await mei.page.getByLabel(shelf('search')).press('Enter')
  await mei.page
    .getByRole('row', { name: sku })
    .getByRole('button', { name: new RegExp(`：${onHand}，`) })
    .first()
    .click()
  const drawer = mei.page.getByRole('dialog')
  await see(drawer.getByText(shelf('why', { sku, count: onHand }))).toBeVisible()
  await see(drawer.getByRole('row').filter({ hasText: '开业备货' })).toContainText('20')
})

test('ORD-09 ORD-16: the clerk pastes the numbers of two orders that are being picked and stops both; the picker’s scanner refuses them', async () => {
  const orders = [await aPaidOrderOf(house, customer, { of: mug }), await aPaidOrderOf(house, customer, { of: mug })]
  await house.settled()
  const [picked] = await outboundsOf(house.ctx, orders[0]!.id)
  await startPicking(house.ctx, { outboundId: picked!.id })

  const he = await aMember(browser, house, 'service', { path: '/orders?headline=in_review' })
  await he.page.getByLabel(t('search')).fill([...orders.map(({ number }) => ` ${number} `), 'SO-0'].join('\n'))
  await he.press(t('search.go'))
  await see(he.page.getByText(t('search.missing', { numbers: 'SO-0' }))).toBeVisible()
  for (const { number } of orders) await he.page.getByRole('row', { name: number }).getByRole('checkbox').check()
  const tools = he.page.getByRole('toolbar', { name: t('bulk') })
  await tools.getByRole('button', { name: t('bulk.verb.intercept'), exact: true }).click()
  await he.confirms({ [t('reason')]: '买家要改地址' })
  await see(he.page.getByText(t('run.over', { done: 2, refused: 0 }))).toBeVisible({ timeout: 10_000 })

  expect(await Promise.all(orders.map(({ id }) => findOrder(house.ctx, id)))).toMatchObject([
    { headline: 'in_review' },
    { headline: 'in_review' },
  ])
  await expect(startPicking(house.ctx, { outboundId: picked!.id })).rejects.toMatchObject({
    code: 'warehouse.outbound_cannot',
  })
  await see(he.page.getByRole('row', { name: orders[0]!.number })).toContainText(t('order.headline.in_review'))
  for (const { id } of orders) await reviewOrder(house.ctx, { orderId: id, decision: 'approve' })
})

test('ORG-05 ORD-16: a session ends while somebody writes: they sign in before the page, and what they wrote is saved', async () => {
  const order = await anOrderOf(customer, { of: mug })
  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  await he.page.getByLabel(t('mark.note')).fill('周五前送到 🎁')
  await he.page.context().clearCookies()
  await he.page.getByRole('button', { name: t('mark.save'), exact: true }).dispatchEvent('click')

  const door = he.page.getByRole('dialog')
  await see(door.getByText(frame('sign-in.ended'))).toBeVisible()
  await door.getByLabel(frame('sign-in.user')).fill('service')
  await door.getByLabel(frame('sign-in.password'), { exact: true }).fill(staffPassword)
  await door.getByRole('button', { name: frame('sign-in.go'), exact: true }).click()
  await see(door).toBeHidden()
  await he.press(t('mark.save'))
  await see(he.page.getByText(t('mark.saved'))).toBeVisible()
  expect(await markOf(house.ctx, order.id)).toMatchObject({ note: '周五前送到 🎁' })
})

test('ORD-09: what a change comes to is shown for what is entered now alone, not for what was entered before', async () => {
  const order = await anOrderOf(customer, { of: mug })
  const h = (key: keyof typeof handlingText) => say(handlingText, 'zh', key)
  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  const dialog = he.page.getByRole('dialog')
  const quantity = dialog.getByLabel(h('items.quantity'))
  await he.press(h('items.change'))
  await quantity.fill('2')
  await dialog.getByRole('button', { name: h('items.preview') }).click()
  await see(dialog.getByText(mug.sku).last()).toContainText('→')
  await quantity.fill('3')
  await see(dialog.getByText('→')).toHaveCount(0)
})
