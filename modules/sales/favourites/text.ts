import { texts } from '#kernel/text'

export const favouritesText = texts({
  'favourites.too_many': { zh: '最多收藏 {most} 件商品', en: 'You can keep at most {most} products' },
  'favourites.too_many_shops': { zh: '最多关注 {most} 家店铺', en: 'You can follow at most {most} shops' },
  'favourites.too_many_waits': {
    zh: '最多同时等 {most} 种规格到货',
    en: 'You can wait for at most {most} variants at a time',
  },
  'favourites.still_there': { zh: '这款现在有货，可以直接购买', en: 'This is in stock and can be bought now' },
  'favourites.message.back': {
    zh: '【{shop}】您等的“{name}”到货了，数量以页面为准，先到先得。',
    en: '[{shop}] {name}, which you waited for, is back in stock. First come, first served.',
  },
})
