import { reindexProducts } from '#goods/search'
import type { Id } from '#kernel/id'
import type { Tx } from '#platform/context'
import { publishAll } from '#platform/events'
import type { Price } from './model.ts'
import { removePrices, setPrices } from './price-store.ts'

export interface NewPrice {
  readonly productId: Id<'Product'>
  readonly variantId: Id<'Variant'>
  readonly price: Price
}

/**
 * Changes many prices at once, each with before and after in the event log, and how search ranks and filters their products.
 * The same price again changes nothing.
 * @throws priceInvalid, wasNotHigher, foreignCurrency
 */
export async function changePrices(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  if (prices.length === 0) return
  const changed = new Set(await setPrices(tx, new Map(prices.map(({ variantId, price }) => [variantId, price]))))
  const products = prices.filter(({ variantId }) => changed.has(variantId)).map(({ productId }) => productId)
  if (products.length > 0) await reindexProducts(tx, [...new Set(products)])
}

/** Takes prices away, each with what it was in the event log: the variants have none then and cannot be sold. */
export async function takePricesAway(tx: Tx, prices: readonly NewPrice[]): Promise<void> {
  if (prices.length === 0) return
  await removePrices(
    tx,
    prices.map(({ variantId }) => variantId),
  )
  await publishAll(
    tx,
    prices.map(({ variantId, price }) => ({
      type: 'price.removed',
      aggregate: 'variant',
      id: variantId,
      data: { before: price },
    })),
  )
  await reindexProducts(tx, [...new Set(prices.map(({ productId }) => productId))])
}
