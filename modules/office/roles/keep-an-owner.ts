import { sql } from 'kysely'
import type { AccountId, Tx } from '#platform/context'
import { lastOwner } from './role.ts'

/**
 * Before an account loses what makes it an owner: in each shop that it owns somebody else who is active must be one. Owners' roles are locked,
 * so that two who put each other out at the same moment do not both succeed. @throws lastOwner
 */
export async function keepAnOwner(tx: Tx, accountId: AccountId, { everywhere = false } = {}): Promise<void> {
  const { rows: owned } = await sql<{ id: string }>`
    select r.id from office.roles r join office.staff_roles s on s.role_id = r.id
    where r.code = 'owner' and s.account_id = ${accountId} and (${everywhere} or r.shop_id = ${tx.shopId})
    order by r.id for update of r`.execute(tx.db)
  for (const { id } of owned) if (!(await hasOtherOwner(tx, id, accountId))) throw lastOwner({})
}

async function hasOtherOwner(tx: Tx, roleId: string, accountId: AccountId): Promise<boolean> {
  const other = await tx.db
    .selectFrom('office.staff_roles as s')
    .innerJoin('office.accounts as a', 'a.id', 's.account_id')
    .select('a.id')
    .where('s.role_id', '=', roleId)
    .where('a.id', '<>', accountId)
    .where('a.status', '=', 'active')
    .limit(1)
    .executeTakeFirst()
  return other !== undefined
}
