import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { checkExternal, startEmbedded } from '#platform/database'

const folders: string[] = []

async function anEmptyFolder(name = 'data', mode = 0o755): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `zhanggui ${name} `))
  await chmod(folder, mode)
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function ask(url: string, query: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(query)).rows[0]
  } finally {
    await client.end()
  }
}

test('a database in a folder with spaces keeps what was written when it is started again', async () => {
  const dataDir = await anEmptyFolder('with spaces')

  const first = await startEmbedded({ dataDir })
  await ask(first.url, 'create table kept as select 47 as answer')
  await first.stop()
  const second = await startEmbedded({ dataDir })

  expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 47 })
  await second.stop()
})

test('who finds the database running attaches to it and leaves it running', async () => {
  const dataDir = await anEmptyFolder()
  const owner = await startEmbedded({ dataDir })

  const guest = await startEmbedded({ dataDir })
  await guest.stop()

  expect(guest).toMatchObject({ mode: 'attached', url: owner.url })
  expect(await ask(owner.url, 'select 1 as one')).toEqual({ one: 1 })
  await owner.stop()
})

const withoutSocket = (url: string): string => url.replace(/\?.*/, '')

test.skipIf(process.platform === 'win32')(
  'the database speaks over a socket in a folder closed to others, and by TCP to who leaves the socket out',
  async () => {
    const dataDir = await anEmptyFolder(
      'a data folder whose name is longer than the path of a socket may be '.repeat(2),
    )
    const database = await startEmbedded({ dataDir })
    const socketFolder = new URL(database.url).searchParams.get('host')!

    const asked = 'select inet_client_addr() is null as by_socket'
    expect(await ask(database.url, asked)).toEqual({ by_socket: true })
    expect(await ask(withoutSocket(database.url), asked)).toEqual({ by_socket: false })
    expect((await stat(socketFolder)).mode & 0o777).toBe(0o700)
    await expect(ask(database.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow('password')

    await database.stop()
    await expect(stat(socketFolder)).rejects.toThrow('ENOENT')
  },
)

test.skipIf(process.platform === 'win32')(
  'a socket folder that others may enter is left alone: the database then speaks by TCP',
  async () => {
    const dataDir = await anEmptyFolder()
    const first = await startEmbedded({ dataDir })
    const socketFolder = new URL(first.url).searchParams.get('host')!
    await first.stop()
    await mkdir(socketFolder)
    await chmod(socketFolder, 0o777)

    const second = await startEmbedded({ dataDir })

    expect(second.url).toBe(withoutSocket(second.url))
    expect(await ask(second.url, 'select 1 as one')).toEqual({ one: 1 })
    await second.stop()
    await rmdir(socketFolder)
  },
)

test('who must own the database waits until the command that runs it has ended', async () => {
  const dataDir = await anEmptyFolder()
  const command = await startEmbedded({ dataDir })

  const [house] = await Promise.all([startEmbedded({ dataDir, attach: false }), command.stop()])

  expect(house.mode).not.toBe('attached')
  expect(await ask(house.url, 'select 1 as one')).toEqual({ one: 1 })
  await house.stop()
})

test('a process file left by a killed database does not stand in the way, even when its number lives again', async () => {
  const dataDir = await anEmptyFolder()
  const first = await startEmbedded({ dataDir })
  const left = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')
  await first.stop()
  await writeFile(join(dataDir, 'postgres', 'postmaster.pid'), left.replace(/^\d+/, String(process.pid)))

  const second = await startEmbedded({ dataDir })

  expect(second.mode).not.toBe('attached')
  await second.stop()
})

test('the embedded database has Chinese trigrams, durable commits and a password only its owner can read', async () => {
  const dataDir = await anEmptyFolder()
  const database = await startEmbedded({ dataDir })

  await expect(checkExternal(database.url)).resolves.toBeUndefined()
  expect(await ask(database.url, 'show synchronous_commit')).toEqual({ synchronous_commit: 'on' })
  expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600)
  await expect(ask(database.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  )
  await database.stop()
})

test('a database in a folder closed to everybody else runs, for root too, and still does when the folder is opened', async () => {
  const dataDir = join(await anEmptyFolder('closed', 0o700), 'data')

  const closed = await startEmbedded({ dataDir })
  await ask(closed.url, 'create table kept as select 47 as answer')
  await closed.stop()
  await chmod(join(dataDir, '..'), 0o755)
  const opened = await startEmbedded({ dataDir })

  expect(await ask(opened.url, 'select answer from kept')).toEqual({ answer: 47 })
  await opened.stop()
})

test.runIf(process.getuid?.() === 0)('a database of another user is refused and left as it is', async () => {
  const dataDir = await anEmptyFolder()
  const owner = await startEmbedded({ dataDir })
  await ask(owner.url, 'create table kept as select 47 as answer')
  await owner.stop()
  const script = `import { startEmbedded } from '#platform/database'
    process.setuid(65533)
    await startEmbedded({ dataDir: process.argv[1] }).catch((error) => console.log(error.message))`
  await chmod(dataDir, 0o777)

  const stranger = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], { stdio: 'pipe' })
  const [said] = await once(stranger.stdout, 'data')
  await once(stranger, 'exit')
  const again = await startEmbedded({ dataDir })

  expect(String(said)).toContain('belongs to another user')
  expect(await ask(again.url, 'select answer from kept')).toEqual({ answer: 47 })
  await again.stop()
})

test('when the house is killed its database ends too, and the next start finds every commit', async () => {
  const dataDir = await anEmptyFolder()
  const script = `import { startEmbedded } from '#platform/database'
    const { url } = await startEmbedded({ dataDir: process.argv[1] })
    process.stdout.write(url)
    setInterval(() => {}, 60_000)`
  const house = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = await once(house.stdout, 'data')
  await ask(String(url), 'create table kept as select 47 as answer')

  house.kill('SIGKILL')
  await once(house, 'exit')
  const next = await startEmbedded({ dataDir })

  expect(next.mode).not.toBe('attached')
  expect(await ask(next.url, 'select answer from kept')).toEqual({ answer: 47 })
  await next.stop()
})
