import { texts } from '#kernel/text'

export const staffText = texts({
  title: { zh: '员工', en: 'Staff' },
  about: {
    zh: '谁在店里工作、担任什么角色；角色决定能看和能做的事',
    en: 'Who works in the shop and in which roles. Roles decide what may be seen and done',
  },
  add: { zh: '添加员工', en: 'Add a member' },
  'add.hint': {
    zh: '把用户名和初始密码告诉本人，请其登录后修改密码。',
    en: 'Tell them their user name and first password; they can change it after signing in.',
  },
  name: { zh: '姓名', en: 'Name' },
  'user-name': { zh: '用户名', en: 'User name' },
  password: { zh: '初始密码', en: 'First password' },
  'password.hint': { zh: '至少 8 位，不能过于常见', en: 'At least 8 characters and not a common one' },
  roles: { zh: '角色', en: 'Roles' },
  'role.permissions': { zh: '{count} 项权限', en: '{count} permissions' },
  'role.explain': { zh: '角色与权限', en: 'Roles and permissions' },
  status: { zh: '状态', en: 'Status' },
  'status.active': { zh: '正常', en: 'Active' },
  'status.disabled': { zh: '已停用', en: 'Disabled' },
  'status.closed': { zh: '已注销', en: 'Closed' },
  disable: { zh: '停用', en: 'Disable' },
  'disable.title': { zh: '停用“{name}”的账号？', en: 'Disable the account of “{name}”?' },
  'disable.consequence': {
    zh: '此人会立即退出所有设备，且不能再登录；做过的记录保留。可以随时恢复。',
    en: 'They are signed out everywhere at once and cannot sign in. What they did stays on record. You can enable the account again.',
  },
  enable: { zh: '恢复', en: 'Enable' },
  self: { zh: '不能停用自己的账号', en: 'You cannot disable your own account' },
  required: { zh: '请填写', en: 'Please fill this in' },
  actions: { zh: '操作', en: 'Actions' },
  you: { zh: '我', en: 'you' },
})
