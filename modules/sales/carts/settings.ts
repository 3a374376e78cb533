import { countSetting, daysSetting, declareSettings } from '#platform/settings'

export const cartSettings = declareSettings('carts', {
  mostLines: countSetting(200, {
    zh: '购物车最多行数',
    en: 'Most lines in a cart',
    owner: 'operations',
    source: 'CHK-01',
  }),
  abandonedCartDays: daysSetting(30, {
    zh: '放弃的购物车保留天数',
    en: 'Days an abandoned cart is kept',
    owner: 'operations',
    source: 'CHK-01',
  }),
  guestCartDays: daysSetting(90, {
    zh: '游客购物车保留天数',
    en: 'Days a guest cart is kept',
    owner: 'operations',
    source: 'CHK-01',
  }),
})
