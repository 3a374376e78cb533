import { saleItemsOfProducts } from '#goods/catalog'
import { pricesOf } from '#goods/prices'
import { decimalText, type Money } from '#kernel/money'
import type { ExportKind, ExportRow } from '#platform/exports'
import { priceColumns } from './price-import.ts'
import { listedProducts, productFilters } from './product-filter.ts'

/** The prices of the listed products, a variant a row, as `priceImport` reads them. Costs go to those who may see them. */
export const priceExport = (): ExportKind => ({
  kind: 'prices',
  label: { zh: '价格', en: 'Prices' },
  permission: 'products.read',
  columns: [
    ...priceColumns.map(({ field, label }) => ({ field, label, ...(field === 'cost' ? { needs: 'costs.read' } : {}) })),
    { field: 'name', label: { zh: '商品', en: 'Product' } },
    { field: 'specification', label: { zh: '规格', en: 'Specification' } },
  ],
  filters: productFilters,
  rows: async function* (reader, filter) {
    for await (const page of listedProducts(reader, filter)) {
      const items = await saleItemsOfProducts(
        reader,
        page.map(({ id }) => id),
      )
      const prices = await pricesOf(
        reader,
        items.map(({ variantId }) => variantId),
      )
      yield items.flatMap(({ variantId, sku, name, specification }): ExportRow[] => {
        const price = prices.get(variantId)
        if (!price) return []
        const { list, was, cost } = price
        const amounts = { list: amount(list), was: amount(was), cost: amount(cost) }
        return [{ sku, ...amounts, name: name[reader.locale], specification: specification[reader.locale] }]
      })
    }
  },
})

const amount = (money: Money | null): string | null => (money ? decimalText(money) : null)
