import { createHash, randomBytes } from 'node:crypto'
import { newId } from '#kernel/id'
import type { ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import { ownPage } from './api.ts'

type Headers = Readonly<Record<string, string>>

/** What is wrong with a session or a key. */
type Flaw = 'none' | 'expired' | 'ended' | 'disabled' | 'temporary password' | 'second factor waits'

/**
 * People and systems with real sessions and keys before one shop, whose permissions a test sets: every request is known by its
 * cookie or key alone.
 */
export async function realCallers(db: Database, { here, there }: { here: ShopId; there: ShopId }) {
  const ourCode = await codeOf(db, here)
  const [ownRole, foreignRole] = [await aRole(db, here), await aRole(db, there)]
  const demandingRole = await aRole(db, here, true)
  const staff = async (flaw: Flaw, role: Role): Promise<Headers> => {
    const { token, accountId } = await aSession(db, 'staff', flaw)
    await db
      .insertInto('office.staff_roles')
      .values({ shop_id: role.shopId, account_id: accountId, role_id: role.id })
      .execute()
    return { ...ownPage, cookie: `zg_staff=${token}`, 'x-shop': ourCode }
  }
  const shopper = async (flaw: Flaw): Promise<Headers> => {
    const { token } = await aSession(db, 'shopper', flaw)
    return { ...ownPage, cookie: `zg_shop=${token}; zg_staff=${token}`, 'x-shop': ourCode }
  }
  const callers = {
    staff: await staff('none', ownRole),
    'staff of another shop': await staff('none', foreignRole),
    'staff whose session is over': await staff('expired', ownRole),
    'staff who signed out': await staff('ended', ownRole),
    'disabled staff': await staff('disabled', ownRole),
    'staff with a password that was handed over': await staff('temporary password', ownRole),
    'staff without the second factor that a role demands': await staff('second factor waits', demandingRole),
    shopper: await shopper('none'),
    'shopper whose session is over': await shopper('expired'),
    'shopper who signed out': await shopper('ended'),
    'disabled shopper': await shopper('disabled'),
    key: await aKey(db, here),
    'expired key': await aKey(db, here, { expires_at: Temporal.Now.instant().subtract({ hours: 1 }) }),
    'revoked key': await aKey(db, here, { revoked_at: Temporal.Now.instant().subtract({ hours: 1 }) }),
    'key of another shop': { ...(await aKey(db, there)), 'x-shop': ourCode },
    'made-up key': { authorization: `Bearer zg_${randomBytes(30).toString('base64url')}` },
    'made-up session': {
      ...ownPage,
      cookie: `zg_staff=${randomBytes(32).toString('base64url')}; zg_shop=x`,
      'x-shop': ourCode,
    },
    nobody: { 'x-shop': ourCode },
  } satisfies Record<string, Headers>

  /** Gives all of these roles and keys exactly these permissions. */
  async function mayNow(permissions: readonly string[]): Promise<void> {
    const ids = [ownRole.id, foreignRole.id, demandingRole.id]
    await db
      .updateTable('office.roles')
      .set({ permissions: [...permissions] })
      .where('id', 'in', ids)
      .execute()
    const scopes = permissions.length > 0 ? [...permissions] : ['nothing']
    await db.updateTable('office.api_keys').set({ scopes }).where('name', '=', probe).execute()
  }
  return { callers, mayNow }
}

export type RealCallers = Awaited<ReturnType<typeof realCallers>>
export type Caller = keyof RealCallers['callers']

const probe = 'probe'
const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

interface Role {
  readonly id: string
  readonly shopId: ShopId
}

async function codeOf(db: Database, shopId: ShopId): Promise<string> {
  const shop = await db.selectFrom('office.shops').select('code').where('id', '=', shopId).executeTakeFirstOrThrow()
  return shop.code
}

async function aRole(db: Database, shopId: ShopId, needs_second_factor = false): Promise<Role> {
  const id = newId<'Role'>()
  const names = {
    code: `${probe}-${id.slice(-6)}`,
    name: `${probe} ${id.slice(-6)}`,
    name_en: `${probe} ${id.slice(-6)}`,
  }
  await db
    .insertInto('office.roles')
    .values({ id, shop_id: shopId, ...names, permissions: [], needs_second_factor })
    .execute()
  return { id, shopId }
}

/** A session of a new account, and what may be wrong with either. */
export async function aSession(db: Database, kind: 'staff' | 'shopper', flaw: Flaw = 'none') {
  const now = Temporal.Now.instant()
  const accountId = newId<'Account'>()
  const name = { user_name: `${probe}-${accountId}`, display_name: probe }
  await db
    .insertInto('office.accounts')
    .values({
      id: accountId,
      kind,
      ...name,
      created_at: now,
      status: flaw === 'disabled' ? 'disabled' : 'active',
      password_temporary_until: flaw === 'temporary password' ? now.add({ hours: 1 }) : null,
    })
    .execute()
  return { token: await aSessionOf(db, { id: accountId, kind }, flaw), accountId }
}

/** A session of somebody; its token. */
export async function aSessionOf(
  db: Database,
  { id, kind }: { readonly id: string; readonly kind: 'staff' | 'shopper' },
  flaw: Flaw = 'none',
): Promise<string> {
  const now = Temporal.Now.instant()
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('office.sessions')
    .values({
      token_hash: hash(token),
      account_id: id,
      kind,
      created_at: now.subtract({ hours: 2 }),
      seen_at: now,
      expires_at: flaw === 'expired' ? now.subtract({ minutes: 1 }) : now.add({ hours: 1 }),
      ended_at: flaw === 'ended' ? now : null,
    })
    .execute()
  return token
}

async function aKey(
  db: Database,
  shopId: ShopId,
  flaw: { expires_at?: Temporal.Instant; revoked_at?: Temporal.Instant } = {},
): Promise<Headers> {
  const key = `zg_${randomBytes(30).toString('base64url')}`
  await db
    .insertInto('office.api_keys')
    .values({
      id: newId(),
      shop_id: shopId,
      name: probe,
      prefix: key.slice(0, 8),
      key_hash: hash(key),
      scopes: ['nothing'],
      requests_per_minute: 60_000,
      created_at: Temporal.Now.instant(),
      created_by_name: probe,
      ...flaw,
    })
    .execute()
  return { authorization: `Bearer ${key}` }
}
