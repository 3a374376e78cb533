import { texts } from '#kernel/text'

export const accountsText = texts({
  'accounts.not_found': { zh: '没有这个账号', en: 'There is no such account' },
  'accounts.sign_in_needed': { zh: '请先登录', en: 'Please sign in first' },
  'accounts.phone_invalid': { zh: '请输入正确的手机号', en: 'Please enter a valid mobile number' },
  'accounts.old_code_wrong': {
    zh: '原手机号收到的验证码不对',
    en: 'The code sent to your present number is not right',
  },
  'accounts.phone_taken': {
    zh: '这个手机号已注册，请直接登录',
    en: 'This number has an account already: please sign in',
  },
  'accounts.user_name_invalid': {
    zh: '用户名为 3 到 20 个字，以汉字或字母开头，可含数字、下划线和短横线',
    en: 'A user name has 3 to 20 characters, begins with a letter and may hold digits, _ and -',
  },
  'accounts.user_name_taken': { zh: '用户名已被使用，请换一个', en: 'This user name is taken, please choose another' },
  'accounts.display_name_invalid': { zh: '昵称为 1 到 30 个字', en: 'A name has 1 to 30 characters' },
  'accounts.password_weak': {
    zh: '密码至少 8 位，不能过于常见或与用户名相同',
    en: 'A password has at least 8 characters and is neither common nor the user name',
  },
  'accounts.password_wrong': { zh: '当前密码不正确', en: 'The current password is wrong' },
  'accounts.code_wrong': {
    zh: '验证码不正确或已失效，请重新获取',
    en: 'This code is wrong or no longer valid; ask for a new one',
  },
  'accounts.codes_throttled': {
    zh: '获取验证码过于频繁，请在 {retryAfterSeconds} 秒后再试',
    en: 'Too many codes were asked for; try again in {retryAfterSeconds} seconds',
  },
  'accounts.sign_in_failed': { zh: '用户名或密码不正确', en: 'User name or password is wrong' },
  'accounts.sign_in_locked': {
    zh: '尝试次数过多，请在 {retryAfterSeconds} 秒后再试，或用验证码登录',
    en: 'Too many attempts; try again in {retryAfterSeconds} seconds or sign in by code',
  },
  'accounts.disabled': { zh: '账号已停用，请联系客服', en: 'This account is disabled; please contact us' },
  'accounts.disables_self': { zh: '不能停用自己的账号', en: 'You cannot disable your own account' },
  'accounts.code_message': {
    zh: '【掌柜】验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。',
    en: '[Zhanggui] Your code is {code}, valid for {minutes} minutes. Tell it to nobody.',
  },
  'accounts.key_not_found': { zh: '没有这个接口密钥', en: 'There is no such API key' },
  'accounts.key_invalid': {
    zh: '接口密钥无效，请检查是否完整复制',
    en: 'This API key is not valid; check that it was copied whole',
  },
  'accounts.key_expired': {
    zh: '接口密钥“{name}”已过期，请新建一个',
    en: 'The API key “{name}” has expired; make a new one',
  },
  'accounts.key_revoked': { zh: '接口密钥“{name}”已被停用', en: 'The API key “{name}” was revoked' },
  'accounts.key_rests': {
    zh: '接口密钥“{name}”的创建人已被停用，启用后密钥才可再用',
    en: 'Whoever made the API key “{name}” is disabled; it works again once they are enabled',
  },
  'accounts.key_throttled': {
    zh: '接口密钥每分钟最多 {most} 次请求，请在 {retryAfterSeconds} 秒后再试',
    en: 'This API key may make {most} requests a minute; try again in {retryAfterSeconds} seconds',
  },
  'accounts.key_name_invalid': { zh: '密钥名称为 1 到 60 个字', en: 'A key has a name of 1 to 60 characters' },
  'accounts.scope_unknown': { zh: '密钥不能有“{scope}”这项权限', en: 'A key cannot be given the scope {scope}' },
  'accounts.scope_not_held': {
    zh: '您自己没有“{scope}”这项权限，不能授予密钥',
    en: 'You do not hold {scope} yourself, so you cannot give it to a key',
  },
  'accounts.key_expiry_invalid': { zh: '有效天数须在一天到十年之间', en: 'A key lasts between one day and ten years' },
  'accounts.second_proof_wrong': { zh: '验证码不对、已过期或已用过', en: 'The code is wrong, over or used' },
  'accounts.no_sign_in_waits': {
    zh: '没有等待二次验证的登录，请重新登录',
    en: 'No sign-in waits for a second proof: sign in again',
  },
  'accounts.second_factor_exists': {
    zh: '已经设置过验证器，更换前请先移除',
    en: 'An authenticator is set up already; remove it before another takes its place',
  },
  'accounts.second_factor_demanded': {
    zh: '您的角色要求二次验证，不能移除',
    en: 'One of your roles demands a second factor, so it stays',
  },
  'accounts.passkey_refused': {
    zh: '通行密钥没有通过验证，请重试；多次失败请改用验证码或恢复码',
    en: 'The passkey was not accepted; try again, or use a code or recovery code instead',
  },
  'accounts.passkey_known': { zh: '这个通行密钥已经添加过', en: 'This passkey has been added already' },
  'accounts.passkey_not_found': { zh: '没有这个通行密钥', en: 'There is no such passkey' },
  'accounts.passkey_name_invalid': {
    zh: '通行密钥的名称为 1 到 40 个字',
    en: 'A passkey has a name of 1 to 40 characters',
  },
  'accounts.temporary_password_over': {
    zh: '临时密码已过期，请让店主或管理员重新发一个',
    en: 'This temporary password is too old; ask for a new one',
  },
  'accounts.password_same': {
    zh: '新密码不能与临时密码相同',
    en: 'Choose a password other than the temporary one',
  },
  'accounts.resets_own_password': {
    zh: '自己的密码请在“我的账号”里修改',
    en: 'Change your own password under “My account”',
  },
  'accounts.ends_own_employment': { zh: '不能为自己办理离职', en: 'You cannot end your own employment' },
  'accounts.new_guest': { zh: '访客{tail}', en: 'Guest {tail}' },
  'accounts.guests_throttled': {
    zh: '这里的游客下单太频繁，请登录后购买，或稍后再试',
    en: 'Too many guests from here. Sign in to buy, or try again later',
  },
  'accounts.new_shopper': { zh: '顾客{tail}', en: 'Shopper {tail}' },
  'accounts.unknown_device': { zh: '未知设备', en: 'Unknown device' },
  'accounts.browser.wechat': { zh: '微信', en: 'WeChat' },
  'accounts.browser.alipay': { zh: '支付宝', en: 'Alipay' },
  'accounts.guest': { zh: '游客', en: 'Guest' },
  'accounts.active': { zh: '正常', en: 'Active' },
  'accounts.closed': { zh: '已注销', en: 'Closed' },
})
