import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Reduction } from '#model/sales/promotions'
import { receiptOf } from './receipt.ts'

const cny = (minor: number) => money(minor, 'CNY')
const offer = (threshold: number, off: number) =>
  ({ name: { zh: `满${threshold}减${off}`, en: '' }, threshold: cny(threshold), off: cny(off) }) as Reduction

test('CHK-03 the receipt of a price names every part, and the parts make the total', () => {
  const price = { list: cny(12_000), was: cny(15_000), cost: null }
  const quote = { fee: cny(800) } as never

  const receipt = receiptOf(price as never, [offer(20_000, 3_000), offer(10_000, 1_000)], { place: '西湖区', quote })

  expect(receipt).toEqual({
    was: cny(15_000),
    cut: cny(3_000),
    price: cny(12_000),
    reduction: { name: { zh: '满10000减1000', en: '' }, off: cny(1_000) },
    freight: cny(800),
    total: cny(11_800),
  })
})

test('CHK-03 a former price that was lower is no reduction, and unknown freight is not said to be free', () => {
  const receipt = receiptOf({ list: cny(9_000), was: cny(8_000), cost: null } as never, [offer(10_000, 1_000)], {})

  expect(receipt).toEqual({
    was: null,
    cut: null,
    price: cny(9_000),
    reduction: null,
    freight: null,
    total: cny(9_000),
  })
})
