import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  carrierAnswerUnreadable,
  carrierDeclined,
  carrierUnreachable,
  kdniao,
  pushForged,
  type WaybillRequest,
} from './index.ts'
import { dataSign, isSigned } from './kdniao-signature.ts'
import { instantOf, kdniaoTime, stateOf } from './kdniao-states.ts'
import { eventsOf } from './kdniao-trace.ts'

const apiKey = '56da2cf8-c8a2-44b2-b6fa-476cd7d1ba17'
const businessId = '1237100'
const reference = JSON.parse(
  readFileSync(new URL('../../test/data/reference-codes/carrier-tracking-states-cn.json', import.meta.url), 'utf8'),
)

let answer: RequestListener = (_request, response) => response.end()
let server: Server
let url: string
beforeAll(async () => {
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const carriers = (limits = { connectMillis: 200, totalMillis: 300, bodyBytes: 2_000 }) =>
  kdniao({ businessId, apiKey, url, limits })
const answering = (content: unknown) => {
  answer = (_request, response) => response.end(typeof content === 'string' ? content : JSON.stringify(content))
}
const hangzhou = { province: '浙江省', city: '杭州市', district: '西湖区', street: '文三路 90 号' }
const parcel: WaybillRequest = {
  parcelNumber: 'PK2611220000013',
  carrier: 'SF',
  service: 'standard',
  sender: { name: '掌柜仓', phone: '13800000009', ...hangzhou },
  recipient: {
    name: '安"安',
    phone: '021-55550001',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    street: '漕溪北路 1 号 #302',
  },
  weightGrams: 1_250,
  goods: [{ name: '龙井 & 茶', quantity: 2 }],
}
const push = (changes: object = {}, sign?: string, type = '101') => {
  const [State, StateEx] = ['2', '202']
  const trace = {
    AcceptTime: '2026-11-22 09:30:00',
    AcceptStation: '【上海徐汇】正在派送',
    Action: '202',
    Location: '上海市',
  }
  const one = { ShipperCode: 'SF', LogisticCode: 'SF1000000000014', Success: true, State, StateEx, Traces: [trace] }
  const RequestData = JSON.stringify({
    EBusinessID: businessId,
    PushTime: '2026-11-22 09:31:00',
    Count: 1,
    Data: [one],
    ...changes,
  })
  return Buffer.from(
    new URLSearchParams({ RequestData, RequestType: type, DataSign: sign ?? dataSign(RequestData, apiKey) }).toString(),
  )
}

test("the signature is the one of Kdniao's interface description", () => {
  const published = "{'OrderCode':'','ShipperCode':'SF','LogisticCode':'118954907573'}"

  expect(dataSign(published, apiKey)).toBe('OWFhM2I5N2ViM2U2MGRkMjc4YzU2NmVlZWI3ZDk0MmE=')
  expect(isSigned(published, 'OWFhM2I5N2ViM2U2MGRkMjc4YzU2NmVlZWI3ZDk0MmE%3D', apiKey)).toBe(true)
  expect(isSigned(`${published} `, 'OWFhM2I5N2ViM2U2MGRkMjc4YzU2NmVlZWI3ZDk0MmE=', apiKey)).toBe(false)
  expect(isSigned(published, '', apiKey)).toBe(false)
})

test("every state code of the reference list has a meaning, and a parcel's times are Chinese wall-clock times", () => {
  const codes = [
    ...Object.keys(reference.states),
    ...Object.values<object>(reference.detailed_states).flatMap((group) => Object.keys(group)),
  ]

  expect(codes.filter((code) => stateOf(code) === undefined)).toEqual(['0', '10'])
  expect([stateOf('404'), stateOf('406'), stateOf('211'), stateOf('299'), stateOf('900')]).toEqual([
    'returning',
    'returned',
    'at_pickup_point',
    'in_transit',
    undefined,
  ])
  expect(instantOf('2020-08-22 19:19:16').toString()).toBe('2020-08-22T11:19:16Z')
  expect(instantOf('2020/8/2 9:05:00').toString()).toBe('2020-08-02T01:05:00Z')
  expect(kdniaoTime(Temporal.Instant.from('2020-08-22T16:00:00Z'))).toBe('2020-08-23 00:00:00')
  expect(() => instantOf('2020-02-31 00:00:00')).toThrow(RangeError)
})

test('LOG-05 a trace without step codes is read by its words, its newest step by the code of the parcel', () => {
  const events = eventsOf(reference.sample_query_answer)

  expect(events.map(({ state }) => state)).toEqual(['accepted', ...Array(5).fill('in_transit'), 'signed'])
  expect(events[0]).toEqual({
    carrier: 'HTKY',
    waybillNumber: '557020683421114',
    at: Temporal.Instant.from('2020-08-22T11:19:16Z'),
    state: 'accepted',
    text: '【MKT-山东恒伊项目】已揽收',
  })
})

test('LOG-05 a push tells state, time, text and place of each step', async () => {
  const events = await carriers().parsePush(push())

  expect(events).toEqual([
    {
      carrier: 'SF',
      waybillNumber: 'SF1000000000014',
      at: Temporal.Instant.from('2026-11-22T01:30:00Z'),
      state: 'delivering',
      text: '【上海徐汇】正在派送',
      location: '上海市',
    },
  ])
  expect(await carriers().parsePush(push({}, undefined, '102'))).toHaveLength(1)
})

test('LOG-05 the empty push of the interface description tells nothing, a parcel in trouble without steps one thing', async () => {
  const parcelOf = (changes: object) => ({
    Data: [
      { ...reference.push_shape.RequestData.Data[0], ShipperCode: 'YD', LogisticCode: '312000000000018', ...changes },
    ],
  })

  expect(await carriers().parsePush(push(parcelOf({})))).toEqual([])
  expect(await carriers().parsePush(push(parcelOf({ State: 4, StateEx: 401, Reason: '发货无信息' })))).toMatchObject([
    { state: 'problem', text: '发货无信息', at: Temporal.Instant.from('2026-11-22T01:31:00Z') },
  ])
})

test('C23 a forged, altered, misaddressed or unreadable push is refused', async () => {
  const good = push().toString()
  const refusals = {
    signature: [
      push({}, 'OWFhM2I5N2ViM2U2MGRkMjc4YzU2NmVlZWI3ZDk0MmE='),
      push({}, ''),
      Buffer.from(good.replace('202', '301')),
      Buffer.from(`\uFEFF${good}`),
      Buffer.from(''),
    ],
    addressee: [push({ EBusinessID: '999' })],
    form: [
      push({}, undefined, '103'),
      push({ Data: 'none' }),
      push({ PushTime: 7 }),
      push({
        Data: [
          { ShipperCode: 'SF', LogisticCode: '1', Success: true, Traces: [{ AcceptTime: 'soon', AcceptStation: '' }] },
        ],
      }),
    ],
  }
  for (const [reason, bodies] of Object.entries(refusals))
    for (const body of bodies)
      await expect(carriers().parsePush(body), body.toString()).rejects.toMatchObject({
        code: pushForged.code,
        details: { reason },
      })
})

test('a push is answered with id, Chinese time and success', () => {
  expect(carriers().pushAnswer(Temporal.Instant.from('2026-11-22T01:31:05Z'))).toEqual({
    EBusinessID: businessId,
    UpdateTime: '2026-11-22 09:31:05',
    Success: true,
    Reason: '',
  })
})

test('LOG-04 a waybill order carries sender, recipient, goods and weight as Kdniao wants them, signed', async () => {
  let received = new URLSearchParams()
  let path = ''
  answer = async (request, response) => {
    path = request.url ?? ''
    received = new URLSearchParams(Buffer.concat(await request.toArray()).toString())
    response.end(
      JSON.stringify({
        Success: true,
        ResultCode: '100',
        Order: {
          OrderCode: parcel.parcelNumber,
          LogisticCode: 'SF1000000000014',
          SortingCode: '021-XH-03',
          MarkDestination: '沪-徐汇',
        },
      }),
    )
  }

  const waybill = await carriers().requestWaybill(parcel)

  expect(waybill).toEqual({ waybillNumber: 'SF1000000000014', sortingCode: '021-XH-03' })
  expect(path).toBe('/api/EOrderService')
  expect([received.get('RequestType'), received.get('EBusinessID'), received.get('DataType')]).toEqual([
    '1007',
    businessId,
    '2',
  ])
  expect(isSigned(received.get('RequestData')!, received.get('DataSign')!, apiKey)).toBe(true)
  expect(JSON.parse(received.get('RequestData')!)).toMatchObject({
    OrderCode: 'PK2611220000013',
    ShipperCode: 'SF',
    PayType: 1,
    ExpType: '1',
    Weight: 1.25,
    Sender: {
      Mobile: '13800000009',
      ProvinceName: '浙江省',
      CityName: '杭州市',
      ExpAreaName: '西湖区',
      Address: '文三路 90 号',
    },
    Receiver: { Name: '安 安', Tel: '021-55550001', Address: '漕溪北路 1 号  302' },
    Commodity: [{ GoodsName: '龙井   茶', Goodsquantity: 2 }],
  })
})

test('LOG-04 an order Kdniao already has yields the number it gave then', async () => {
  answering({
    Success: false,
    ResultCode: '106',
    Reason: '该订单号已下单成功',
    Order: { OrderCode: parcel.parcelNumber, LogisticCode: 'SF1000000000014', MarkDestination: '沪-徐汇' },
  })

  expect(await carriers().requestWaybill(parcel)).toEqual({ waybillNumber: 'SF1000000000014', sortingCode: '沪-徐汇' })
})

test("the carrier's no reaches the person with its code and words", async () => {
  answering({ Success: false, ResultCode: '103', Reason: '收件地址超区' })
  const details = { carrier: 'SF', carrierCode: '103', reason: '收件地址超区' }

  await expect(carriers().requestWaybill(parcel)).rejects.toMatchObject({ code: carrierDeclined.code, details })
  await expect(
    carriers().subscribe({ carrier: 'SF', waybillNumber: 'SF1', callbackUrl: 'http://shop' }),
  ).rejects.toMatchObject({ details })
  await expect(carriers().track({ carrier: 'SF', waybillNumber: 'SF1' })).rejects.toMatchObject({ details })
})

test('LOG-05 a number the carrier has not scanned yet has an empty trace', async () => {
  answering({ ShipperCode: 'SF', LogisticCode: 'SF1', Success: false, Reason: null, Traces: [] })
  expect(await carriers().track({ carrier: 'SF', waybillNumber: 'SF1' })).toEqual([])

  answering({
    ShipperCode: 'SF',
    LogisticCode: 'SF1',
    Success: false,
    State: '0',
    Reason: '业务错误[没有可用套餐]',
    Traces: [],
  })
  await expect(carriers().track({ carrier: 'SF', waybillNumber: 'SF1' })).rejects.toMatchObject({
    code: carrierDeclined.code,
  })
})

test('C20 an answer that cannot be read is a typed error, whatever it is', async () => {
  const order = { OrderCode: parcel.parcelNumber, LogisticCode: 'SF1', SortingCode: '1' }
  const unreadable = [
    '<html>',
    '',
    '[]',
    '"yes"',
    'null',
    { Success: 'true' },
    { Success: true },
    { Success: true, Order: { ...order, LogisticCode: '' } },
    { Success: true, Order: { ...order, OrderCode: 'other' } },
  ]
  for (const content of unreadable) {
    answering(content)
    await expect(carriers().requestWaybill(parcel), JSON.stringify(content)).rejects.toMatchObject({
      code: carrierAnswerUnreadable.code,
    })
  }
  answering({ ShipperCode: 'SF', LogisticCode: 'SF2', Success: true, Traces: [] })
  await expect(carriers().track({ carrier: 'SF', waybillNumber: 'SF1' })).rejects.toMatchObject({
    code: carrierAnswerUnreadable.code,
  })
})

test('C25 C27 a redirect is not followed and a flood not read to its end', async () => {
  answer = (request, response) => {
    if (request.url !== '/api/EOrderService') throw new Error('the redirect was followed')
    response.writeHead(302, { location: `${url}/elsewhere` }).end()
  }
  await expect(carriers().requestWaybill(parcel)).rejects.toMatchObject({
    code: carrierAnswerUnreadable.code,
    details: { reason: 'status 302' },
  })

  answering(' '.repeat(5_000))
  await expect(carriers().requestWaybill(parcel)).rejects.toMatchObject({
    code: carrierAnswerUnreadable.code,
    details: { reason: 'answer larger than 2000 bytes' },
  })
})

test('C25 a carrier that is silent, drips or hangs up ends in time as unreachable', async () => {
  const faults: RequestListener[] = [
    () => {},
    (request, response) => {
      const drip = setInterval(() => response.write(' '), 20)
      request.socket.once('close', () => clearInterval(drip))
    },
    (request) => request.socket.destroy(),
    (_request, response) => response.writeHead(502).end('<html>'),
  ]
  for (const fault of faults) {
    answer = fault
    await expect(carriers().requestWaybill(parcel)).rejects.toMatchObject({ code: carrierUnreachable.code })
  }
  await expect(kdniao({ businessId, apiKey, url: 'http://127.0.0.1:1' }).requestWaybill(parcel)).rejects.toMatchObject({
    code: carrierUnreachable.code,
  })
})
