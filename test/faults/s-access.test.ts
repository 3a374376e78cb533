import { expect, test } from 'vitest'
import { answeredOtherwise, closedToTheRight } from '#test/access-matrix'
import { openDoor } from '#test/open-door'
import { realCallers } from '#test/real-callers'

const door = await openDoor()
const real = await realCallers(door.db, door)

test('S04 every route answers every kind of caller as it declares, by their real sessions and keys', async () => {
  const closed = door.routes.filter(({ needs }) => needs === 'shopper' || typeof needs === 'object')
  expect(closed.length * Object.keys(real.callers).length).toBeGreaterThan(4_000)
  expect(await answeredOtherwise(door, real, closed)).toEqual([])
})

test('S04 every route opens to exactly the permission it names', async () => {
  expect(await closedToTheRight(door, real, door.routes)).toEqual([])
})
