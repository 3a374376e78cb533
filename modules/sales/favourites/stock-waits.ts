import { saleItemsOf } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import { knownShop } from '#office/shops'
import type { Actor, Reader, ShopId } from '#platform/context'
import { readSettings } from '#platform/settings'
import { waitsUntil } from './end-waits.ts'
import { shopperOf } from './favourite.ts'
import type { StockWait } from './model.ts'
import { favouritesSettings } from './settings.ts'

type ActingReader = Reader & { readonly actor: Actor }

/** For which of these variants the actor waits. Nobody but a shopper waits for any, without asking. One statement. */
export async function waitsAmong(
  { db, shopId, actor }: ActingReader,
  variantIds: readonly VariantId[],
): Promise<Set<VariantId>> {
  if (actor.kind !== 'shopper' || !actor.id || variantIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('sales.stock_waits')
    .select('variant_id')
    .where('shop_id', '=', shopId)
    .where('customer_id', '=', actor.id)
    .where('variant_id', 'in', [...variantIds])
    .execute()
  return new Set(rows.map(({ variant_id }) => variant_id as VariantId))
}

/** What the actor waits for in all shops, the latest first; as much as may be waited for. @throws signInNeeded */
export async function ownStockWaits(reader: ActingReader): Promise<StockWait[]> {
  const rows = await reader.db
    .selectFrom('sales.stock_waits')
    .select(['shop_id', 'variant_id', 'asked_at'])
    .where('customer_id', '=', shopperOf(reader.actor))
    .orderBy('asked_at', 'desc')
    .orderBy('variant_id', 'desc')
    .execute()
  const found = new Map<string, StockWait>()
  for (const [shopId, waits] of Map.groupBy(rows, (row) => row.shop_id)) {
    const there = { ...reader, shopId: shopId as ShopId }
    const shop = await knownShop(there)
    const { waitDays } = await readSettings(there, favouritesSettings)
    const ids = waits.map((row) => row.variant_id as VariantId)
    const items = await saleItemsOf(there, ids)
    for (const { variant_id, asked_at } of waits) {
      const item = items.get(variant_id as VariantId)
      if (!item) continue
      const { variantId, slug, name, specification, pictureId } = item
      const time = { askedAt: asked_at, until: waitsUntil(asked_at, waitDays) }
      found.set(variant_id, { variantId, shop, slug, name, specification, pictureId, ...time })
    }
  }
  return rows.flatMap((row) => found.get(row.variant_id) ?? [])
}
