export { hasStock, pushSold, pushStock, type Sold } from './push-facts.ts'
export { reindexProducts } from './reindex-products.ts'
export { productsWithWords, searchProducts } from './search-products.ts'
export { showListed } from './show-listed.ts'
