import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '#platform/database'
import { administer, cloneDatabase, databaseUrl } from './cluster.ts'
import { inOwnShop } from './own-shop.ts'

export interface TestDatabase {
  readonly db: Database
  readonly url: string
}

/**
 * A fresh, migrated database for one test file, dropped after its last test. Call it at the top of the file:
 * `const { db } = await testDatabase()`.
 */
export async function testDatabase(options: Omit<DatabaseOptions, 'url'> = {}): Promise<TestDatabase> {
  const { serverUrl, template, ofShops } = inject('cluster')
  const name = `zhanggui_test_${randomBytes(6).toString('hex')}`
  await cloneDatabase(serverUrl, name, template)
  const url = databaseUrl(serverUrl, name)
  // Tests share two cores: a caller may wait longer for a connection than a shopper would.
  const opened = openDatabase({ url, poolWaitMillis: 20_000, statementTimeoutMillis: 20_000, ...options })
  const db = opened.withPlugin(inOwnShop(ofShops))
  afterAll(async () => {
    await db.destroy()
    await administer(serverUrl, `drop database ${name} with (force)`)
  })
  return { db, url }
}

/** The address of a fresh database with nothing in it, not even a schema; dropped after the file's last test. */
export async function emptyDatabase(): Promise<string> {
  const { serverUrl } = inject('cluster')
  const name = `zhanggui_empty_${randomBytes(6).toString('hex')}`
  await administer(serverUrl, `create database ${name}`)
  emptied.add(name)
  return databaseUrl(serverUrl, name)
}

const emptied = new Set<string>()
afterAll(async () => {
  const names = [...emptied]
  emptied.clear()
  for (const name of names) await administer(inject('cluster').serverUrl, `drop database ${name} with (force)`)
})
