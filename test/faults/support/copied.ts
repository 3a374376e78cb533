import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import { type Database, type EmbeddedDatabase, startEmbedded } from '#platform/database'
import type { Crashable } from './crashable.ts'

/** A copy of a server's files, taken while it works, that can be started as a server of its own. */
export interface Copied {
  /** Goes on from the log of writes that `settings` bring, as far as they say. */
  recover(settings: readonly string[]): Promise<EmbeddedDatabase>
  /** Follows the server that `settings` name, as its standby. Resolves once it has been told to lead. */
  follow(settings: readonly string[]): Promise<EmbeddedDatabase>
  /** Tells the standby to lead from now on. */
  promote(): Promise<void>
}

/** As `pg_basebackup` takes it, which does not come with the packages we may use. Removed after the file's last test. */
export async function copyOf(server: Crashable, db: Database): Promise<Copied> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhanggui-copied-'))
  await chmod(dataDir, 0o755) // as root the database runs under another account, which must be able to enter
  const folder = join(dataDir, 'postgres')
  await cp(join(dirname(server.folder), 'postgres.password'), join(dataDir, 'postgres.password'))
  await db.connection().execute(async (own) => {
    await sql`set statement_timeout = 0`.execute(own) // it begins with a checkpoint
    await sql`select pg_backup_start('copied', true)`.execute(own)
    await cp(server.folder, folder, { recursive: true, filter: (from) => !isLeftOut(from) })
    const { rows } = await sql<{ label: string }>`select labelfile as label from pg_backup_stop(false)`.execute(own)
    await writeFile(join(folder, 'backup_label'), rows[0]!.label)
    await sql`reset statement_timeout`.execute(own)
  })
  await mkdir(join(folder, 'pg_wal'), { recursive: true, mode: 0o700 })
  let started: EmbeddedDatabase | undefined
  const pid = async () => Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0])
  afterAll(async () => {
    if (started) await started.stop()
    else
      await pid().then(
        (standby) => process.kill(standby, 'SIGQUIT'),
        () => {},
      ) // it was never told to lead
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  })
  const start = async (signal: string, settings: readonly string[]) => {
    await writeFile(join(folder, signal), '')
    started = await startEmbedded({ dataDir, settings: ['max_connections=100', 'autovacuum=off', ...settings] })
    return started
  }
  return {
    recover: (settings) => start('recovery.signal', settings),
    follow: (settings) => start('standby.signal', settings),
    async promote() {
      await writeFile(join(folder, 'promote'), '')
      process.kill(await pid(), 'SIGUSR1')
    },
  }
}

const isLeftOut = (file: string): boolean =>
  basename(dirname(file)) === 'pg_wal' || /^(postmaster\.(pid|opts)|pgsql_tmp.*|t\d+_\d+)$/.test(basename(file))

/** Waits until a question has the answer wanted. */
export async function untilTrue(db: Database, question: ReturnType<typeof sql<{ ok: boolean }>>): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 50) {
    if ((await question.execute(db)).rows[0]?.ok) return
    await sleep(50)
  }
  throw new Error('it did not come to that')
}
