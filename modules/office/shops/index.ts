export {
  allShopIds,
  defaultShop,
  knownShop,
  loadShop,
  type OpenShop,
  openShop,
  shopByCode,
  shopNotFound,
} from './shop.ts'
