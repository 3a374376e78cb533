import { texts } from '#kernel/text'

export const cartsText = texts({
  'carts.not_found': { zh: '没有这个购物车', en: 'There is no such cart' },
  'carts.not_open': { zh: '这个购物车已经下单', en: 'This cart has been ordered already' },
  'carts.line_not_found': { zh: '购物车里没有这件商品', en: 'This is not in the cart' },
  'carts.not_for_sale': { zh: '该商品已下架，暂时无法购买', en: 'This is not for sale at the moment' },
  'carts.too_many_lines': { zh: '购物车最多放 {most} 种商品', en: 'A cart holds at most {most} different articles' },
  'carts.guest_unknown': {
    zh: '浏览器没有带上购物车标识，请刷新页面后再试',
    en: 'The browser brought no cart token; reload the page and try again',
  },
  'carts.delisted': { zh: '已下架', en: 'No longer sold' },
  'carts.sold_out': { zh: '暂时缺货', en: 'Sold out' },
  'carts.fewer_left': { zh: '仅剩 {available} 件', en: 'Only {available} left' },
  'carts.price_changed': { zh: '加入时 {before}，现价 {now}', en: 'Was {before} when added, now {now}' },
  'carts.reduction': { zh: '{name}，已减 {off}', en: '{name}: {off} off' },
  'carts.next_reduction': { zh: '还差 {missing} 可享“{name}”', en: '{missing} more for “{name}”' },
})
