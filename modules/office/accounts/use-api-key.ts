import { refusal } from '#kernel/refusal'
import type { AccountId, Actor, ShopId } from '#platform/context'
import type { Database } from '#platform/database'
import { countUse } from '#platform/throttle'
import { keyMark, stateOf } from './api-key.ts'
import { hashToken } from './session.ts'

export const keyInvalid = refusal('unauthenticated', 'accounts.key_invalid', (_: object) => 'this API key is unknown')
export const keyExpired = refusal(
  'unauthenticated',
  'accounts.key_expired',
  (d: { name: string }) => `the API key ${d.name} has expired`,
)
export const keyRevoked = refusal(
  'unauthenticated',
  'accounts.key_revoked',
  (d: { name: string }) => `the API key ${d.name} was revoked`,
)
export const keyRests = refusal(
  'unauthenticated',
  'accounts.key_rests',
  (d: { name: string }) => `whoever made the API key ${d.name} may not sign in`,
)
export const keyThrottled = refusal(
  'too_many',
  'accounts.key_throttled',
  (d: { most: number; retryAfterSeconds: number }) => `more than ${d.most} requests in a minute`,
)

/** Who calls with a key, and in which shop. */
export interface KeyHolder {
  readonly shopId: ShopId
  readonly actor: Actor
}

interface Call {
  readonly key: string
  readonly ip: string
  readonly now: Temporal.Instant
}

/**
 * Who a key stands for, with its scopes as permissions. Each call counts against the key's requests per minute, in all
 * processes together; the last use is kept to the minute. While whoever made it is disabled, it rests.
 *
 * @throws keyInvalid, keyExpired, keyRevoked, keyRests, keyThrottled
 */
export async function holderOfKey(db: Database, { key, ip, now }: Call): Promise<KeyHolder> {
  if (!key.startsWith(keyMark)) throw keyInvalid({})
  const row = await db
    .selectFrom('office.api_keys')
    .leftJoin('office.accounts as maker', 'maker.id', 'office.api_keys.created_by')
    .selectAll('office.api_keys')
    .select('maker.status as makerStatus')
    .where('key_hash', '=', hashToken(key))
    .executeTakeFirst()
  if (!row) throw keyInvalid({})
  const state = stateOf(row, now)
  if (state === 'revoked') throw keyRevoked({ name: row.name })
  if (state === 'expired') throw keyExpired({ name: row.name })
  if (row.makerStatus === 'disabled') throw keyRests({ name: row.name })
  await throttle(db, { id: row.id, most: row.requests_per_minute, now })
  if (!row.last_used_at || now.since(row.last_used_at).total('minutes') >= 1) await touch(db, { id: row.id, ip, now })
  return {
    shopId: row.shop_id as ShopId,
    actor: { kind: 'key', id: row.id as AccountId, name: row.name, permissions: new Set(row.scopes) },
  }
}

async function throttle(db: Database, { id, most, now }: { id: string; most: number; now: Temporal.Instant }) {
  const limit = { key: `api-key:${id}`, most, window: Temporal.Duration.from({ minutes: 1 }) }
  const { allowed, retryAfterSeconds } = await countUse(db, limit, now)
  if (!allowed) throw keyThrottled({ most, retryAfterSeconds })
}

async function touch(db: Database, { id, ip, now }: { id: string; ip: string; now: Temporal.Instant }): Promise<void> {
  await db
    .updateTable('office.api_keys')
    .set({ last_used_at: now, last_used_ip: ip })
    .where('id', '=', id)
    .where((where) => where.or([where('last_used_at', 'is', null), where('last_used_at', '<', now)]))
    .execute()
}
