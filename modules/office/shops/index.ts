export { allShopIds, defaultShop, loadShop, type OpenShop, openShop, shopByCode, shopNotFound } from './shop.ts'
