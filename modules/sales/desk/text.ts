import { texts } from '#kernel/text'

export const deskText = texts({
  'desk.issue_not_found': { zh: '没有这条待处理的异常', en: 'There is no such open issue' },
  'desk.issue_taken': { zh: '{owner} 正在处理', en: '{owner} is seeing to it' },
  'desk.nothing_short': { zh: '这个订单没有缺货', en: 'Nothing of this order is short' },

  'issue.kind.payment': { zh: '付款金额不符', en: 'Payment does not match' },
  'issue.kind.review': { zh: '待审核', en: 'In review' },
  'issue.kind.short': { zh: '缺货', en: 'Out of stock' },
  'issue.kind.overdue': { zh: '超时未发', en: 'Dispatch overdue' },
  'issue.kind.change': { zh: '改单', en: 'Changed' },
  'issue.kind.cancellation': { zh: '取消退款中', en: 'Cancelled, refund open' },
  'issue.kind.refund': { zh: '退款中', en: 'Refund open' },
  'issue.kind.refund_failed': { zh: '退款失败', en: 'Refund failed' },
  'issue.kind.return': { zh: '售后', en: 'Return' },
  'issue.kind.parcel': { zh: '包裹退回', en: 'Parcel comes back' },
  'issue.kind.job': { zh: '任务失败', en: 'Job failed' },

  'shortage.choice.wait': { zh: '等补货', en: 'Wait for it' },
  'shortage.choice.replace': { zh: '换货', en: 'Something else' },
  'shortage.choice.refund': { zh: '退款', en: 'Refund' },
  'shortage.found.pick': { zh: '拣货发现', en: 'found while picking' },
  'shortage.found.count': { zh: '盘点发现', en: 'found by a stock count' },

  'notice.order.counted_away': {
    zh: '订单 {number} 的商品盘点后缺货，请联系买家',
    en: 'Goods of order {number} were counted away, please settle it with the buyer',
  },
  'message.order.counted_away': {
    zh: '【{shop}】抱歉，订单 {number} 有商品缺货。请在订单页选择等待、换货或退款，客服也会与您联系。',
    en: '[{shop}] Sorry, some goods of order {number} are not in stock. Choose on the order page whether to wait, take something else or be refunded.',
  },
})
