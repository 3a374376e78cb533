import { expect, test } from 'vitest'
import { retryAfterMillis } from './retry-after.ts'

const now = Temporal.Instant.from('2026-03-02T04:00:00Z')

test.each([
  ['7', 7_000],
  ['0', 0],
  ['Mon, 02 Mar 2026 04:01:30 GMT', 90_000],
  ['Mon, 02 Mar 2026 03:00:00 GMT', 0],
  [undefined, undefined],
  ['soon', undefined],
  ['-5', undefined],
  ['1e9', undefined],
])('a Retry-After of %s means %s ms', (header, millis) => {
  expect(retryAfterMillis(header, now)).toBe(millis)
})
