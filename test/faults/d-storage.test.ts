import { execFileSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { houseTexts } from '#apps/texts'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { problemOf } from '#platform/http'
import { aContext } from '#test/context'
import { crashable, untilWell } from './support/crashable.ts'
import { sound } from './support/sound.ts'

/** A volume of its own in memory; undefined where this user may not make one. */
function smallVolume(megabytes: number): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-volume-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    return undefined
  }
  afterAll(() => {
    execFileSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

/** Fills a volume but for so many bytes. Returns the file that does it. */
function fill(folder: string, butBytes: number): string {
  const path = join(folder, 'ballast')
  const { bavail, bsize } = statfsSync(folder)
  const file = openSync(path, 'w')
  const piece = Buffer.alloc(64 * 1024)
  for (let left = bavail * bsize - butBytes; left > 0; left -= piece.length)
    writeSync(file, piece, 0, Math.min(left, piece.length))
  closeSync(file)
  return path
}

const told = (error: unknown) => {
  const { status, code } = problemOf(error, { locale: 'en', requestId: 'test', texts: houseTexts })
  return `${status} ${code}`
}

const tables = smallVolume(64)
const everything = smallVolume(400)

test.runIf(tables)(
  'D15 when the volume of the tables is full, what writes is refused with 503, what reads goes on, and writing resumes by itself',
  async () => {
    const server = await crashable()
    const db = server.open()
    const place = join(tables!, 'tables')
    mkdirSync(place)
    const { uid, gid } = statSync(server.folder)
    chownSync(place, uid, gid)
    await sql.raw(`create tablespace small location '${place}'`).execute(db)
    await sql`create table public.letters (id uuid, body text) tablespace small`.execute(db)
    const write = () =>
      transaction(aContext(db), (tx) =>
        sql`insert into public.letters select gen_random_uuid(), (select string_agg(md5(random()::text), '') from generate_series(1, 200)) from generate_series(1, 200)`.execute(
          tx.db,
        ),
      )
    await write()
    const ballast = fill(tables!, 256 * 1024)
    const refusals = await Promise.all([1, 2, 3].map(() => write().then(() => 'written', told)))
    const { rows } = await sql<{ count: number }>`select count(*)::int8 as count from public.letters`.execute(db)
    rmSync(ballast)
    const millis = await untilWell(write)

    expect(refusals).toContain('503 database.away')
    expect(rows[0]!.count).toBeGreaterThanOrEqual(200)
    expect(millis).toBeLessThan(5_000)
    await sound(db)
  },
  90_000,
)

test.runIf(everything)(
  'D16 when the volume of the log is full the database stops; with space again it has lost no acknowledged commit',
  async () => {
    const server = await crashable({
      dataDir: mkdtempSync(join(everything!, 'data-')),
      settings: ['max_wal_size=64MB', 'min_wal_size=32MB', 'restart_after_crash=off'],
    })
    const db = server.open({ poolWaitMillis: 400 })
    const ctx = aContext(db)
    const acknowledged: string[] = []
    const write = async () => {
      const id = newId()
      await transaction(ctx, (tx) =>
        publish(tx, { type: 'test.happened', aggregate: 'test', id, data: { text: newId().repeat(500) } }),
      )
      acknowledged.push(id)
    }
    await write()
    const ballast = fill(everything!, 1024 * 1024)
    while (
      await write().then(
        () => true,
        () => false,
      )
    );
    await server.stop()
    rmSync(ballast)
    await server.start()
    await untilWell(write)

    const { rows } = await sql<{ id: string }>`select aggregate_id as id from platform.events`.execute(db)
    const kept = new Set(rows.map(({ id }) => id))
    expect(acknowledged.length).toBeGreaterThan(10)
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
    await sound(db)
  },
  120_000,
)
