import { saleItemsOfProducts } from '#goods/catalog'
import { sameMoney } from '#kernel/money'
import type { SaleItem } from '#model/goods/catalog'
import type { OrderLine } from '#model/sales/orders'
import type { Reader } from '#platform/context'
import { availabilityOf } from '#supply/inventory'

export interface Exchangeable {
  readonly item: SaleItem
  /** Pieces that nobody else holds. */
  readonly available: number
}

/**
 * What each line can be exchanged for: the same variant, and others of its product that cost now what it costs now, or what the buyer paid
 * for a piece, so that no money moves. The same variant comes first; what is sold out is named with none available.
 */
export async function replacementsFor(
  reader: Reader,
  lines: readonly OrderLine[],
): Promise<Map<OrderLine['id'], Exchangeable[]>> {
  const carried = lines.filter((line) => line.requiresShipping)
  const items = await saleItemsOfProducts(reader, [...new Set(carried.map(({ productId }) => productId))])
  const available = await availabilityOf(
    reader,
    items.map(({ variantId }) => variantId),
  )
  const offered = (line: OrderLine) =>
    items
      .filter((item) => fits(line, item, items))
      .toSorted((a, b) => Number(b.variantId === line.variantId) - Number(a.variantId === line.variantId))
      .map((item) => ({ item, available: available.get(item.variantId) ?? 0 }))
  return new Map(carried.map((line) => [line.id, offered(line)]))
}

function fits(line: OrderLine, item: SaleItem, items: readonly SaleItem[]): boolean {
  if (item.variantId === line.variantId) return true
  if (item.productId !== line.productId || !item.active || !item.requiresShipping) return false
  const own = items.find(({ variantId }) => variantId === line.variantId)
  return sameMoney(item.price, line.unitPrice) || (own !== undefined && sameMoney(item.price, own.price))
}
