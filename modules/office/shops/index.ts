export { type ChangeShop, changeShop } from './change-shop.ts'
export { findShops, type ShopRow } from './find-shops.ts'
export { publicShops } from './public-shops.ts'
export {
  allShopIds,
  defaultShop,
  knownShop,
  loadShop,
  type OpenShop,
  onlyPlatform,
  openShop,
  shopByCode,
  shopNotFound,
} from './shop.ts'
