export { isBarcode } from './barcode.ts'
export { brandNotFound, brandsOf, ensureBrands, findBrands, makeBrands } from './brands.ts'
export { browse, type Choice, type Filters, type Listing } from './browse.ts'
export {
  allCategories,
  attributesByCode,
  attributesOf,
  categoryBySlug,
  categoryNotFound,
  categoryPath,
  categorySlugTaken,
  categoryTree,
  changeCategory,
  createCategory,
  insertCategory,
  type NewCategory,
} from './categories.ts'
export {
  applyChange,
  changeProduct,
  type ProductChange,
  planChange,
  type WishedChange,
} from './change-product.ts'
export { cleanProduct, safeHtml } from './clean-product.ts'
export { differences, fingerprintOf, partsChangedSince } from './compare-product.ts'
export { findingsOf } from './completeness.ts'
export { countListed, countNeverListed, countProducts, mostCounted } from './count-products.ts'
export { createProduct, insertNewProducts } from './create-product.ts'
export { deleteProducts, productInUse } from './delete-products.ts'
export {
  detailPartsOf,
  judgeParts,
  partFindings,
  partsWanted,
  partsWantedOf,
  wantParts,
  writeDetailParts,
} from './detail-parts.ts'
export { type CleanProduct, draftOf, type ProductDraft, type TextDraft, type VariantDraft } from './draft.ts'
export { brandIdsOf, type Holders, holdersOf, productsBySource } from './find-known.ts'
export {
  type CreatedBetween,
  categoriesListed,
  type FindProducts,
  findProducts,
  type ProductRow,
} from './find-products.ts'
export { finishedListJson, finishProducts, type PlainList } from './finished-pages.ts'
export {
  addressNow,
  categoryAddressNow,
  type FormerAddress,
  formerAddressesOf,
  formerCategoryAddressesOf,
} from './former-addresses.ts'
export { judgePictures } from './judge-pictures.ts'
export { type ListedPage, listedByShop, listedCategories, listedProducts } from './listed-pages.ts'
export { type PlaceOfProduct, placesOfProducts } from './places-of-products.ts'
export {
  attributeInvalid,
  attributeUnknown,
  barcodeInvalid,
  barcodeTaken,
  barcodeTwice,
  daysInvalid,
  nameMissing,
  notFitForSale,
  optionsMismatch,
  pricesNotYours,
  productCannot,
  productChangedMeanwhile,
  productNotFound,
  skuInvalid,
  skuTaken,
  skuTwice,
  slugTaken,
  textTooLong,
  tooMany,
  variantTwice,
  weightInvalid,
} from './product.ts'
export { cardJson, filledPage, pageJson, soldVariants } from './product-json.ts'
export { type ProductPage, pageOf, productBySlug, productCardsOf, productsBySlug } from './product-page.ts'
export { loadWhole as productsOf } from './product-rows.ts'
export {
  asNew,
  type ListingMove,
  loadProduct,
  lockProduct,
  lockProducts,
  moveListing,
  moveListings,
  type NewProduct,
} from './product-store.ts'
export { offeredBeside, offeredBesideEach, relate, relatedOf, relatedToItself } from './related.ts'
export { saleItemByCode, saleItemsBySku, saleItemsOf, saleItemsOfProducts } from './sale-items.ts'
export { screenProduct } from './screen-product.ts'
export { isSlug, slugInvalid, slugOf } from './slug.ts'
export { tagsInUse } from './tags-in-use.ts'
export { warrantiesOf } from './warranties.ts'
export { type PlannedChange, writeChanges } from './write-changes.ts'

/** This room listens to nobody: others call its doors. */
export const catalogListeners: readonly [] = []
export {
  brandUse,
  categoryUse,
  type Leaving,
  type MadeCategory,
  placeInUse,
  removeBrand,
  removeCategory,
} from './remove-places.ts'
