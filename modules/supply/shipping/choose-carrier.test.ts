import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Carrier, CarrierChoice, FreightRule } from '#model/supply/shipping'
import { type CarrierTables, chooseCarrier, type Shipment } from './choose-carrier.ts'

const carrier = (code: string, more: Partial<Carrier> = {}): Carrier => ({
  code,
  name: { zh: code, en: code },
  phone: '',
  inquiryUrl: '',
  service: '1',
  serviceType: 'express',
  insures: false,
  maxGrams: null,
  cutoff: null,
  collectsCash: false,
  cashRegions: [],
  enabled: true,
  daysMin: 1,
  daysMax: 3,
  ...more,
})

const rule = (of: string, more: Partial<FreightRule> = {}): FreightRule => ({
  id: newId<'FreightRule'>(),
  carrier: of,
  name: `${of} 全国`,
  provinces: [],
  excluded: [],
  reachable: true,
  firstGrams: 1_000,
  firstFee: money(800),
  stepGrams: 1_000,
  stepFee: money(200),
  surcharge: money(0),
  freeFrom: null,
  priority: 50,
  ...more,
})

const choice = (more: Partial<CarrierChoice>): CarrierChoice => ({
  id: newId<'CarrierChoice'>(),
  name: '选择',
  applies: 'always',
  upToGrams: null,
  regions: [],
  carriers: ['ZTO'],
  only: false,
  priority: 10,
  ...more,
})

const carriers = [
  carrier('ZTO', { maxGrams: 30_000 }),
  carrier('SF', { insures: true }),
  carrier('DBL', { serviceType: 'deliver_install' }),
]
const tables: CarrierTables = {
  carriers,
  rules: [
    rule('ZTO', { priority: 10, provinces: ['65'], name: '新疆不发', reachable: false }),
    rule('SF', { priority: 20, firstFee: money(1_800) }),
    rule('DBL', { priority: 30, firstFee: money(6_000), provinces: ['33', '31', '4403'], excluded: ['330922'] }),
    rule('ZTO', { priority: 40, freeFrom: money(9_900) }),
  ],
  choices: [
    choice({ name: '大件送装', applies: 'oversize', carriers: ['DBL'], only: true, priority: 1 }),
    choice({ name: '贵重保价', applies: 'valuable', carriers: ['SF'], priority: 2 }),
    choice({ name: '小件通达', applies: 'light', upToGrams: 3_000, carriers: ['ZTO', 'SF'], priority: 3 }),
  ],
}
const hangzhou = '330106'
const parcel = (more: Partial<Shipment> = {}): Shipment => ({
  districtCode: hangzhou,
  weightGrams: 800,
  goods: money(5_000),
  ...more,
})
const needs = { oversize: false, valuable: false, perishable: false }
const chosen = (more: Partial<Shipment> = {}, given = tables) => chooseCarrier(given, parcel(more))

test('LOG-02 small items go by low-cost express, valuables insured, oversize goods delivered and installed', () => {
  expect(chosen()).toMatchObject({ quote: { carrier: 'ZTO' }, why: { code: 'choice', choice: '小件通达' } })
  expect(chosen({ needs: { ...needs, valuable: true } }).quote?.carrier).toBe('SF')
  expect(chosen({ needs: { ...needs, oversize: true }, weightGrams: 28_000 })).toMatchObject({
    quote: { carrier: 'DBL', serviceType: 'deliver_install' },
    why: { choice: '大件送装' },
  })
})

test('LOG-02 what was asked for goes before every choice, if it reaches the address', () => {
  expect(chosen({ asked: 'SF' })).toMatchObject({ quote: { carrier: 'SF' }, why: { code: 'asked' } })
  expect(chosen({ asked: 'DBL', districtCode: '110105' }).quote?.carrier).toBe('ZTO')
})

test('LOG-02 each carrier that was not taken says why, with what it would have cost', () => {
  const { why } = chosen({ districtCode: '650102', weightGrams: 31_000 })
  expect(why).toMatchObject({ code: 'first_rule', choice: null })
  expect(why.rejected.map(({ carrier: code, reason }) => [code, reason])).toEqual([
    ['ZTO', 'not_reached'],
    ['DBL', 'not_reached'],
  ])
  expect(chosen({ weightGrams: 31_000 }).why.rejected).toMatchObject([
    { carrier: 'ZTO', reason: 'too_heavy', fee: null },
    { carrier: 'DBL', reason: 'not_preferred', fee: money(12_000) },
  ])
})

test('LOG-02 where a choice allows no others and its carriers do not go, nobody goes', () => {
  const far = chosen({ needs: { ...needs, oversize: true }, districtCode: '110105' })
  expect(far.quote).toBeUndefined()
  expect(far.why.rejected.map(({ reason }) => reason)).toEqual(['not_allowed', 'not_allowed', 'not_reached'])
})

test('LOG-01 coverage is told by province, city and district, and a place may be taken out again', () => {
  const reaches = (districtCode: string) =>
    chosen({ districtCode }).options.find((option) => option.carrier === 'DBL')!.quote !== null
  expect([reaches('330106'), reaches('440305'), reaches('440106'), reaches('330922')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test('LOG-01 a remote place costs its surcharge, also where carriage is free', () => {
  const remote = rule('ZTO', { provinces: ['54'], surcharge: money(1_500), freeFrom: money(9_900), priority: 5 })
  const tibet = { ...tables, rules: [remote, ...tables.rules], choices: [] }
  expect(chosen({ districtCode: '540102' }, tibet).quote).toMatchObject({ fee: money(2_300), fullFee: money(2_300) })
  expect(chosen({ districtCode: '540102', goods: money(20_000) }, tibet).quote).toMatchObject({ fee: money(1_500) })
})

test('a carrier that is not in use is neither chosen nor preferred', () => {
  const off = { ...tables, carriers: carriers.map((each) => ({ ...each, enabled: each.code !== 'ZTO' })) }
  expect(chosen({}, off)).toMatchObject({ quote: { carrier: 'SF' } })
  expect(chosen({}, off).why.rejected[0]).toMatchObject({ carrier: 'ZTO', reason: 'off' })
})

test('CHK-04 a rule for everywhere does not leave mainland China, and one that names a country goes there but for its exceptions', () => {
  const tables: CarrierTables = {
    carriers: [carrier('YTO', { collectsCash: true }), carrier('EMSGJ')],
    rules: [rule('YTO'), rule('EMSGJ', { provinces: ['US'], excluded: ['US-HI'], firstFee: money(16_800) })],
    choices: [],
  }
  const to = (districtCode: string, needs?: Shipment['needs']) =>
    chooseCarrier(tables, { districtCode, weightGrams: 500, goods: money(1_000), needs }).quote?.carrier

  expect([to('330106'), to('US-CA'), to('US'), to('US-HI'), to('GB')]).toEqual([
    'YTO',
    'EMSGJ',
    'EMSGJ',
    undefined,
    undefined,
  ])
  expect(to('US-CA', { oversize: false, valuable: false, perishable: false, cash: true })).toBeUndefined()
})
