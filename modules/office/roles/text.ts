import { texts } from '#kernel/text'

export const rolesText = texts({
  'roles.unknown': { zh: '没有“{role}”这个角色', en: 'There is no role “{role}”' },
  'roles.changes_own': {
    zh: '不能更改自己的角色，请由其他店主操作',
    en: 'You cannot change your own roles; ask another owner',
  },
  'roles.not_found': { zh: '没有这个角色', en: 'There is no such role' },
  'roles.name_invalid': { zh: '角色名称为 1 到 40 个字', en: 'A role has a name of 1 to 40 characters' },
  'roles.name_taken': { zh: '已有名为“{name}”的角色', en: 'There is a role called “{name}” already' },
  'roles.permission_unknown': { zh: '没有“{permission}”这项权限', en: 'There is no permission {permission}' },
  'roles.permission_not_held': {
    zh: '您自己没有“{permission}”这项权限，不能授予他人',
    en: 'You do not hold {permission} yourself, so you cannot give it to others',
  },
  'roles.owner_is_fixed': {
    zh: '店主拥有全部权限，不能减少，以免店铺无人能管理',
    en: 'The owner may do everything; taking something away could lock the shop',
  },
  'roles.in_use': {
    zh: '还有 {members} 人担任这个角色，请先给他们换角色',
    en: '{members} people hold this role; give them another one first',
  },
  'roles.preset_unknown': { zh: '没有“{preset}”这个岗位预设', en: 'There is no preset {preset}' },
  'roles.preset': {
    zh: '这是每家店自带的角色，可以修改，不能删除',
    en: 'Every shop begins with this role: change it, but it stays',
  },
  'roles.last_owner': {
    zh: '这是最后一位店主。请先让另一位在职员工担任店主',
    en: 'This is the last owner. Make another active member an owner first',
  },
  'roles.holds_more': {
    zh: '对方拥有您没有的权限“{permission}”，请由权限更全的同事操作',
    en: 'They hold {permission}, which you do not; somebody who holds it has to do this',
  },
  'roles.owner': { zh: '店主', en: 'Owner' },
  'roles.ops': { zh: '运营', en: 'Operations' },
  'roles.goods': { zh: '商品', en: 'Goods' },
  'roles.service': { zh: '客服', en: 'Customer service' },
  'roles.warehouse': { zh: '仓库', en: 'Warehouse' },
  'roles.finance': { zh: '财务', en: 'Finance' },
})
