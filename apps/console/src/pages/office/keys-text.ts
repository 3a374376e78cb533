import { texts } from '#kernel/text'

export const keysText = texts({
  title: { zh: '接口密钥', en: 'API keys' },
  about: {
    zh: '让 ERP、物流等外部系统以限定的权限接入本店',
    en: 'Let an ERP, a carrier or another system work in this shop with limited rights',
  },
  docs: { zh: '接口文档', en: 'API documentation' },
  create: { zh: '新建密钥', en: 'New key' },
  'create.hint': {
    zh: '每个系统一个密钥，只给它需要的权限：泄露时可以单独停用。',
    en: 'One key per system with no more than it needs: if it leaks, you revoke that one.',
  },
  name: { zh: '名称', en: 'Name' },
  'name.hint': { zh: '用在哪个系统，例如“金蝶 ERP”', en: 'Which system uses it, such as “SAP bridge”' },
  scopes: { zh: '权限范围', en: 'Scopes' },
  'scopes.hint': { zh: '只能选择您自己拥有的权限', en: 'Only what you hold yourself' },
  days: { zh: '有效天数', en: 'Valid for days' },
  limit: { zh: '每分钟请求上限', en: 'Requests a minute' },
  required: { zh: '请填写', en: 'Please fill this in' },
  'made.title': { zh: '请立即复制密钥', en: 'Copy the key now' },
  'made.hint': {
    zh: '关闭后无法再次查看，系统只保存它的摘要。丢失时请停用并新建。',
    en: 'It cannot be shown again: only its hash is kept. If you lose it, revoke it and make another.',
  },
  'made.use': { zh: '在请求头中使用', en: 'Send it with every request as' },
  'made.close': { zh: '我已保存', en: 'I have saved it' },
  state: { zh: '状态', en: 'State' },
  'state.active': { zh: '有效', en: 'Active' },
  'state.expired': { zh: '已过期', en: 'Expired' },
  'state.revoked': { zh: '已停用', en: 'Revoked' },
  used: { zh: '最近使用', en: 'Last used' },
  'used.never': { zh: '从未使用', en: 'Never' },
  expires: { zh: '到期', en: 'Expires' },
  made: { zh: '创建', en: 'Made' },
  actions: { zh: '操作', en: 'Actions' },
  revoke: { zh: '停用', en: 'Revoke' },
  'revoke.title': { zh: '停用密钥“{name}”？', en: 'Revoke the key “{name}”?' },
  'revoke.consequence': {
    zh: '使用它的系统会立即无法访问，且不能恢复；记录保留。',
    en: 'The system that uses it is shut out at once and for good. The record stays.',
  },
  'revoke.blocked': { zh: '这个密钥已经不能使用', en: 'This key no longer works anyway' },
  empty: {
    zh: '还没有密钥。为要接入的系统新建一个。',
    en: 'No keys yet. Make one for the system you want to connect.',
  },
})
