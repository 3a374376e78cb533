import { texts } from '#kernel/text'

export const headsText = texts({
  'heads.category': {
    zh: '{shop}的{name}：全部商品、价格与库存',
    en: '{name} at {shop}: every product with its price and whether it is in stock',
  },
  'heads.too_long': { zh: '最多 {most} 个字', en: 'At most {most} characters' },
})
