import { texts } from '#kernel/text'

export const shopsText = texts({
  'shops.not_found': { zh: '没有这家店铺', en: 'There is no such shop' },
  'shops.only_platform': {
    zh: '只有平台自己的店铺可以开店和决定经营方式',
    en: 'Only the platform’s own shop opens shops and says how they trade',
  },
  'shops.mode.b2c': { zh: '企业零售', en: 'Company to shoppers' },
  'shops.mode.c2c': { zh: '个人卖家', en: 'Private seller' },
  'shops.mode.b2b': { zh: '批发', en: 'Company to company' },
  'shops.mode.o2o': { zh: '带门店', en: 'With physical stores' },
  'shops.code_taken': { zh: '店铺代码“{code}”已被使用', en: 'The shop code “{code}” is taken' },
})
