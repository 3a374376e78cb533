import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DataFolderTaken, lockDataFolder } from '#platform/database'

const now = Temporal.Instant.from('2026-11-22T08:00:00Z')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhanggui-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const lockedBy = (pid: number) =>
  writeFileSync(join(folder, 'zhanggui.lock'), JSON.stringify({ ...JSON.parse(lockText()), pid, born: '' }))

function lockText(): string {
  const lock = lockDataFolder(folder, { address: 'http://localhost:3000', now })
  const text = readFileSync(join(folder, 'zhanggui.lock'), 'utf8')
  lock.release()
  return text
}

test('a second start says which folder is taken, by which process and where it answers', () => {
  const lock = lockDataFolder(folder, { address: 'http://localhost:3000', now })

  const second = () => lockDataFolder(folder, { address: 'http://localhost:4000', now })

  expect(second).toThrow(DataFolderTaken)
  expect(second).toThrow(
    `${folder} is in use by process ${process.pid} (http://localhost:3000, since 2026-11-22T08:00:00Z)`,
  )
  lock.release()
  expect(second).not.toThrow()
})

test('the lock of a process that was killed is taken over', () => {
  lockedBy(spawnSync(process.execPath, ['-e', '']).pid)

  expect(() => lockDataFolder(folder, { address: 'http://localhost:3000', now })).not.toThrow()
})

test('a lock is not kept alive by a later process that bears the same number', () => {
  const text = lockText()
  writeFileSync(join(folder, 'zhanggui.lock'), text.replace(/"born":"[^"]*"/, '"born":"another boot/1"'))

  expect(() => lockDataFolder(folder, { address: 'http://localhost:3000', now })).not.toThrow()
})

test('of eight processes that start at once after a kill exactly one gets the folder', async () => {
  lockedBy(spawnSync(process.execPath, ['-e', '']).pid)
  const script = `import { lockDataFolder } from '#platform/database'
    try { lockDataFolder(process.argv[1], { address: 'race', now: Temporal.Now.instant() }); process.stdout.write('got'); setTimeout(() => {}, 20_000) }
    catch (error) { process.stdout.write(error.name) }`
  const racers = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )

  const answers = await Promise.all(racers.map(async (racer) => String((await once(racer.stdout!, 'data'))[0])))

  for (const racer of racers) racer.kill('SIGKILL')
  expect(answers.sort()).toEqual([...Array(7).fill('DataFolderTaken'), 'got'])
})
