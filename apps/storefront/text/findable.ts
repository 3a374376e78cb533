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
  'share.crumb': { zh: '分享', en: 'Share' },
  'share.title': { zh: '分享：{name}', en: 'Share: {name}' },
  'share.card': { zh: '“{name}”的分享卡片', en: 'The card of {name}' },
  'share.address': { zh: '商品网址', en: 'Address of the product' },
  'share.send': { zh: '发给朋友', en: 'Send' },
  'share.copy': { zh: '复制网址', en: 'Copy the address' },
  'share.copied': { zh: '已复制。', en: 'Copied.' },
  'share.code': { zh: '商品网址的二维码', en: 'QR code of the product’s address' },
  'share.code_text': { zh: '用手机扫一扫，打开这件商品', en: 'Point a phone’s camera at it to open this product' },
  'large.on': { zh: '长辈版（大字）', en: 'Large text' },
  'large.off': { zh: '标准字号', en: 'Normal text' },
  'done.large': { zh: '已换成大字。', en: 'The text is large now.' },
  'done.normal': { zh: '已换回标准字号。', en: 'The text is back to normal.' },
})
