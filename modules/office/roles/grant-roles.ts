import type { AccountId, ShopId, Tx } from '#platform/context'
import type { Database } from '#platform/database'
import { publish } from '#platform/events'
import { type RolesGiven, roleUnknown } from './role.ts'

/** The shops an account works in, oldest first. */
export const shopsOf = async (db: Database | Tx['db'], accountId: AccountId): Promise<ShopId[]> =>
  (
    await db
      .selectFrom('office.staff_roles')
      .select('shop_id')
      .distinct()
      .where('account_id', '=', accountId)
      .orderBy('shop_id')
      .execute()
  ).map((row) => row.shop_id as ShopId)

/** Roles of this shop by their codes, of which there is at least one. @throws roleUnknown */
export async function rolesNamed(tx: Tx, codes: readonly string[]) {
  if (codes.length === 0) throw roleUnknown({ field: 'roles', role: '' })
  const found = await tx.db
    .selectFrom('office.roles')
    .select(['id', 'code', 'permissions'])
    .where('shop_id', '=', tx.shopId)
    .where('code', 'in', [...codes])
    .execute()
  const missing = codes.find((code) => !found.some((role) => role.code === code))
  if (missing) throw roleUnknown({ field: 'roles', role: missing })
  return found
}

/** Gives an account roles in this shop, by their codes, each for all warehouses or for those said. Whoever was away is back. @throws roleUnknown */
export async function grantRoles(
  tx: Tx,
  { accountId, roles, warehouses = {} }: RolesGiven & { accountId: AccountId },
): Promise<void> {
  const found = await rolesNamed(tx, roles)
  await tx.db
    .insertInto('office.staff_roles')
    .values(
      found.map(({ id, code }) => ({
        shop_id: tx.shopId,
        account_id: accountId,
        role_id: id,
        warehouses: warehouses[code] ? [...warehouses[code]] : null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.db
    .deleteFrom('office.former_staff')
    .where('shop_id', '=', tx.shopId)
    .where('account_id', '=', accountId)
    .execute()
  await publish(tx, { type: 'roles.granted', aggregate: 'account', id: accountId, data: { roles, warehouses } })
}
