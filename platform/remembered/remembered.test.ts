import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { remembered } from './index.ts'

const { db } = await testDatabase()

/** A source that counts how often it was asked and may be down. */
function aSource() {
  const source = { value: 1, asked: 0, down: false }
  const ask = remembered(async (_: Reader) => {
    source.asked += 1
    const { value } = source
    await sleep(5)
    if (source.down) throw new Error('the database is away')
    return { value }
  })
  return { source, ask }
}

test('F15 five hundred who miss at once ask the database once', async () => {
  const { source, ask } = aSource()
  const ctx = aContext(db)

  const answers = await Promise.all(Array.from({ length: 500 }, () => ask(ctx)))

  expect(source.asked).toBe(1)
  expect(new Set(answers.map(({ value }) => value))).toEqual(new Set([1]))
})

test('F15 while the database is away, what was true a moment ago is answered; without it the fault shows', async () => {
  const { source, ask } = aSource()
  const ctx = aContext(db)
  source.down = true
  await expect(ask(ctx)).rejects.toThrow('away')

  source.down = false
  await ask(ctx)
  source.down = true
  expect(await ask(ctx)).toEqual({ value: 1 })
})

test('a change is seen at once: by its own transaction, by others after it, and never half-way by whoever read meanwhile', async () => {
  const { source, ask } = aSource()
  const ctx = aContext(db)
  await ask(ctx)

  await transaction(ctx, async (tx) => {
    const reading = ask({ ...ctx, shopId: aContext(db).shopId }) // another shop's memory is its own
    ask.forget(tx)
    const stale = ask(ctx)
    source.value = 2
    expect(await ask(tx)).toEqual({ value: 2 })
    await Promise.all([reading, stale])
  })

  expect(await ask(ctx)).toEqual({ value: 2 })
})

test('a change that was undone is forgotten too', async () => {
  const { source, ask } = aSource()
  const ctx = aContext(db)
  await ask(ctx)

  await transaction(ctx, async (tx) => {
    ask.forget(tx)
    source.value = 2
    await ask(tx)
    source.value = 1
    throw new Error('test: undone')
  }).catch(() => {})

  expect(await ask(ctx)).toEqual({ value: 1 })
})
