import { newId } from '#kernel/id'
import { createStaff } from '#office/accounts'
import { presetShopRoles } from '#office/roles'
import { defaultShop, openShop } from '#office/shops'
import { transaction } from '#platform/database'
import type { House } from '../house.ts'

export interface OpenFirstShop {
  readonly code: string
  readonly name: string
  readonly nameEn: string
  readonly owner: string
  readonly password: string
}

/**
 * Opens a shop with its roles and somebody who may do everything in it: all of that or nothing. The first shop of the house
 * is the one at `/`.
 * @throws shopCodeTaken, userNameTaken, userNameInvalid, passwordWeak
 */
export async function openShopWithOwner({ db, systemContext }: House, wish: OpenFirstShop): Promise<void> {
  const { code, name, nameEn, owner, password } = wish
  const isDefault = (await defaultShop(db)) === undefined
  await transaction(systemContext(newId<'Shop'>(), 'zhanggui open-shop'), async (tx) => {
    const shopId = await openShop(tx.db, tx.now, { code, name, nameEn, isDefault })
    const inShop = { ...tx, shopId }
    await presetShopRoles(inShop)
    await createStaff(inShop, { userName: owner, displayName: owner, password, roles: ['owner'] })
  })
}
