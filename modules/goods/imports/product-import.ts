import { catalogText } from '#model/goods/catalog'
import { pricesText } from '#model/goods/prices'
import type { ImportKind, SheetRow } from '#platform/imports'
import { productColumns } from './columns.ts'
import { landProducts, type OnStock } from './land-products.ts'
import type { ProductImportOptions } from './model.ts'
import { readProduct } from './read-product.ts'
import { productImportText } from './text.ts'

/**
 * Products out of a Shopify product CSV: one handle is one product over several rows, which land together or not at all.
 * A product is known by its handle, a variant by its SKU code (made up from handle and options where the file has none),
 * so that the same file again changes nothing. Quantities of new variants go to `onStock`.
 */
export const productImport = ({ onStock }: { onStock?: OnStock } = {}): ImportKind => ({
  kind: 'products',
  label: { zh: '商品（Shopify CSV）', en: 'Products (Shopify CSV)' },
  columns: productColumns,
  keyOf: ({ values }: SheetRow) => (values.handle ?? '').toLowerCase(),
  prepare: (groups, options) => {
    const { currency = 'CNY' } = options as ProductImportOptions
    return landProducts(
      groups.map((rows) => readProduct(rows, currency)),
      onStock,
    )
  },
  texts: { ...catalogText, ...pricesText, ...productImportText },
})
