import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import { openShop } from '#office/shops'
import type { Carriers, TrackingEvent, TrackingState } from '#platform/carriers'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { keepFact, openFacts } from '#platform/inbox'
import {
  applyTracking,
  askForTracking,
  cancelParcel,
  createParcel,
  listCarriers,
  listFreightRules,
  loadParcel,
  parcelDispatched,
  quoteFreight,
  reportStalled,
  requestMissingWaybills,
  requestWaybill,
  saveCarrier,
  saveCarrierChoice,
  saveFreightRule,
  sealRecipient,
  trackingOf,
} from '#supply/shipping'
import { aContext, later, testVault } from '#test/context'
import { testDatabase } from '#test/database'
import { feeFor } from './choose-carrier.ts'
import { applyKeptPushes } from './tracking.ts'

const { db } = await testDatabase()
const chaoyang = '110105'
const lhasa = '540102'

async function aShop(outside: { carriers?: Carriers } = {}): Promise<Context> {
  const shopId = await db
    .transaction()
    .execute((trx) =>
      openShop(trx, aContext(db).now, { code: `shop-${newId().slice(-8)}`, name: '半日闲', nameEn: 'Banrixian' }),
    )
  const ctx = aContext(db, { shopId, outside })
  await transaction(ctx, async (tx) => {
    for (const [code, name] of [
      ['ZTO', '中通'],
      ['SF', '顺丰'],
    ] as const)
      await saveCarrier(tx, {
        code,
        name: { zh: name, en: code },
        phone: '95311',
        inquiryUrl: '',
        service: 'standard',
        enabled: true,
        daysMin: 2,
        daysMax: 4,
      })
    const rule = {
      firstGrams: 1_000,
      firstFee: money(800),
      stepGrams: 500,
      stepFee: money(200),
      freeFrom: money(9_900),
      reachable: true,
    }
    await saveFreightRule(tx, {
      ...rule,
      carrier: 'SF',
      name: '西藏',
      provinces: ['54'],
      firstFee: money(2_300),
      freeFrom: null,
      priority: 10,
    })
    await saveFreightRule(tx, {
      ...rule,
      carrier: 'ZTO',
      name: '新疆不发',
      provinces: ['65'],
      reachable: false,
      priority: 20,
    })
    await saveFreightRule(tx, { ...rule, carrier: 'ZTO', name: '全国', provinces: [], priority: 90 })
  })
  return ctx
}

test('a freight rule, a carrier and a choice that name a place which is none are refused by the name of the field', async () => {
  const ctx = await aShop()
  const [carrier] = await listCarriers(ctx)
  const [rule] = await listFreightRules(ctx)
  const choice = {
    name: '轻',
    applies: 'light',
    upToGrams: 1,
    carriers: [carrier!.code],
    only: false,
    priority: 1,
  } as const
  const refused = (field: string, work: (tx: Tx) => Promise<unknown>) =>
    expect(transaction(ctx, work)).rejects.toMatchObject({
      code: 'regions.unknown',
      details: { field, region: '99' },
    })
  await refused('cashRegions', (tx) => saveCarrier(tx, { ...carrier!, cashRegions: ['33', '99'] }))
  await refused('provinces', (tx) => saveFreightRule(tx, { ...rule!, provinces: ['99'] }))
  await refused('excluded', (tx) => saveFreightRule(tx, { ...rule!, provinces: ['33'], excluded: ['99'] }))
  await refused('regions', (tx) => saveCarrierChoice(tx, { ...choice, regions: ['99'] }))
})

test('CHK-04 freight is the first weight plus whole steps, and free from the threshold', async () => {
  const ctx = await aShop()
  const quote = (weightGrams: number, goods: number) =>
    quoteFreight(ctx, { districtCode: chaoyang, weightGrams, goods: money(goods) })
  expect(await quote(900, 5_000)).toMatchObject({ carrier: 'ZTO', fee: money(800) })
  expect(await quote(1_000, 5_000)).toMatchObject({ fee: money(800) })
  expect(await quote(1_001, 5_000)).toMatchObject({ fee: money(1_000) })
  expect(await quote(2_300, 9_899)).toMatchObject({ fee: money(1_400) })
  expect(await quote(2_300, 9_900)).toMatchObject({ fee: money(0), fullFee: money(1_400) })
})

test('CHK-04 a rule for the province goes before the rule for everywhere', async () => {
  const ctx = await aShop()
  expect(await quoteFreight(ctx, { districtCode: lhasa, weightGrams: 500, goods: money(100_000) })).toMatchObject({
    carrier: 'SF',
    fee: money(2_300),
    rule: '西藏',
  })
})

test('CHK-05 an address that nobody delivers to is refused by its field and place', async () => {
  const ctx = await aShop()
  await expect(
    quoteFreight(ctx, { districtCode: '650102', weightGrams: 500, goods: money(100) }),
  ).rejects.toMatchObject({
    code: 'shipping.not_reachable',
    details: { field: 'districtCode', district: expect.stringContaining('新疆') },
  })
  await expect(
    quoteFreight(ctx, { districtCode: '999999', weightGrams: 500, goods: money(100) }),
  ).rejects.toMatchObject({ code: 'shipping.unknown_district' })
})

test('CHK-04 the fee never falls when the weight rises', () => {
  const rule = { firstGrams: 1_000, firstFee: money(800), stepGrams: 300, stepFee: money(150) }
  const fees = Array.from({ length: 50 }, (_, index) => feeFor(rule, index * 137).minor)
  expect(fees).toEqual(fees.toSorted((a, b) => a - b))
})

async function anOutbound(ctx: Context) {
  const [warehouseId, outboundId, orderId] = [newId(), newId(), newId()]
  const place = { name: '王小雨', phone: '13800000001', districtCode: chaoyang, street: '建国路 1 号' }
  await db
    .insertInto('supply.warehouses')
    .values({
      id: warehouseId,
      shop_id: ctx.shopId,
      code: 'HZ',
      name: '杭州仓',
      name_en: 'Hangzhou',
      contact_name: '梅',
      contact_phone: '13900000000',
      district_code: '330106',
      street: '文三路 9 号',
    })
    .execute()
  await db
    .insertInto('supply.outbounds')
    .values({
      id: outboundId,
      shop_id: ctx.shopId,
      number: `OB${outboundId.slice(-8)}`,
      warehouse_id: warehouseId,
      source: 'order',
      source_id: orderId,
      source_number: 'SO1',
      carrier: 'ZTO',
      recipient_cipher: sealRecipient(testVault, place),
      district_code: chaoyang,
      requests: JSON.stringify(['送前电话']),
      dispatch_by: ctx.now,
      released_at: ctx.now,
    })
    .execute()
  return { outboundId, sourceId: orderId, carrier: 'ZTO' }
}

/** A carrier with books of its own: one number per parcel, however often it is asked. */
function aCarrier() {
  const given = new Map<string, string>()
  const carriers: Carriers = {
    async requestWaybill(request) {
      given.set(
        request.parcelNumber,
        given.get(request.parcelNumber) ?? `7531${String(given.size).padStart(8, '0')}${newId().slice(-4)}`,
      )
      return { waybillNumber: given.get(request.parcelNumber)!, sortingCode: '010-A1' }
    },
    async cancelWaybill() {},
    async subscribe() {},
    track: async () => [],
    parsePush: async () => [],
    pushAnswer: () => ({}),
  }
  return { carriers, given }
}

async function aTravellingParcel() {
  const ctx = await aShop({ carriers: aCarrier().carriers })
  const outbound = await anOutbound(ctx)
  const parcel = await transaction(ctx, (tx) => createParcel(tx, outbound))
  await requestWaybill(ctx, parcel.id)
  await transaction(ctx, (tx) => parcelDispatched(tx, parcel.id))
  const { waybillNumber } = await loadParcel(ctx, parcel.id)
  const told = (state: TrackingState, minutes: number): TrackingEvent => ({
    carrier: 'ZTO',
    waybillNumber: waybillNumber!,
    at: ctx.now.add({ minutes }),
    state,
    text: `${state} ${minutes}`,
  })
  return { ctx, parcel, told }
}

test('LOG-04 asking twice for the waybill of a parcel gives one number', async () => {
  const { carriers, given } = aCarrier()
  const ctx = await aShop({ carriers })
  const outbound = await anOutbound(ctx)
  const parcel = await transaction(ctx, (tx) => createParcel(tx, outbound))
  await Promise.all([requestWaybill(ctx, parcel.id), requestWaybill(ctx, parcel.id)])
  const { waybillNumber, status } = await loadParcel(ctx, parcel.id)
  expect([...given.values()]).toEqual([waybillNumber])
  expect(status).toBe('labelled')
})

test('LOG-04 a parcel without a waybill number cannot be handed over', async () => {
  const ctx = await aShop()
  const outbound = await anOutbound(ctx)
  const parcel = await transaction(ctx, (tx) => createParcel(tx, outbound))
  await expect(transaction(ctx, (tx) => parcelDispatched(tx, parcel.id))).rejects.toMatchObject({
    code: 'shipping.parcel_cannot',
  })
})

test('LOG-05 tracking that comes twice and out of order ends where the parcel is', async () => {
  const { ctx, parcel, told } = await aTravellingParcel()
  await applyTracking(ctx, [told('delivering', 300)])
  await applyTracking(ctx, [told('accepted', 10), told('in_transit', 100)])
  await applyTracking(ctx, [told('delivering', 300), told('accepted', 10)])
  expect((await loadParcel(ctx, parcel.id)).status).toBe('delivering')
  expect((await trackingOf(ctx, [parcel.id])).get(parcel.id)?.map((step) => step.state)).toEqual([
    'delivering',
    'in_transit',
    'accepted',
  ])
})

test('LOG-11 signing for the parcel is recorded once, with the time the carrier says', async () => {
  const { ctx, parcel, told } = await aTravellingParcel()
  await Promise.all([applyTracking(ctx, [told('signed', 500)]), applyTracking(ctx, [told('signed', 500)])])
  expect((await loadParcel(ctx, parcel.id)).signedAt).toEqual(ctx.now.add({ minutes: 500 }))
  const events = await historyOf(ctx, parcel.id)
  expect(events.filter((event) => event.type === 'parcel.signed')).toHaveLength(1)
})

test('LOG-05 a push that was kept when the process died is applied by the clock, once, though the carrier never sends it again', async () => {
  const { ctx: quiet, parcel, told } = await aTravellingParcel()
  const events = [told('delivering', 300)]
  const carriers = { ...aCarrier().carriers, parsePush: async () => events }
  const ctx = { ...quiet, outside: { ...quiet.outside, carriers } }
  await keepFact(ctx, { provider: 'carriers', eventId: newId(), body: Buffer.from('a push') })

  await applyKeptPushes(ctx)
  expect((await loadParcel(ctx, parcel.id)).status).toBe('handed_over') // it may be under way this very moment
  for (const minutes of [2, 4]) await applyKeptPushes(later(ctx, { minutes }))

  expect((await loadParcel(ctx, parcel.id)).status).toBe('delivering')
  expect((await historyOf(ctx, parcel.id)).filter(({ type }) => type === 'parcel.moved')).toHaveLength(1)
  expect(await openFacts(ctx, { provider: 'carriers', before: ctx.now.add({ hours: 1 }) })).toEqual([])
})

test('a push about a parcel that is not ours changes nothing', async () => {
  const { ctx, told } = await aTravellingParcel()
  expect(await applyTracking(ctx, [{ ...told('signed', 10), waybillNumber: 'FOREIGN1' }])).toBe('0 of 1 parcels')
})

test('a push of another carrier under the same number, and one about a parcel that has not left, change nothing', async () => {
  const { ctx, parcel, told } = await aTravellingParcel()
  expect(await applyTracking(ctx, [{ ...told('signed', 10), carrier: 'SF' }])).toBe('0 of 1 parcels')
  expect((await loadParcel(ctx, parcel.id)).status).toBe('handed_over')

  const { carriers, given } = aCarrier()
  const here = await aShop({ carriers })
  const waits = await anOutbound(here).then((outbound) => transaction(here, (tx) => createParcel(tx, outbound)))
  await requestWaybill(here, waits.id)
  const [waybillNumber] = [...given.values()]
  expect(await applyTracking(here, [{ ...told('signed', 10), waybillNumber: waybillNumber! }])).toBe('0 of 1 parcels')
  expect(await loadParcel(here, waits.id)).toMatchObject({ status: 'labelled', signedAt: null })
})

test('what leaves in one box has one parcel however often it is announced, and another once that was given up', async () => {
  const ctx = await aShop({ carriers: aCarrier().carriers })
  const outbound = await anOutbound(ctx)
  const announce = () => transaction(ctx, (tx) => createParcel(tx, outbound))
  const first = await announce()
  expect((await announce()).id).toBe(first.id)
  await transaction(ctx, (tx) => cancelParcel(tx, first.id))
  const second = await announce()
  expect([second.id === first.id, second.status]).toEqual([false, 'announced'])
})

test('LOG-06 a parcel without a word for more than 48 hours is reported stalled, once', async () => {
  const { ctx, parcel } = await aTravellingParcel()
  await reportStalled(later(ctx, { hours: 47 }))
  expect((await loadParcel(ctx, parcel.id)).stalledAt).toBeNull()
  await reportStalled(later(ctx, { hours: 49 }))
  await reportStalled(later(ctx, { hours: 50 }))
  expect((await historyOf(ctx, parcel.id)).filter((event) => event.type === 'parcel.stalled')).toHaveLength(1)
})

test('LOG-04 a parcel whose waybill could not be fetched for long gets it once the carrier is back', async () => {
  const { carriers } = aCarrier()
  let isAway = true
  const requestWaybillOf = carriers.requestWaybill
  const ctx = await aShop({
    carriers: {
      ...carriers,
      requestWaybill: async (request) =>
        isAway ? Promise.reject(new Error('the carrier is away')) : requestWaybillOf(request),
    },
  })
  const outbound = await anOutbound(ctx)
  const parcel = await transaction(ctx, (tx) => createParcel(tx, outbound))
  await expect(requestWaybill(ctx, parcel.id)).rejects.toThrow('away')
  isAway = false
  await requestMissingWaybills(later(ctx, { minutes: 9 }))
  expect(await loadParcel(ctx, parcel.id)).toMatchObject({ status: 'announced' })
  await requestMissingWaybills(later(ctx, { minutes: 11 }))
  expect(await loadParcel(ctx, parcel.id)).toMatchObject({ status: 'labelled' })
})

test('a parcel that is given up while its waybill is being fetched gives the number back', async () => {
  const { carriers, given } = aCarrier()
  const returned: string[] = []
  const ctx = await aShop({
    carriers: {
      ...carriers,
      async requestWaybill(request) {
        await transaction(ctx, (tx) => cancelParcel(tx, parcel.id))
        return carriers.requestWaybill(request)
      },
      cancelWaybill: async ({ waybillNumber }) => void returned.push(waybillNumber),
    },
  })
  const outbound = await anOutbound(ctx)
  const parcel = await transaction(ctx, (tx) => createParcel(tx, outbound))
  await requestWaybill(ctx, parcel.id)
  expect(returned).toEqual([...given.values()])
  expect(await loadParcel(ctx, parcel.id)).toMatchObject({ status: 'cancelled', waybillNumber: null })
})

test('LOG-05 the carrier is still asked about a parcel that has stalled, and one question that fails does not keep the others', async () => {
  const asked: string[] = []
  const [first, second] = [await aTravellingParcel(), await aTravellingParcel()]
  const numbers = [first, second].map(({ told }) => told('signed', 0).waybillNumber)
  const carriers: Carriers = {
    ...aCarrier().carriers,
    async track({ waybillNumber }) {
      asked.push(waybillNumber)
      if (asked.length === 1) throw new Error('the carrier is away')
      return [{ ...first.told('signed', 3_600), waybillNumber }]
    },
  }
  await db.updateTable('supply.parcels').set({ shop_id: first.ctx.shopId }).where('id', '=', second.parcel.id).execute()
  const ctx = later({ ...first.ctx, outside: { ...first.ctx.outside, carriers } }, { hours: 60 })
  await reportStalled(ctx)
  await expect(askForTracking(ctx)).rejects.toThrow('away')
  expect(asked.toSorted()).toEqual(numbers.toSorted())
  expect(await loadParcel(ctx, asked[1] === numbers[0] ? first.parcel.id : second.parcel.id)).toMatchObject({
    status: 'signed',
    stalledAt: null,
  })
})

test('a parcel can be given up until it is handed over, not afterwards', async () => {
  const { ctx, parcel } = await aTravellingParcel()
  await expect(transaction(ctx, (tx) => cancelParcel(tx, parcel.id))).rejects.toMatchObject({
    code: 'shipping.parcel_cannot',
    details: { status: 'handed_over' },
  })
})
