import { newId } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkHeld, presetUnknown, type Role, type RoleDraft } from './role.ts'
import { presetOf } from './role-presets.ts'
import { checkDraft, loadRole } from './role-store.ts'

export interface NewRole extends RoleDraft {
  /** Code of the preset it began with, to be compared with later. */
  readonly preset?: string
}

/**
 * Makes a role of the shop's own, from nothing, from a preset or as a copy of another. Nobody gives a permission they do not hold.
 * @throws roleNameInvalid, roleNameTaken, permissionUnknown, permissionNotHeld, presetUnknown
 */
export function createRole(ctx: Context, { preset, ...wanted }: NewRole): Promise<Role> {
  return transaction(ctx, async (tx) => {
    const draft = await checkDraft(tx, wanted)
    checkHeld(tx.actor, draft.permissions, 'permissions')
    if (preset !== undefined && !presetOf(preset)) throw presetUnknown({ field: 'preset', preset })
    const id = newId<'Role'>()
    await insertRole(tx, id, draft, preset)
    await publish(tx, {
      type: 'role.created',
      aggregate: 'role',
      id,
      data: { before: null, after: { ...draft, preset } },
    })
    return loadRole(tx, id)
  })
}

async function insertRole(tx: Tx, id: Role['id'], draft: RoleDraft, preset?: string): Promise<void> {
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
      preset,
    })
    .execute()
}
