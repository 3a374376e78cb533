import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { createApiKey, disableAccount, enableAccount, findApiKeys, holderOfKey, revokeApiKey } from '#office/accounts'
import { openShop } from '#office/shops'
import type { Context } from '#platform/context'
import { historyOf } from '#platform/events'
import { aContext, later, lin } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const owner = { ...lin, permissions: new Set(['orders.read', 'products.write']) }
let ctx: Context

beforeEach(async () => {
  const { now } = aContext(db)
  const shopId = await db
    .transaction()
    .execute((trx) => openShop(trx, now, { code: `keys-${newId().slice(-8)}`, name: '店', nameEn: 'Shop' }))
  ctx = aContext(db, { shopId, actor: owner })
})

const aKey = (given: Partial<Parameters<typeof createApiKey>[1]> = {}) =>
  createApiKey(ctx, { name: 'ERP', scopes: ['orders.read'], ...given })
const use = (key: string, { now, ip = '203.0.113.9' }: { now: Temporal.Instant; ip?: string }) =>
  holderOfKey(db, { key, ip, now })

test('a key stands for its shop with its scopes, and only its hash is kept', async () => {
  const made = await aKey()

  expect(made.key).toMatch(/^zg_[\w-]{43}$/)
  expect(await use(made.key, ctx)).toMatchObject({
    shopId: ctx.shopId,
    actor: { kind: 'key', id: made.id, name: 'ERP', permissions: new Set(['orders.read']) },
  })
  const row = await db.selectFrom('office.api_keys').selectAll().where('id', '=', made.id).executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(made.key)
  expect(made.key.startsWith(row.prefix)).toBe(true)
  expect(JSON.stringify(await historyOf(ctx, made.id))).not.toContain(made.key)
})

test('S05 nobody gives a key more than they may do themselves, nor what is for people alone', async () => {
  await expect(aKey({ scopes: ['stock.adjust'] })).rejects.toMatchObject({ code: 'accounts.scope_not_held' })
  await expect(aKey({ scopes: ['keys.manage'] })).rejects.toMatchObject({ code: 'accounts.scope_unknown' })
  await expect(aKey({ scopes: [] })).rejects.toMatchObject({ code: 'accounts.scope_unknown' })
})

test('a key lasts a year unless said otherwise, and not beyond its last day', async () => {
  const made = await aKey()
  const short = await aKey({ days: 1 })

  await expect(use(short.key, later(ctx, { days: 1 }))).rejects.toMatchObject({ code: 'accounts.key_expired' })
  expect((await use(made.key, later(ctx, { days: 364 }))).actor.name).toBe('ERP')
  await expect(use(made.key, later(ctx, { days: 365 }))).rejects.toMatchObject({ code: 'accounts.key_expired' })
  await expect(aKey({ days: 0 })).rejects.toMatchObject({ code: 'accounts.key_expiry_invalid' })
})

test('a revoked key ends at once and for good, in its own shop only', async () => {
  const made = await aKey()

  await expect(revokeApiKey(aContext(db, { actor: owner }), made.id)).rejects.toMatchObject({
    code: 'accounts.key_not_found',
  })
  const revoked = await revokeApiKey(ctx, made.id)
  expect(revoked).toMatchObject({ state: 'revoked', revokedBy: 'Lin' })
  expect(await revokeApiKey(later(ctx, { days: 1 }), made.id)).toEqual(revoked)
  await expect(use(made.key, ctx)).rejects.toMatchObject({ code: 'accounts.key_revoked' })
  await expect(use('zg_unknown', ctx)).rejects.toMatchObject({ code: 'accounts.key_invalid' })
  expect((await historyOf(ctx, made.id)).map(({ type }) => type)).toEqual(['api_key.created', 'api_key.revoked'])
})

test('S15 a key rests while whoever made it is disabled, and works again with them', async () => {
  const maker = newId<'Account'>()
  const account = { id: maker, kind: 'staff', user_name: maker, display_name: 'Mei', created_at: ctx.now }
  await db.insertInto('office.accounts').values(account).execute()
  const { key } = await createApiKey(
    { ...ctx, actor: { ...owner, id: maker } },
    { name: 'ERP', scopes: ['orders.read'] },
  )
  const others = await aKey()

  await disableAccount(ctx, maker)
  await expect(use(key, ctx)).rejects.toMatchObject({ code: 'accounts.key_rests', details: { name: 'ERP' } })
  expect((await use(others.key, ctx)).actor.name).toBe('ERP')
  await enableAccount(ctx, maker)
  expect((await use(key, ctx)).actor.name).toBe('ERP')
})

test('of thirty calls at once a key of ten a minute is served exactly ten, and again the minute after', async () => {
  const { key } = await aKey({ requestsPerMinute: 10 })

  const calls = await Promise.allSettled(Array.from({ length: 30 }, () => use(key, ctx)))
  expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  await expect(use(key, ctx)).rejects.toMatchObject({
    code: 'accounts.key_throttled',
    details: { most: 10, retryAfterSeconds: 60 },
  })
  expect((await use(key, later(ctx, { minutes: 1 }))).actor.name).toBe('ERP')
})

test('keys are listed newest first, page by page, with their last use', async () => {
  const [first, second] = [
    await aKey({ name: 'first' }),
    await createApiKey(later(ctx, { hours: 1 }), { name: 'second', scopes: ['orders.read'] }),
  ]
  await use(first.key, later(ctx, { hours: 2 }))

  const page = await findApiKeys(ctx, { limit: 1 })
  const rest = await findApiKeys(ctx, { limit: 1, cursor: page.next })
  expect([page.rows[0]?.id, rest.rows[0]?.id, rest.next]).toEqual([second.id, first.id, undefined])
  expect(rest.rows[0]).toMatchObject({ lastUsedIp: '203.0.113.9', lastUsedAt: later(ctx, { hours: 2 }).now })
  expect((await findApiKeys(aContext(db))).rows).toEqual([])
})
