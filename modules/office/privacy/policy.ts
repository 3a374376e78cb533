import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import { defaultShop } from '#office/shops'
import type { Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { Policy, PolicyKind } from './model.ts'

export const notThePlatform = refusal(
  'forbidden',
  'privacy.not_the_platform',
  (_: object) => 'policies are those of the platform: its first shop keeps them',
)
export const policyNotFound = refusal(
  'not_found',
  'privacy.policy_not_found',
  (d: { kind: string }) => `no policy ${d.kind} is in force`,
)
export const policyInPast = refusal(
  'invalid',
  'privacy.policy_in_past',
  (_: { field: 'holdsFrom' }) => 'a policy cannot hold before it was written',
)

interface PolicyRow {
  kind: string
  version: number
  title: string
  title_en: string
  body: string
  body_en: string
  holds_from: Temporal.Instant
  created_by_name: string
}

const toPolicy = (row: PolicyRow): Policy => ({
  kind: row.kind as PolicyKind,
  version: row.version,
  title: { zh: row.title, en: row.title_en },
  body: { zh: row.body, en: row.body_en },
  holdsFrom: row.holds_from,
  createdBy: row.created_by_name,
})

const columns = ['kind', 'version', 'title', 'title_en', 'body', 'body_en', 'holds_from', 'created_by_name'] as const

/** The policies that hold now: the newest of each kind whose time has come. None before the first was published. */
export async function currentPolicies({ db, now }: Pick<Reader, 'db' | 'now'>): Promise<Policy[]> {
  const rows = await db
    .selectFrom('office.policies')
    .distinctOn('kind')
    .select(columns)
    .where('holds_from', '<=', now)
    .orderBy('kind')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toPolicy)
}

/** Every version there ever was or is planned, newest first. */
export async function allPolicies({ db }: Pick<Reader, 'db'>): Promise<Policy[]> {
  const rows = await db.selectFrom('office.policies').select(columns).orderBy('created_at', 'desc').execute()
  return rows.map(toPolicy)
}

export interface PublishPolicy {
  readonly kind: PolicyKind
  readonly title: Policy['title']
  /** Paragraphs parted by empty lines; a line that begins with `# ` is a heading. */
  readonly body: Policy['body']
  /** Now unless told. */
  readonly holdsFrom?: Temporal.Instant
}

/** Publishes the next version of a policy; whoever agreed to an earlier one is asked again. @throws notThePlatform, policyInPast */
export async function publishPolicy(ctx: Context, { kind, title, body, holdsFrom }: PublishPolicy): Promise<number> {
  if ((await defaultShop(ctx.db))?.id !== ctx.shopId) throw notThePlatform({})
  if (holdsFrom && Temporal.Instant.compare(holdsFrom, ctx.now) < 0) throw policyInPast({ field: 'holdsFrom' })
  return transaction(ctx, async (tx) => {
    await sql`lock table office.policies in share row exclusive mode`.execute(tx.db)
    const { version: last } = await tx.db
      .selectFrom('office.policies')
      .select((policy) => policy.fn.max('version').as('version'))
      .where('kind', '=', kind)
      .executeTakeFirstOrThrow()
    const version = (last ?? 0) + 1
    const id = newId()
    await tx.db
      .insertInto('office.policies')
      .values({
        id,
        kind,
        version,
        title: title.zh,
        title_en: title.en,
        body: body.zh,
        body_en: body.en,
        holds_from: holdsFrom ?? tx.now,
        created_at: tx.now,
        created_by_name: tx.actor.name,
      })
      .execute()
    await publish(tx, { type: 'policy.published', aggregate: 'policy', id, data: { kind, version } })
    return version
  })
}
