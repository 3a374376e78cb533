import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { checkIds } from '#insight/doctor'
import { reliabilityPage, rowIds, rowsAtStart, shownRows } from '#test/reliability-page'
import { parseSource, readSources } from '#test/sources'
import { chapters } from './faults/rows/index.ts'
import { promises } from './faults/rows/promises.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folders = ['kernel', 'platform', 'modules', 'apps', 'sandbox', 'demo', 'packages', 'test']

/** By row the test files with a title that begins with it. */
function testedRows(): Map<string, Set<string>> {
  const tested = new Map<string, Set<string>>()
  for (const source of readSources(root, folders).filter(({ path }) => path.endsWith('.test.ts')))
    if (/['"`](?:[A-Z]{3}-\d{2}[ ,]+)*[A-IST]\d{2}\b/.test(source.text))
      for (const id of parseSource(source).titles.flatMap(rowsAtStart))
        tested.set(id, (tested.get(id) ?? new Set()).add(source.path))
  return tested
}
const tested = testedRows()
/** Its titles are made of the checks: each is tried with a planted fault. */
for (const id of checkIds) tested.set(id, (tested.get(id) ?? new Set()).add('modules/insight/doctor/doctor.test.ts'))
const rows = chapters.flatMap((chapter) => chapter.rows)

test('every row is a row of the catalogue, told once and in its order', () => {
  for (const chapter of chapters) {
    const ids = chapter.rows.map(({ id }) => id)
    expect(ids).toEqual(rowIds(chapter.letter, chapter.size).filter((id) => ids.includes(id)))
  }
})

test('a row that promises has a test, and one that says why not yet has none', () => {
  const promising = rows.filter(({ promise }) => promise !== undefined)
  const open = rows.filter(({ notYet }) => notYet !== undefined)
  expect(promising.filter(({ id }) => !tested.has(id))).toEqual([])
  expect(open.filter(({ id }) => tested.has(id))).toEqual([])
})

test('docs/reliability.md names only rows and tests that exist', () => {
  const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8')
  const lines = [...page.matchAll(/^\| ([A-IST]\d{2}) \| (.*) \| (`.*`) \|$/gm)]
  const stale = lines.filter(([, id, promise, files]) => {
    const isPromised = rows.some((row) => row.id === id && row.promise === promise)
    const named = files!.replaceAll('`', '').split(', ')
    return !isPromised || named.some((path) => !existsSync(join(root, path)) || !tested.get(id!)?.has(path))
  })
  expect(stale.map(([line]) => line)).toEqual([])

  const published = [...page.matchAll(/^\| (P\d+) \| (.*) \| ([A-Z].*) \|$/gm)].map(([, id, promise]) => ({
    id,
    promise,
  }))
  expect(promises.map(({ id, promise }) => ({ id, promise }))).toEqual(expect.arrayContaining(published))
})

test('a promise with a red or skipped test, or with none, disappears from the page, and so does what rests on it', () => {
  const chapter = {
    letter: 'B',
    title: 'Two act at once',
    size: 4,
    rows: [
      { id: 'B01', promise: 'One winner' },
      { id: 'B02', promise: 'One order' },
      { id: 'B03', notYet: 'no waiting room' },
    ],
  }
  const published = [{ id: 'P1', promise: 'No oversell', shownBy: ['B01', 'B02'] }]
  const results = (ok: boolean) => [
    { path: 'a.test.ts', ok: true, tests: [{ title: 'B01 one wins', ok: true, millis: 1 }] },
    { path: 'b.test.ts', ok, tests: [{ title: 'B01 B02: one wins', ok, millis: 1 }] },
  ]
  const green = reliabilityPage([chapter], published, results(true))
  const red = reliabilityPage([chapter], published, results(false))

  expect(green.text).toContain('| B01 | One winner | `a.test.ts`, `b.test.ts` |')
  expect(green.text).toContain('| P1 | No oversell | B01 B02 |')
  expect(green.text).toContain('- B03: no waiting room')
  expect(green.text).toContain('Not looked at yet: B04')
  expect(green.unshown).toEqual([])
  expect(red.text).not.toMatch(/One winner|One order|No oversell/)
  expect(red.unshown).toEqual(['B01', 'B02'])
  expect(shownRows([])).toEqual(new Map())
})
