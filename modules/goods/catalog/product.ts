import { refusal } from '#kernel/refusal'
import type { ProductId, ProductStatus } from './model.ts'

export const productNotFound = refusal(
  'not_found',
  'catalog.product_not_found',
  (d: { product: string }) => `there is no product ${d.product}`,
)
export const slugTaken = refusal(
  'conflict',
  'catalog.slug_taken',
  (d: { field: string; slug: string }) => `another product is at ${d.slug}`,
)
export const skuTaken = refusal(
  'conflict',
  'catalog.sku_taken',
  (d: { field: string; sku: string }) => `another variant is called ${d.sku}`,
)
export const barcodeTaken = refusal(
  'conflict',
  'catalog.barcode_taken',
  (d: { field: string; barcode: string }) => `another variant has the barcode ${d.barcode}`,
)
export const productChangedMeanwhile = refusal(
  'conflict',
  'catalog.changed_meanwhile',
  (d: { productId: ProductId }) => `${d.productId} has another version`,
)
export const pricesNotYours = refusal(
  'forbidden',
  'catalog.prices_not_yours',
  (d: { field: string; permission: string }) => `changing a price needs ${d.permission}`,
)
export const notFitForSale = refusal(
  'conflict',
  'catalog.not_fit_for_sale',
  (d: { productId: ProductId; field: string; findings: readonly object[] }) =>
    `${d.productId} would not pass the data check`,
)
export const productCannot = refusal(
  'conflict',
  'catalog.cannot',
  (d: { productId: ProductId; step: string; status: ProductStatus }) => `${d.productId} is ${d.status}: no ${d.step}`,
)

export const nameMissing = refusal(
  'invalid',
  'catalog.name_missing',
  (_: { field: string }) => 'a product needs a name in one language at least',
)
export const textTooLong = refusal(
  'invalid',
  'catalog.text_too_long',
  (d: { field: string; most: number }) => `${d.field} is longer than ${d.most}`,
)
export const tooMany = refusal(
  'invalid',
  'catalog.too_many',
  (d: { field: string; most: number }) => `${d.field} has more than ${d.most} entries`,
)
export const skuInvalid = refusal(
  'invalid',
  'catalog.sku_invalid',
  (d: { field: string; sku: string }) => `"${d.sku}" is no code`,
)
export const skuTwice = refusal(
  'invalid',
  'catalog.sku_twice',
  (d: { field: string; sku: string }) => `${d.sku} stands twice in the product`,
)
export const barcodeInvalid = refusal(
  'invalid',
  'catalog.barcode_invalid',
  (d: { field: string; barcode: string }) => `${d.barcode} is no barcode`,
)
export const barcodeTwice = refusal(
  'invalid',
  'catalog.barcode_twice',
  (d: { field: string; barcode: string }) => `${d.barcode} stands twice in the product`,
)
export const optionsMismatch = refusal(
  'invalid',
  'catalog.options_mismatch',
  (d: { field: string; options: number; values: number }) => `${d.values} values for ${d.options} options`,
)
export const variantTwice = refusal(
  'invalid',
  'catalog.variant_twice',
  (d: { field: string; values: string }) => `two variants are ${d.values}`,
)
export const weightInvalid = refusal(
  'invalid',
  'catalog.weight_invalid',
  (d: { field: string; most: number }) => `${d.field} is no weight in grams`,
)
export const attributeUnknown = refusal(
  'invalid',
  'catalog.attribute_unknown',
  (d: { field: string; attribute: string }) => `the category knows no ${d.attribute}`,
)
export const attributeInvalid = refusal(
  'invalid',
  'catalog.attribute_invalid',
  (d: { field: string; attribute: string; value: string }) => `${d.value} is no ${d.attribute}`,
)
export const daysInvalid = refusal(
  'invalid',
  'catalog.days_invalid',
  (d: { field: string }) => `${d.field} is no whole number above zero`,
)
