import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import { type Context, limitOf, type Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { newKey, toApiKey } from './api-key.ts'
import { type ApiKey, keyLimits, keyScopes } from './model.ts'
import { hashToken } from './session.ts'
import { accountSettings } from './settings.ts'

export const keyNameInvalid = refusal(
  'invalid',
  'accounts.key_name_invalid',
  (_: { field: 'name' }) => 'a key has a name of 1 to 60 characters',
)
export const scopeUnknown = refusal(
  'invalid',
  'accounts.scope_unknown',
  (d: { field: 'scopes'; scope: string }) => `${d.scope} is no scope of a key`,
)
export const scopeNotHeld = refusal(
  'forbidden',
  'accounts.scope_not_held',
  (d: { field: 'scopes'; scope: string }) => `whoever makes a key holds ${d.scope} as well`,
)
export const keyExpiryInvalid = refusal(
  'invalid',
  'accounts.key_expiry_invalid',
  (_: { field: 'days' }) => 'a key lasts between one day and ten years',
)

export interface CreateApiKey {
  readonly name: string
  readonly scopes: readonly string[]
  /** How many days of 24 hours it lasts. Absent: the setting `accounts.keyDays`. */
  readonly days?: number
  /** Absent: the setting `accounts.keyRequestsPerMinute`. */
  readonly requestsPerMinute?: number
}

export interface NewApiKey extends ApiKey {
  /** The key itself. It is kept nowhere: whoever loses it makes another. */
  readonly key: string
}

/**
 * Makes a key with which an outside system acts in this shop. Nobody gives a key more than they may do themselves: what somebody may do in some
 * warehouses alone no key of theirs may, for a key works in all of them.
 * Not to be called with an idempotency key, under which the answer would be stored.
 *
 * @throws keyNameInvalid, scopeUnknown, scopeNotHeld, keyExpiryInvalid
 */
export async function createApiKey(ctx: Context, wanted: CreateApiKey): Promise<NewApiKey> {
  const name = wanted.name.trim()
  if (name.length < 1 || name.length > keyLimits.name) throw keyNameInvalid({ field: 'name' })
  checkScopes(ctx, wanted.scopes)
  return transaction(ctx, async (tx) => {
    const { keyDays, keyRequestsPerMinute } = await readSettings(tx, accountSettings)
    const expiresAt = endOf(tx, wanted.days ?? keyDays)
    const { key, prefix } = newKey()
    const made = await insertKey(tx, { ...wanted, name, expiresAt, keyRequestsPerMinute, key, prefix })
    await publish(tx, {
      type: 'api_key.created',
      aggregate: 'api_key',
      id: made.id,
      data: { name, prefix, scopes: made.scopes, expiresAt: expiresAt.toString() },
    })
    return { ...made, key }
  })
}

function checkScopes({ actor }: Context, scopes: readonly string[]): void {
  const unknown = scopes.find((scope) => !(keyScopes as readonly string[]).includes(scope))
  if (scopes.length === 0 || unknown !== undefined) throw scopeUnknown({ field: 'scopes', scope: unknown ?? '' })
  const missing = scopes.find((scope) => !actor.permissions.has(scope) || limitOf(actor, scope))
  if (missing) throw scopeNotHeld({ field: 'scopes', scope: missing })
}

function endOf({ now }: Tx, days: number): Temporal.Instant {
  if (!Number.isInteger(days) || days < 1 || days > keyLimits.days) throw keyExpiryInvalid({ field: 'days' })
  return now.add({ hours: 24 * days })
}

interface NewRow extends CreateApiKey {
  readonly expiresAt: Temporal.Instant
  readonly keyRequestsPerMinute: number
  readonly key: string
  readonly prefix: string
}

async function insertKey(tx: Tx, { key, prefix, ...wanted }: NewRow): Promise<ApiKey> {
  const row = await tx.db
    .insertInto('office.api_keys')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      name: wanted.name,
      prefix,
      key_hash: hashToken(key),
      scopes: [...new Set(wanted.scopes)].sort(),
      requests_per_minute: wanted.requestsPerMinute ?? wanted.keyRequestsPerMinute,
      created_at: tx.now,
      created_by: tx.actor.id,
      created_by_name: tx.actor.name,
      expires_at: wanted.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toApiKey(row, tx.now)
}
