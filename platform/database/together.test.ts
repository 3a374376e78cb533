import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Reader } from '#platform/context'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { together, transaction } from './index.ts'

const { db } = await testDatabase()
const ctx = aContext(db)

/** Doubles numbers, and notes which were asked for at once. */
function doubling({ holds = Promise.resolve() }: { holds?: Promise<void> } = {}) {
  const asked: (readonly number[])[] = []
  const double = together<number, number>(async (_reader, numbers) => {
    asked.push(numbers)
    await holds
    if (numbers.includes(0)) throw new Error('no nought')
    return numbers.map((number) => number * 2)
  })
  return { asked, double }
}

const all = (double: (reader: Reader, number: number) => Promise<number>, numbers: readonly number[]) =>
  Promise.all(numbers.map((number) => double(ctx, number)))

test('questions of the same moment are asked at once, and each gets its own answer', async () => {
  const { asked, double } = doubling()

  expect(await all(double, [1, 2, 2, 3])).toEqual([2, 4, 4, 6])
  expect(asked).toEqual([[1, 2, 2, 3]])
})

test('nothing is kept: the same question is asked anew', async () => {
  const { asked, double } = doubling()

  await double(ctx, 1)
  await double(ctx, 1)

  expect(asked).toEqual([[1], [1]])
})

test('another shop and another language are asked by themselves', async () => {
  const { asked, double } = doubling()
  const other = { ...ctx, shopId: newId<'Shop'>() }

  await Promise.all([double(ctx, 1), double({ ...ctx, locale: 'en' }, 2), double(other, 3), double(ctx, 4)])

  expect(asked).toEqual([[1, 4], [2], [3]])
})

test('what cannot be answered fails for all who asked, and for nobody after them', async () => {
  const { double } = doubling()

  const failed = await Promise.allSettled([double(ctx, 0), double(ctx, 1)])

  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await double(ctx, 1)).toBe(2)
})

test('while three statements are on their way the questions gather, and no statement has more than 64', async () => {
  const { promise: holds, resolve: release } = Promise.withResolvers<void>()
  const { asked, double } = doubling({ holds })
  const first = []
  for (const number of [1, 2, 3]) {
    first.push(double(ctx, number))
    await new Promise(setImmediate)
  }
  const later = all(
    double,
    Array.from({ length: 70 }, (_, at) => at + 4),
  )
  await new Promise(setImmediate)
  expect(asked).toEqual([[1], [2], [3]])

  release()

  await Promise.all([...first, later])
  expect(asked.slice(3).map((numbers) => numbers.length)).toEqual([64, 6])
})

test('inside a transaction each question is asked at once and by itself', async () => {
  const { asked, double } = doubling()

  await transaction(ctx, (tx) => Promise.all([double(tx, 1), double(tx, 2)]))

  expect(asked).toEqual([[1], [2]])
})
