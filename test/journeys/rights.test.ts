import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { loadProduct } from '#goods/catalog'
import { say } from '#kernel/text'
import { listRoles } from '#office/roles'
import { transaction } from '#platform/database'
import { markOf } from '#sales/orders'
import { changeRule, createRule, findRules, removeRule } from '#sales/rules'
import { listCarriers, listFreightRules, saveCarrier, saveFreightRule } from '#supply/shipping'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { auditText } from '../../apps/audit/audit-text.ts'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { productText } from '../../apps/console/src/pages/goods/product-text.ts'
import { rolesPageText } from '../../apps/console/src/pages/office/roles-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { rulesPageText } from '../../apps/console/src/pages/sales/rules-text.ts'
import { workbenchText } from '../../apps/console/src/pages/sales/workbench-text.ts'
import { shippingPageText } from '../../apps/console/src/pages/supply/shipping-text.ts'
import { aMember } from './people/staff.ts'

const house = await runningHouse()
const { stonewareMug, linenTowel } = house.shop.goods
const browser = await openBrowser()
afterAll(() => browser.close())
const t = (key: string, values?: Record<string, unknown>) =>
  say({ ...houseTexts, ...ordersPageText, ...workbenchText, ...frameText }, 'zh', key, values)
const audit = (key: keyof typeof auditText) => say(auditText, 'zh', key)
const roles = (key: keyof typeof rolesPageText, values?: Record<string, unknown>) =>
  say(rolesPageText, 'zh', key, values)

const rules = (key: keyof typeof rulesPageText, values?: Record<string, unknown>) =>
  say(rulesPageText, 'zh', key, values)
const shipping = (key: keyof typeof shippingPageText) => say(shippingPageText, 'zh', key)

const customer = await aCustomer(house, '13900000061')

test('SEC-08 SEC-04: the auditor finds who saw a phone number, and why, without being shown the number', async () => {
  const order = await aPaidOrderOf(house, customer, { of: stonewareMug.variants[0]! })
  const he = await aMember(browser, house, 'service', { path: `/orders/${order.id}` })
  await he.press(t('recipient.reveal'))
  await he.confirms({ [t('recipient.reveal.why')]: '快递员打不通电话' })
  await see(he.page.getByText('13900000061')).toBeVisible()

  const auditor = await aMember(browser, house, 'finance', { path: '/audit' })
  await auditor.press(audit('seen'))
  await auditor.page.getByLabel(audit('seen.phone')).fill('139 0000 0061')
  await auditor.page.keyboard.press('Enter')

  const row = auditor.page.getByRole('dialog').getByRole('row', { name: order.number })
  await see(row).toContainText('快递员打不通电话')
  await see(row).toContainText('何小满')
  await auditor.page.getByLabel(audit('seen.phone')).fill('13900000062')
  await auditor.page.keyboard.press('Enter')
  await see(auditor.page.getByText(audit('seen.none'))).toBeVisible()
})

test('SEC-09 ORD-16: of two people who note something on one order the second hears who was faster and what they wrote, and loses nothing', async () => {
  const order = await aPaidOrderOf(house, customer, { of: linenTowel.variants[0]! })
  const path = `/orders/${order.id}`
  const he = await aMember(browser, house, 'service', { path })
  const lin = await aMember(browser, house, 'owner', { path })
  const note = (page: typeof he.page) => page.getByLabel(t('mark.note'), { exact: true })
  const noteOf = async () => (await markOf(house.ctx, order.id)).note
  await note(he.page).fill('客户要改地址')
  await note(lin.page).fill('发顺丰')
  await lin.press(t('mark.save'))
  await see(lin.page.getByText(t('mark.saved'))).toBeVisible()

  await he.press(t('mark.save'))
  const faster = he.page.getByRole('alert').filter({ hasText: t('faster.kept') })
  await see(faster).toContainText('发顺丰')
  await see(faster).toContainText('沈檐')
  await see(note(he.page)).toHaveValue('客户要改地址')
  expect(await noteOf()).toBe('发顺丰')
  await he.press(t('faster.mine'))
  await see(faster).toBeHidden()
  expect(await noteOf()).toBe('客户要改地址')

  await note(lin.page).fill('不急')
  await lin.press(t('mark.save'))
  await lin.press(t('faster.theirs'))
  await see(note(lin.page)).toHaveValue('客户要改地址')
  expect(await noteOf()).toBe('客户要改地址')
})

test('CAT-18 SEC-09: of two people who edit one product, or one setting, the second chooses whose words stand', async () => {
  const { id } = await loadProduct(house.ctx, stonewareMug.id)
  const goods = await aMember(browser, house, 'goods', { path: `/products/${id}` })
  const lin = await aMember(browser, house, 'owner', { path: `/products/${id}` })
  const name = (page: typeof goods.page) => page.getByLabel(say(productText, 'zh', 'name'), { exact: true }).first()
  await name(lin.page).fill('粗陶马克杯（新）')
  await name(goods.page).fill('粗陶大马克杯')
  await lin.page.keyboard.press('Control+S')
  await see(lin.page.getByText(say(productText, 'zh', 'saved'))).toBeVisible()
  await goods.page.keyboard.press('Control+S')
  await see(goods.page.getByRole('alert').filter({ hasText: '粗陶马克杯（新）' })).toContainText('沈檐')
  await see(name(goods.page)).toHaveValue('粗陶大马克杯')
  await goods.press(t('faster.mine'))
  await see(goods.page.getByRole('alert').filter({ hasText: t('faster.kept') })).toBeHidden()
  expect((await loadProduct(house.ctx, stonewareMug.id)).texts.zh?.name).toBe('粗陶大马克杯')
})

test('ORD-03 SEC-09: of two people who change one rule the second hears in words what changed and chooses; the audit trail tells it in the same words', async () => {
  const amount = (minor: number) => ({ field: 'amount', from: minor, to: null }) as const
  const action = { kind: 'review', decision: 'ask', reason: '先打电话' } as const
  const rule = await createRule(house.ctx, { name: '大额核对', enabled: true, conditions: [amount(50_000)], action })
  const she = await aMember(browser, house, 'ops', { path: '/order-rules' })
  const row = she.page.getByRole('row', { name: '大额核对' })
  await she.press(`${rules('edit')} 大额核对`)
  const editor = she.page.getByRole('dialog')
  await editor.getByLabel(rules('name'), { exact: true }).fill('大额先打电话')
  const lin = () => ({ ...house.ctx, actor: house.shop.owner, now: Temporal.Now.instant() })
  await changeRule(lin(), { ...rule, conditions: [amount(80_000), { field: 'region', any: ['33'], not: true }] })

  await editor.getByRole('button', { name: rules('save') }).click()
  const faster = editor.getByRole('alert').filter({ hasText: t('faster.kept') })
  await see(faster).toContainText(house.shop.owner.name)
  await see(faster).toContainText(/应付金额.*500.*→.*800/)
  await see(faster).toContainText('不是 浙江省')
  await see(editor.getByLabel(rules('name'), { exact: true })).toHaveValue('大额先打电话')
  await faster.getByRole('button', { name: t('faster.theirs') }).click()
  await see(faster).toBeHidden()
  await editor.getByLabel(rules('name'), { exact: true }).fill('大额先打电话')
  await editor.getByRole('button', { name: rules('save') }).click()
  await see(editor).toBeHidden()
  expect(await findRules(house.ctx)).toMatchObject([
    { name: '大额先打电话', conditions: [{ from: 80_000 }, { not: true }] },
  ])

  await see(she.page.getByRole('row', { name: '大额先打电话' })).toBeVisible()
  await changeRule(lin(), { ...rule, name: '大额人工', conditions: [amount(90_000)] })
  await she.page.getByRole('switch', { name: rules('on.of', { name: '大额先打电话' }) }).click()
  await see(she.page.getByRole('row', { name: '大额人工' })).toBeVisible()
  await see(row).toBeHidden()
  expect(await findRules(house.ctx)).toMatchObject([{ name: '大额人工', enabled: true }])

  const auditor = await aMember(browser, house, 'finance', { path: `/audit?thing=${rule.id}` })
  await auditor.page.getByRole('button', { name: /展开/ }).first().click()
  await see(auditor.page.getByRole('row', { name: /条件 › 应付金额/ }).last()).toContainText(/800.*900/)
  await removeRule(house.ctx, rule.id)
})

test('SEC-09: of two people who edit one carrier, freight rule or receiver of events, the second chooses whose words stand', async () => {
  const lin = { ...house.ctx, actor: house.shop.owner }
  const [carrier] = await listCarriers(house.ctx)
  const he = await aMember(browser, house, 'ops', { path: '/shipping' })
  const dialog = he.page.getByRole('dialog')
  const phone = dialog.getByLabel(shipping('carrier.phone'))
  const edits = he.page.getByRole('row', { name: carrier!.code }).first()
  await edits.getByRole('button', { name: shipping('carrier.edit') }).click()
  await phone.fill('4001')
  await transaction(lin, (tx) => saveCarrier(tx, { ...carrier!, phone: '4002', cashRegions: ['33'] }))
  await dialog.getByRole('button', { name: t('confirm') }).click()
  const faster = dialog.getByRole('alert').filter({ hasText: t('faster.kept') })
  await see(faster).toContainText('4002')
  await see(faster).toContainText('浙江省')
  await see(phone).toHaveValue('4001')
  await faster.getByRole('button', { name: t('faster.mine') }).click()
  await see(dialog).toBeHidden()
  await see(edits.getByRole('button', { name: shipping('carrier.edit') })).toBeFocused()
  expect((await listCarriers(house.ctx)).find(({ code }) => code === carrier!.code)).toMatchObject({
    phone: '4001',
    cashRegions: carrier!.cashRegions,
  })

  const [rule] = await listFreightRules(house.ctx)
  const name = dialog.getByLabel(shipping('rule.name'))
  await he.page
    .getByRole('row', { name: rule!.name })
    .first()
    .getByRole('button', { name: shipping('rule.edit') })
    .click()
  await name.fill('我的名字')
  await transaction(lin, (tx) => saveFreightRule(tx, { ...rule!, name: '她的名字' }))
  await dialog.getByRole('button', { name: t('confirm') }).click()
  await see(faster).toContainText('她的名字')
  await faster.getByRole('button', { name: t('faster.theirs') }).click()
  await see(name).toHaveValue('她的名字')
  await dialog.getByRole('button', { name: t('confirm') }).click()
  await see(dialog).toBeHidden()
  expect((await listFreightRules(house.ctx)).find(({ id }) => id === rule!.id)?.name).toBe('她的名字')
})

test('ORG-05: the owner makes a role from a preset, sees how it differs and puts it back', async () => {
  const lin = await aMember(browser, house, 'owner', { path: '/roles/new' })
  await lin.page.getByRole('combobox', { name: roles('from') }).fill('配货')
  await lin.page.keyboard.press('Enter')
  await see(lin.page.getByText(roles('preset', { name: '配货人员' }))).toBeVisible()
  await see(lin.page.getByText(roles('preset.same'))).toBeVisible()
  const cancels = lin.page.getByRole('checkbox', { name: /取消订单/ })
  await cancels.check()
  await see(lin.page.getByText(roles('preset.more'))).toBeVisible()
  await lin.press(roles('preset.put-back'))
  await see(cancels).not.toBeChecked()
  await lin.press(roles('save'))
  await see(lin.page.getByRole('link', { name: '配货人员' })).toBeVisible()
  const made = (await listRoles(house.ctx)).find(({ name }) => name.zh === '配货人员')
  expect(made).toMatchObject({ preset: 'picker' })
  expect(made?.permissions).not.toContain('orders.cancel')
})
