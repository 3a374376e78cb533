import { randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { refusal } from '#kernel/refusal'
import type { OfficeApiKeys } from '#platform/database'
import type { ApiKey, ApiKeyId, ApiKeyState } from './model.ts'

export const keyNotFound = refusal(
  'not_found',
  'accounts.key_not_found',
  (d: { keyId: string }) => `there is no API key ${d.keyId}`,
)

/** How every key begins: scanners for leaked secrets know it by this. */
export const keyMark = 'zg_'
const shownLength = 11

/** A key of 256 random bits. */
export function newKey(): { readonly key: string; readonly prefix: string } {
  const key = `${keyMark}${randomBytes(32).toString('base64url')}`
  return { key, prefix: key.slice(0, shownLength) }
}

type KeyTimes = { readonly revoked_at: Temporal.Instant | null; readonly expires_at: Temporal.Instant | null }

export function stateOf({ revoked_at, expires_at }: KeyTimes, now: Temporal.Instant): ApiKeyState {
  if (revoked_at) return 'revoked'
  return expires_at && Temporal.Instant.compare(expires_at, now) <= 0 ? 'expired' : 'active'
}

export const toApiKey = (row: Selectable<OfficeApiKeys>, now: Temporal.Instant): ApiKey => ({
  id: row.id as ApiKeyId,
  name: row.name,
  prefix: row.prefix,
  scopes: row.scopes,
  requestsPerMinute: row.requests_per_minute,
  state: stateOf(row, now),
  createdAt: row.created_at,
  createdBy: row.created_by_name,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  lastUsedIp: row.last_used_ip,
  revokedAt: row.revoked_at,
  revokedBy: row.revoked_by_name,
})
