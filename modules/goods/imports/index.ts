export { type ImportProductFile, importProductFile, type ProductFileResult } from './import-product-file.ts'
export type { FirstStock, OnStock } from './land-products.ts'
<<<<<<< HEAD
export { priceExport } from './price-export.ts'
export { priceImport, priceImportText } from './price-import.ts'
export { productImport } from './product-import.ts'
=======
export { type ProductImportHooks, productImport } from './product-import.ts'
export type { StockBack } from './reverse-products.ts'
>>>>>>> c915bab (Take an import back: delete or delist what it made, put back what it changed, take out stock it received, and name whatever has moved on since)
