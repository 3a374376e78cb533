import { countSetting, daysSetting, declareSettings, hoursSetting, minutesSetting } from '#platform/settings'

const security = { owner: 'operations', source: 'SEC-04' } as const

export const accountSettings = declareSettings('accounts', {
  shopperSessionDays: daysSetting(30, { zh: '顾客登录保持天数', en: 'Days a shopper stays signed in', ...security }),
  staffIdleHours: hoursSetting(12, {
    zh: '员工闲置多久后退出',
    en: 'Idle hours until staff are signed out',
    ...security,
  }),
  codeMinutes: minutesSetting(10, { zh: '验证码有效期', en: 'Life of a one-time code', ...security }),
  codesPerMinute: countSetting(1, { zh: '每个手机号每分钟验证码数', en: 'Codes per phone and minute', ...security }),
  codesPerHour: countSetting(5, { zh: '每个手机号每小时验证码数', en: 'Codes per phone and hour', ...security }),
  codesPerDay: countSetting(20, { zh: '每个手机号每天验证码数', en: 'Codes per phone and day', ...security }),
  codesPerNetwork: countSetting(100, { zh: '每个网段每小时验证码数', en: 'Codes per network and hour', ...security }),
  guestsPerNetwork: countSetting(30, {
    zh: '每个网段每小时游客下单人数',
    en: 'Guests who begin to buy per network and hour',
    ...security,
  }),
  failuresPerAccount: countSetting(10, {
    zh: '每个账号每小时登录失败次数',
    en: 'Failed sign-ins per account and hour',
    ...security,
  }),
  failuresPerNetwork: countSetting(300, {
    zh: '每个网段每小时登录失败次数',
    en: 'Failed sign-ins per network and hour',
    ...security,
  }),
  temporaryPasswordHours: hoursSetting(72, {
    zh: '员工临时密码有效时间',
    en: 'Hours a temporary password of staff opens',
    ...security,
  }),
  keyDays: daysSetting(365, {
    zh: '接口密钥默认有效天数',
    en: 'Days an API key lasts unless said otherwise',
    ...security,
  }),
  keyRequestsPerMinute: countSetting(600, {
    zh: '每个接口密钥默认每分钟请求数',
    en: 'Requests per API key and minute unless said otherwise',
    ...security,
  }),
})
