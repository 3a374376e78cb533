import { texts } from '#kernel/text'

export const partText = texts({
  send: { zh: '有货先发', en: 'Send what is there' },
  title: { zh: '有货的先发，其余到货补发？', en: 'Send what is there, and let the rest follow?' },
  about: {
    zh: '有货的马上交仓库；缺的继续等货，到货自动补发，也可以再退款。订单和金额不变，买家会收到通知。',
    en: 'What is there goes to the warehouse at once; what is missing goes by itself when it is in, or is refunded later. Order and money stay one, and the buyer is told.',
  },
  preview: { zh: '会怎样发', en: 'What it comes to' },
  now: { zh: '现在发', en: 'Leaves now' },
  later: { zh: '补发', en: 'Follows' },
  'later.nothing': { zh: '没有，货都齐了', en: 'nothing: everything is there' },
  by: { zh: '最晚 {at} 前补发', en: 'by {at} at the latest' },
  restBy: { zh: '改成最晚何时补发', en: 'Promise the rest for another time' },
  'restBy.about': { zh: '不填就按店铺设置', en: 'Left empty, the shop’s setting counts' },
  freight: { zh: '补发的包裹运费约 {amount}，由店铺承担', en: 'its parcel costs the shop about {amount}' },
  'freight.unknown': {
    zh: '补发的包裹运费由店铺承担，运费表里没有价格',
    en: 'the shop pays for its parcel; the freight table has no price',
  },
})
