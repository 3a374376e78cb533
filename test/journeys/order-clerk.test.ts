import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { newId } from '#kernel/id'
import { say } from '#kernel/text'
import type { OrderId } from '#model/sales/orders'
import type { RuleAction } from '#model/sales/rules'
import type { Warehouse } from '#model/supply/inventory'
import { transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { countOrders, findOrder, findOrders, markOf, orderImport } from '#sales/orders'
import { arrangeRules, createRule, findRules, removeRule } from '#sales/rules'
import { adjustStock, type BinStockRow, binsOf, receiveGoods, stockByBin, warehouses } from '#supply/inventory'
import { outboundsOf } from '#supply/warehouse'
import { openBrowser } from '#test/chromium'
import { bring } from '#test/exchange'
import { aCustomer, anOrderOf, aPaidOrderOf } from '#test/house-orders'
import { aProduct } from '#test/orders'
import { runningHouse } from '#test/running-house'
import { listsPageText } from '../../apps/console/src/frame/lists-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { partText } from '../../apps/console/src/pages/sales/part-text.ts'
import { rulesPageText } from '../../apps/console/src/pages/sales/rules-text.ts'
import { twinText } from '../../apps/console/src/pages/sales/twin-text.ts'
import { workbenchText } from '../../apps/console/src/pages/sales/workbench-text.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { stonewareMug } = house.shop.goods
const mug = stonewareMug.variants[0]!
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...houseTexts, ...ordersPageText, ...workbenchText, ...listsPageText, ...twinText }, 'zh', key, values)

const headline = async (id: OrderId) => (await findOrder(house.ctx, id))?.headline

test('ORD-03 ORD-16: the order clerk clears a list by keyboard and in bulk, sees why one was refused, and takes a flag back', async () => {
  const customer = await aCustomer(house, '13900000081')
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 100))
  const orders = []
  for (let count = 0; count < 3; count++) orders.push(await aPaidOrderOf(house, customer, { of: mug }))
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.reviewAmount', 500_000))
  const unpaid = await anOrderOf(customer, { of: mug })

  const he = await aMember(browser, house, 'service', { path: '/orders?headline=in_review' })
  await see(he.page.getByRole('link', { name: orders[2]!.number })).toBeVisible()
  await he.press(t('view.save'))
  await he.confirms({ [t('view.name')]: '我要审的' })
  await see(he.page.getByRole('group', { name: t('views') }).getByRole('button', { name: '我要审的 3' })).toBeVisible()

  await he.page.keyboard.press('j')
  await he.page.keyboard.press('x')
  await he.page.keyboard.press('j')
  await he.page.keyboard.press('x')
  await see(he.page.getByText(t('chosenOrders', { count: 2 }))).toBeVisible()
  await he.press(t('all.choose', { count: 3 }))
  const tools = he.page.getByRole('toolbar', { name: t('bulk') })
  await tools.getByRole('button', { name: t('bulk.verb.approve') }).click()
  await he.confirms()
  await see(he.page.getByText(t('run.over', { done: 3, refused: 0 }))).toBeVisible({ timeout: 10_000 })
  expect(await Promise.all(orders.map(({ id }) => headline(id)))).not.toContain('in_review')

  await he.page.goto('/console/orders')
  const row = (number: string) => he.page.getByRole('row', { name: number })
  await row(unpaid.number).getByRole('checkbox').check()
  await row(orders[0]!.number).getByRole('checkbox').check()
  await tools.getByRole('button', { name: t('flag'), exact: true }).click()
  await he.page.getByRole('menuitem', { name: t('flag.red') }).click()
  await see(he.page.getByText(t('run.over', { done: 2, refused: 0 }))).toBeVisible({ timeout: 10_000 })
  await see(row(unpaid.number).getByText(t('flag.red'))).toBeAttached()
  await he.press(t('run.undo'))
  await see(he.page.getByText(t('run.undo.of', { verb: t('bulk.verb.flag') }))).toBeVisible()
  await see(async () => expect((await markOf(house.ctx, unpaid.id)).flag).toBeNull()).toPass({ timeout: 10_000 })

  await row(unpaid.number).getByRole('checkbox').check()
  await tools.getByRole('button', { name: t('bulk.verb.hold'), exact: true }).click()
  await he.confirms({ [t('reason')]: '等买家确认' })
  await see(he.page.getByText(t('run.over', { done: 0, refused: 1 }))).toBeVisible({ timeout: 10_000 })
  await he.press(t('run.results'))
  await see(he.page.getByRole('dialog').getByRole('row', { name: unpaid.number })).toContainText(t('run.refused'))
})

test('ORD-03 ORD-07: who runs the shop writes a rule by hand, tries it before it is on, and puts it first by keyboard', async () => {
  const r = (key: string, values?: Record<string, unknown>) =>
    say({ ...houseTexts, ...rulesPageText }, 'zh', key, values)
  const order = await anOrderOf(await aCustomer(house, '13900000083'), { of: mug, quantity: 2 })
  await createRule(house.ctx, {
    name: '其余放行',
    enabled: true,
    conditions: [],
    action: { kind: 'review', decision: 'approve', reason: '' },
  })
  const she = await aMember(browser, house, 'ops', { path: '/order-rules' })
  await she.press(r('add'))
  const editor = she.page.getByRole('dialog')
  await editor.getByLabel(r('name')).fill('两件看一眼')
  await editor.getByRole('button', { name: r('save') }).click()
  await see(editor.getByText(r('rules.reason_missing'))).toBeVisible()
  await editor.getByLabel(r('reason')).fill('成对的要核对花色')
  await editor.getByLabel(r('condition.add')).click()
  await she.page.getByTitle(r('rules.field.pieces')).click()
  await editor.getByLabel(r('condition.from', { field: r('rules.field.pieces') })).fill('2')
  await editor.getByRole('button', { name: r('would.ask') }).click()
  await see(editor.getByRole('status')).toContainText('最近')
  await editor.getByRole('button', { name: r('save') }).click()
  await see(editor).toBeHidden()

  const row = (name: string) => she.page.getByRole('row', { name })
  await see(row('两件看一眼')).toContainText('件数 ≥ 2')
  await she.page.getByRole('button', { name: r('up', { name: '两件看一眼' }) }).focus()
  await she.page.keyboard.press('Enter')
  await see(she.page.getByText(r('moved', { name: '两件看一眼', at: 1, count: 2 }))).toBeAttached()
  await she.page.getByLabel(r('test.number')).fill(order.number)
  await she.page.keyboard.press('Enter')
  const verdicts = she.page.getByRole('list', { name: r('test.list') }).getByRole('listitem')
  await see(verdicts.first()).toContainText(r('test.decides'))
  await see(verdicts.first()).toContainText(r('says.actual', { actual: 2 }))
  await see(verdicts.nth(1)).toContainText(r('test.meets'))
  for (const { id } of await findRules(house.ctx)) await removeRule(house.ctx, id)
})

test('ORD-03 ORD-06 ORD-08: the order clerk clears 200 orders: rules let most pass and merge some, one is held with its reason, the rest are approved at once', async () => {
  const bins = await binsOf(house.ctx, house.shop.warehouseId)
  const shelf = { binId: bins[0]!.id, variantId: mug.id, quantity: 400, lot: { number: 'P200' } }
  await receiveGoods(house.ctx, { warehouseId: house.shop.warehouseId, lines: [shelf], reason: '备货' })
  await transaction(house.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const rule = (name: string, action: RuleAction, ...conditions: Parameters<typeof createRule>[1]['conditions']) =>
    createRule(house.ctx, { name, enabled: true, conditions, action })
  const rest = await rule('其余放行', { kind: 'review', decision: 'approve', reason: '' })
  const large = await rule(
    '大额核对',
    { kind: 'review', decision: 'ask', reason: '大额，先打电话' },
    { field: 'amount', from: 50_000, to: null },
  )
  const moving = await rule(
    '改地址先等',
    { kind: 'review', decision: 'hold', reason: '买家要改地址' },
    { field: 'words', any: ['改地址'], not: false },
  )
  await arrangeRules(house.ctx, { kind: 'review', ids: [moving.id, large.id, rest.id] })
  await rule('同址合并', { kind: 'merging', decision: 'merge', withinHours: 24 })
  await bring(house.ctx, orderImport(), twoHundredOrders())
  await house.settled()

  const he = await aMember(browser, house, 'service', { path: '/orders?headline=in_review' })
  await see(he.page.getByText('B-190').or(he.page.getByRole('row').nth(3)).first()).toBeVisible()
  await he.page.keyboard.press('j')
  await he.page.keyboard.press('x')
  await he.press(t('all.choose', { count: 16 }))
  await he.page
    .getByRole('toolbar', { name: t('bulk') })
    .getByRole('button', { name: t('bulk.verb.approve') })
    .click()
  await he.confirms()
  await see(he.page.getByText(t('run.over', { done: 16, refused: 0 }))).toBeVisible({ timeout: 15_000 })

  await he.page.goto('/console/issues')
  const held = he.page.getByRole('row', { name: '买家要改地址' })
  await see(held).toHaveCount(1)
  await held.getByRole('link').first().click()
  await see(
    he.page
      .getByRole('list', { name: t('timeline') })
      .getByText('改地址先等')
      .first(),
  ).toBeVisible()
  await he.press(t('approve'))
  await he.confirms()
  await see(async () =>
    expect(await countOrders(house.ctx)).toMatchObject({ in_review: 0, on_hold: 0, pending: 0, abnormal: 0 }),
  ).toPass({ timeout: 10_000 })

  const brought = (await findOrders(house.ctx, { headline: 'released', limit: 250 })).rows
  const imported = brought.filter(({ source }) => source === 'import')
  expect(imported).toHaveLength(200)
  expect(imported.filter(({ shipmentId }) => shipmentId !== null)).toHaveLength(8)
  expect((await findRules(house.ctx)).map(({ name, hits }) => `${name} ${hits}`).toSorted()).toEqual([
    '其余放行 183',
    '同址合并 8',
    '大额核对 16',
    '改地址先等 1',
  ])
}, 60_000)

test('ORD-11: the order clerk sends what is there of an order that a count left short, and sees what follows until when', async () => {
  const customer = await aCustomer(house, '13900000085')
  const { variantId } = await aProduct(await theShelf(), { name: '茶盘', onHand: 3 })
  const order = await aPaidOrderOf(house, customer, { of: { id: variantId }, quantity: 3 })
  const [{ binId, lotId }] = (await stockByBin(house.ctx, { variantId })) as [BinStockRow]
  await adjustStock(house.ctx, { binId, lotId, variantId, change: -1, reason: '盘亏', causeId: newId() })
  await house.settled()

  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  await he.press(partText.send.zh)
  await see(he.page.getByRole('list', { name: partText.preview.zh })).toContainText('茶盘 × 2')
  await he.confirms()

  await see(he.page.getByRole('alert').filter({ hasText: '茶盘 100 克 × 1' })).toContainText('到货即补发')
  expect((await outboundsOf(house.ctx, order.id)).map(({ lines }) => lines.map(({ quantity }) => quantity))).toEqual([
    [2],
  ])
})

/** The first shelf of the first warehouse. */
async function theShelf() {
  const [{ id: warehouseId }] = (await warehouses(house.ctx)) as [Warehouse]
  const bin = (await binsOf(house.ctx, warehouseId)).find(({ zone }) => zone === 'pick')!
  return { ctx: house.ctx, warehouseId, binId: bin.id }
}

/** 183 plain orders, four pairs of them of one buyer to one address; 16 large ones; one whose buyer wants it elsewhere. */
function twoHundredOrders(): string[][] {
  const heads = [
    '订单号',
    '付款状态',
    '商家编码',
    '数量',
    '单价',
    '应付金额',
    '收货人',
    '收货电话',
    '省',
    '市',
    '区县',
    '详细地址',
    '买家留言',
  ]
  const rows = Array.from({ length: 200 }, (_, index) => {
    const price = index >= 183 && index < 199 ? '600.00' : '49.00'
    const buyer = index < 8 ? Math.floor(index / 2) : index
    return [
      `B-${index}`,
      '已付款',
      mug.sku,
      '1',
      price,
      price,
      `买家${buyer}`,
      `139${String(20_000_000 + buyer)}`,
      ...['浙江省', '杭州市', '西湖区', `文三路 ${buyer + 1} 号`],
      index === 199 ? '请等一下，我要改地址' : '',
    ]
  })
  return [heads, ...rows]
}
