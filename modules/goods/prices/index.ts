export { type ChangePrice, changePrice, priceHistory } from './change-price.ts'
export { changePrices, type NewPrice } from './change-prices.ts'
export {
  checkPrice,
  foreignCurrency,
  noVariant,
  priceChangedMeanwhile,
  priceInvalid,
  samePrice,
  wasNotHigher,
} from './price.ts'
export { insertPrices, pricesOf, removePrices, setPrices } from './price-store.ts'
