import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { rolesInShop } from './find-staff.ts'
import { grantRoles } from './role.ts'

export const changesOwnRoles = refusal('conflict', 'roles.changes_own', (_: object) => 'nobody changes the own roles')

export interface ChangeRoles {
  readonly accountId: AccountId
  /** Codes of all roles it is to have in this shop. */
  readonly roles: readonly string[]
}

/**
 * Replaces the roles of an account in this shop; what it may do changes with its next request. The log keeps both.
 * @throws roleUnknown
 * @throws changesOwnRoles, so that a shop cannot lose its last owner by a slip
 */
export async function changeRoles(ctx: Context, { accountId, roles }: ChangeRoles): Promise<void> {
  if (accountId === ctx.actor.id) throw changesOwnRoles({})
  await transaction(ctx, async (tx) => {
    const before = (await rolesInShop(tx)).get(accountId) ?? []
    await tx.db
      .deleteFrom('office.staff_roles')
      .where('shop_id', '=', tx.shopId)
      .where('account_id', '=', accountId)
      .execute()
    await grantRoles(tx, { accountId, roles })
    await publish(tx, { type: 'roles.changed', aggregate: 'account', id: accountId, data: { before, after: roles } })
  })
}

export interface Role {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly permissions: readonly string[]
  /** Its members sign in with a second factor. */
  readonly needsSecondFactor: boolean
}

/** The roles of this shop with what each allows. */
export async function listRoles(reader: Pick<Reader, 'db' | 'shopId'>): Promise<Role[]> {
  const rows = await reader.db
    .selectFrom('office.roles')
    .select(['code', 'name', 'name_en', 'permissions', 'needs_second_factor'])
    .where('shop_id', '=', reader.shopId)
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: { zh: row.name, en: row.name_en },
    permissions: row.permissions,
    needsSecondFactor: row.needs_second_factor,
  }))
}
