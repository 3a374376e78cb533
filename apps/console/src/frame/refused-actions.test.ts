import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const pages = globSync('apps/console/src/**/*.tsx')

/** The opening tags of buttons in a page. */
const buttonsIn = (source: string): string[] => source.match(/<Button\b(?:=>|[^>])*>/g) ?? []

test('no button of the console is grey without a reason: what cannot be done is a Verb that says why', () => {
  const found = pages.flatMap((path) => buttonsIn(readFileSync(path, 'utf8')).map((tag) => ({ path, tag })))
  expect(found.length).toBeGreaterThan(100)
  expect(
    found.filter(({ path, tag }) => /\b(?:aria-)?disabled\b/.test(tag) && !path.endsWith('frame/Verb.tsx')),
  ).toEqual([])
})
