import { texts } from '#kernel/text'

export const shopsText = texts({
  'shops.not_found': { zh: '没有这家店铺', en: 'There is no such shop' },
  'shops.code_taken': { zh: '店铺代码“{code}”已被使用', en: 'The shop code “{code}” is taken' },
})
