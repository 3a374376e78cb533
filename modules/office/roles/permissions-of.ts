import { sql } from 'kysely'
import type { AccountId, Context, Reader, ShopId } from '#platform/context'
import { holdsMore } from './role.ts'

/** What an account may do in a shop: the union of its roles there; nothing when it works elsewhere. */
export async function permissionsOf(
  reader: Pick<Reader, 'db' | 'shopId'>,
  accountId: AccountId,
): Promise<ReadonlySet<string>> {
  return (await permissionsByShop(reader, accountId)).get(reader.shopId) ?? new Set()
}

async function permissionsByShop({ db }: Pick<Reader, 'db'>, accountId: AccountId) {
  const { rows } = await sql<{ shop_id: string; permissions: string[] }>`
    select s.shop_id, array_agg(distinct permission) as permissions
    from office.staff_roles s join office.roles r on r.id = s.role_id, unnest(r.permissions) permission
    where s.account_id = ${accountId} group by s.shop_id`.execute(db)
  return new Map(rows.map((row) => [row.shop_id as ShopId, new Set(row.permissions)]))
}

/**
 * Whoever sees to somebody else's account gets at what that account may do, so nobody sees to one that may do more, in any shop. The house
 * itself may. @throws holdsMore
 */
export async function refuseManagingMore(
  ctx: Pick<Context, 'db' | 'shopId' | 'actor'>,
  accountId: AccountId,
): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'system') return
  const elsewhere = actor.id ? await permissionsByShop(ctx, actor.id) : new Map<ShopId, Set<string>>()
  const own = new Map<ShopId, ReadonlySet<string>>([...elsewhere, [ctx.shopId, actor.permissions]])
  for (const [shopId, theirs] of await permissionsByShop(ctx, accountId))
    for (const permission of theirs) if (!own.get(shopId)?.has(permission)) throw holdsMore({ permission })
}
