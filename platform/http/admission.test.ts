import { expect, test, vi } from 'vitest'
import { type Away, lanes, openAdmission } from './admission.ts'

const away = { retryAfterSeconds: expect.any(Number) }
const thrown = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

test('F02 six classes at once: what pages tell of visits is sent away first, then exports, lists, browsing, carts and last checkouts; callbacks never', () => {
  const admission = openAdmission(100)
  const refusedFirst: string[] = []
  for (let underWay = 0; underWay < 101; underWay++) {
    for (const lane of lanes) {
      const answer = admission.enter(lane, undefined)
      if (typeof answer === 'function') answer()
      else if (!refusedFirst.includes(lane)) refusedFirst.push(lane)
    }
    admission.enter('checkout', undefined)
  }
  expect(refusedFirst).toEqual(['beacon', 'export', 'list', 'browse', 'cart', 'checkout'])
  expect(admission.figures().underWay).toMatchObject({ checkout: 100, callback: 0 })
})

test('F14 who was sent away comes back at once a fifth of the times at most; a quiet caller is not in the way of itself', () => {
  const admission = openAdmission(2)
  const leave = [admission.enter('checkout', undefined), admission.enter('checkout', undefined)]
  expect(admission.enter('browse', 'ann')).toEqual(away)
  for (const go of leave) if (typeof go === 'function') go()

  const answers = Array.from({ length: 30 }, () => admission.enter('browse', 'ann'))
  for (const answer of answers) if (typeof answer === 'function') answer()

  const letIn = answers.filter((answer) => typeof answer === 'function').length
  expect(letIn).toBeGreaterThanOrEqual(1)
  expect(letIn).toBeLessThanOrEqual(7)
  expect(typeof admission.enter('browse', 'bob')).toBe('function')
  expect(admission.figures().refused.caller).toBe(30 - letIn)
})

test('F02 a page whose word about a visit found no room does not keep its visitor from the next page', () => {
  const admission = openAdmission(4)
  const leave = [admission.enter('browse', 'ann'), admission.enter('browse', 'ann')]
  for (let count = 0; count < 20; count++) expect(admission.enter('beacon', 'ann')).toEqual(away)
  for (const go of leave) if (typeof go === 'function') go()

  const answers = Array.from({ length: 2 }, () => admission.enter('browse', 'ann'))
  for (const answer of answers) expect(typeof answer).toBe('function')
  expect(admission.figures().refused).toMatchObject({ beacon: 20, caller: 0 })
})

test('F14 the pause that is asked for differs from caller to caller', () => {
  const admission = openAdmission(1)
  admission.enter('checkout', undefined)
  const pauses = Array.from({ length: 60 }, () => (admission.enter('browse', undefined) as Away).retryAfterSeconds)
  expect(new Set(pauses).size).toBeGreaterThan(1)
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1)
  expect(Math.max(...pauses)).toBeLessThanOrEqual(5)
})

test('F14 one caller has at most 32 requests under way', () => {
  const admission = openAdmission(1_000)
  for (let count = 0; count < 32; count++) admission.enter('browse', 'ann')
  expect(admission.enter('browse', 'ann')).toEqual(away)
  expect(typeof admission.enter('browse', 'bob')).toBe('function')
})

test('F19 a shop that floods gets half of the room while another one trades, and all of it when it is alone', () => {
  const admission = openAdmission(10)
  const flood = () => Array.from({ length: 10 }, () => thrown(() => admission.enterShop('north')))
  const alone = flood()
  expect(alone.every((answer) => typeof answer === 'function')).toBe(true)
  for (const leave of alone) (leave as () => void)()

  admission.enterShop('south')()

  const beside = flood()
  expect(beside.filter((answer) => typeof answer === 'function')).toHaveLength(5)
  expect(typeof admission.enterShop('south')).toBe('function')
  expect(admission.figures().refused.shop).toBe(5)
})

test('F01 a process that is late with everything lets in fewer', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const admission = openAdmission(10)
  expect(admission.figures().capacity).toBe(10)
  const until = performance.now() + 300
  await new Promise((resolve) => setTimeout(resolve, 30))
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 30))
  vi.advanceTimersByTime(1_000)
  expect(admission.figures()).toMatchObject({ capacity: 7.5 })
  admission.close()
  vi.useRealTimers()
})

test('F02 when browsing is full, who was let in before still comes in, and who comes anew does not', () => {
  const admission = openAdmission(10)
  const enter = (caller?: string) => admission.enter('browse', caller)
  const first = enter('ann')
  if (typeof first === 'function') first()
  for (let count = 0; count < 6; count++) expect(typeof enter()).toBe('function')

  expect([typeof enter('bob'), typeof enter(), typeof enter('ann')]).toEqual(['object', 'object', 'function'])
})

test('F04 who finds no room at the checkout gets a place in line and is let in when called, before those who come later', () => {
  vi.useFakeTimers({ toFake: ['setInterval'] })
  const admission = openAdmission(1)
  const leave = admission.enterInLine('ann')
  expect(admission.enterInLine('bob')).toEqual({ place: 1, retryAfterSeconds: 1 })
  expect(admission.enterInLine('cao')).toMatchObject({ place: 2 })
  expect(admission.enterInLine('bob')).toMatchObject({ place: 1 })

  vi.advanceTimersByTime(1_000)
  if (typeof leave === 'function') leave()

  expect(admission.enterInLine('cao')).toMatchObject({ place: 2 })
  expect(admission.enterInLine('dai')).toMatchObject({ place: 3 })
  const bob = admission.enterInLine('bob')
  expect([typeof bob, admission.figures().waiting]).toEqual(['function', 2])
  if (typeof bob === 'function') bob()
  expect(typeof admission.enterInLine('bob')).toBe('function')
  admission.close()
  vi.useRealTimers()
})
