import { expect, inject, test } from 'vitest'
import { checkExternal, DatabaseUnfit } from '#platform/database'
import { administer, databaseUrl } from '#test/cluster'
import { faultsOf } from './external.ts'

test('a database that is too old or has the wrong encoding is refused with what is needed', () => {
  expect(faultsOf({ version: 160_004, encoding: 'LATIN1', character_type: 'en_US.UTF-8' })).toEqual([
    'it is PostgreSQL 16, and 17 or newer is needed',
    expect.stringContaining('its encoding is LATIN1, and UTF8 is needed'),
  ])
})

test('a database in which Chinese words would have no trigrams is refused', async () => {
  const { serverUrl } = inject('cluster')
  await administer(
    serverUrl,
    `create database silent template template0 encoding 'UTF8' locale_provider libc locale 'C'`,
  )

  const check = checkExternal(databaseUrl(serverUrl, 'silent'))

  await expect(check).rejects.toThrow(DatabaseUnfit)
  await expect(check).rejects.toThrow(/LC_CTYPE is C.*show_trgm\('商品'\) is empty/)
  await administer(serverUrl, 'drop database silent')
})

test('an unreachable database is reported without showing its password', async () => {
  const failure: Error = await checkExternal('postgres://shop:geheim@127.0.0.1:1/shop').catch((error) => error)

  expect(failure).toBeInstanceOf(DatabaseUnfit)
  expect(failure.message).toContain('cannot be reached')
  expect(failure.message).not.toContain('geheim')
})
