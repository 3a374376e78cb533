import { texts } from '#kernel/text'

export const accountText = texts({
  title: { zh: '我的账号', en: 'My account' },
  about: {
    zh: '密码、二次验证与登录的设备；换设备前先准备好恢复码',
    en: 'Password, second factor and where you are signed in. Have recovery codes ready before you change devices',
  },
  password: { zh: '登录密码', en: 'Password' },
  'password.change': { zh: '修改密码', en: 'Change password' },
  factor: { zh: '二次验证', en: 'Second factor' },
  'factor.none': {
    zh: '未设置。设置后，登录时除密码外还要用手机上的 6 位数字或通行密钥验证，密码泄露也不会被人登录',
    en: 'Not set up. With it, signing in takes six digits from your phone or a passkey beside the password, so that a leaked password opens nothing',
  },
  'factor.set-up': { zh: '设置验证器应用', en: 'Set up an authenticator app' },
  'factor.totp': { zh: '验证器应用', en: 'Authenticator app' },
  'factor.passkey': { zh: '通行密钥', en: 'Passkey' },
  'factor.add-passkey': { zh: '添加通行密钥', en: 'Add a passkey' },
  'passkey.name': { zh: '名称', en: 'Name' },
  'passkey.rename': { zh: '重命名', en: 'Rename' },
  'passkey.rename.title': { zh: '重命名通行密钥', en: 'Rename the passkey' },
  'passkey.remove.title': { zh: '移除通行密钥“{label}”？', en: 'Remove the passkey “{label}”?' },
  'passkey.remove.consequence': {
    zh: '它不能再用来登录。请输入登录密码，确认是本人。',
    en: 'It signs you in no longer. Enter your password to show that it is you.',
  },
  'factor.since': { zh: '{at} 起使用', en: 'in use since {at}' },
  'factor.used': { zh: '上次使用 {at}', en: 'last used {at}' },
  'factor.remove': { zh: '移除', en: 'Remove' },
  'factor.remove.title': { zh: '移除验证器应用', en: 'Remove the authenticator app' },
  'factor.remove.consequence': {
    zh: '没有通行密钥时，此后只凭密码就能登录。',
    en: 'Unless you have a passkey, the password alone signs in from then on.',
  },
  'factor.code': { zh: '验证码或恢复码', en: 'Code or recovery code' },
})
