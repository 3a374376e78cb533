import { afterAll, expect, test } from 'vitest'
import { emptyDatabase } from '#test/database'
import { HeardClient, patiently } from './heard-client.ts'

class Impatient extends HeardClient {
  override silenceMillis = 20
}
const client = async () => {
  const opened = new Impatient({ connectionString: url })
  opened.on('error', () => {})
  await opened.connect()
  afterAll(() => opened.end())
  return opened
}
const url = await emptyDatabase()

test('a question without an answer ends its connection, and fails as with any that is lost', async () => {
  const silent = await client()
  await expect(silent.query('select pg_sleep(30)')).rejects.toThrow('Connection terminated unexpectedly')
})

test('who asked for something long is waited for, and an answered connection stays', async () => {
  const heard = await client()
  const { rows } = await patiently(60_000, () => heard.query('select pg_sleep(0.2)::text as slept'))
  expect(rows).toHaveLength(1)
  expect((await patiently(60_000, () => heard.query('select 1 as one'))).rows).toEqual([{ one: 1 }])
})
