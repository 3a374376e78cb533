import type { SaleItem } from '#model/goods/catalog'

/** The goods of an order line as its row keeps them: what they were called and cost on the day. */
export const goodsRow = (item: SaleItem) => ({
  product_id: item.productId,
  variant_id: item.variantId,
  sku: item.sku,
  name: item.name.zh,
  name_en: item.name.en,
  specification: item.specification.zh,
  specification_en: item.specification.en,
  barcode: item.barcode,
  picture_id: item.pictureId,
  slug: item.slug,
  cost_minor: item.cost?.minor ?? null,
  weight_grams: item.weightGrams,
})

/** The part of what was agreed that tells of the goods. */
export const agreedGoods = ({ name, specification, sku, price, was, pictureId }: SaleItem) => ({
  name,
  specification,
  sku,
  price,
  was,
  pictureId,
})
