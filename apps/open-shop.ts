import type { HireStaff } from '#office/accounts'
import { hire, readyToHire, type TemporaryPassword } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { loadShop, type OpenShop, onlyPlatform, openShop } from '#office/shops'
import type { Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'

export interface OpenShopFor extends Pick<OpenShop, 'code' | 'name' | 'nameEn' | 'mode'> {
  /** Who may do everything in it. */
  readonly owner: Omit<HireStaff, 'roles'>
}

/**
 * The platform's shop opens another, in its currency and time zone, with the usual roles and an owner, who gets a temporary password: all
 * of that or nothing. Not to be called with an idempotency key, under which the answer would be stored.
 *
 * @throws onlyPlatform in any other shop
 * @throws shopCodeTaken, userNameTaken, userNameInvalid, displayNameInvalid
 * @throws permissionNotHeld when whoever opens it may not do all that an owner may
 */
export async function openShopFor(
  ctx: Context,
  { owner, ...shop }: OpenShopFor,
): Promise<TemporaryPassword & { readonly id: ShopId }> {
  const { isDefault, currency, timeZone } = await loadShop(ctx)
  if (!isDefault) throw onlyPlatform({})
  const ready = await readyToHire({ ...owner, roles: ['owner'] })
  return transaction(ctx, async (tx) => {
    const id = await openShop(tx.db, tx.now, { ...shop, currency, timeZone })
    const inShop = { ...tx, shopId: id }
    await presetShopRoles(inShop)
    const { password, until } = await hire(inShop, ready)
    const data = { ...shop, owner: owner.userName }
    await publish(tx, { type: 'shop.opened', aggregate: 'shop', id, data })
    return { id, password, until }
  })
}
