import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { openDatabase } from '#platform/database'
import { anOrder, aSellingShop } from '#test/orders'
import { copyOf, untilTrue } from './support/copied.ts'
import { crashable } from './support/crashable.ts'
import { sound } from './support/sound.ts'

const archive = await mkdtemp(join(tmpdir(), 'zhanggui-archive-'))
await chmod(archive, 0o777) // as root the database runs under another account
afterAll(() => rm(archive, { recursive: true, force: true }))
const server = await crashable({
  settings: ['archive_mode=on', `archive_command=test ! -f ${archive}/%f && cp %p ${archive}/%f`],
})
const db = server.open()

test('H11 a database goes back to the moment before a wrong DELETE, from a copy taken while it worked and the log kept beside it: no row of before is missing', async () => {
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  const early = await anOrder(shop, { status: 'shipped' })
  const copy = await copyOf(server, db)
  const late = await anOrder(shop, { status: 'paid' })
  await sleep(50)
  const { rows } = await sql<{ moment: string; lines: number }>`
    select clock_timestamp()::text as moment, (select count(*)::int from sales.order_lines) as lines`.execute(db)
  await sleep(50)
  await sql`delete from sales.order_lines`.execute(db)
  await anOrder(shop, { status: 'placed' })
  const { rows: last } = await sql<{ file: string }>`select pg_walfile_name(pg_switch_wal()) as file`.execute(db)
  await untilTrue(db, sql`select last_archived_wal >= ${last[0]!.file} as ok from pg_stat_archiver`)
  await server.stop()

  const { moment, lines } = rows[0]!
  const restored = await copy.recover([
    `restore_command=cp ${archive}/%f %p`,
    `recovery_target_time=${moment}`,
    'recovery_target_action=promote',
  ])
  const again = openDatabase({ url: restored.url })
  afterAll(() => again.destroy())

  await untilTrue(again, sql`select not pg_is_in_recovery() as ok`)
  const numbers = await again.selectFrom('sales.orders').select('number').orderBy('id').execute()
  expect(numbers.map(({ number }) => number)).toEqual([early.order.number, late.order.number])
  const { rows: found } = await sql<{ lines: number }>`select count(*)::int as lines from sales.order_lines`.execute(
    again,
  )
  expect(found[0]!.lines).toBe(lines)
  await sound(again)
}, 180_000)
