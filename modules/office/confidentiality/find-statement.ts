import { sql } from 'kysely'
import type { AccountId, Reader } from '#platform/context'
import type { Statement } from './model.ts'

type Shop = Pick<Reader, 'db' | 'shopId'>

/** The statement in force; undefined before the first was published. */
export async function currentStatement(reader: Shop): Promise<Statement | undefined> {
  const row = await reader.db
    .selectFrom('office.confidentiality_statements')
    .select(['version', 'body', 'body_en', 'created_at', 'created_by_name'])
    .where('shop_id', '=', reader.shopId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { version, body, body_en, created_at, created_by_name } = row
  return { version, body: { zh: body, en: body_en }, publishedAt: created_at, publishedBy: created_by_name }
}

/** The number of the statement in force; 0 before the first. */
export const lastVersion = async (reader: Shop): Promise<number> => (await currentStatement(reader))?.version ?? 0

/** Whether somebody has yet to confirm the statement in force. One indexed read for every request of staff. */
export async function owesConfirmation(reader: Shop, accountId: AccountId): Promise<boolean> {
  const { rows } = await sql<{ owes: boolean }>`
    select not exists (select from office.confidentiality_confirmations c
      where c.shop_id = s.shop_id and c.account_id = ${accountId} and c.version = s.version) as owes
    from office.confidentiality_statements s where s.shop_id = ${reader.shopId} order by s.version desc limit 1`.execute(
    reader.db,
  )
  return rows[0]?.owes ?? false
}

/** Who confirmed which version last, and when. */
export async function confirmationsIn(
  reader: Shop,
): Promise<Map<AccountId, { readonly version: number; readonly at: Temporal.Instant }>> {
  const rows = await reader.db
    .selectFrom('office.confidentiality_confirmations')
    .distinctOn('account_id')
    .select(['account_id', 'version', 'at'])
    .where('shop_id', '=', reader.shopId)
    .orderBy('account_id')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map(({ account_id, version, at }) => [account_id as AccountId, { version, at }]))
}
