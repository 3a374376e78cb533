import { expect, test } from 'vitest'
import { type Check, judgeHandOver, judgePack, judgePick, type Parcels, type Task } from './judge.ts'

const aPick = (of: { id: string; bin: string; sku: string; quantity: number }) => ({
  lineId: `line-${of.id}`,
  variantId: `variant-${of.sku}`,
  barcode: `69${of.sku}`,
  name: 'Mug',
  specification: '',
  lot: 'L1',
  expiresOn: null,
  picked: 0,
  status: 'open',
  ...of,
})

const aTask = (): Task =>
  ({
    outboundId: 'o1',
    number: 'CK1',
    sourceNumber: 'SO1',
    status: 'picking',
    carrier: 'SF',
    dispatchBy: '2026-11-23T00:00:00Z',
    requests: [],
    picker: 'Mei',
    waiting: [],
    picks: [
      aPick({ id: '1', bin: 'A-01', sku: 'MUG', quantity: 2 }),
      aPick({ id: '2', bin: 'A-01', sku: 'CUP', quantity: 1 }),
      aPick({ id: '3', bin: 'B-02', sku: 'POT', quantity: 1 }),
    ],
    current: '1',
    atBin: false,
    picked: 0,
    total: 4,
  }) as unknown as Task

const aCheck = (): Check =>
  ({
    outboundId: 'o1',
    number: 'CK1',
    status: 'picked',
    waybillNumber: 'SF100',
    packed: 0,
    total: 3,
    goodsComplete: false,
    lines: [
      { id: 'l1', sku: 'MUG', barcode: '69MUG', picked: 2, packed: 0 },
      { id: 'l2', sku: 'CUP', barcode: null, picked: 1, packed: 0 },
    ],
  }) as unknown as Check

const scanAll = (task: Task, codes: readonly string[]) =>
  codes.map((code) => {
    const answer = judgePick(task, code)
    task = answer.view
    return answer.code ?? 'right'
  })

test('OUT-06 the device asks for the bin first and says which one when another is scanned', () => {
  expect(judgePick(aTask(), '69MUG')).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.scan_bin_first',
    details: { expected: 'A-01' },
  })
  expect(judgePick(aTask(), 'B-02')).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.wrong_bin',
    details: { expected: 'A-01' },
  })
})

test('OUT-06 a whole order is picked by scan, bin by bin, without waiting for the server', () => {
  expect(scanAll(aTask(), ['A-01', '69MUG', 'mug', '69CUP', '69POT', 'B-02', '69POT', '69POT'])).toEqual([
    'right',
    'right',
    'right',
    'right',
    'warehouse.scan.scan_bin_first',
    'right',
    'right',
    'warehouse.scan.nothing_open',
  ])
})

test('OUT-06 more than is wanted is refused with how many are', () => {
  const atBin = judgePick(aTask(), 'A-01').view
  expect(judgePick(atBin, '69MUG', 3)).toMatchObject({
    accepted: false,
    code: 'warehouse.scan.too_many',
    details: { most: 2 },
  })
  expect(judgePick(atBin, '69MUG', 2).view).toMatchObject({ picked: 2, current: '2', atBin: true })
})

test('OUT-09 goods are checked against the note piece by piece, and the label only after them', () => {
  expect(judgePack(aCheck(), 'TEAPOT')).toMatchObject({ code: 'warehouse.scan.not_on_note' })
  expect(judgePack(aCheck(), 'SF100')).toMatchObject({ code: 'warehouse.scan.goods_first', details: { missing: 3 } })
  const goods = judgePack(judgePack(aCheck(), '69MUG', 2).view, 'cup')
  expect(goods).toMatchObject({ accepted: true, view: { packed: 3, goodsComplete: true } })
  expect(judgePack(goods.view, 'SF999')).toMatchObject({
    code: 'warehouse.scan.wrong_waybill',
    details: { expected: 'SF100' },
  })
  expect(judgePack(goods.view, 'SF100')).toMatchObject({ accepted: true, view: { status: 'packed' } })
})

test('OUT-09 a piece checked twice is noticed', () => {
  const one = judgePack(aCheck(), 'CUP').view
  expect(judgePack(one, 'CUP')).toMatchObject({ code: 'warehouse.scan.already_checked', details: { expected: 'CUP' } })
})

test('OUT-12 each label leaves the list of its courier once; what is not on it is left to the server', () => {
  const parcels = {
    carrier: 'SF',
    waiting: [
      { number: 'CK1', waybillNumber: 'SF100' },
      { number: 'CK2', waybillNumber: 'SF200' },
    ],
  } as unknown as Parcels

  const first = judgeHandOver(parcels, 'SF200')!

  expect(first).toMatchObject({ accepted: true, details: { number: 'CK2' }, view: { waiting: [{ number: 'CK1' }] } })
  expect(judgeHandOver(first.view, 'SF200')).toBeUndefined()
})
