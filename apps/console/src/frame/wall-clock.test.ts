import { expect, test } from 'vitest'
import { instantAt, wallClockAt } from './wall-clock.ts'

test('a time typed for the shop means that time in the zone of the shop, wherever the browser is', () => {
  expect(instantAt('2026-11-22T20:00', 'Asia/Shanghai')).toBe('2026-11-22T12:00:00.000Z')
  expect(wallClockAt(new Date('2026-11-22T12:00:30Z'), 'Asia/Shanghai')).toBe('2026-11-22T20:00')
})

test('summer time is minded on both sides of the change', () => {
  expect(instantAt('2026-03-29T01:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:00.000Z')
  expect(instantAt('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z')
})
