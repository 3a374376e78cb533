import { afterAll, expect, test } from 'vitest'
import { aMarket, simulate } from './sim/simulate.ts'

const market = await aMarket()
afterAll(() => market.close())

const hashes = (output: string): string[] => [...output.matchAll(/^seed \d+ ([0-9a-f]{16})/gm)].map(([, hash]) => hash!)

test('T01 T02 T03 T04 T05 T06 T07 thirty seeds of buyers, pickers, desks, couriers, providers and crashes run without a fault', async () => {
  const { code, output } = await simulate(market, ['--from', '1000', '--seeds', '30'])

  expect({ code, output }).toMatchObject({ code: 0 })
  expect(hashes(output)).toHaveLength(30)
}, 600_000)

test('two runs of one seed, in processes of their own, tell the same story word by word', async () => {
  const [first, second] = [
    await simulate(market, ['--seed', '4711', '--trace']),
    await simulate(market, ['--seed', '4711', '--trace']),
  ]

  expect(first.output).toBe(second.output)
  expect(hashes(first.output)).toHaveLength(1)
})

test('a bug that somebody plants is found by the seeds, cut down, and found again by what is printed', async () => {
  const plant = 'a cancelled order keeps its goods'
  const found = await simulate(market, ['--from', '1', '--seeds', '5', '--until-failed'], plant)
  const advice = /fails alike with (\d+) steps: .* --seed (\d+) --keep ([\d,]+)/.exec(found.output)
  const [, steps, seed, keep] = advice ?? []

  expect(found).toMatchObject({ code: 1, output: expect.stringMatching(/FAILED after \d+: .*(holds|I10)/) })
  expect(Number(steps)).toBeLessThan(40)
  const again = await simulate(market, ['--seed', seed!, '--keep', keep!], plant)
  const mended = await simulate(market, ['--seed', seed!, '--keep', keep!])
  expect(again).toMatchObject({ code: 1, output: expect.stringMatching(/(holds|I10)/) })
  expect(mended).toMatchObject({ code: 0 })
}, 300_000)

test('T07 a buyer who is told another price than is charged is found within twenty seeds, and again by the seed alone', async () => {
  const plant = 'the buyer is told the old price'
  const found = await simulate(market, ['--from', '1', '--seeds', '20', '--until-failed', '--no-shrink'], plant)
  const failure = found.output.trim().split('\n').at(-1)!
  const [, seed] = /^seed (\d+) .*FAILED after \d+: the buyer of \w+ was told \d+ and charged \d+/.exec(failure) ?? []

  const again = await simulate(market, ['--seed', seed!, '--no-shrink'], plant)
  const mended = await simulate(market, ['--seed', seed!])
  expect(again).toEqual({ code: 1, output: `${failure}\n` })
  expect(mended).toMatchObject({ code: 0 })
}, 120_000)
