import { sql } from 'kysely'
import type { AccountId, Actor, Context, Reader, ShopId } from '#platform/context'
import { isOfWarehouses } from './permissions.ts'
import { holds, holdsMore } from './role.ts'

/** What somebody may do in a shop. */
export interface Rights {
  readonly permissions: ReadonlySet<string>
  /** The warehouses to which a permission is limited; one that is not named holds in all of them. */
  readonly within: Readonly<Record<string, readonly string[]>>
}

const none: Rights = { permissions: new Set(), within: {} }

/**
 * What an account may do in a shop: the union of its roles there; nothing when it works elsewhere. A permission is limited to warehouses when every
 * role that gives it was given for chosen ones.
 */
export const rightsOf = async (reader: Pick<Reader, 'db' | 'shopId'>, accountId: AccountId): Promise<Rights> =>
  (await rightsByShop(reader, accountId)).get(reader.shopId) ?? none

/** The permissions alone. */
export const permissionsOf = async (
  reader: Pick<Reader, 'db' | 'shopId'>,
  accountId: AccountId,
): Promise<ReadonlySet<string>> => (await rightsOf(reader, accountId)).permissions

interface Held {
  readonly shop_id: string
  readonly permissions: readonly string[]
  readonly warehouses: readonly string[] | null
}

async function rightsByShop({ db }: Pick<Reader, 'db'>, accountId: AccountId): Promise<Map<ShopId, Rights>> {
  const { rows } = await sql<Held>`
    select s.shop_id, s.warehouses, r.permissions
    from office.staff_roles s join office.roles r on r.id = s.role_id where s.account_id = ${accountId}`.execute(db)
  const byShop = Map.groupBy(rows, (row) => row.shop_id as ShopId)
  return new Map([...byShop].map(([shopId, held]) => [shopId, together(held)]))
}

function together(held: readonly Held[]): Rights {
  const permissions = new Set(held.flatMap((role) => role.permissions))
  const within: Record<string, readonly string[]> = {}
  for (const permission of [...permissions].filter(isOfWarehouses)) {
    const giving = held.filter((role) => role.permissions.includes(permission))
    if (giving.every(({ warehouses }) => warehouses))
      within[permission] = [...new Set(giving.flatMap(({ warehouses }) => warehouses ?? []))]
  }
  return { permissions, within }
}

/**
 * Whoever sees to somebody else's account gets at what that account may do, so nobody sees to one that may do more, in any shop or warehouse. The
 * house itself may. @throws holdsMore
 */
export async function refuseManagingMore(
  ctx: Pick<Context, 'db' | 'shopId' | 'actor'>,
  accountId: AccountId,
): Promise<void> {
  const { actor } = ctx
  if (actor.kind === 'system') return
  const elsewhere = actor.id ? await rightsByShop(ctx, actor.id) : new Map<ShopId, Rights>()
  const own = new Map<ShopId, Pick<Actor, 'permissions' | 'within'>>([...elsewhere, [ctx.shopId, actor]])
  for (const [shopId, theirs] of await rightsByShop(ctx, accountId))
    for (const permission of theirs.permissions)
      if (!holds(own.get(shopId), permission, theirs.within[permission])) throw holdsMore({ permission })
}
