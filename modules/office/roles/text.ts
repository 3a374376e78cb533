import { texts } from '#kernel/text'

export const rolesText = texts({
  'roles.unknown': { zh: '没有“{role}”这个角色', en: 'There is no role “{role}”' },
  'roles.changes_own': {
    zh: '不能更改自己的角色，请由其他店主操作',
    en: 'You cannot change your own roles; ask another owner',
  },
  'roles.owner': { zh: '店主', en: 'Owner' },
  'roles.ops': { zh: '运营', en: 'Operations' },
  'roles.goods': { zh: '商品', en: 'Goods' },
  'roles.service': { zh: '客服', en: 'Customer service' },
  'roles.warehouse': { zh: '仓库', en: 'Warehouse' },
  'roles.finance': { zh: '财务', en: 'Finance' },
})
