import type { Actor, Context, Reader } from '#platform/context'
import { transaction } from '#platform/database'
import type { Layout } from './model.ts'

/** How the actor has laid a list out; undefined as long as they have not. */
export async function layoutOf(reader: Reader & { readonly actor: Actor }, list: string): Promise<Layout | undefined> {
  const row = await reader.db
    .selectFrom('office.list_layouts')
    .select('layout')
    .where('shop_id', '=', reader.shopId)
    .where('account_id', '=', reader.actor.id!)
    .where('list', '=', list)
    .executeTakeFirst()
  return row?.layout as Layout | undefined
}

/** Keeps how the actor lays a list out; the last word counts. */
export function keepLayout(
  ctx: Context,
  { list, layout }: { readonly list: string; readonly layout: Layout },
): Promise<Layout> {
  return transaction(ctx, async (tx) => {
    const kept = JSON.stringify(layout)
    await tx.db
      .insertInto('office.list_layouts')
      .values({ shop_id: tx.shopId, account_id: tx.actor.id!, list, layout: kept })
      .onConflict((conflict) => conflict.columns(['shop_id', 'account_id', 'list']).doUpdateSet({ layout: kept }))
      .execute()
    return layout
  })
}
