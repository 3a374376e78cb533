import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { aBuyer, aProduct, aSellingShop, place, placeAnother } from '#test/orders'
import { type Crashable, crashable, untilWell } from './support/crashable.ts'
import { sound } from './support/sound.ts'

const server = await crashable()
const db = server.open()
const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
const tea = await aProduct(shop, { onHand: 9_999 })
const total = { acknowledged: 0, orders: 0, unknown: 0, happenedAfterAll: 0 }
afterAll(() => console.log('commits while the database was crashed:', total))

type Buyer = Awaited<ReturnType<typeof aBuyer>>

/** Twelve who write events and four who order, each as fast as the answers come, until they are told to stop. */
function traffic(buyers: readonly Buyer[]) {
  const [acknowledged, unknown] = [[] as string[], [] as string[]]
  let isOpen = true
  const repeat = async (act: (id: string) => Promise<string>) => {
    while (isOpen) {
      const id = newId()
      await act(id).then(
        (done) => acknowledged.push(done),
        async () => {
          unknown.push(id)
          await sleep(10)
        },
      )
    }
  }
  const happen = async (id: string) => {
    await transaction(shop.ctx, (tx) => publish(tx, { type: 'test.happened', aggregate: 'test', id }))
    return id
  }
  const orderer = (buyer: Buyer) =>
    repeat(async () => {
      const id = await placeAnother(buyer, tea)
      total.orders += 1
      return id
    })
  const everybody = [...Array.from({ length: 12 }, () => repeat(happen)), ...buyers.map(orderer)]
  return {
    acknowledged,
    unknown,
    async stop() {
      isOpen = false
      await Promise.all(everybody)
    },
  }
}

/** Crashes the database under traffic and says how long it took until something was written again. */
async function survives(crash: () => Promise<void>): Promise<number> {
  const people = traffic(await Promise.all(Array.from({ length: 4 }, () => aBuyer(shop, [{ of: tea }]))))
  const millis = await sleep(1_200)
    .then(crash)
    .then(() => untilUsed(people))
    .finally(people.stop) // nobody goes on into the next test

  const happened = await db.selectFrom('platform.events').select('aggregate_id').execute()
  const known = new Set(happened.map((event) => event.aggregate_id))
  expect(people.acknowledged.filter((id) => !known.has(id))).toEqual([])
  total.acknowledged += people.acknowledged.length
  total.unknown += people.unknown.length
  total.happenedAfterAll += people.unknown.filter((id) => known.has(id)).length
  await sound(db)
  return millis
}

/** How long it takes until new connections are served and those who were sent away have written again. */
async function untilUsed({ acknowledged }: Pick<ReturnType<typeof traffic>, 'acknowledged'>): Promise<number> {
  const before = acknowledged.length
  const millis = await untilWell(async () => {
    await sql`select 1`.execute(db)
    expect(acknowledged.length).toBeGreaterThan(before + 16)
  })
  await sleep(300)
  return millis
}

const crashAndStart = (how: Parameters<Crashable['crash']>[0]) => async () => {
  await server.crash(how)
  await server.start()
}

/** Kills one of the database's processes, and waits until the server sends everybody else away because of it. */
const killOneBackend = (): Promise<void> =>
  db.connection().execute(async (own) => {
    const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
      where application_name = 'zhanggui' and pid <> pg_backend_pid() limit 1`.execute(own)
    process.kill(rows[0]!.pid, 'SIGKILL')
    await expect(sql`select pg_sleep(30)`.execute(own)).rejects.toThrow()
  })

const rounds = 3
const longest = 180_000

test(
  'D01 of a database that ends at once under traffic no acknowledged commit is lost, and it is used again within 30 s',
  async () => {
    for (let round = 0; round < rounds; round++) expect(await survives(crashAndStart('immediate'))).toBeLessThan(30_000)
    expect(total.orders).toBeGreaterThan(0)
  },
  longest,
)

test(
  'D02 of a database whose owner is killed under traffic no acknowledged commit is lost, and it is used again within 30 s',
  async () => {
    for (let round = 0; round < rounds; round++) expect(await survives(crashAndStart('kill'))).toBeLessThan(30_000)
  },
  longest,
)

test(
  'D03 when one of its processes is killed the database recovers by itself and has lost no acknowledged commit',
  async () => {
    for (let round = 0; round < rounds; round++) expect(await survives(killOneBackend)).toBeLessThan(30_000)
    expect(total.acknowledged).toBeGreaterThan(500) // enough to mean something, on a slow machine too
  },
  longest,
)

test(
  'D03 asked to end while it recovers from that, the database does not wait for ever, and has lost nothing',
  async () => {
    await sql`create table public.kept as select 47 as answer`.execute(db)
    const byItsHouse = () => server.stop()
    const byAHouseThatDies = async () => void process.kill(server.pid, 'SIGINT') // the next start finds it ending
    for (const ask of [byItsHouse, byAHouseThatDies]) {
      await Promise.all([1, 2].map(() => sql`select pg_sleep(0.1)`.execute(db))) // somebody to be killed, somebody to see it
      await killOneBackend()
      const recovering = await stoppedStartup()
      const ended = ask()
      await sleep(500)
      process.kill(recovering, 'SIGCONT')
      await ended
      await server.start()
      await untilWell(() => sql`select 1`.execute(db))
    }

    expect((await sql`select answer from public.kept`.execute(db)).rows).toEqual([{ answer: 47 }])
    await sound(db)
  },
  longest,
)

/** Holds the process that recovers, so that it does not get through before the server is asked to end. */
async function stoppedStartup(): Promise<number> {
  for (;;) {
    for (const child of readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' '))
      if (nameOf(child).startsWith('postgres: startup')) {
        process.kill(Number(child), 'SIGSTOP')
        return Number(child)
      }
    await sleep(1)
  }
}

function nameOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // it has just ended
  }
}

test(
  'D17 a flipped byte in a table’s file surfaces as an error of the questions that read it; all else is served',
  async () => {
    const { rows } = await sql<{ file: string }>`select pg_relation_filepath('public.letters') as file`.execute(
      await lettersIn(db),
    )
    await server.stop()
    const file = openSync(join(server.folder, rows[0]!.file), 'r+')
    writeSync(file, Buffer.from([0x5a]), 0, 1, 4_000)
    closeSync(file)
    await server.start()

    await untilWell(() => sql`select 1`.execute(db))
    const read = sql`select body from public.letters`.execute(db)
    await expect(read).rejects.toMatchObject({ code: 'XX001' })
    await place(await aBuyer(shop, [{ of: tea }]))
    await sound(db)
  },
  longest,
)

/** A table of one page, of which every byte counts. */
async function lettersIn(by: typeof db): Promise<typeof db> {
  await sql`create table public.letters (body text)`.execute(by)
  await sql`insert into public.letters select repeat('a', 90) from generate_series(1, 60)`.execute(by)
  await sql`checkpoint`.execute(by)
  return by
}
