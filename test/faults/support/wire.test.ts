import { expect, test } from 'vitest'
import { pack, unpack } from './wire.ts'

test('what one process tells another arrives as it was', () => {
  const told = {
    at: Temporal.Instant.from('2026-03-02T04:00:00.123Z'),
    on: Temporal.PlainDate.from('2026-03-02'),
    bytes: Buffer.from('掌柜'),
    may: new Set(['orders.read']),
    list: [{ minor: 100, currency: 'CNY' }, null],
  }
  const came = unpack(pack(told)) as typeof told
  expect(came.at.equals(told.at) && came.on.equals(told.on)).toBe(true)
  expect({ ...came, at: 0, on: 0 }).toEqual({ ...told, at: 0, on: 0 })
})
