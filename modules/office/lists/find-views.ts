import { sql } from 'kysely'
import type { Actor, Reader } from '#platform/context'
import type { SavedView } from './model.ts'
import { toView } from './view.ts'

/** The cuts of a list that the actor sees: their own and those shared with the shop, the oldest first. */
export async function findViews(reader: Reader & { readonly actor: Actor }, list: string): Promise<SavedView[]> {
  const rows = await reader.db
    .selectFrom('office.saved_views')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('list', '=', list)
    .where(sql<boolean>`(is_shared or owner_id = ${reader.actor.id}::uuid)`)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => toView(row, reader.actor.id!))
}
