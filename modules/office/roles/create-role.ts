import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkHeld, type Role, type RoleDraft } from './role.ts'
import { checkDraft, loadRole } from './role-store.ts'

/**
 * Makes a role of the shop's own, from nothing or as a copy of another. Nobody gives a permission they do not hold.
 * @throws roleNameInvalid, roleNameTaken, permissionUnknown, permissionNotHeld
 */
export function createRole(ctx: Context, wanted: RoleDraft): Promise<Role> {
  return transaction(ctx, async (tx) => {
    const draft = await checkDraft(tx, wanted)
    checkHeld(tx.actor, draft.permissions, 'permissions')
    const id = newId<'Role'>()
    await insertRole(tx, id, draft)
    await publish(tx, { type: 'role.created', aggregate: 'role', id, data: { before: null, after: draft } })
    return loadRole(tx, id)
  })
}

async function insertRole(tx: Tx, id: Role['id'], draft: RoleDraft): Promise<void> {
  await tx.db
    .insertInto('office.roles')
    .values({
      id,
      shop_id: tx.shopId,
      code: `own-${id.slice(-12)}`,
      name: draft.name,
      name_en: draft.nameEn,
      permissions: [...draft.permissions],
      needs_second_factor: draft.needsSecondFactor,
    })
    .execute()
}
