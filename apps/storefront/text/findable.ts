import { texts } from '#kernel/text'

export const findableTexts = texts({
  'offline.title': { zh: '现在没有网络', en: 'There is no network' },
  'offline.text': {
    zh: '价格、库存和购物车随时在变，我们不拿旧的给您看。网络一恢复，这一页会自己再试。',
    en: 'Prices, stock and your cart change all the time, so we show you no old ones. As soon as the network is back, this page tries again by itself.',
  },
  'offline.kept': {
    zh: '购物车和订单都在我们这里，不会丢。没有确认的付款请先查看订单，不要重复支付。',
    en: 'Your cart and orders are safe with us. If you were paying, look at the order first and do not pay twice.',
  },
  'offline.again': { zh: '再试一次', en: 'Try again' },
  'large.on': { zh: '长辈版（大字）', en: 'Large text' },
  'large.off': { zh: '标准字号', en: 'Normal text' },
  'done.large': { zh: '已换成大字。', en: 'The text is large now.' },
  'done.normal': { zh: '已换回标准字号。', en: 'The text is back to normal.' },
})
