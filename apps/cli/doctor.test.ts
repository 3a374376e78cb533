import { expect, test, vi } from 'vitest'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop } from '#test/orders'
import { doctor } from './doctor.ts'

const { db } = await testDatabase()

/** What the command prints, and its exit code. */
async function run(wish: { json?: boolean; only?: readonly string[] } = {}) {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  try {
    const code = await doctor(db, { json: false, only: [], locale: 'en', ...wish })
    return { code, said: [...log.mock.calls, ...error.mock.calls].map(([line]) => String(line)).join('\n') }
  } finally {
    log.mockRestore()
    error.mockRestore()
  }
}

test('doctor is content with a shop that sells, and says which checks had nothing to look at', async () => {
  await anOrder(await aSellingShop(db, { now: Temporal.Now.instant() }), { status: 'released' })

  const { code, said } = await run({ json: true })

  expect(code).toBe(0)
  const { checks } = JSON.parse(said)
  expect(checks.find(({ id }: { id: string }) => id === 'I01')).toMatchObject({ ok: true, rows: 1, violations: [] })
  expect(checks.find(({ id }: { id: string }) => id === 'I45')).toMatchObject({ ok: null, rows: 0 })
})

test('doctor names the rows that do not hold and what to do, and exits with 1', async () => {
  await db.updateTable('supply.stock_levels').set({ on_hand: 47 }).execute()

  const { code, said } = await run({ only: ['I01'] })

  expect(code).toBe(1)
  expect(said).toContain('"onHand": 47'.replace(': ', ':'))
  expect(said).toContain('count the goods')
})

test('doctor refuses a check that does not exist with 2', async () => {
  expect(await run({ only: ['I99'] })).toEqual({ code: 2, said: expect.stringContaining('I99') })
})
