import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Money, money } from '#kernel/money'
import { transaction } from '#platform/database'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { quoteFreight, saveCarrier, saveFreightRule } from './index.ts'

// Expected amounts of another shop's suite (Sylius, MIT): what its cases say of a fee, said with our freight table. Differences on purpose:
// - a buyer is quoted one carrier by the table and does not choose between methods (013, 016);
// - prices and freight include tax, so only the fee before tax is compared (005, 007);
// - a fee by piece is said by weight: one piece is the first weight and each step (003);
// - a dearer order travels free from a threshold instead of at another method's fee (009).

interface Case {
  readonly id: string
  readonly setup_and_steps: readonly {
    readonly op: string
    readonly field?: string
    readonly amount?: { readonly minor: number }
  }[]
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../../test/data/commerce-cases/sylius-shipping.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] }
const { db } = await testDatabase()
const zhejiang = '330106'
const xinjiang = '650102'
const one = 1_000

interface Rule {
  readonly fee: number
  readonly step?: number
  readonly provinces?: readonly string[]
  readonly freeFrom?: number
}

interface Play {
  readonly rules: readonly Rule[]
  readonly pieces: number
  readonly goods: number
  readonly districtCode?: string
  readonly fee: number
}

/** By case: the freight table that says the same, what is bought, and the fee that is expected. */
const plays: Readonly<Record<string, Play>> = {
  'shipping-001': { rules: [{ fee: 1_000 }], pieces: 1, goods: 10_000, fee: 1_000 },
  'shipping-003': { rules: [{ fee: 500, step: 500 }], pieces: 1, goods: 10_000, fee: 500 },
  'shipping-005': {
    rules: [{ fee: 1_000, provinces: ['33'] }, { fee: 2_000 }],
    pieces: 3,
    goods: 30_000,
    districtCode: xinjiang,
    fee: 2_000,
  },
  'shipping-007': {
    rules: [{ fee: 1_000, provinces: ['33'] }, { fee: 2_000 }],
    pieces: 1,
    goods: 10_000,
    districtCode: xinjiang,
    fee: 2_000,
  },
  'shipping-009': { rules: [{ fee: 1_000, freeFrom: 3_000 }], pieces: 1, goods: 2_000, fee: 1_000 },
  'shipping-011': { rules: [{ fee: 200, step: 100 }], pieces: 1, goods: 100, fee: 200 },
}
const notOurs = ['shipping-013', 'shipping-016']

async function feeOf({ rules, pieces, goods, districtCode = zhejiang }: Play): Promise<Money> {
  const ctx = await aShop(db)
  await transaction(ctx, async (tx) => {
    const names = { zh: '中通', en: 'ZTO' }
    await saveCarrier(tx, {
      code: 'ZTO',
      name: names,
      phone: '',
      inquiryUrl: '',
      service: 'standard',
      enabled: true,
      daysMin: 2,
      daysMax: 4,
    })
    for (const [priority, { fee, step = 0, provinces = [], freeFrom }] of rules.entries())
      await saveFreightRule(tx, {
        carrier: 'ZTO',
        name: `rule ${priority}`,
        provinces,
        reachable: true,
        firstGrams: one,
        firstFee: money(fee),
        stepGrams: one,
        stepFee: money(step),
        freeFrom: freeFrom ? money(freeFrom) : null,
        priority,
      })
  })
  return (await quoteFreight(ctx, { districtCode, weightGrams: pieces * one, goods: money(goods) })).fee
}

test('CHK-04 every shipping case is played, or its difference is written down', () => {
  expect(cases.map(({ id }) => id).toSorted()).toEqual([...Object.keys(plays), ...notOurs].toSorted())
})

test.each(Object.entries(plays))('CHK-04 %s: the freight table gives the expected fee', async (id, play) => {
  const steps = cases.find((each) => each.id === id)!.setup_and_steps
  const told = steps.find(
    ({ op, field }) => op === 'expect' && (field === 'shipping' || field === 'shipping_estimate'),
  )!.amount!.minor
  const taxed = steps.some(({ op }) => op === 'tax_rate')
  expect(taxed ? (told * 10) / 11 : told).toBe(play.fee)
  expect((await feeOf(play)).minor).toBe(play.fee)
})
