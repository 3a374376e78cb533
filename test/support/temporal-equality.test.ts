import { expect, test } from 'vitest'

const noon = Temporal.Instant.from('2026-03-02T04:00:00Z')

test('two moments are alike only when they are the same, also within an object', () => {
  expect({ at: noon }).toMatchObject({ at: Temporal.Instant.from('2026-03-02T12:00:00+08:00') })
  expect({ at: noon }).toMatchObject({ at: expect.any(Temporal.Instant) })
  expect({ at: noon }).not.toMatchObject({ at: noon.add({ seconds: 1 }) })
  expect({ at: null }).not.toMatchObject({ at: noon })
  expect({ on: Temporal.PlainDate.from('2026-03-02') }).not.toMatchObject({ on: Temporal.PlainDate.from('2026-03-03') })
  expect([noon]).not.toEqual([noon.add({ seconds: 1 })])
})
