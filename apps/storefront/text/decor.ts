import { texts } from '#kernel/text'

export const decorTexts = texts({
  'frame.announcement': { zh: '公告', en: 'Announcement' },
  'frame.shops': { zh: '全部店铺', en: 'All shops' },
  'banner.label': { zh: '横幅，共 {count} 张，可左右滑动', en: 'Banner of {count} pictures, to be moved sideways' },
  'banner.back': { zh: '上一张', en: 'Previous picture' },
  'banner.on': { zh: '下一张', en: 'Next picture' },
  'home.offer_itself': { zh: '结算时自动减', en: 'at the checkout' },
  'home.offer_until': { zh: '至 {day}', en: 'until {day}' },
  'home.deal_until': { zh: '活动至 {time} 结束', en: 'Ends {time}' },
  'deal.days': { zh: '天', en: 'days' },
  'deal.over': { zh: '已结束', en: 'Over' },
  'preview.title': { zh: '装修预览', en: 'Preview' },
  'shop.all_goods': { zh: '全部商品', en: 'All goods' },
  'shop.visit': { zh: '进店看看', en: 'Visit the shop' },
  'shops.title': { zh: '全部店铺', en: 'All shops' },
  'shops.about': {
    zh: '平台上的每一家店：各卖各的好东西，一次付款，分开发货。',
    en: 'Every shop of the platform: each sells its own, you pay once, each sends its parcel.',
  },
  'shops.more': { zh: '更多店铺', en: 'More shops' },
})
