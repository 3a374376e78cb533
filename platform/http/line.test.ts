import { expect, test } from 'vitest'
import { openLine } from './line.ts'

function aRoom() {
  let millis = 0
  const line = openLine(() => millis)
  return {
    line,
    /** Seconds go by in each of which so many are served. */
    seconds(count: number, served: number) {
      for (let second = 0; second < count; second++) {
        millis += 1_000
        for (let each = 0; each < served; each++) line.ended()
        line.call(0)
      }
    },
  }
}

test('F04 two thousand who come one after the other come in within a second of their order, reloading or not', () => {
  const { line, seconds } = aRoom()
  const buyers = Array.from({ length: 2_000 }, (_, buyer) => `buyer ${buyer}`)
  for (const buyer of buyers) line.place(buyer)
  const cameIn = new Set<number>()
  for (let second = 0; line.waiting > 0 && second < 100; second++) {
    seconds(1, 50)
    for (const [number, buyer] of [...buyers.entries()].reverse()) {
      if (cameIn.has(number)) continue
      if (!line.isCalled(buyer)) line.place(buyer)
      else {
        line.leave(buyer)
        cameIn.add(number)
      }
    }
  }
  expect(cameIn.size).toBe(2_000)
  // Fifty come in a second: nobody is more than fifty places away from the own one.
  expect(Math.max(...[...cameIn].map((number, at) => Math.abs(number - at)))).toBeLessThan(50)
})

test('F04 a place that nobody asks about for a minute is given up, and who comes back then stands at the end', () => {
  const { line, seconds } = aRoom()
  for (const buyer of ['ann', 'bob', 'cao', 'dai']) line.place(buyer)
  seconds(1, 0) // one is called in any case: ann, who has left
  for (let second = 0; second < 70; second += 10) {
    seconds(10, 0)
    for (const buyer of ['cao', 'dai']) line.place(buyer)
    if (second === 0) expect(line.waiting).toBe(4)
  }
  expect(line.waiting).toBe(2)
  expect(line.place('ann')?.place).toBe(3)
})

test('F04 who waits is told the place and when to ask again: sooner at the front, after a quarter of a minute at the end', () => {
  const { line, seconds } = aRoom()
  for (let buyer = 1; buyer <= 1_000; buyer++) line.place(String(buyer))
  seconds(1, 20)
  expect(line.place('1')).toEqual({ place: 1, retryAfterSeconds: 1 })
  expect(line.place('100')).toEqual({ place: 100, retryAfterSeconds: 5 })
  expect(line.place('1000')).toEqual({ place: 1_000, retryAfterSeconds: 15 })
})

test('F04 while somebody waits nobody who comes anew goes before; an empty room lets everybody try', () => {
  const { line, seconds } = aRoom()
  expect(line.isCalled('ann')).toBe(true)
  line.place('ann')
  expect(line.isCalled('bob')).toBe(false)
  seconds(1, 0)
  expect([line.isCalled('ann'), line.isCalled('bob')]).toEqual([true, false])
  line.leave('ann')
  expect(line.isCalled('bob')).toBe(true)
})
