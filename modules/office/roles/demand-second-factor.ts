import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { roleUnknown } from './role.ts'

/**
 * Says whether members of a role must sign in with a second factor. Who has none sets one up before anything else, also in a
 * session that is open already. @throws roleUnknown
 */
export function demandSecondFactor(
  ctx: Context,
  { role, demanded }: { readonly role: string; readonly demanded: boolean },
): Promise<void> {
  return transaction(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('office.roles')
      .select(['id', 'needs_second_factor'])
      .where('shop_id', '=', tx.shopId)
      .where('code', '=', role)
      .forUpdate()
      .executeTakeFirst()
    if (!row) throw roleUnknown({ field: 'roles', role })
    if (row.needs_second_factor === demanded) return
    await tx.db
      .updateTable('office.roles')
      .set({ needs_second_factor: demanded })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', row.id)
      .execute()
    const data = { role, before: { secondFactor: !demanded }, after: { secondFactor: demanded } }
    await publish(tx, { type: 'role.second_factor_demanded', aggregate: 'role', id: row.id, data })
  })
}
