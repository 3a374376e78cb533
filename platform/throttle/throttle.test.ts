import { expect, test } from 'vitest'
import { minutes } from '#kernel/day'
import { noon } from '#test/context'
import { testDatabase } from '#test/database'
import { countUse, forgetUses, mayUse, purgeThrottles } from './index.ts'

const { db } = await testDatabase()
const limit = (key: string) => ({ key, most: 3, window: minutes(10) })
const after = (count: number) => noon.add({ minutes: count })

test('SEC-04 of twenty uses at once as many pass as are allowed', async () => {
  const counts = await Promise.all(Array.from({ length: 20 }, () => countUse(db, limit('race'), noon)))
  expect(counts.filter((count) => count.allowed)).toHaveLength(3)
  expect(counts.every((count) => count.retryAfterSeconds === 600)).toBe(true)
})

test('a window starts with its first use and then begins anew', async () => {
  for (const minute of [0, 4, 8]) expect((await countUse(db, limit('window'), after(minute))).allowed).toBe(true)
  expect(await countUse(db, limit('window'), after(9))).toEqual({ allowed: false, retryAfterSeconds: 60 })
  expect((await countUse(db, limit('window'), after(10))).allowed).toBe(true)
})

test('looking counts nothing, and forgetting starts over', async () => {
  for (const _ of [1, 2, 3]) {
    expect((await mayUse(db, limit('look'), noon)).allowed).toBe(true)
    await countUse(db, limit('look'), noon)
  }
  expect(await mayUse(db, limit('look'), noon)).toEqual({ allowed: false, retryAfterSeconds: 600 })
  await forgetUses(db, 'look')
  expect((await mayUse(db, limit('look'), noon)).allowed).toBe(true)
})

test('windows that have ended are thrown away', async () => {
  await countUse(db, limit('old'), noon)
  await countUse(db, limit('new'), after(60))
  await purgeThrottles(db, after(60))
  const keys = (await db.selectFrom('platform.throttles').select('key').execute()).map((row) => row.key)
  expect(keys).toEqual(['new'])
})
