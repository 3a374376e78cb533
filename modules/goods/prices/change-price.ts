import { reindexProducts } from '#goods/search'
import type { Id } from '#kernel/id'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, historyOf } from '#platform/events'
import type { Price } from './model.ts'
import { noVariant, priceChangedMeanwhile } from './price.ts'
import { setPrices } from './price-store.ts'

export interface ChangePrice extends Price {
  readonly variantId: Id<'Variant'>
  /** The version the page showed: refused when somebody changed the price since. */
  readonly version?: number
}

/**
 * Changes the price of a variant at once, with before and after in the event log, and how search ranks and filters it.
 * @throws noVariant, priceInvalid, wasNotHigher, foreignCurrency, priceChangedMeanwhile
 */
export function changePrice(ctx: Context, { variantId, version, list, was, cost }: ChangePrice): Promise<void> {
  return transaction(ctx, async (tx) => {
    const productId = await productOf(tx, variantId)
    if (version !== undefined && (await lockVersion(tx, variantId)) !== version)
      throw priceChangedMeanwhile({ variantId })
    const changed = await setPrices(tx, new Map([[variantId, { list, was, cost }]]))
    if (changed.length > 0) await reindexProducts(tx, [productId])
  })
}

async function productOf(tx: Tx, variantId: Id<'Variant'>): Promise<Id<'Product'>> {
  const row = await tx.db
    .selectFrom('goods.variants')
    .select('product_id')
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', variantId)
    .executeTakeFirst()
  if (!row) throw noVariant({ variantId })
  return row.product_id as Id<'Product'>
}

async function lockVersion(tx: Tx, variantId: Id<'Variant'>): Promise<number> {
  const row = await tx.db
    .selectFrom('goods.prices')
    .select('version')
    .where('shop_id', '=', tx.shopId)
    .where('variant_id', '=', variantId)
    .forUpdate()
    .executeTakeFirst()
  return row?.version ?? 0
}

/** Every change of a variant's price, oldest first: who, when, before and after. */
export const priceHistory = (reader: Reader, variantId: Id<'Variant'>): Promise<EventRecord[]> =>
  historyOf(reader, variantId)
