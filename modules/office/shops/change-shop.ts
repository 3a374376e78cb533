import type { Context, ShopId } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { Shop } from './model.ts'
import { knownShop, loadShop, onlyPlatform, shopNotFound } from './shop.ts'

export interface ChangeShop {
  readonly shopId: ShopId
  readonly name: string
  readonly nameEn: string
  readonly introduction: string
  readonly introductionEn: string
  readonly mode: Shop['mode']
}

/**
 * Changes what people read of a shop, and as what it trades. A shop changes itself, and the platform's shop any; what it trades as is the
 * platform's to say. The same again changes nothing.
 *
 * @throws shopNotFound for another shop than the own, onlyPlatform when it trades as something else from now on
 */
export function changeShop(ctx: Context, { shopId, ...wanted }: ChangeShop): Promise<Shop> {
  return transaction(ctx, async (tx) => {
    const { isDefault: isPlatform } = await loadShop(tx)
    if (!isPlatform && shopId !== tx.shopId) throw shopNotFound({ shop: shopId })
    await tx.db.selectFrom('office.shops').select('id').where('id', '=', shopId).forUpdate().execute()
    const before = await loadShop({ db: tx.db, shopId })
    if (!isPlatform && before.mode !== wanted.mode) throw onlyPlatform({})
    knownShop.forget({ ...tx, shopId })
    const { name, nameEn: name_en, introduction, introductionEn: introduction_en, mode } = wanted
    await tx.db
      .updateTable('office.shops')
      .set({ name, name_en, introduction, introduction_en, mode })
      .where('id', '=', shopId)
      .execute()
    const after = await loadShop({ db: tx.db, shopId })
    if (JSON.stringify(before) !== JSON.stringify(after))
      await publish(tx, { type: 'shop.changed', aggregate: 'shop', id: shopId, data: { before, after } })
    return after
  })
}
