import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { rolePresets } from '#model/office/roles'
import { inventoryText } from '#model/supply/inventory'
import { warehouseText } from '#model/supply/warehouse'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { createServer, type Identity } from '#platform/http'
import { openLog } from '#platform/log'
import { findPersonalReads } from '#platform/personal-reads'
import { shipRest } from '#supply/warehouse'
import { lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { readPdf } from '#test/pdf'
import {
  aReleasedOutbound,
  aShop,
  aStockedVariant,
  aVariant,
  aWarehouse,
  labelled,
  pickAll,
  weighed,
} from '#test/stock'
import { apiText } from '../text.ts'
import { outboundRoutes } from './outbound.ts'
import { pdaRoutes } from './pda.ts'
import { stockRoutes } from './stock.ts'

const { db } = await testDatabase()
const everything = [
  'stock.read',
  'stock.adjust',
  'outbound.read',
  'outbound.pick',
  'outbound.pack',
  'outbound.hand_over',
]
const servers: { close(): PromiseLike<unknown> }[] = []
afterAll(() => Promise.all(servers.map((server) => server.close())))

/** The API as Mei of a shop sees it, with these permissions. */
async function asMei(ctx: Context, { may = everything, locale = 'zh' as const } = {}) {
  const identity: Identity = { actor: { ...mei, permissions: new Set(may) }, shopId: ctx.shopId, locale }
  const server = createServer({
    log: openLog({ level: 'silent' }),
    publicUrl: 'http://localhost',
    version: 'test',
    texts: { ...apiText, ...inventoryText, ...warehouseText },
    identify: async () => identity,
    contextFor: ({ actor, shopId }, origin) => ({ ...ctx, actor, shopId, origin }),
  })
  servers.push(server)
  await server.after()
  for (const routes of [stockRoutes, outboundRoutes, pdaRoutes])
    server.register(async (app) => routes(app as typeof server))
  const call = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const response = await server.inject({
      method,
      url: `/api/v1/admin${path}`,
      payload: body,
      headers: { 'idempotency-key': newId() },
    })
    const isJson = /json/.test(String(response.headers['content-type']))
    return { status: response.statusCode, body: isJson ? response.json() : response.rawPayload }
  }
  return {
    get: (path: string) => call('GET', path),
    post: (path: string, body: object = {}) => call('POST', path, body),
  }
}

async function aHouse() {
  const ctx = await aShop(db, { actor: mei })
  const place = await aWarehouse(ctx)
  const mug = await aStockedVariant(ctx, place, 10, { barcode: `M${newId().slice(-10)}` })
  return { ctx, place, mug }
}

test('INV-01 the stock list over HTTP: find a SKU, see where it lies, and why the number is what it is', async () => {
  const { ctx, place, mug } = await aHouse()
  const api = await asMei(ctx)
  await api.post('/stock/adjustments', {
    binId: place.shelf,
    lotId: await lotId(api, mug.variantId),
    variantId: mug.variantId,
    change: -3,
    reason: '破损',
    seen: 10,
  })

  const list = await api.get(`/stock?text=${encodeURIComponent(mug.sku)}&limit=10`)
  expect(list).toMatchObject({
    status: 200,
    body: {
      rows: [{ sku: mug.sku, onHand: 7, reserved: 0, available: 7, quarantined: 0, warehouseId: place.warehouseId }],
    },
  })
  expect((await api.get(`/stock/${mug.variantId}/bins`)).body).toMatchObject([
    { bin: 'A1', zone: 'pick', lot: 'L1', quantity: 7, allocated: 0 },
  ])
  const why = await api.get(`/stock/${mug.variantId}/movements?warehouseId=${place.warehouseId}`)
  expect(why.body).toMatchObject({
    item: { sku: mug.sku },
    onHand: 7,
    movements: {
      rows: [
        { kind: 'adjust', quantity: -3, balance: 7, reason: '破损', actorName: 'Mei' },
        { kind: 'receive', balance: 10 },
      ],
    },
  })
  expect((await api.get(`/stock/item?code=${mug.barcode}`)).body).toMatchObject({ variantId: mug.variantId })
})

const lotId = async (api: Awaited<ReturnType<typeof asMei>>, variantId: string): Promise<string> =>
  (await api.get(`/stock/${variantId}/bins`)).body[0].lotId

test('INV-09 goods are received by hand with lot and dates, and the expiry list shows them', async () => {
  const { ctx, place } = await aHouse()
  const tea = await aVariant(ctx)
  const api = await asMei(ctx)
  const lot = { number: 'T-26', producedOn: '2025-09-20', expiresOn: '2026-03-20' }
  const line = { binId: place.shelf, variantId: tea.variantId, quantity: 12, lot }
  expect(
    await api.post('/stock/receipts', { warehouseId: place.warehouseId, reason: '送货单 88', lines: [line] }),
  ).toMatchObject({ status: 201 })

  expect((await api.get('/lots/expiring')).body).toMatchObject([
    { sku: tea.sku, number: 'T-26', expiresOn: '2026-03-20', quantity: 12, daysLeft: 18 },
  ])
  expect((await api.get(`/stock/${tea.variantId}/lots`)).body).toMatchObject([
    { number: 'T-26', producedOn: '2025-09-20', received: 12 },
  ])
  const wrong = await api.post('/stock/receipts', {
    warehouseId: place.warehouseId,
    lines: [{ ...line, lot: { ...lot, expiresOn: '2026-05-01' } }],
  })
  expect(wrong).toMatchObject({ status: 409, body: { code: 'inventory.lot_dates_differ', details: { field: 'lot' } } })
  const [{ id }] = (await api.get(`/stock/${tea.variantId}/lots`)).body
  expect((await api.post(`/lots/${id}/block`, { reason: '投诉' })).status).toBe(200)
  expect((await api.get('/stock?state=quarantined')).body.rows).toMatchObject([
    { sku: tea.sku, onHand: 0, quarantined: 12 },
  ])
})

test('INV-01 warehouses and bins are set up over HTTP, goods moved between bins', async () => {
  const { ctx, place, mug } = await aHouse()
  const api = await asMei(ctx)
  const fields = {
    code: 'GZ',
    name: '广州仓',
    nameEn: 'Guangzhou',
    contactName: '梅',
    contactPhone: '020',
    districtCode: '440106',
    street: '1',
    priority: 5,
    provinces: ['44'],
  }
  const { body: made } = await api.post('/warehouses', fields)
  expect((await api.post(`/warehouses/${made.id}/bins`, { code: 'B-01', zone: 'reserve', pathOrder: 3 })).status).toBe(
    201,
  )
  expect((await api.get(`/warehouses/${made.id}/bins`)).body.map(({ code }: { code: string }) => code)).toEqual([
    'B-01',
    'STAGE-01',
    'PACK-01',
    'RETURN-01',
    'QUARANTINE-01',
  ])
  expect((await api.get('/warehouses')).body).toHaveLength(2)
  const move = {
    fromBinId: place.shelf,
    toBinId: place.bins[1]!.id,
    lotId: await lotId(api, mug.variantId),
    variantId: mug.variantId,
    quantity: 4,
  }
  expect((await api.post('/stock/moves', move)).status).toBe(200)
  expect(
    (await api.get(`/stock/${mug.variantId}/bins`)).body.map(({ quantity }: { quantity: number }) => quantity),
  ).toEqual([6, 4])
})

test('OUT-06 OUT-09 OUT-13 a scanner takes an order from the next task to the courier over HTTP', async () => {
  const { ctx, place, mug } = await aHouse()
  const {
    outboundIds: [id],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const api = await asMei(ctx)
  const on = `/pda/outbounds/${id}`
  const { warehouseId } = place

  expect((await api.get(`/pda/tasks?warehouseId=${warehouseId}&stage=pick`)).body).toMatchObject([
    { outboundId: id, pieces: 2 },
  ])
  expect((await api.post('/pda/next', { warehouseId })).body).toMatchObject({
    outboundId: id,
    status: 'picking',
    picker: 'Mei',
  })
  const wrong = await api.post(`${on}/pick-scans`, { scanId: newId(), code: 'B9' })
  expect(wrong).toMatchObject({
    status: 200,
    body: { accepted: false, code: 'warehouse.scan.wrong_bin', message: '库位不对，应为 A1' },
  })
  await api.post(`${on}/pick-scans`, { scanId: newId(), code: 'A1' })
  expect((await api.post(`${on}/pick-scans`, { scanId: newId(), code: mug.barcode, quantity: 2 })).body).toMatchObject({
    accepted: true,
    view: { status: 'picked' },
  })

  const waybill = await labelled(ctx, id!)
  expect((await api.get(`/pda/find?number=${waybill}`)).body).toEqual({ outboundId: id })
  expect((await api.post(`${on}/pack-scans`, { scanId: newId(), code: mug.sku, quantity: 2 })).body).toMatchObject({
    accepted: true,
    view: { goodsComplete: true },
  })
  expect((await api.post(`${on}/recipient-scans`, { scanId: newId(), code: waybill })).body).toMatchObject({
    accepted: true,
  })
  expect((await api.post(`${on}/weight`, { scanId: newId(), weightGrams: 5_000 })).body).toMatchObject({
    accepted: false,
    message: '重量 5000 克与预计 550 克相差 809%',
  })
  expect((await api.post(`${on}/weight`, { scanId: newId(), weightGrams: 560, postageMinor: 700 })).body).toMatchObject(
    { accepted: true },
  )
  expect((await api.get(`/pda/hand-over?warehouseId=${warehouseId}`)).body).toMatchObject([
    { waybillNumber: waybill, weightGrams: 560 },
  ])
  expect(
    (await api.post('/pda/hand-over-scans', { scanId: newId(), warehouseId, carrier: 'SF', code: waybill })).body,
  ).toMatchObject({ accepted: true, view: { waiting: [] } })
  expect((await api.get(`/outbounds/${id}`)).body).toMatchObject({
    status: 'handed_over',
    parcel: { waybillNumber: waybill, status: 'handed_over' },
  })
})

test('OUT-15 a short pick over HTTP, and the rest goes on', async () => {
  const { ctx, mug } = await aHouse()
  const {
    outboundIds: [id],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 10 }])
  const api = await asMei(ctx)
  const { body: task } = await api.post(`/pda/outbounds/${id}/start`, {})
  const short = await api.post(`/pda/outbounds/${id}/shorts`, {
    scanId: newId(),
    pickId: task.current,
    quantity: 4,
    reason: 'damaged',
  })
  expect(short.body).toMatchObject({ accepted: true, details: { missing: 4, foundElsewhere: 0 }, view: { total: 6 } })
  expect((await pickAll(ctx, id!)).status).toBe('short')
  await transaction(ctx, (tx) => shipRest(tx, { outboundId: id! }))
  expect((await api.get(`/pda/outbounds/${id}/pack`)).body).toMatchObject({
    status: 'picked',
    total: 6,
    expectedGrams: 1_350,
  })
})

test('OUT-01 the day’s unshipped orders are downloaded with recipient and requests, and the download is logged', async () => {
  const { ctx, mug } = await aHouse()
  const { sourceNumber } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }], { requests: ['不要放发票'] })
  const desk = await asMei(ctx, { may: [...everything, 'customers.reveal'] })
  const sheet = String((await desk.get('/outbounds/unshipped.csv')).body)

  expect(sheet.charCodeAt(0)).toBe(0xfeff)
  const [heads, row] = sheet.slice(1).split('\n')
  expect(heads).toContain('出库单号,订单号,仓库,状态')
  for (const part of [sourceNumber, '待拣货', '安小姐', '138****8000', '文三路 90 号', '不要放发票', `${mug.sku} × 2`])
    expect(row).toContain(part)
  const logged = await db
    .selectFrom('platform.events')
    .select('data')
    .where('shop_id', '=', ctx.shopId)
    .where('type', '=', 'outbound.exported')
    .execute()
  expect(logged).toMatchObject([{ data: { count: 1 } }])
})

test('SEC-04 no role that packs takes names and streets along in the list of what has not left, unless it may see whole recipients', async () => {
  const { ctx, mug } = await aHouse()
  const { sourceNumber } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }])
  const packing = rolePresets.filter(({ permissions }) => permissions.includes('outbound.pack'))
  expect(packing.length).toBeGreaterThan(4)
  for (const { code, permissions } of packing) {
    const sheet = String((await (await asMei(ctx, { may: [...permissions] })).get('/outbounds/unshipped.csv')).body)
    expect(sheet, code).toContain(sourceNumber)
    const isWhole = permissions.includes('customers.reveal')
    expect([code, sheet.includes('安小姐'), sheet.includes('文三路')]).toEqual([code, isWhole, isWhole])
    expect(sheet.includes('安**'), code).toBe(!isWhole)
  }
  const whole = packing.filter(({ permissions }) => permissions.includes('customers.reveal'))
  const { rows } = await findPersonalReads(ctx, { subjectIds: [ctx.shopId] })
  expect(rows).toHaveLength(whole.length)
})

test('OUT-02 pick list, shipping note and waybill print for one order or for many', async () => {
  const { ctx, mug } = await aHouse()
  const first = await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }], { requests: ['礼品包装'] })
  const second = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const api = await asMei(ctx)
  const [one, two] = [first.outboundIds[0]!, second.outboundIds[0]!]

  const [before] = readPdf((await api.get(`/outbounds/${one}/pick-list.pdf`)).body)
  for (const part of ['A1', mug.sku, 'L1', first.sourceNumber, '礼品包装']) expect(before!.text).toContain(part)
  const waybill = await weighed(ctx, one)
  const notes = readPdf((await api.get(`/outbounds/shipping-note.pdf?ids=${one}&ids=${two}`)).body)
  expect(notes).toHaveLength(2)
  for (const part of ['安小姐', waybill, first.sourceNumber]) expect(notes[0]!.text).toContain(part)
  const [label] = readPdf((await api.get(`/outbounds/${one}/waybill.pdf`)).body)
  expect(label!.text).toContain('13800138000')
  expect(await api.get(`/outbounds/${two}/waybill.pdf`)).toMatchObject({
    status: 409,
    body: { code: 'warehouse.waybill_missing' },
  })

  expect((await api.post('/outbounds/printed', { ids: [one] })).status).toBe(200)
  expect((await api.get(`/outbounds/${one}`)).body.printedAt).toBe(ctx.now.toString())
  const looks = (await historyOf(ctx, one)).filter(({ type }) =>
    ['outbound.paper_made', 'outbound.printed'].includes(type),
  )
  expect(looks).toMatchObject([
    { actorName: 'Mei', data: { paper: 'shipping-note' } },
    { actorName: 'Mei', data: { paper: 'waybill' } },
    { actorName: 'Mei', type: 'outbound.printed' },
  ])
  expect((await api.get('/outbounds/counts')).body).toEqual({ byStatus: { weighed: 1, released: 1 }, overdue: 0 })
})

test('OUT-08 note, order and label of a box all lead to the same box', async () => {
  const { ctx, mug } = await aHouse()
  const {
    outboundIds: [id],
    sourceNumber,
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  await pickAll(ctx, id!)
  const waybill = await labelled(ctx, id!)
  const api = await asMei(ctx)
  const { number } = (await api.get(`/outbounds/${id}`)).body
  for (const code of [number, sourceNumber, waybill])
    expect((await api.get(`/pda/find?number=${code}`)).body).toEqual({ outboundId: id })
  expect((await api.get(`/pda/outbounds/${id}/pack`)).body).toMatchObject({
    number,
    sourceNumber,
    waybillNumber: waybill,
    lines: [{ sku: mug.sku }],
  })
  expect((await api.get('/pda/find?number=nothing')).status).toBe(404)
})

test('OUT-07 goods picked for two orders stay apart: neither box takes a piece of the other', async () => {
  const { ctx, mug } = await aHouse()
  const [ann, bob] = [
    await aReleasedOutbound(ctx, [{ item: mug, quantity: 2 }]),
    await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }]),
  ]
  for (const { outboundIds } of [ann, bob]) await pickAll(ctx, outboundIds[0]!)
  const api = await asMei(ctx)
  const pack = async (id: string | undefined) =>
    (await api.post(`/pda/outbounds/${id}/pack-scans`, { scanId: newId(), code: mug.sku })).body.code

  expect(await pack(bob.outboundIds[0])).toBeNull()
  expect(await pack(bob.outboundIds[0])).toBe('warehouse.scan.already_checked')
  expect([await pack(ann.outboundIds[0]), await pack(ann.outboundIds[0])]).toEqual([null, null])
})

test('OUT-06 each step needs its own permission, and another shop finds nothing', async () => {
  const { ctx, place, mug } = await aHouse()
  const {
    outboundIds: [id],
  } = await aReleasedOutbound(ctx, [{ item: mug, quantity: 1 }])
  const reader = await asMei(ctx, { may: ['outbound.read', 'stock.read'] })
  for (const path of [
    `/outbounds/${id}/shipping-note.pdf`,
    `/outbounds/waybill.pdf?ids=${id}`,
    '/outbounds/unshipped.csv',
  ])
    expect((await reader.get(path)).status).toBe(403)
  const move = { scanId: newId(), code: 'A1' }
  for (const path of [`/pda/outbounds/${id}/pick-scans`, `/pda/outbounds/${id}/pack-scans`])
    expect((await reader.post(path, move)).status).toBe(403)
  expect(
    (await reader.post('/pda/hand-over-scans', { ...move, warehouseId: place.warehouseId, carrier: 'SF' })).status,
  ).toBe(403)

  const stranger = await asMei(await aShop(db, { actor: lin }))
  for (const path of [
    `/outbounds/${id}`,
    `/outbounds/${id}/pick-list.pdf`,
    `/stock/${mug.variantId}/bins`,
    `/stock/${mug.variantId}/lots`,
    `/pda/outbounds/${id}/pick`,
    `/warehouses/${place.warehouseId}/bins`,
    `/hand-over?warehouseId=${place.warehouseId}`,
    `/pda/put-back?warehouseId=${place.warehouseId}`,
  ])
    expect((await stranger.get(path)).status, path).toBe(404)
  expect((await stranger.post(`/pda/outbounds/${id}/start`, {})).status).toBe(404)
})
