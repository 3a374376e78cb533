import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { AccountId, ShopId, Tx } from '#platform/context'
import type { Database, OpenTransaction } from '#platform/database'
import { publish } from '#platform/events'
import { presetRoles } from './model.ts'
import { rolesText } from './text.ts'

export const roleUnknown = refusal(
  'invalid',
  'roles.unknown',
  (d: { field: 'roles'; role: string }) => `there is no role ${d.role}`,
)

/** What an account may do in a shop: the union of its roles there; nothing when it works elsewhere. */
export async function permissionsOf(
  reader: { db: Database | OpenTransaction; shopId: ShopId },
  accountId: AccountId,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ permission: string }>`
    select distinct unnest(r.permissions) as permission
    from office.staff_roles s join office.roles r on r.id = s.role_id
    where s.shop_id = ${reader.shopId} and s.account_id = ${accountId}`.execute(reader.db)
  return new Set(rows.map((row) => row.permission))
}

/** The shops an account works in, oldest first. */
export const shopsOf = async (db: Database, accountId: AccountId): Promise<ShopId[]> =>
  (
    await db
      .selectFrom('office.staff_roles')
      .select('shop_id')
      .distinct()
      .where('account_id', '=', accountId)
      .orderBy('shop_id')
      .execute()
  ).map((row) => row.shop_id as ShopId)

/** Gives a new shop its preset roles. Doing it again brings them up to date. */
export async function presetShopRoles(tx: Tx): Promise<void> {
  for (const [code, granted] of Object.entries(presetRoles)) {
    const text = rolesText[`roles.${code}` as keyof typeof rolesText]
    await tx.db
      .insertInto('office.roles')
      .values({ id: newId(), shop_id: tx.shopId, code, name: text.zh, name_en: text.en, permissions: [...granted] })
      .onConflict((conflict) => conflict.constraint('roles_code_key').doUpdateSet({ permissions: [...granted] }))
      .execute()
  }
}

/** Gives an account roles in this shop, by their codes. @throws roleUnknown */
export async function grantRoles(
  tx: Tx,
  { accountId, roles }: { accountId: AccountId; roles: readonly string[] },
): Promise<void> {
  const found = await tx.db
    .selectFrom('office.roles')
    .select(['id', 'code'])
    .where('shop_id', '=', tx.shopId)
    .where('code', 'in', [...roles])
    .execute()
  const missing = roles.find((code) => !found.some((role) => role.code === code))
  if (missing) throw roleUnknown({ field: 'roles', role: missing })
  await tx.db
    .insertInto('office.staff_roles')
    .values(found.map((role) => ({ shop_id: tx.shopId, account_id: accountId, role_id: role.id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await publish(tx, { type: 'roles.granted', aggregate: 'account', id: accountId, data: { roles } })
}
