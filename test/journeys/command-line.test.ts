import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { signInWithPassword } from '#office/accounts'
import { prepareJobs } from '#platform/jobs'
import { openVault } from '#platform/vault'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'
import { ended, zhanggui } from '#test/processes'

const { db, url } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'zhanggui user '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const secret = 'a secret of the command line, long'
const cli = (words: string, input = '') =>
  ended(zhanggui(words.split(' '), { DATABASE_URL: url, DATA_DIR: folder, SECRET: secret }, input))

test('who runs the house opens accounts for staff, gives new passwords, and locks and unlocks them', async () => {
  const shop = '--code tea --name 茶 --name-en Tea --owner shenyan --password-stdin'
  expect(await cli(`open-shop ${shop}`, 'a-long-password\n')).toMatchObject({ code: 0 })
  const created = await cli('user create mei --name 梅 --role warehouse --password-stdin', 'picks-all-day\n')
  expect(created).toEqual({ code: 0, said: 'mei may sign in to the console\n' })

  const listed = await cli('user list --json')
  expect(JSON.parse(listed.said)).toMatchObject([
    { userName: 'shenyan', roles: ['owner'], status: 'active' },
    { userName: 'mei', displayName: '梅', roles: ['warehouse'] },
  ])
  expect(await cli('user password mei --password-stdin --lang zh', 'picks-all-night\n')).toMatchObject({
    code: 0,
    said: expect.stringContaining('密码已换'),
  })
  const ctx = { ...aContext(db), vault: openVault(Buffer.from(secret)), now: Temporal.Now.instant() }
  const signIn = (password: string) => signInWithPassword(ctx, { kind: 'staff', userName: 'mei', password })
  await expect(signIn('picks-all-day')).rejects.toMatchObject({ code: 'accounts.sign_in_failed' })
  expect((await signIn('picks-all-night')).account.userName).toBe('mei')

  expect(await cli('user lock MEI')).toMatchObject({ code: 0 })
  await expect(signIn('picks-all-night')).rejects.toThrow()
  expect(await cli('user unlock mei')).toMatchObject({ code: 0 })
  expect((await signIn('picks-all-night')).account.userName).toBe('mei')
}, 120_000)

test('what is asked of nobody, with a weak password or without a verb ends with its reason', async () => {
  const answers = await Promise.all([
    cli('user lock nobody'),
    cli('user create bob --password-stdin', '123\n'),
    cli('user create bob'),
    cli('user list --shop nowhere'),
    cli('jobs discard --all'),
    cli('jobs retry'),
    cli('jobs sing'),
  ])
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 2, 2, 2, 2, 2])
  expect(answers[0]!.said).toContain('nobody called nobody works in this shop')
}, 60_000)

test('jobs that gave up are listed, run again and thrown away from the command line', async () => {
  await prepareJobs(url)
  await sql`select graphile_worker.add_job('test.broken', '{}'::json, max_attempts := 1)`.execute(db)
  await sql`update graphile_worker._private_jobs set attempts = 1, last_error = 'no paper'`.execute(db)
  const dead = JSON.parse((await cli('jobs dead --json')).said)
  expect(dead).toMatchObject({ name: 'test.broken', lastError: 'no paper' })
  expect(await cli(`jobs retry ${dead.id} --json`)).toEqual({ code: 0, said: '{"retry":1}\n' })
  await sql`update graphile_worker._private_jobs set attempts = 1`.execute(db)
  expect(await cli('jobs discard --name test.broken --reason obsolete --json')).toEqual({
    code: 0,
    said: '{"discard":1}\n',
  })
  expect((await cli('jobs dead')).said).toBe('')
}, 60_000)
