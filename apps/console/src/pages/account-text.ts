import { texts } from '#kernel/text'

export const accountText = texts({
  title: { zh: '我的账号', en: 'My account' },
  about: {
    zh: '密码与二次验证；换设备前先准备好恢复码',
    en: 'Password and second factor. Have recovery codes ready before you change devices',
  },
  password: { zh: '登录密码', en: 'Password' },
  'password.change': { zh: '修改密码', en: 'Change password' },
  factor: { zh: '二次验证', en: 'Second factor' },
  'factor.none': {
    zh: '未设置。设置后，登录时除密码外还要输入手机上的 6 位数字，密码泄露也不会被人登录',
    en: 'Not set up. With it, signing in takes six digits from your phone beside the password, so that a leaked password opens nothing',
  },
  'factor.set-up': { zh: '设置验证器应用', en: 'Set up an authenticator app' },
  'factor.totp': { zh: '验证器应用', en: 'Authenticator app' },
  'factor.passkey': { zh: '通行密钥', en: 'Passkey' },
  'factor.since': { zh: '{at} 起使用', en: 'in use since {at}' },
  'factor.used': { zh: '上次使用 {at}', en: 'last used {at}' },
  'factor.remove': { zh: '移除', en: 'Remove' },
  'factor.remove.title': { zh: '移除二次验证', en: 'Remove the second factor' },
  'factor.remove.consequence': { zh: '此后只凭密码就能登录。', en: 'From then on the password alone signs in.' },
  'factor.code': { zh: '验证码或恢复码', en: 'Code or recovery code' },
})
