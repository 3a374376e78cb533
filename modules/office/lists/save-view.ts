import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Actor, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type SavedView, type ViewFilters, type ViewId, viewLimits } from './model.ts'
import { toView, viewNameInvalid, viewNameTaken, viewNotFound, viewNotYours, viewsTooMany } from './view.ts'

export interface SaveView {
  readonly list: string
  readonly name: string
  readonly filters: ViewFilters
  readonly isShared: boolean
}

/** Keeps a cut of a list under a name of the actor's. @throws viewNameInvalid, viewNameTaken, viewsTooMany */
export function saveView(ctx: Context, { list, filters, isShared, ...view }: SaveView): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const name = nameOf(view)
    await mustHaveRoom(tx, list)
    const row = await tx.db
      .insertInto('office.saved_views')
      .values({
        id: newId(),
        shop_id: tx.shopId,
        list,
        owner_id: tx.actor.id!,
        owner_name: tx.actor.name,
        name,
        filters: JSON.stringify(filters),
        is_shared: isShared,
        created_at: tx.now,
      })
      .onConflict((conflict) => conflict.constraint('saved_views_named_once').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw viewNameTaken({ field: 'name', name })
    return toView(row, tx.actor.id!)
  })
}

export interface ChangeView extends Omit<SaveView, 'list'> {
  readonly viewId: ViewId
}

/** Another name, other filters, or shared otherwise. @throws viewNotFound, viewNotYours, viewNameInvalid, viewNameTaken */
export function changeView(ctx: Context, { viewId, filters, isShared, ...view }: ChangeView): Promise<SavedView> {
  return transaction(ctx, async (tx) => {
    const name = nameOf(view)
    const mine = await lockOwnViews(tx)
    const found = mine.find(({ id }) => id === viewId)
    if (!found) throw viewNotYours({ viewId, owner: (await lockView(tx, viewId)).owner_name })
    const isTaken = mine.some((other) => other.id !== viewId && other.list === found.list && other.name === name)
    if (isTaken) throw viewNameTaken({ field: 'name', name })
    const row = await tx.db
      .updateTable('office.saved_views')
      .set({ name, filters: JSON.stringify(filters), is_shared: isShared })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', viewId)
      .returningAll()
      .executeTakeFirstOrThrow()
    return toView(row, tx.actor.id!)
  })
}

/** Takes a view away: one's own, or a shared one by whoever manages staff. @throws viewNotFound, viewNotYours */
export function removeView(ctx: Context, viewId: ViewId): Promise<void> {
  return transaction(ctx, async (tx) => {
    const found = await lockView(tx, viewId)
    if (!mayRemove(tx.actor, found.owner_id)) throw viewNotYours({ viewId, owner: found.owner_name })
    await tx.db.deleteFrom('office.saved_views').where('shop_id', '=', tx.shopId).where('id', '=', viewId).execute()
  })
}

const mayRemove = (actor: Actor, ownerId: string): boolean =>
  actor.id === ownerId || actor.permissions.has('staff.manage')

function nameOf({ name }: { readonly name: string }): string {
  const said = name.trim()
  if (!said || said.length > viewLimits.name) throw viewNameInvalid({ field: 'name' })
  return said
}

/** A private view of somebody else does not exist. */
async function lockView(tx: Tx, viewId: ViewId) {
  const row = await tx.db
    .selectFrom('office.saved_views')
    .selectAll()
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', viewId)
    .where(sql<boolean>`(is_shared or owner_id = ${tx.actor.id}::uuid)`)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw viewNotFound({ viewId })
  return row
}

/** All views of the actor, so that two of them cannot take the same name in the same moment. */
function lockOwnViews(tx: Tx) {
  return tx.db
    .selectFrom('office.saved_views')
    .select(['id', 'list', 'name'])
    .where('shop_id', '=', tx.shopId)
    .where('owner_id', '=', tx.actor.id!)
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function mustHaveRoom(tx: Tx, list: string): Promise<void> {
  const { count } = await tx.db
    .selectFrom('office.saved_views')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('shop_id', '=', tx.shopId)
    .where('list', '=', list)
    .where('owner_id', '=', tx.actor.id!)
    .executeTakeFirstOrThrow()
  if (count >= viewLimits.perPerson) throw viewsTooMany({ most: viewLimits.perPerson })
}
