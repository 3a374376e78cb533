import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { migrate, transaction } from '#platform/database'
import { publish } from '#platform/events'
import { localFiles } from '#platform/files'
import { prepareJobs } from '#platform/jobs'
import { aContext } from '#test/context'
import { emptyDatabase, testDatabase } from '#test/database'
import { type Member, readArchive, writeArchive } from './archive.ts'
import { hashOf, type Manifest, manifestName } from './manifest.ts'
import { readBackup } from './read-backup.ts'
import { writeBackup } from './write-backup.ts'

const { db, url } = await testDatabase()
await prepareJobs(url)
const ctx = aContext(db)
const folder = mkdtempSync(join(tmpdir(), 'zhanggui backup '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = Buffer.alloc(32, 9)
const files = localFiles(join(folder, 'files'))
const place = (name: string): string => join(folder, name)

await files.put('pictures/ab/cup.webp', Buffer.from('青瓷'))
await files.put('imports/long.csv', Buffer.alloc(300_000, 'x,'))
for (let number = 1; number <= 30; number++) await happens(ctx)

/** One event with what stands in its row: Chinese, quotes, tabs, an end of line, a backslash, and nothing at all. */
function happens(ctx: Context): Promise<void> {
  const data = { text: '青瓷杯\t"粉青"\n\\N', nothing: null, long: 'x'.repeat(2_000) }
  return transaction(ctx, (tx) => publish(tx, { type: 'cup.made', aggregate: 'cup', id: newId<'Cup'>(), data }))
}

const write = (name: string, given: Partial<Parameters<typeof writeBackup>[0]> = {}) =>
  writeBackup({
    databaseUrl: url,
    files,
    secret,
    withSecret: true,
    to: place(name),
    program: 'test',
    now: ctx.now,
    ...given,
  })

async function restore(name: string, given: Partial<Parameters<typeof readBackup>[0]> = {}) {
  const databaseUrl = given.databaseUrl ?? (await emptyDatabase())
  const kept: Uint8Array[] = []
  const target = localFiles(mkdtempSync(join(folder, 'restored-')))
  const wish = { from: place(name), databaseUrl, files: target, keepSecret: (each: Uint8Array) => kept.push(each) }
  return { summary: await readBackup({ ...wish, ...given }), databaseUrl, files: target, kept }
}

async function ask<Row>(databaseUrl: string, question: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

const contents = async (name: string): Promise<Member[]> => {
  const members: Member[] = []
  for await (const member of readArchive(place(name))) members.push(member)
  return members
}

async function* each(members: readonly Member[]): AsyncGenerator<Member> {
  yield* members
}

const code = (refusal: string) => ({ code: `backup.${refusal}` })

test('H10 a house that is worked on is backed up as it was at one moment and comes back whole, row for row and file for file', async () => {
  let isOpen = true
  const people = [1, 2, 3].map(async () => {
    while (isOpen) await happens(ctx)
  })
  const written = await write('busy.tar.zst')
  isOpen = false
  await Promise.all(people)

  const { summary, databaseUrl, files: restored, kept } = await restore('busy.tar.zst')
  expect([summary.rows, summary.tables, summary.files]).toEqual([written.rows, written.tables, 2])
  expect(summary.rows).toBeGreaterThan(60)
  const [counts] = await ask<{ events: number; outbox: number }>(
    databaseUrl,
    'select (select count(*)::int from platform.events) as events, (select count(*)::int from platform.outbox) as outbox',
  )
  expect(counts!.events).toBe(counts!.outbox) // each transaction wrote one of both
  expect(await ask(databaseUrl, `select distinct data from platform.events`)).toEqual([
    { data: { text: '青瓷杯\t"粉青"\n\\N', nothing: null, long: 'x'.repeat(2_000) } },
  ])
  expect((await restored.get('pictures/ab/cup.webp'))?.toString()).toBe('青瓷')
  expect((await restored.get('imports/long.csv'))?.byteLength).toBe(300_000)
  expect(kept.map((bytes) => Buffer.from(bytes))).toEqual([secret])
})

test('after a restore every foreign key and every trigger is in force again, and numbers go on where they were', async () => {
  await ask(url, `select graphile_worker.add_job('kept', '{"shopId": "one"}'::json)`)
  await write('guards.tar.zst')
  const { databaseUrl } = await restore('guards.tar.zst')
  const guards = `select (select count(*)::int from pg_constraint where contype = 'f') as keys,
    (select count(*)::int from pg_trigger where not tgisinternal and tgenabled = 'O') as triggers`
  expect(await ask(databaseUrl, guards)).toEqual(await ask(url, guards))
  await expect(ask(databaseUrl, `update platform.events set type = 'changed'`)).rejects.toThrow('append-only')
  const [job] = await ask<{ id: string }>(databaseUrl, `select id::text from graphile_worker._private_jobs`)
  const [next] = await ask<{ id: string }>(databaseUrl, `select (graphile_worker.add_job('next')).id::text`)
  expect(Number(next!.id)).toBeGreaterThan(Number(job!.id))
})

test('a sealed backup opens with its passphrase alone, and nothing in it can be read without', async () => {
  await write('sealed.age', { passphrase: 'a long passphrase' })
  expect(readFileSync(place('sealed.age')).includes('manifest.json')).toBe(false)
  await expect(restore('sealed.age')).rejects.toMatchObject(code('passphrase_needed'))
  await expect(restore('sealed.age', { passphrase: 'another passphrase' })).rejects.toMatchObject(
    code('passphrase_wrong'),
  )
  const { summary } = await restore('sealed.age', { passphrase: 'a long passphrase' })
  expect(summary.files).toBe(2)
})

test('a backup that was cut off, or is none, is refused and leaves nothing behind', async () => {
  await write('whole.tar.zst')
  const databaseUrl = await emptyDatabase()
  for (const [name, bytes] of [
    ['cut.tar.zst', readFileSync(place('whole.tar.zst')).subarray(0, -2_000)],
    ['none.tar.zst', Buffer.from('no backup at all, only some words')],
  ] as const) {
    writeFileSync(place(name), bytes)
    await expect(restore(name, { databaseUrl })).rejects.toMatchObject(code('unreadable'))
  }
  await writeArchive(place('unfinished.tar.zst'), each((await contents('whole.tar.zst')).slice(0, -1)))
  await expect(restore('unfinished.tar.zst', { databaseUrl })).rejects.toMatchObject(code('unreadable'))
  expect(await ask(databaseUrl, 'select count(*)::int as rows from platform.events')).toEqual([{ rows: 0 }])
  expect((await restore('whole.tar.zst', { databaseUrl })).summary.rows).toBeGreaterThan(30)
})

test('a changed member is refused by its hash; a changed row is refused by its table’s sum even under a forged hash', async () => {
  await write('honest.tar.zst')
  const members = await contents('honest.tar.zst')
  const events = members.find(({ name }) => name.startsWith('tables/platform.events/'))!
  const changed = { ...events, bytes: Buffer.from(Buffer.from(events.bytes).toString().replace('粉青', '梅子青')) }
  const withChange = members.map((member) => (member === events ? changed : member))
  await writeArchive(place('damaged.tar.zst'), each(withChange))
  await expect(restore('damaged.tar.zst')).rejects.toMatchObject(code('unreadable'))

  const manifest = JSON.parse(Buffer.from(members.at(-1)!.bytes).toString()) as Manifest
  const hashes = { ...manifest.members, [events.name]: hashOf(changed.bytes) }
  const forged = { name: manifestName, bytes: Buffer.from(JSON.stringify({ ...manifest, members: hashes })) }
  await writeArchive(place('forged.tar.zst'), each([...withChange.slice(0, -1), forged]))
  await expect(restore('forged.tar.zst')).rejects.toMatchObject(code('differs'))
})

test('a backup is not restored over a house, under another secret, without one, or into an older program', async () => {
  await write('good.tar.zst')
  await write('bare.tar.zst', { withSecret: false })
  await expect(restore('good.tar.zst', { databaseUrl: url })).rejects.toMatchObject(code('database_not_empty'))
  await expect(restore('good.tar.zst', { secret: Buffer.alloc(32, 8) })).rejects.toMatchObject(code('secret_differs'))
  await expect(restore('bare.tar.zst')).rejects.toMatchObject(code('secret_needed'))
  expect((await restore('bare.tar.zst', { secret })).kept).toEqual([])

  const [header, ...rest] = await contents('good.tar.zst')
  const known = JSON.parse(Buffer.from(header!.bytes).toString())
  const withMigration = (name: string) => ({
    ...known,
    migrations: { ...known.migrations, [name]: 'another checksum' },
  })
  for (const [name, refused] of [
    ['9999_of_tomorrow.sql', 'too_new'],
    ['0001_platform.sql', 'schema_differs'],
  ] as const) {
    const bytes = Buffer.from(JSON.stringify(withMigration(name)))
    await writeArchive(place('strange.tar.zst'), each([{ name: header!.name, bytes }, ...rest]))
    await expect(restore('strange.tar.zst')).rejects.toMatchObject(code(refused))
  }
})

test('a backup that fails half way leaves no file that looks like one', async () => {
  const broken = { ...files, get: () => Promise.reject(new Error('the disk is gone')) }
  await expect(write('failed.tar.zst', { files: broken })).rejects.toThrow('the disk is gone')
  expect(readdirSync(folder).filter((name) => name.startsWith('failed'))).toEqual([])
})

test('migrations may be run by name, so that a schema is made as it was', async () => {
  const databaseUrl = await emptyDatabase()
  expect(await migrate(databaseUrl, ['0001_platform.sql', '0002_office.sql'])).toEqual([
    '0001_platform.sql',
    '0002_office.sql',
  ])
  expect(await migrate(databaseUrl)).toContain('0003_goods.sql')
})
