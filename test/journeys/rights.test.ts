import { expect as see } from '@playwright/test'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { loadProduct } from '#goods/catalog'
import { say } from '#kernel/text'
import { listRoles } from '#office/roles'
import { markOf } from '#sales/orders'
import { openBrowser } from '#test/chromium'
import { aCustomer, aPaidOrderOf } from '#test/house-orders'
import { runningHouse } from '#test/running-house'
import { auditText } from '../../apps/audit/audit-text.ts'
import { frameText } from '../../apps/console/src/frame/text.ts'
import { productText } from '../../apps/console/src/pages/goods/product-text.ts'
import { rolesPageText } from '../../apps/console/src/pages/office/roles-text.ts'
import { ordersPageText } from '../../apps/console/src/pages/sales/orders-text.ts'
import { workbenchText } from '../../apps/console/src/pages/sales/workbench-text.ts'
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
