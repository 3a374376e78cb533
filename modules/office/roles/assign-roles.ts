import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { rolesInShop } from './find-staff.ts'
import { grantRoles, rolesNamed } from './grant-roles.ts'
import { keepAnOwner } from './keep-an-owner.ts'
import { checkHeld } from './role.ts'

export const changesOwnRoles = refusal('conflict', 'roles.changes_own', (_: object) => 'nobody changes the own roles')

export interface AssignRoles {
  readonly accountId: AccountId
  /** Codes of all roles it is to have in this shop. */
  readonly roles: readonly string[]
}

/**
 * Replaces the roles of an account in this shop; what it may do changes with its next request. The log keeps both.
 * @throws roleUnknown, lastOwner, changesOwnRoles
 * @throws permissionNotHeld when a role that is given allows what whoever gives it may not
 */
export async function assignRoles(ctx: Context, { accountId, roles }: AssignRoles): Promise<void> {
  if (accountId === ctx.actor.id) throw changesOwnRoles({})
  await transaction(ctx, async (tx) => {
    const before = (await rolesInShop(tx)).get(accountId) ?? []
    if (!roles.includes('owner')) await keepAnOwner(tx, accountId)
    const given = roles.filter((code) => !before.includes(code))
    await checkMayGive(tx, given)
    await dropRoles(tx, accountId)
    await grantRoles(tx, { accountId, roles })
    await publish(tx, { type: 'roles.changed', aggregate: 'account', id: accountId, data: { before, after: roles } })
  })
}

/** @throws roleUnknown, permissionNotHeld */
export async function checkMayGive(tx: Tx, codes: readonly string[]): Promise<void> {
  const given = codes.length > 0 ? await rolesNamed(tx, codes) : []
  checkHeld(
    tx.actor,
    given.flatMap((role) => role.permissions),
    'roles',
  )
}

async function dropRoles(tx: Tx, accountId: AccountId): Promise<void> {
  await tx.db
    .deleteFrom('office.staff_roles')
    .where('shop_id', '=', tx.shopId)
    .where('account_id', '=', accountId)
    .execute()
}

/**
 * Takes all roles of this shop from an account and keeps it among those who worked here. Answers the roles it had.
 * @throws lastOwner
 */
export async function leaveShop(tx: Tx, accountId: AccountId): Promise<readonly string[]> {
  await keepAnOwner(tx, accountId)
  const roles = (await rolesInShop(tx)).get(accountId) ?? []
  await dropRoles(tx, accountId)
  const left = { left_at: tx.now, roles: [...roles], ended_by_name: tx.actor.name }
  await tx.db
    .insertInto('office.former_staff')
    .values({ shop_id: tx.shopId, account_id: accountId, ...left })
    .onConflict((conflict) => conflict.columns(['shop_id', 'account_id']).doUpdateSet(left))
    .execute()
  return roles
}
