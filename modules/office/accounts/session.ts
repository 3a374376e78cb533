import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Locale } from '#kernel/text'
import type { AccountId, Reader, Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Account, AccountKind, SignedIn, Visitor } from './model.ts'
import { type Awaited, hasFactor, isDemanded } from './second-factor.ts'
import { accountSettings } from './settings.ts'

export interface Session {
  readonly accountId: AccountId
  readonly kind: AccountKind
  readonly displayName: string
  readonly locale: Locale
}

/** A session whose password was right and which is nobody's until the second proof is there. */
export interface WaitingSession {
  readonly accountId: AccountId
  readonly awaits: Awaited
  readonly isProved: boolean
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Starts a session with a token of 256 random bits, of which only the hash is kept. */
export async function openSession(tx: Tx, account: Account, visitor?: Visitor, isProved = false): Promise<SignedIn> {
  const { shopperSessionDays, staffIdleHours } = await readSettings(tx, accountSettings)
  const hours = account.kind === 'staff' ? staffIdleHours : shopperSessionDays * 24
  const token = randomBytes(32).toString('base64url')
  const expiresAt = tx.now.add({ hours })
  await tx.db
    .insertInto('office.sessions')
    .values({
      token_hash: hashToken(token),
      account_id: account.id,
      kind: account.kind,
      created_at: tx.now,
      seen_at: tx.now,
      expires_at: expiresAt,
      proved_at: isProved ? tx.now : null,
      user_agent: visitor?.userAgent.slice(0, 300) ?? '',
      ip: visitor?.ip ?? '',
    })
    .execute()
  return { token, expiresAt, account }
}

const refreshAfterMinutes = 5

/**
 * Who a token belongs to; undefined when it is unknown, ended, too old, waits for a second proof, or its account is not active.
 * One indexed read; every five minutes of use the session's end moves on by the time it was given at first.
 */
export async function sessionOf(db: Reader['db'], token: string, now: Temporal.Instant): Promise<Session | undefined> {
  const row = await liveSession(db, token, now)
  if (!row || row.awaits) return undefined
  if (now.since(row.seen_at).total('minutes') >= refreshAfterMinutes) await prolong(db, hashToken(token), now)
  return {
    accountId: row.id as AccountId,
    kind: row.kind as AccountKind,
    displayName: row.display_name,
    locale: row.locale as Locale,
  }
}

const waitingMinutes = 15

/** The sign-in that waits behind a token, for a quarter of an hour; undefined when there is none. */
export async function waitingSessionOf(
  db: Reader['db'],
  token: string,
  now: Temporal.Instant,
): Promise<WaitingSession | undefined> {
  const row = await liveSession(db, token, now)
  if (!row?.awaits || now.since(row.created_at).total('minutes') > waitingMinutes) return undefined
  return { accountId: row.id as AccountId, awaits: row.awaits, isProved: row.proved_at !== null }
}

/** Shoppers are never asked for a second proof. */
async function liveSession(db: Reader['db'], token: string, now: Temporal.Instant) {
  const awaits = sql<Awaited | null>`case
    when a.kind = 'shopper' then null
    when s.proved_at is null and ${hasFactor} then 'prove'
    when s.proved_at is null and ${isDemanded} then 'set_up'
    when a.password_temporary_until is not null then 'new_password' end`
  return db
    .selectFrom('office.sessions as s')
    .innerJoin('office.accounts as a', 'a.id', 's.account_id')
    .select([
      'a.id',
      'a.kind',
      'a.display_name',
      'a.locale',
      's.seen_at',
      's.created_at',
      's.proved_at',
      awaits.as('awaits'),
    ])
    .where('s.token_hash', '=', hashToken(token))
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('a.status', '=', 'active')
    .executeTakeFirst()
}

/** The second proof of a session is there. */
export async function markProved(tx: Tx, token: string): Promise<void> {
  await tx.db
    .updateTable('office.sessions')
    .set({ proved_at: tx.now })
    .where('token_hash', '=', hashToken(token))
    .execute()
}

async function prolong(db: Reader['db'], hash: Buffer, now: Temporal.Instant): Promise<void> {
  await sql`update office.sessions set expires_at = ${now}::timestamptz + (expires_at - seen_at), seen_at = ${now}
    where token_hash = ${hash} and ended_at is null and seen_at < ${now}`.execute(db)
}

/** Ends all sessions of an account, all but one, or one alone. Returns how many still held. */
export async function endSessions(
  tx: Tx,
  accountId: AccountId,
  { except, only }: { except?: Buffer; only?: Buffer } = {},
): Promise<number> {
  let query = tx.db
    .updateTable('office.sessions')
    .set({ ended_at: tx.now })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
  if (except) query = query.where('token_hash', '<>', except)
  if (only) query = query.where('token_hash', '=', only)
  return (await query.returning('account_id').execute()).length
}
