import { expect, test } from 'vitest'
import { openAdmission } from '#platform/http'
import { openMetrics } from '#platform/metrics'
import { anApi } from '#test/api'
import { testDatabase } from '#test/database'
import { opsRoutes } from './ops.ts'

const { db } = await testDatabase()

/** A process whose clock is so far ahead of the right time. */
const ahead = (seconds: number) =>
  anApi(db, {
    routes: [
      (app) =>
        opsRoutes(app, {
          db,
          metrics: openMetrics(),
          admission: openAdmission(),
          accepting: () => true,
          now: () => Temporal.Now.instant().add({ seconds }),
        }),
    ],
  })

const ask = async (seconds: number, url: string) => (await (await ahead(seconds)).inject({ url })).body

test('G01 a machine whose clock is ten minutes off the database’s says so when asked, and among its figures; a right one says nothing', async () => {
  expect(await ask(0, '/readyz')).toBe('ready')
  expect(await ask(600, '/readyz')).toMatch(/^ready, but this clock is (599|600)\.\d s ahead/)
  expect(await ask(-600, '/readyz')).toMatch(/^ready, but this clock is -(599|600)\.\d s ahead/)
  expect(await ask(600, '/metrics')).toMatch(/^zhanggui_clock_skew_seconds (599|600)/m)
})
