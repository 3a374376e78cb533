import { expect, test } from 'vitest'
import { eachOf } from '#platform/jobs'

test('one that fails does not keep the others from their turn, and is told of at the end', async () => {
  const seen: number[] = []
  const working = (failing: readonly number[]) =>
    eachOf([1, 2, 3], async (item) => {
      seen.push(item)
      if (failing.includes(item)) throw new Error(`${item}`)
    })

  await expect(working([])).resolves.toBeUndefined()
  await expect(working([1])).rejects.toThrow('1')
  await expect(working([1, 3])).rejects.toThrow('2 of 3 failed')
  expect(seen).toEqual([1, 2, 3, 1, 2, 3, 1, 2, 3])
})
