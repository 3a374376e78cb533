import { texts } from '#kernel/text'

export const favouritesText = texts({
  'favourites.too_many': { zh: '最多收藏 {most} 件商品', en: 'You can keep at most {most} products' },
  'favourites.too_many_shops': { zh: '最多关注 {most} 家店铺', en: 'You can follow at most {most} shops' },
})
