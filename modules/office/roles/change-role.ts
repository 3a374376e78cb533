import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkHeld, ownerIsFixed, type Role, type RoleDraft, type RoleId } from './role.ts'
import { checkDraft, loadRole, lockRole } from './role-store.ts'

/**
 * Changes what a role is called, allows and demands; its members feel it with their next request. Who has no second factor where one is
 * demanded sets it up before anything else, also in a session that is open already. The log keeps before and after.
 *
 * @throws roleNotFound, roleNameInvalid, roleNameTaken, permissionUnknown
 * @throws permissionNotHeld for a permission that is new to the role and that whoever asks does not hold
 * @throws ownerIsFixed when the owner would lose a permission
 */
export function changeRole(
  ctx: Context,
  { roleId, ...wanted }: RoleDraft & { readonly roleId: RoleId },
): Promise<Role> {
  return transaction(ctx, async (tx) => {
    const role = await lockRole(tx, roleId)
    const after = await checkDraft(tx, wanted, roleId)
    const added = after.permissions.filter((permission) => !role.permissions.includes(permission))
    const lost = role.permissions.some((permission) => !(after.permissions as string[]).includes(permission))
    if (role.code === 'owner' && lost) throw ownerIsFixed({ field: 'permissions' })
    checkHeld(tx.actor, added, 'permissions')
    const before = draftOf(role)
    if (JSON.stringify(before) === JSON.stringify(after)) return role
    await updateRole(tx, roleId, after)
    await publish(tx, { type: 'role.changed', aggregate: 'role', id: roleId, data: { role: role.code, before, after } })
    return loadRole(tx, roleId)
  })
}

const draftOf = ({ name, permissions, needsSecondFactor }: Role): RoleDraft => ({
  name: name.zh,
  nameEn: name.en,
  permissions,
  needsSecondFactor,
})

async function updateRole(tx: Tx, roleId: RoleId, draft: RoleDraft): Promise<void> {
  await tx.db
    .updateTable('office.roles')
    .set({
      name: draft.name,
      name_en: draft.nameEn,
      permissions: [...draft.permissions],
      needs_second_factor: draft.needsSecondFactor,
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', roleId)
    .execute()
}
