import { texts } from '#kernel/text'

export const pricesText = texts({
  'prices.invalid': { zh: '价格须为 0 至 1000 万之间的金额', en: 'A price must be an amount from 0 to 10 million' },
  'prices.was_not_higher': { zh: '划线价须高于售价', en: 'The former price must be higher than the price' },
  'prices.foreign_currency': { zh: '一个规格只能用一种货币定价', en: 'A variant has prices in one currency' },
  'prices.changed_meanwhile': {
    zh: '价格已被他人修改，请刷新后再改',
    en: 'Somebody else changed the price meanwhile. Reload it first',
  },
  'prices.no_variant': { zh: '没有这个规格', en: 'There is no such variant' },
})
