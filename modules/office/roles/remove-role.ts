import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { type RoleId, roleInUse, rolePreset } from './role.ts'
import { lockRole } from './role-store.ts'

/** Takes away a role of the shop's own that nobody holds. @throws roleNotFound, rolePreset, roleInUse */
export function removeRole(ctx: Context, roleId: RoleId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { code, name, permissions, isPreset, members } = await lockRole(tx, roleId)
    if (isPreset) throw rolePreset({})
    if (members > 0) throw roleInUse({ members })
    await tx.db.deleteFrom('office.roles').where('shop_id', '=', tx.shopId).where('id', '=', roleId).execute()
    const data = { role: code, before: { name: name.zh, permissions }, after: null }
    await publish(tx, { type: 'role.removed', aggregate: 'role', id: roleId, data })
  })
}
