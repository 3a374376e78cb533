import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Neighbour, neighboursOf, rankNext, sequencesOf } from './index.ts'

/** One line a person, the oldest thing first, letters for things. */
async function neighbours(
  ...people: readonly string[]
): Promise<Map<string, { item: string; score: number; people: number }[]>> {
  const steps = people.flatMap((past, person) => [...past].map((item) => ({ person: String(person), item, weight: 1 })))
  const { sequences, items } = sequencesOf(steps)
  const named = (each: Neighbour) => ({ ...each, item: items[each.item]! })
  return new Map((await neighboursOf(sequences)).map((found, item) => [items[item]!, found.map(named)]))
}

const namesOf = (found: readonly { item: string }[] | undefined) => (found ?? []).map(({ item }) => item).join('')

test('STO-06 what the same people had stands beside a product, what more of them had first, never itself', async () => {
  const found = await neighbours('abx', 'aby', 'az')
  expect(namesOf(found.get('a'))).toMatch(/^b/)
  expect(found.get('a')?.[0]).toMatchObject({ item: 'b', people: 2 })
  expect(namesOf(found.get('a'))).not.toContain('a')
})

test('STO-06 what comes right afterwards counts more than what came before or much later', async () => {
  const found = await neighbours('cabxxxxxd')
  expect(namesOf(found.get('a')).indexOf('b')).toBeLessThan(namesOf(found.get('a')).indexOf('c'))
  expect(namesOf(found.get('a')).indexOf('b')).toBeLessThan(namesOf(found.get('a')).indexOf('d'))
})

test('STO-06 what everybody has anyway says less of a product than what its own people have', async () => {
  const found = await neighbours(
    'aqb',
    'aqb',
    'cq',
    'dq',
    'eq',
    'fq',
    'gq',
    'hq',
    'iq',
    'jq',
    'kq',
    'lq',
    'mq',
    'nq',
    'oq',
    'pq',
    'rq',
    'sq',
  )
  expect(namesOf(found.get('a'))).toBe('bq') // though b comes a step later
})

test('STO-06 the last thing somebody did weighs most, and its name stands as the reason', () => {
  const beside = new Map([
    ['tea', [{ item: 'pot', score: 1 }]],
    ['towel', [{ item: 'soap', score: 1 }]],
  ])
  const ranked = rankNext(
    [
      { item: 'tea', weight: 1 },
      { item: 'towel', weight: 1 },
    ],
    (item) => beside.get(item) ?? [],
    5,
  )
  expect(ranked).toMatchObject([
    { item: 'soap', because: 'towel' },
    { item: 'pot', because: 'tea' },
  ])
})

test('STO-06 whatever people did: no thing is its own neighbour, no past comes again, the same input gives the same list', async () => {
  const pasts = fc.array(fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 12 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(pasts, async (people) => {
      const lines = people.map((past) => past.join(''))
      const [found, again] = [await neighbours(...lines), await neighbours(...lines)]
      expect([...found]).toEqual([...again])
      for (const [item, list] of found) {
        expect(new Set(list.map((each) => each.item)).size).toBe(list.length)
        for (const each of list) {
          expect(each.item).not.toBe(item)
          expect(each.score).toBeGreaterThan(0)
          expect(each.people).toBe(lines.filter((line) => line.includes(item) && line.includes(each.item)).length)
        }
      }
      const past = [...lines[0]!].map((item) => ({ item, weight: 1 }))
      const next = rankNext(past, (item) => found.get(item) ?? [], 10)
      expect(next.filter(({ item }) => lines[0]!.includes(item))).toEqual([])
    }),
    { numRuns: 60 },
  )
})
