import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { replaceIn } from '../support/replace-on-load.ts'
import { Chance } from './chance.ts'
import { plants } from './plants.ts'
import { programOf } from './program.ts'
import { aMarket, simulate } from './simulate.ts'

const market = await aMarket()
afterAll(() => market.close())

test('the first seeds and the programs that failed once run without a fault', async () => {
  const { code, output } = await simulate(market, ['--stored', '--from', '1', '--seeds', '1', '--no-shrink'])

  expect({ code, output }).toMatchObject({ code: 0 })
  expect(output.match(/: ok/g)).toHaveLength(3)
}, 120_000)

test('a seed is a program, always the same one, and chance is the same for the same words', () => {
  expect(programOf(7)).toEqual(programOf(7))
  expect(programOf(8)).not.toEqual(programOf(7))
  const draw = (words: string) =>
    Array.from(
      { length: 5 },
      (
        (chance) => () =>
          chance.between(1, 1_000)
      )(new Chance(words)),
    )
  expect(draw('a')).toEqual(draw('a'))
  expect(draw('b')).not.toEqual(draw('a'))
})

test('every bug that may be planted still fits its file', () => {
  const root = new URL('../../../', import.meta.url)
  for (const plant of Object.values(plants))
    expect(replaceIn(readFileSync(fileURLToPath(new URL(plant.file, root)), 'utf8'), plant)).not.toContain(plant.find)
})
