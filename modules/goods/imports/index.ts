export { type ImportProductFile, importProductFile, type ProductFileResult } from './import-product-file.ts'
export type { FirstStock, OnStock } from './land-products.ts'
export { productImport } from './product-import.ts'
