import { texts } from '#kernel/text'

export const sessionsText = texts({
  title: { zh: '登录的设备', en: 'Where you are signed in' },
  about: {
    zh: '不认识的设备请立即退出，并修改密码。',
    en: 'Sign out a device you do not know at once, and change your password.',
  },
  this: { zh: '本机', en: 'this one' },
  'address.unknown': { zh: '地址未知', en: 'address unknown' },
  since: { zh: '{at} 登录', en: 'signed in {at}' },
  seen: { zh: '最近使用 {at}', en: 'last used {at}' },
  end: { zh: '退出', en: 'Sign out' },
  'end.title': { zh: '退出“{device}”？', en: 'Sign out “{device}”?' },
  'end.consequence': {
    zh: '那台设备的下一次操作就要重新登录，没有保存的内容会丢失。',
    en: 'Its next action asks for a new sign-in. What was not saved there is lost.',
  },
  'end.this': { zh: '退出本机请用右上角的“退出登录”', en: 'To leave this one, use “Sign out” at the top' },
  'end.others': { zh: '退出其他所有设备', en: 'Sign out everywhere else' },
  'end.others.title': { zh: '退出本机以外的所有设备？', en: 'Sign out everywhere but here?' },
  'end.others.none': { zh: '没有其他登录的设备', en: 'You are signed in nowhere else' },
  of: { zh: '登录设备', en: 'Devices' },
  'of.title': { zh: '“{name}”登录的设备', en: 'Where “{name}” is signed in' },
  'of.none': { zh: '目前没有登录', en: 'Signed in nowhere' },
  'of.self': { zh: '自己的设备请在“我的账号”里管理', en: 'See to your own under “My account”' },
  'of.end-all': { zh: '退出全部设备', en: 'Sign out everywhere' },
  'of.end-all.title': { zh: '让“{name}”退出所有设备？', en: 'Sign “{name}” out everywhere?' },
})
