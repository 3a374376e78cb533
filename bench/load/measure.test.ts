import { expect, test } from 'vitest'
import { measure } from './measure.ts'
import { oneOf, randomOf } from './script.ts'

test('every act is counted under the ending it names, and what is thrown under failed', async () => {
  let turn = 0
  const act = async () => {
    turn += 1
    if (turn % 4 === 0) throw new Error('the fourth')
    return turn % 2 === 0 ? 'sold out' : undefined
  }

  const { endings, fault } = await measure([act, act], { seconds: 20, acts: 100 })

  expect(Object.fromEntries(Object.entries(endings).map(([name, { count }]) => [name, count]))).toEqual({
    done: 50,
    'sold out': 25,
    failed: 25,
  })
  expect(fault).toBe('Error: the fourth')
})

test('the same seed draws the same numbers, another one others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, randomOf(seed))
  expect(draw(7)).toEqual(draw(7))
  expect(draw(7)).not.toEqual(draw(8))
  const random = randomOf(1)
  const drawn = Array.from({ length: 3_000 }, () => oneOf(random, ['a', 'b', 'c']))
  for (const letter of 'abc') expect(drawn.filter((one) => one === letter).length).toBeGreaterThan(900)
})
