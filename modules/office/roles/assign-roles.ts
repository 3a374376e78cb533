import { refusal } from '#kernel/refusal'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { rolesGivenTo, rolesInShop } from './find-staff.ts'
import { grantRoles, rolesNamed } from './grant-roles.ts'
import { keepAnOwner } from './keep-an-owner.ts'
import { checkHeld, ownerIsFixed, type RolesGiven } from './role.ts'

export const changesOwnRoles = refusal('conflict', 'roles.changes_own', (_: object) => 'nobody changes the own roles')

/**
 * Replaces the roles of an account in this shop, each for all warehouses or for those said; what it may do changes with its next request. The log
 * keeps both.
 * @throws roleUnknown, lastOwner, changesOwnRoles, ownerIsFixed
 * @throws permissionNotHeld when a role that is given allows what whoever gives it may not, or allows it in more warehouses
 */
export async function assignRoles(
  ctx: Context,
  { accountId, roles, warehouses = {} }: RolesGiven & { readonly accountId: AccountId },
): Promise<void> {
  if (accountId === ctx.actor.id) throw changesOwnRoles({})
  await transaction(ctx, async (tx) => {
    const before = await rolesGivenTo(tx, accountId)
    if (!roles.includes('owner')) await keepAnOwner(tx, accountId)
    const wider = roles.filter(
      (code) => !before.roles.includes(code) || isWider(warehouses[code], before.warehouses[code]),
    )
    await checkMayGive(tx, { roles: wider, warehouses })
    await dropRoles(tx, accountId)
    await grantRoles(tx, { accountId, roles, warehouses })
    const data = { before, after: { roles, warehouses } }
    await publish(tx, { type: 'roles.changed', aggregate: 'account', id: accountId, data })
  })
}

/** Whether a role is wanted for more warehouses than somebody has it for; none named means all. */
const isWider = (wanted: readonly string[] | undefined, had: readonly string[] | undefined): boolean =>
  had !== undefined && (wanted === undefined || wanted.some((one) => !had.includes(one)))

/** @throws roleUnknown, permissionNotHeld, ownerIsFixed when an owner is to own only some warehouses */
export async function checkMayGive(tx: Tx, { roles, warehouses = {} }: RolesGiven): Promise<void> {
  if (warehouses.owner) throw ownerIsFixed({ field: 'warehouses' })
  for (const { code, permissions } of roles.length > 0 ? await rolesNamed(tx, roles) : [])
    checkHeld(tx.actor, permissions, 'roles', warehouses[code])
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
