import type { AccountId, Reader } from '#platform/context'
import type { RolesGiven } from './role.ts'

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

/** For which warehouses members of staff have a role, by its code; who has it for all is not named. */
export async function warehousesOfStaff(
  reader: Pick<Reader, 'db' | 'shopId'>,
): Promise<Map<AccountId, Readonly<Record<string, readonly string[]>>>> {
  const rows = await reader.db
    .selectFrom('office.staff_roles as s')
    .innerJoin('office.roles as r', 'r.id', 's.role_id')
    .select(['s.account_id', 'r.code', 's.warehouses'])
    .where('s.shop_id', '=', reader.shopId)
    .where('s.warehouses', 'is not', null)
    .execute()
  const byPerson = Map.groupBy(rows, (row) => row.account_id as AccountId)
  return new Map(
    [...byPerson].map(([id, given]) => [id, Object.fromEntries(given.map((row) => [row.code, row.warehouses ?? []]))]),
  )
}

/** The roles of one member of staff in this shop. */
export async function rolesGivenTo(
  reader: Pick<Reader, 'db' | 'shopId'>,
  accountId: AccountId,
): Promise<Required<RolesGiven>> {
  const [roles, warehouses] = [await rolesInShop(reader), await warehousesOfStaff(reader)]
  return { roles: roles.get(accountId) ?? [], warehouses: warehouses.get(accountId) ?? {} }
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
