import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import {
  type Carriers,
  carrierDeclined,
  kdniao,
  pushForged,
  type TrackingEvent,
  type WaybillRequest,
} from '#platform/carriers'
import { type RunningCarrier, startCarrier } from './carrier.ts'
import { houses, s10CheckDigit } from './waybill-numbers.ts'

const still = 1 // real time: nothing moves by itself within a test
const swift = 36_000_000 // an hour of the journey in a tenth of a millisecond

let folder: string
let carrier: RunningCarrier
let carriers: Carriers
let shop: Server
let callbackUrl: string
let pushes: readonly TrackingEvent[][]
let forgeries: number
let answerPush: () => unknown

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox carrier '))
  pushes = []
  forgeries = 0
  answerPush = () => carriers.pushAnswer(Temporal.Now.instant())
  shop = createServer(async (request, response) => {
    const events = await carriers
      .parsePush(Buffer.concat(await request.toArray()))
      .catch((error: { code?: string }) => {
        if (error.code === pushForged.code) forgeries++
      })
    if (events) pushes = [...pushes, [...events]]
    response.writeHead(events ? 200 : 403).end(JSON.stringify(events ? answerPush() : {}))
  })
  await new Promise<void>((ready) => shop.listen(0, '127.0.0.1', ready))
  callbackUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/carriers/push`
})
afterEach(async () => {
  await carrier.stop()
  shop.closeAllConnections()
  shop.close()
  rmSync(folder, { recursive: true })
})

async function open(speed: number): Promise<void> {
  carrier = await startCarrier({ port: 0, storeFolder: folder, speed, retryMillis: 30 })
  carriers = kdniao({ ...carrier.credentials, url: carrier.url })
}

const request = (changes: Partial<WaybillRequest> = {}): WaybillRequest => ({
  parcelNumber: 'PK26112200000018',
  carrier: 'ZTO',
  service: 'standard',
  sender: {
    name: '掌柜杭州仓',
    phone: '13800000009',
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    street: '仓前街道 1 号',
  },
  recipient: {
    name: '安小姐',
    phone: '13800000001',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    street: '漕溪北路 1 号',
  },
  weightGrams: 800,
  goods: [{ name: '龙井 50 克', quantity: 2 }],
  ...changes,
})

const order = (path: string, body?: object) =>
  fetch(carrier.url + path, {
    method: 'POST',
    ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
  })

async function send(changes: Partial<WaybillRequest> = {}, behaviour?: string): Promise<string> {
  const { waybillNumber } = await carriers.requestWaybill(request(changes))
  if (behaviour) await order('/sandbox/behaviour', { waybill: waybillNumber, behaviour })
  await carriers.subscribe({ carrier: changes.carrier ?? 'ZTO', waybillNumber, callbackUrl })
  return waybillNumber
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 5_000; !holds() && performance.now() < end; ) await sleep(10)
  expect(holds()).toBe(true)
}

const lastState = () => pushes.at(-1)?.at(-1)?.state
const doorToDoor = [
  'accepted',
  'in_transit',
  'in_transit',
  'in_transit',
  'in_transit',
  'in_transit',
  'in_transit',
  'delivering',
  'signed',
]

test("LOG-04 every carrier's numbers have its own form and never repeat", async () => {
  await open(still)
  const forms: Record<string, RegExp> = {
    SF: /^SF1\d{12}$/,
    ZTO: /^78\d{12}$/,
    YTO: /^YT8\d{12}$/,
    STO: /^77\d{13}$/,
    YD: /^43\d{13}$/,
    JD: /^JDVA\d{11}$/,
    EMS: /^EA\d{9}CN$/,
    YZPY: /^98\d{11}$/,
    JTSD: /^JT5\d{12}$/,
    DBL: /^DPK\d{12}$/,
  }
  expect(Object.keys(forms)).toEqual(Object.keys(houses))
  for (const [code, form] of Object.entries(forms)) {
    const numbers = await Promise.all(
      [1, 2, 3].map((n) => carriers.requestWaybill(request({ carrier: code, parcelNumber: `PK${code}${n}` }))),
    )
    expect(numbers.every(({ waybillNumber }) => form.test(waybillNumber))).toBe(true)
    expect(new Set(numbers.map(({ waybillNumber }) => waybillNumber)).size).toBe(3)
  }
  expect(s10CheckDigit('47312482')).toBe(9) // the example of the S10 standard
})

test('LOG-04 the same parcel gets the same number again, another carrier for it is declined', async () => {
  await open(still)
  const [first, ...again] = await Promise.all([1, 2, 3].map(() => carriers.requestWaybill(request())))

  expect(again).toEqual([first, first])
  expect(first?.sortingCode).toMatch(/^\d{3} [A-H]\d{2} \d{3}$/)
  await expect(carriers.requestWaybill(request({ carrier: 'SF' }))).rejects.toMatchObject({
    code: carrierDeclined.code,
    details: { carrierCode: '107' },
  })
  await expect(carriers.requestWaybill(request({ carrier: 'XX', parcelNumber: 'PK2' }))).rejects.toMatchObject({
    code: carrierDeclined.code,
  })
})

test('a number given back is not used again, and not once the parcel is on its way', async () => {
  await open(still)
  const parcelNumber = request().parcelNumber
  const { waybillNumber } = await carriers.requestWaybill(request())
  await carriers.cancelWaybill({ carrier: 'ZTO', waybillNumber, parcelNumber })
  await carriers.cancelWaybill({ carrier: 'ZTO', waybillNumber, parcelNumber })

  await expect(carriers.subscribe({ carrier: 'ZTO', waybillNumber, callbackUrl })).rejects.toMatchObject({
    code: carrierDeclined.code,
  })
  await expect(carriers.requestWaybill(request())).rejects.toMatchObject({ details: { carrierCode: '108' } })

  const onItsWay = await send({ parcelNumber: 'PK2' })
  await order(`/sandbox/parcels/${onItsWay}/advance`)
  await expect(
    carriers.cancelWaybill({ carrier: 'ZTO', waybillNumber: onItsWay, parcelNumber: 'PK2' }),
  ).rejects.toMatchObject({ details: { carrierCode: '110' } })
})

test('LOG-05 a parcel travels from door to door by itself and each scan is pushed with the whole trace so far', async () => {
  await open(swift)
  const waybillNumber = await send()
  await until(() => lastState() === 'signed')

  expect(pushes.at(-1)?.map(({ state }) => state)).toEqual(doorToDoor)
  expect(pushes.at(-1)?.map(({ location }) => location)).toEqual([
    '杭州',
    '杭州',
    '杭州',
    '杭州',
    '上海',
    '上海',
    '上海',
    '上海',
    '上海',
  ])
  expect(pushes.map((events) => events.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(pushes.flat().every((event) => event.waybillNumber === waybillNumber && event.carrier === 'ZTO')).toBe(true)
  expect(await carriers.track({ carrier: 'ZTO', waybillNumber })).toEqual(pushes.at(-1))
})

test('LOG-05 a parcel within one city passes one hub', async () => {
  await open(swift)
  await send({ recipient: { ...request().sender, name: '安小姐', district: '西湖区' } })
  await until(() => lastState() === 'signed')

  expect(pushes.at(-1)?.map(({ state }) => state)).toEqual([
    'accepted',
    'in_transit',
    'in_transit',
    'in_transit',
    'in_transit',
    'delivering',
    'signed',
  ])
})

test('a person plays the courier: one step per press, none after the last', async () => {
  await open(still)
  const waybill = await send()
  await order(`/sandbox/parcels/${waybill}/advance`)
  await until(() => pushes.length === 1)
  const press = await fetch(`${carrier.url}/sandbox/parcels/${waybill}/advance?lang=en`, {
    method: 'POST',
    body: new URLSearchParams(),
    redirect: 'manual',
  })
  expect([press.status, press.headers.get('location')]).toEqual([303, '/?lang=en'])
  for (let step = 3; step <= 12; step++) await order(`/sandbox/parcels/${waybill}/advance`)
  await until(() => lastState() === 'signed')

  const shown = (await (await fetch(`${carrier.url}/sandbox/parcels/${waybill}`)).json()) as {
    scans: unknown[]
    next: unknown
  }
  expect([shown.scans.length, shown.next]).toEqual([9, null])
  const page = await (await fetch(`${carrier.url}/`)).text()
  expect(page).toContain(waybill)
  expect(page).toContain('沙箱 SANDBOX')
  expect(page).toContain('已结束')
})

test('the page shows what a merchant wrote as text, never as markup', async () => {
  await open(still)
  await carriers.requestWaybill(
    request({ parcelNumber: '<script>1</script>', recipient: { ...request().recipient, district: '<b>徐汇区</b>' } }),
  )

  const page = await (await fetch(`${carrier.url}/?lang=en`)).text()
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>')
  expect(page).toContain('Next step')
})

test('a push that is not answered with success comes again until it is', async () => {
  await open(still)
  let refusals = 3
  answerPush = () => (refusals-- > 0 ? { Success: false } : carriers.pushAnswer(Temporal.Now.instant()))
  const waybill = await send()
  await order(`/sandbox/parcels/${waybill}/advance`)
  await until(() => pushes.length === 4)
  await sleep(600)

  expect(pushes).toHaveLength(4)
  expect(new Set(pushes.map((events) => JSON.stringify(events))).size).toBe(1)
})

test('LOG-05 pushes come twice, out of order, with a foreign parcel or forged, when ordered to', async () => {
  await open(swift)
  await send({ parcelNumber: 'PK1' }, 'duplicate')
  await until(() => pushes.length === 18)
  expect(pushes.map((events) => events.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [n, n]))

  pushes = []
  await send({ parcelNumber: 'PK2' }, 'out_of_order')
  await until(() => pushes.length === 9)
  expect(pushes.some((events, index) => index > 0 && events.length < pushes[index - 1]!.length)).toBe(true)
  expect(pushes.map((events) => events.length).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])

  pushes = []
  const own = await send({ parcelNumber: 'PK3' }, 'foreign_parcel')
  await until(() => pushes.length === 9)
  expect(new Set(pushes.flat().map(({ waybillNumber }) => waybillNumber)).size).toBe(10)
  expect(pushes.every((events) => events.some(({ waybillNumber }) => waybillNumber === own))).toBe(true)

  pushes = []
  await send({ parcelNumber: 'PK4' }, 'forged')
  await until(() => lastState() === 'signed')
  expect([pushes.length, forgeries]).toEqual([9, 9])
})

test('LOG-05 a parcel may wait at a pick-up point, stay a problem, be refused and return', async () => {
  await open(swift)
  await send({ parcelNumber: 'PK1' }, 'pickup_point')
  await until(() => lastState() === 'signed')
  expect(
    pushes
      .at(-1)
      ?.slice(-3)
      .map(({ state }) => state),
  ).toEqual(['delivering', 'at_pickup_point', 'signed'])

  const stuck = await send({ parcelNumber: 'PK2' }, 'problem')
  await until(() => lastState() === 'problem')
  await order('/sandbox/behaviour', { waybill: stuck, behaviour: 'normal' })
  await until(() => lastState() === 'signed')

  await send({ parcelNumber: 'PK3' }, 'refused')
  await until(() => lastState() === 'returned')
  expect(
    pushes
      .at(-1)
      ?.slice(-3)
      .map(({ state }) => state),
  ).toEqual(['returning', 'returning', 'returned'])
})

test('PAY-09 what the courier collects to the cent is told with the signature; an amount that is none is declined', async () => {
  await open(swift)
  const waybillNumber = await send({ collect: money(1_990) })
  await until(() => lastState() === 'signed')

  const signed = (await carriers.track({ carrier: 'ZTO', waybillNumber })).at(-1)
  expect(signed).toMatchObject({ state: 'signed', collected: money(1_990) })
  await expect(carriers.requestWaybill(request({ parcelNumber: 'PK9', collect: money(0) }))).rejects.toMatchObject({
    details: { carrierCode: '101' },
  })
})

test('a silent parcel pushes nothing and has no trace until somebody moves it', async () => {
  await open(swift)
  await order('/sandbox/behaviour', { behaviour: 'silence' })
  const waybillNumber = await send()
  await sleep(300)
  expect(pushes).toEqual([])
  expect(await carriers.track({ carrier: 'ZTO', waybillNumber })).toEqual([])

  await order(`/sandbox/parcels/${waybillNumber}/advance`)
  await sleep(200)
  expect(pushes).toEqual([])
  expect(await carriers.track({ carrier: 'ZTO', waybillNumber })).toHaveLength(1)
})

test('parcels, credentials and unanswered pushes survive a restart', async () => {
  await open(still)
  answerPush = () => ({ Success: false })
  const waybill = await send()
  await order(`/sandbox/parcels/${waybill}/advance`)
  await until(() => pushes.length >= 1)
  const before = carrier.credentials
  await carrier.stop()

  answerPush = () => carriers.pushAnswer(Temporal.Now.instant())
  await open(still)
  const seen = pushes.length
  await until(() => pushes.length > seen)

  expect(carrier.credentials).toEqual(before)
  expect((await carriers.requestWaybill(request())).waybillNumber).toBe(waybill)
})

test("a stranger's request, a wrong signature and an unknown order are declined", async () => {
  await open(still)
  const stranger = kdniao({ businessId: 'test1', apiKey: carrier.credentials.apiKey, url: carrier.url })
  const wrongKey = kdniao({ ...carrier.credentials, apiKey: 'guess', url: carrier.url })

  await expect(stranger.requestWaybill(request())).rejects.toMatchObject({ details: { carrierCode: '102' } })
  await expect(wrongKey.requestWaybill(request())).rejects.toMatchObject({ details: { carrierCode: '104' } })
  await expect(carriers.track({ carrier: 'ZTO', waybillNumber: '78000' })).rejects.toMatchObject({
    details: { carrierCode: '109' },
  })
  expect((await order('/sandbox/parcels/78000/advance')).status).toBe(404)
  expect((await order('/sandbox/behaviour', { behaviour: 'dance' })).status).toBe(422)
  expect((await order('/api/dist')).status).toBe(200)
})
