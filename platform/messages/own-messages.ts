import { sql } from 'kysely'
import { type Page, toPage } from '#kernel/page'
import type { Locale } from '#kernel/text'
import type { AccountId, Reader, ShopId } from '#platform/context'
import { beyond } from '#platform/database'

/** A message as its reader sees it. */
export interface OwnMessage {
  readonly id: string
  readonly shopId: ShopId
  readonly purpose: 'service' | 'marketing'
  /** What it is about: `order.shipped`, `case.approved_return`. */
  readonly template: string
  /** The language it was sent in. */
  readonly locale: Locale
  readonly body: string
  /** What filled its template; `number` names the order or case. */
  readonly values: Readonly<Record<string, string>>
  readonly createdAt: Temporal.Instant
}

/** More unread ones read "99+". */
const mostUnread = 99

/**
 * What was written to an account in all shops, newest first. Codes are no messages, and news that was refused for want of consent was never one.
 */
export async function ownMessages(
  reader: Reader,
  {
    accountId,
    cursor,
    limit = 20,
  }: { readonly accountId: AccountId; readonly cursor?: string; readonly limit?: number },
): Promise<Page<OwnMessage>> {
  let query = own(reader, accountId).select([
    'id',
    'shop_id',
    'purpose',
    'template',
    'locale',
    'body',
    'template_values',
    'created_at',
  ])
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      shopId: row.shop_id as ShopId,
      purpose: row.purpose as OwnMessage['purpose'],
      template: row.template,
      locale: row.locale as Locale,
      body: row.body,
      values: row.template_values as OwnMessage['values'],
      createdAt: row.created_at,
    })),
  }
}

/** How many came after a moment, at most one more than are counted. One statement over an index of the account's own. */
export async function countUnread(
  reader: Reader,
  { accountId, seenAt }: { readonly accountId: AccountId; readonly seenAt: Temporal.Instant | null },
): Promise<number> {
  let newer = own(reader, accountId).select(sql`1`.as('one'))
  if (seenAt) newer = newer.where('created_at', '>', seenAt)
  const { count } = await reader.db
    .selectFrom(newer.limit(mostUnread + 1).as('newer'))
    .select(sql<number>`count(*)::int8`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const own = ({ db }: Pick<Reader, 'db'>, accountId: AccountId) =>
  db
    .selectFrom('platform.messages')
    .where('account_id', '=', accountId)
    .where('purpose', '<>', 'security')
    .where('status', '<>', 'refused')
    .where('body', '<>', '')
