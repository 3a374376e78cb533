export { allShopIds, defaultShop, loadShop, openShop, type OpenShop, shopByCode, shopNotFound } from './shop.ts'
