import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { loadShop } from '#office/shops'
import { transaction } from '#platform/database'
import { aBrowser, anApi, type Browser, staffBrowser } from '#test/api'
import { aCaringShop, aReturn, aShippedOrder, buyersBrowser, type ShippedOrder } from '#test/cases'
import { testDatabase } from '#test/database'
import { staffRoutes } from './admin/accounts.ts'
import { staffCaseRoutes } from './admin/cases.ts'
import { caseRoutes } from './store/cases.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db, { now: Temporal.Now.instant() })
await db.updateTable('office.shops').set({ is_default: true }).where('id', '=', shop.ctx.shopId).execute()
const { code } = await loadShop(shop.ctx)
const server = await anApi(db, { routes: [caseRoutes, staffCaseRoutes, staffRoutes] })

const hired = (role: string): Promise<Browser> =>
  transaction(shop.ctx, (tx) =>
    createStaff(tx, { userName: role, displayName: role, password: 'tea-in-the-morning', roles: [role] }),
  ).then(() => staffBrowser(server, role, 'tea-in-the-morning'))
await transaction(shop.ctx, presetShopRoles)
const [service, warehouse, goods] = [await hired('service'), await hired('warehouse'), await hired('goods')]

async function aBuyersOrder(): Promise<{ sold: ShippedOrder; buyer: Browser }> {
  const sold = await aShippedOrder(shop)
  return { sold, buyer: await buyersBrowser(server, sold, code) }
}

const wish = ({ order, lines }: ShippedOrder, more: object = {}) => ({
  orderId: order.id,
  kind: 'return',
  lines: [{ lineId: lines[0]!.id, quantity: 1 }],
  reason: 'damaged',
  description: '杯口缺了一角',
  ...more,
})

test('AFS-02 AFS-03 AFS-07 a return over HTTP: apply, ask, answer, approve, send back, count, grade, refunded', async () => {
  const { sold, buyer } = await aBuyersOrder()
  const key = { 'idempotency-key': newId() }
  const applied = await buyer.call('POST', '/api/v1/store/cases', wish(sold), key)
  expect(applied).toMatchObject({
    status: 201,
    body: {
      status: 'applied',
      orderNumber: sold.order.number,
      amount: { minor: 2_900, currency: 'CNY' },
      freight: { minor: 400 },
    },
  })
  expect((await buyer.call('POST', '/api/v1/store/cases', wish(sold), key)).body).toEqual(applied.body)
  expect((await buyer.call('GET', `/api/v1/store/cases?orderId=${sold.order.id}`)).body).toHaveLength(1)

  const { id, lines } = applied.body
  const named = async (language: string) => {
    const { body } = await service.call('GET', `/api/v1/admin/cases/${id}`, undefined, { 'accept-language': language })
    return body.lines.map((line: { name: string }) => line.name)
  }
  const { name } = sold.lines[0]!
  expect(name.zh).not.toBe(name.en)
  expect([await named('zh'), await named('en')]).toEqual([[name.zh], [name.en]])
  const [lineId] = lines.map((line: { id: string }) => line.id)
  const [store, admin] = [`/api/v1/store/cases/${id}`, `/api/v1/admin/cases/${id}`]
  await service.call('POST', `${admin}/ask`, { question: '哪一只？' })
  expect((await buyer.call('GET', store)).body).toMatchObject({ status: 'asked', question: '哪一只？' })
  await buyer.call('POST', `${store}/answer`, { answer: '左边那只' })
  expect((await service.call('POST', `${admin}/approve`)).body).toMatchObject({
    status: 'approved',
    decidedBy: 'service',
  })
  const sent = await buyer.call('POST', `${store}/send-back`, { carrier: 'ZTO', waybillNumber: 'RT20260302' })
  expect(sent.body).toMatchObject({ status: 'sent_back', returnWaybill: 'RT20260302' })

  expect((await warehouse.call('GET', '/api/v1/admin/cases?text=rt20260302')).body.rows).toMatchObject([{ id }])
  const arrived = await warehouse.call('POST', `${admin}/arrive`, { received: [{ lineId, quantity: 1 }] })
  expect(arrived.body).toMatchObject({ status: 'arrived', alarm: null, lines: [{ received: 1 }] })
  const graded = await warehouse.call('POST', `${admin}/grade`, { grades: [{ lineId, grade: 'flawed' }] })
  expect(graded.body).toMatchObject({ status: 'refunding', lines: [{ grade: 'flawed', restocked: 0 }] })
  await shop.tell()

  const settled = await buyer.call('GET', store)
  expect(settled.body).toMatchObject({ status: 'settled', amount: { minor: 2_900 } })
  expect(settled.body).not.toHaveProperty('decidedBy')
  expect(settled.body).not.toHaveProperty('alarm')
})

test('AFS-03 another buyer’s case is not there, for reading and for every step', async () => {
  const { sold, buyer } = await aBuyersOrder()
  const { id } = await aReturn(shop, { of: sold })
  const stranger = (await aBuyersOrder()).buyer
  for (const [path, body] of [
    ['answer', { answer: '好' }],
    ['withdraw', undefined],
    ['send-back', { carrier: 'ZTO', waybillNumber: 'RT20260303' }],
  ] as const)
    expect(await stranger.call('POST', `/api/v1/store/cases/${id}/${path}`, body)).toMatchObject({
      status: 404,
      body: { code: 'cases.not_found' },
    })
  expect((await stranger.call('GET', `/api/v1/store/cases/${id}`)).status).toBe(404)
  expect((await stranger.call('POST', '/api/v1/store/cases', wish(sold))).body).toMatchObject({
    code: 'orders.not_found',
  })
  expect((await stranger.call('GET', '/api/v1/store/cases')).body).toEqual([])
  expect((await aBrowser(server, { 'x-shop': code }).call('GET', `/api/v1/store/cases/${id}`)).status).toBe(401)
  expect((await buyer.call('POST', `/api/v1/store/cases/${id}/withdraw`)).body).toMatchObject({ status: 'withdrawn' })
})

test('AFS-03 service decides, the warehouse counts and grades, and neither does the other’s work', async () => {
  const { sold } = await aBuyersOrder()
  const { id } = await aReturn(shop, { of: sold })
  const at = (step: string) => `/api/v1/admin/cases/${id}/${step}`
  const statusOf = async (who: Browser, step: string, body?: object) => (await who.call('POST', at(step), body)).status

  expect(await statusOf(warehouse, 'approve')).toBe(403)
  expect(await statusOf(warehouse, 'refuse', { reason: '不' })).toBe(403)
  expect(await statusOf(warehouse, 'ask', { question: '？' })).toBe(403)
  expect(await statusOf(service, 'arrive', { received: [] })).toBe(403)
  expect(await statusOf(service, 'grade', { grades: [] })).toBe(403)
  expect((await warehouse.call('POST', '/api/v1/admin/cases', wish(sold))).status).toBe(403)
  expect((await warehouse.call('GET', `/api/v1/admin/cases/${id}`)).status).toBe(200)
  expect((await goods.call('GET', `/api/v1/admin/cases/${id}`)).status).toBe(200)
  expect((await aBrowser(server).call('GET', '/api/v1/admin/cases')).status).toBe(401)

  expect((await service.call('POST', at('refuse'), { reason: '已使用' })).body).toMatchObject({ status: 'refused' })
  expect(await service.call('POST', at('approve'))).toMatchObject({
    status: 409,
    body: { code: 'cases.cannot', detail: '售后单当前状态（已拒绝）不能执行此操作' },
  })
})

test('AFS-22 the register is filtered by state and kind and counted', async () => {
  const { sold } = await aBuyersOrder()
  const { id, number } = await aReturn(shop, { of: sold })
  const rows = async (query: string) =>
    (await service.call('GET', `/api/v1/admin/cases?${query}`)).body.rows.map((row: { id: string }) => row.id)

  expect(await rows('status=applied&status=asked&kind=return&limit=1')).toEqual([id])
  expect(await rows('status=applied')).toContain(id)
  expect(await rows(`text=${number}`)).toEqual([id])
  expect(await rows(`orderId=${sold.order.id}&kind=refund`)).toEqual([])
  expect((await service.call('GET', '/api/v1/admin/cases?kind=gift')).status).toBe(400)
  expect((await service.call('GET', '/api/v1/admin/cases/counters')).body.applied).toBeGreaterThan(0)
})

test('AFS-02 what makes no sense is refused at the edge, naming the field', async () => {
  const { sold, buyer } = await aBuyersOrder()
  for (const body of [
    wish(sold, { kind: 'parcel_inquiry' }),
    wish(sold, { reason: 'bored' }),
    wish(sold, { lines: [] }),
    wish(sold, { lines: [{ lineId: sold.lines[0]!.id, quantity: 1.5 }] }),
    wish(sold, { refund: { minor: 1, currency: 'CNY' } }),
    wish(sold, { description: '长'.repeat(501) }),
  ])
    expect((await buyer.call('POST', '/api/v1/store/cases', body)).status).toBe(400)
  const tooMany = wish(sold, { lines: [{ lineId: sold.lines[0]!.id, quantity: 3 }] })
  expect(await buyer.call('POST', '/api/v1/store/cases', tooMany)).toMatchObject({
    status: 409,
    body: { code: 'cases.too_many', detail: '“龙井茶”最多还能退 2 件' },
  })
})

test('AFS-02 AFS-25 a compensation over HTTP: asked for, granted in part, confirmed by a second person', async () => {
  const { sold, buyer } = await aBuyersOrder()
  const amount = { minor: 5_500, currency: 'CNY' }
  const applied = await buyer.call('POST', '/api/v1/store/cases', wish(sold, { kind: 'compensation', amount }))
  expect(applied).toMatchObject({ status: 201, body: { status: 'applied', amount } })
  const admin = `/api/v1/admin/cases/${applied.body.id}`
  const less = { minor: 5_100, currency: 'CNY' }
  expect((await service.call('POST', `${admin}/compensate`, { amount: less })).body).toMatchObject({
    status: 'to_confirm',
    amount: less,
  })
  expect(await service.call('POST', `${admin}/confirm`)).toMatchObject({
    status: 403,
    body: { code: 'cases.confirms_own' },
  })
  expect((await warehouse.call('POST', `${admin}/confirm`)).status).toBe(403)
})

test('AFS-02 AFS-09 what is missing goes out again: staff and buyer see the box, and money can go back instead', async () => {
  const { sold, buyer } = await aBuyersOrder()
  const applied = await buyer.call('POST', '/api/v1/store/cases', wish(sold, { kind: 'reshipment', reason: 'missing' }))
  const admin = `/api/v1/admin/cases/${applied.body.id}`
  expect((await service.call('POST', `${admin}/approve`)).body).toMatchObject({ status: 'replacing' })
  await shop.tell()
  expect((await buyer.call('GET', `/api/v1/store/cases/${applied.body.id}`)).body.parcels).toEqual([])
  expect(await service.call('POST', `${admin}/return-instead`)).toMatchObject({ status: 409 })
  expect((await service.call('POST', `${admin}/pay-instead`)).body).toMatchObject({
    status: 'refunding',
    amount: { minor: 2_900 },
  })
})
