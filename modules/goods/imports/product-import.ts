import { catalogText } from '#model/goods/catalog'
import { pricesText } from '#model/goods/prices'
import { type ImportDialect, type ImportKind, importsText } from '#platform/imports'
import type { OnStock } from './land-products.ts'
import { inLayout, type Layout } from './layout.ts'
import { magento } from './magento.ts'
import { magentoSample } from './magento-sample.ts'
import { ownSheet } from './own-sheet.ts'
import { reverseProducts, type StockBack } from './reverse-products.ts'
import { shopify } from './shopify.ts'
import { taobao } from './taobao.ts'
import { productImportText } from './text.ts'
import { woocommerce } from './woocommerce.ts'
import { wordpress } from './wordpress.ts'

export interface ProductImportHooks {
  readonly onStock?: OnStock
  /** Takes back what `onStock` brought. */
  readonly stockBack?: StockBack
}

/** A house that keeps no stock has none to take back. */
const noStock: StockBack = { takeBack: async () => new Set(), everMoved: async () => new Set() }

/** A sheet of our own stays one, however its attributes are called: "Product type" is Magento's, too. */
const isOurs = (known: ReadonlySet<string>): boolean => known.has('product code') && known.has('option 1 name')

/**
 * Products out of our own sheet or another program's: the rows of one product land together or not at all. A product is known by its
 * source and the key it has there (in our own sheet by its address), a variant by its SKU code (made up where the file has none), so that
 * the same file again changes nothing. Quantities of new variants go to `onStock`.
 */
export const productImport = ({ onStock, stockBack = noStock }: ProductImportHooks = {}): ImportKind => {
  const dialect = (
    name: string,
    label: ImportDialect['label'],
    layout: Layout,
    recognises: ImportDialect['recognises'],
  ): ImportDialect => ({
    name,
    label,
    recognises: (known) => !isOurs(known) && recognises(known),
    ...inLayout(layout, onStock),
  })
  const all =
    (...heads: string[]): ImportDialect['recognises'] =>
    (known) =>
      heads.every((head) => known.has(head))
  return {
    kind: 'products',
    label: { zh: '商品', en: 'Products' },
    permission: 'products.import',
    dialects: [
      dialect(
        'wordpress',
        { zh: 'WordPress 导出（XML）', en: 'WordPress export (XML)' },
        wordpress,
        all('wp:post type', 'wp:post id'),
      ),
      dialect(
        'shopify',
        { zh: 'Shopify CSV', en: 'Shopify CSV' },
        shopify,
        (heads) => (heads.has('handle') || heads.has('url handle')) && heads.has('title'),
      ),
      dialect(
        'woocommerce',
        { zh: 'WooCommerce CSV', en: 'WooCommerce CSV' },
        woocommerce,
        (heads) => heads.has('sku') && (all('type', 'name', 'regular price')(heads) || all('类型', '名称')(heads)),
      ),
      dialect(
        'magento',
        { zh: 'Magento 2 CSV', en: 'Magento 2 CSV' },
        magento,
        all('sku', 'product type', 'name', 'price'),
      ),
      dialect(
        'magento-sample',
        { zh: 'Magento 简单商品 CSV', en: 'Magento simple products CSV' },
        magentoSample,
        all('category', 'name', 'sku', 'price', 'attribute set'),
      ),
      dialect(
        'taobao',
        { zh: '淘宝助理数据包', en: 'Taobao assistant package' },
        taobao,
        (heads) => all('title', 'cid', 'price')(heads) || all('宝贝名称', '宝贝价格')(heads),
      ),
    ],
    ...inLayout(ownSheet, onStock),
    reverse: reverseProducts(stockBack),
    texts: { ...catalogText, ...pricesText, ...importsText, ...productImportText },
  }
}
