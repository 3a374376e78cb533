import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { guards } from '../guards.ts'
import { replaceIn } from './replace-on-load.ts'
import { seams } from './seams.ts'

const root = join(import.meta.dirname, '..', '..', '..')

test.each([...seams, ...guards])('$file still holds the place that faults and missing guards need: $find', (place) => {
  expect(replaceIn(readFileSync(join(root, place.file), 'utf8'), place)).toContain(place.replace)
})

test('a snippet that stands there twice, or not at all, is refused', () => {
  const place = { file: 'a.ts', find: 'x', replace: 'y' }
  expect(replaceIn('a x b', place)).toBe('a y b')
  expect(() => replaceIn('x x', place)).toThrow('exactly once')
  expect(() => replaceIn('nothing', place)).toThrow('exactly once')
})
