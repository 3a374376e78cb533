import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gather } from './gather.ts'

test('who comes first is served alone, who comes meanwhile together, in the order of arrival and so many at most', async () => {
  const batches: number[][] = []
  const ask = gather(
    async (wishes: readonly number[]) => {
      batches.push([...wishes])
      await Promise.resolve()
      return wishes.map((wish) => wish * 2)
    },
    { most: 3 },
  )

  expect(await Promise.all([1, 2, 3, 4, 5].map(ask))).toEqual([2, 4, 6, 8, 10])
  expect(batches).toEqual([[1], [2, 3, 4], [5]])
})

test('a failure is heard by all who shared it, and by nobody after them', async () => {
  const ask = gather(
    async (wishes: readonly string[]) => {
      await Promise.resolve()
      if (wishes.includes('bad')) throw new Error('no')
      return wishes
    },
    { most: 10 },
  )

  const answers = await Promise.allSettled(['first', 'bad', 'shares'].map(ask))

  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(await ask('next')).toBe('next')
})

test('whatever the pauses between them, each hears its own answer and all are served in the order of arrival', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), async (pauses, most) => {
      const served: number[] = []
      const ask = gather(
        async (wishes: readonly number[]) => {
          served.push(...wishes)
          await Promise.resolve()
          return wishes
        },
        { most },
      )
      const asked: Promise<number>[] = []
      for (const [index, turns] of pauses.entries()) {
        asked.push(ask(index))
        for (let turn = 0; turn < turns; turn++) await Promise.resolve()
      }

      expect(await Promise.all(asked)).toEqual(pauses.map((_, index) => index))
      expect(served).toEqual(pauses.map((_, index) => index))
    }),
  ))
