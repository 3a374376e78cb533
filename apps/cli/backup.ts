import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Locale, say } from '#kernel/text'
import { folderNotEmpty, houseAbsent, readBackup, writeBackup } from '#platform/backup'
import { type Config, readConfig, secretOf } from '#platform/config'
import { checkExternal, lockDataFolder, startEmbedded } from '#platform/database'
import { openFiles } from '#platform/files'
import { version } from '../serve.ts'
import { type Call, type Command, json, notUnderstood, optionsMissing, word } from './command.ts'
import { cliText } from './text.ts'

export const backupCommand: Command = {
  usage: 'backup FILE|DIR [--passphrase-file FILE] [--keep N] [--json]',
  options: { 'passphrase-file': word, keep: word, ...json },
  run: runBackup,
}

export const restoreCommand: Command = {
  usage: 'restore FILE [--passphrase-file FILE] [--json]',
  options: { 'passphrase-file': word, ...json },
  run: runRestore,
}

async function runBackup(call: Call): Promise<number> {
  const { values, positionals, locale } = call
  const [given] = positionals
  const keep = values.keep === undefined ? undefined : Number(values.keep)
  if (!given) return optionsMissing(locale, backupCommand)
  if (keep !== undefined && !(Number.isInteger(keep) && keep >= 1))
    return notUnderstood(say(cliText, locale, 'keep-invalid'))
  const config = readConfig(process.env)
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'postgres.password')))
    throw houseAbsent({ place: config.dataDir })
  const passphrase = passphraseOf(call)
  const folder = folderAt(given)
  const startedAt = Temporal.Now.instant()
  const to = folder ? join(folder, nameFor(startedAt, passphrase !== undefined)) : resolve(given)
  const summary = await onDatabase(config, (databaseUrl) =>
    writeBackup({
      databaseUrl,
      files: openFiles(config.files),
      secret: secretOf(config),
      withSecret: config.secret === undefined,
      to,
      passphrase,
      program: version(),
      now: startedAt,
    }),
  )
  const dropped = folder && keep ? dropOldest(folder, keep) : []
  tell(call, { ...summary, seconds: secondsSince(startedAt), dropped }, 'backup.done')
  if (!summary.sealed && !values.json) console.log(say(cliText, locale, 'backup.open'))
  return 0
}

/** A folder that is there, or a name that asks for one; otherwise the backup's own name was given. */
function folderAt(given: string): string | undefined {
  if (/[/\\]$/.test(given)) mkdirSync(given, { recursive: true, mode: 0o700 })
  return statSync(given, { throwIfNoEntry: false })?.isDirectory() ? resolve(given) : undefined
}

const nameFor = (at: Temporal.Instant, sealed: boolean): string =>
  `zhanggui-${at.round('second').toString().replaceAll(/[-:]/g, '')}.tar.zst${sealed ? '.age' : ''}`

const ownName = /^zhanggui-\d{8}T\d{6}Z\.tar\.zst(\.age)?$/

/** Keeps the newest backups of a folder; the names sort by time. */
function dropOldest(folder: string, keep: number): string[] {
  const old = readdirSync(folder)
    .filter((name) => ownName.test(name))
    .sort()
    .slice(0, -keep)
  for (const name of old) rmSync(join(folder, name))
  return old
}

function passphraseOf({ values, locale }: Call): string | undefined {
  const file = values['passphrase-file'] as string | undefined
  if (file === undefined) return undefined
  const passphrase = readFileSync(file, 'utf8').replace(/\r?\n$/, '')
  if (passphrase.length < 12) throw new Error(say(cliText, locale, 'passphrase-short'))
  return passphrase
}

/** The database as it is, not migrated: a backup before an upgrade is a backup of the old schema. */
async function onDatabase<Result>(config: Config, work: (url: string) => Promise<Result>): Promise<Result> {
  if (config.databaseUrl) return work(config.databaseUrl)
  const database = await startEmbedded({ dataDir: config.dataDir })
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}

async function runRestore(call: Call): Promise<number> {
  const [from] = call.positionals
  if (!from) return optionsMissing(call.locale, restoreCommand)
  const config = readConfig(process.env)
  const passphrase = passphraseOf(call)
  const startedAt = Temporal.Now.instant()
  if (config.databaseUrl) await checkExternal(config.databaseUrl)
  const summary = await inEmptyFolder(config, () =>
    onDatabase(config, (databaseUrl) =>
      readBackup({
        from: resolve(from),
        passphrase,
        databaseUrl,
        files: openFiles(config.files),
        secret: config.secret === undefined ? undefined : secretOf(config),
        keepSecret: (secret) =>
          writeFileSync(join(config.dataDir, 'secret'), `${Buffer.from(secret).toString('hex')}\n`, { mode: 0o600 }),
      }),
    ),
  )
  tell(call, { ...summary, upgraded: summary.upgraded.length, seconds: secondsSince(startedAt) }, 'restore.done')
  return 0
}

/** Holds the data folder, which must be empty, and empties it again when the work fails. */
async function inEmptyFolder<Result>({ dataDir, databaseUrl }: Config, work: () => Promise<Result>): Promise<Result> {
  const lock = lockDataFolder(dataDir, { address: 'zhanggui restore', now: Temporal.Now.instant() })
  try {
    const found = contentOf(dataDir)
    if (found.length > 0 && !databaseUrl) throw folderNotEmpty({ folder: dataDir })
    return await work().catch((error: unknown) => {
      for (const name of contentOf(dataDir).filter((each) => !found.includes(each)))
        rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
      throw error
    })
  } finally {
    lock.release()
  }
}

const contentOf = (folder: string): string[] =>
  readdirSync(folder).filter((name) => !['zhanggui.lock', 'lost+found'].includes(name))

const secondsSince = (start: Temporal.Instant): number =>
  Math.round(Temporal.Now.instant().since(start).total('milliseconds') / 100) / 10

function tell({ values, locale }: { values: Call['values']; locale: Locale }, result: object, text: string): void {
  console.log(values.json ? JSON.stringify(result) : say(cliText, locale, text, { ...result }))
}
