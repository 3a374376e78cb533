import { texts } from '#kernel/text'

export const privacyTexts = texts({
  'privacy.policy.privacy': { zh: '隐私政策', en: 'Privacy policy' },
  'privacy.policy.terms': { zh: '服务条款', en: 'Terms of service' },
  'privacy.version': { zh: '第 {version} 版，{day} 起生效', en: 'Version {version}, in force since {day}' },
  'privacy.tick': { zh: '我已阅读并同意', en: 'I have read and agree to the' },
  'privacy.and': { zh: '和', en: 'and the' },
  'privacy.title': { zh: '隐私与账号', en: 'Privacy and account' },
  'privacy.agree.title': { zh: '条款有更新', en: 'Something has changed' },
  'privacy.agree.text': {
    zh: '下列文件有新版本，请阅读后确认。不同意也可以注销账号。',
    en: 'There are new versions. Please read and confirm them. If you do not agree you can close your account.',
  },
  'privacy.agree.submit': { zh: '同意新版本', en: 'Agree to the new version' },
  'privacy.documents': { zh: '我们的承诺', en: 'What we promise' },
  'privacy.data.title': { zh: '我的数据', en: 'My data' },
  'privacy.data.text': {
    zh: '下载我们保存的与您有关的全部数据：账号、地址、订单、售后和消息。',
    en: 'Download everything we keep about you: account, addresses, orders, cases and messages.',
  },
  'privacy.data.get': { zh: '下载我的数据', en: 'Download my data' },
  'privacy.close.title': { zh: '注销账号', en: 'Close my account' },
  'privacy.choices': { zh: '我的选择', en: 'What I chose' },
  'privacy.close.text': {
    zh: '申请后有 {days} 天冷静期，期间可以撤回，账号照常使用。进行中的订单和售后须先完成。',
    en: 'For {days} days you can still change your mind and use the account. Orders and cases under way must be finished first.',
  },
  'privacy.close.goes': { zh: '到期后删除，无法恢复', en: 'Erased for good' },
  'privacy.close.goes.name': { zh: '姓名、手机号、登录方式', en: 'Your name, number and sign-in' },
  'privacy.close.goes.addresses': { zh: '收货地址、发票抬头', en: 'Addresses and names for invoices' },
  'privacy.close.goes.favourites': {
    zh: '收藏、关注、评价的文字和图片',
    en: 'Favourites, shops you follow, words and pictures of reviews',
  },
  'privacy.close.goes.messages': { zh: '消息内容', en: 'What messages said' },
  'privacy.close.stays': { zh: '会保留', en: 'What stays, and why' },
  'privacy.close.stays.orders': {
    zh: '订单和收货信息：法律要求自交易完成起至少保存三年，到期后删除',
    en: 'Orders and their addresses: the law asks for three years from the end of the deal, then they go',
  },
  'privacy.close.stays.reviews': {
    zh: '评价的星级：不含名字、文字和图片',
    en: 'The stars of your reviews, without name, words or pictures',
  },
  'privacy.close.under': { zh: '还有进行中的：', en: 'Still under way:' },
  'privacy.close.submit': { zh: '申请注销', en: 'Ask to close' },
  'privacy.close.due': {
    zh: '账号将于 {time} 注销。在那之前可以撤回。',
    en: 'Your account will be erased at {time}. Until then you can stay.',
  },
  'privacy.close.stay': { zh: '撤回注销', en: 'Stay' },
  'privacy.waiting': {
    zh: '隐私政策或条款有更新，请查看并确认',
    en: 'Our policies have changed: please read and confirm',
  },
  'account.privacy': { zh: '隐私与账号', en: 'Privacy and account' },
  'done.agreed': { zh: '已记录您的同意。', en: 'Thank you, we have kept that.' },
  'done.closing_asked': { zh: '已收到注销申请。', en: 'We have your request.' },
  'done.closing_withdrawn': { zh: '已撤回，账号照常使用。', en: 'Your account stays.' },
})
