import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guards, without } from '../guards.ts'

test.each(guards)('the guard “$name” stands where the races take it away', (guard) => {
  const source = readFileSync(new URL(`../../../${guard.file}`, import.meta.url), 'utf8')
  expect(without(guard, source)).not.toBe(source)
})

test('a guard that has moved or stands twice is reported, not passed over', () => {
  const guard = { name: 'stale', file: 'a.ts', find: 'x > 0', replace: 'true' }
  expect(() => without(guard, 'if (y > 0)')).toThrow('0 times')
  expect(() => without(guard, 'x > 0 && x > 0')).toThrow('2 times')
})
