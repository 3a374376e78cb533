import type { AccountId, Reader } from '#platform/context'

/** Who works in this shop, with the codes of their roles. */
export async function rolesInShop(reader: Pick<Reader, 'db' | 'shopId'>): Promise<Map<AccountId, string[]>> {
  const rows = await reader.db
    .selectFrom('office.staff_roles as s')
    .innerJoin('office.roles as r', 'r.id', 's.role_id')
    .select(['s.account_id', 'r.code'])
    .where('s.shop_id', '=', reader.shopId)
    .orderBy('r.code')
    .execute()
  const found = new Map<AccountId, string[]>()
  for (const row of rows)
    found.set(row.account_id as AccountId, [...(found.get(row.account_id as AccountId) ?? []), row.code])
  return found
}

export interface FormerMember {
  readonly leftAt: Temporal.Instant
  /** Codes of the roles they had. */
  readonly roles: readonly string[]
  readonly endedBy: string
}

/** Who worked in this shop once and does no longer. */
export async function formerStaff(reader: Pick<Reader, 'db' | 'shopId'>): Promise<Map<AccountId, FormerMember>> {
  const rows = await reader.db
    .selectFrom('office.former_staff')
    .select(['account_id', 'left_at', 'roles', 'ended_by_name'])
    .where('shop_id', '=', reader.shopId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.account_id as AccountId,
      { leftAt: row.left_at, roles: row.roles, endedBy: row.ended_by_name },
    ]),
  )
}
