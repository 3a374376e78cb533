import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { coverageOf, idsAtStart, requirementCoverage, requirementsIn } from '#test/requirement-ids'

test('our copy of the catalogue holds its 503 requirements, each once', () => {
  const { known, unknown } = requirementCoverage(fileURLToPath(new URL('..', import.meta.url)))

  expect(known).toBe(503)
  expect(unknown).toEqual([])
})

test('a row tells its id and where a person uses it', () => {
  expect(
    requirementsIn(
      '| id | what | where |\n|---|---|---|\n| ORD-06 | Cancel \\| refund | `/orders` |\n| CAT-01 | List | |\n| B | 48 h | x |',
    ),
  ).toEqual([
    { id: 'ORD-06', where: '`/orders`' },
    { id: 'CAT-01', where: '' },
  ])
})

test.each([
  ['ORD-10 cancelling frees the stock', ['ORD-10']],
  ['CHK-01, CHK-02 and CHK-03: a cart', ['CHK-01', 'CHK-02', 'CHK-03']],
  ['CAT-14 A09 an import is killed', ['CAT-14']],
  ['paying by ISO-42 is not named at the start', []],
  ['SKU-1 is short', []],
])('the ids of a title are those it begins with: %s', (title, ids) => {
  expect(idsAtStart(title)).toEqual(ids)
})

test('an id that stands in no row is reported', () => {
  expect(coverageOf([{ id: 'ORD-06', where: '' }], ['ORD-06 works', 'ORD-99 does not exist', 'no id'])).toEqual({
    known: 1,
    covered: ['ORD-06'],
    unknown: ['ORD-99'],
    nowhere: ['ORD-06'],
  })
})
