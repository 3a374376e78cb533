import { lockProduct, saleItemsOf, saleItemsOfProducts } from '#goods/catalog'
import { pushStock } from '#goods/search'
import type { Product, ProductId, VariantId } from '#model/goods/catalog'
import { notify, settleNotices } from '#office/notices'
import type { Tx } from '#platform/context'
import { namesOf, takeStep } from './listing.ts'

/** Pieces that can still be sold of each variant, over all warehouses; asked of the caller, who keeps the stock. */
export type LeftOf = (tx: Tx, variantIds: readonly VariantId[]) => Promise<ReadonlyMap<VariantId, number>>

/**
 * Told by inventory when nothing is left of these variants. A product on sale none of whose variants has anything left is
 * delisted and those concerned are told (CAT-19). Safe to repeat.
 */
export async function stockRanOut(tx: Tx, variantIds: readonly VariantId[], leftOf: LeftOf): Promise<void> {
  const productIds = await productsWith(tx, variantIds)
  const siblings = await activeVariants(tx, productIds)
  const left = await leftOf(tx, [...siblings.values()].flat())
  const empty = productIds.filter((id) =>
    (siblings.get(id) ?? []).every((variantId) => (left.get(variantId) ?? 0) <= 0),
  )
  await pushStock(tx, new Map(empty.map((id) => [id, false])))
  for (const id of empty) await delistEmpty(tx, id)
}

/** Told by inventory when there is something again: the product is marked as in stock and may be relisted by hand. Safe to repeat. */
export async function stockCameBack(tx: Tx, variantIds: readonly VariantId[]): Promise<void> {
  const items = [...(await saleItemsOf(tx, variantIds)).values()]
  await pushStock(tx, new Map(items.map(({ productId }) => [productId, true])))
  const delisted = items.filter(({ status }) => status === 'delisted').map(({ productId }) => productId)
  for (const id of new Set(delisted.sort())) await offerRelisting(tx, id)
}

async function productsWith(tx: Tx, variantIds: readonly VariantId[]): Promise<ProductId[]> {
  const items = await saleItemsOf(tx, variantIds)
  return [...new Set([...items.values()].map((item) => item.productId))].sort()
}

async function activeVariants(tx: Tx, productIds: readonly ProductId[]): Promise<Map<ProductId, VariantId[]>> {
  const items = await saleItemsOfProducts(tx, productIds)
  const sold = items.filter((item) => item.status !== 'on_sale' || item.active)
  return new Map(
    [...Map.groupBy(sold, (item) => item.productId)].map(([id, list]) => [id, list.map((item) => item.variantId)]),
  )
}

async function delistEmpty(tx: Tx, id: ProductId): Promise<void> {
  const product = await lockProduct(tx, id)
  if (product.status !== 'on_sale' || product.kind === 'service') return
  await takeStep(tx, product, 'delist', { move: { delisted_because: 'out_of_stock' } })
  await tell(tx, product, 'out_of_stock')
}

async function offerRelisting(tx: Tx, id: ProductId): Promise<void> {
  const product = await lockProduct(tx, id)
  await settleNotices(tx, { subject: 'product', subjectId: id, kinds: ['listing.out_of_stock'] })
  if (product.status === 'delisted' && product.delistedBecause === 'out_of_stock') await tell(tx, product, 'stock_back')
}

const tell = (tx: Tx, product: Product, what: 'out_of_stock' | 'stock_back') =>
  notify(tx, {
    permission: 'products.list',
    kind: `listing.${what}`,
    subject: 'product',
    subjectId: product.id,
    data: { name: namesOf(product) },
    dedupeKey: `listing.${what}:${product.id}:${product.version}`,
  })
