import { texts } from '#kernel/text'

export const deskText = texts({
  'desk.issue_not_found': { zh: '没有这条待处理的异常', en: 'There is no such open issue' },
  'desk.issue_open': { zh: '{number} 已经转过异常，还没有处理完', en: '{number} is among the abnormal ones already' },
  'desk.issue_taken': { zh: '{owner} 正在处理', en: '{owner} is seeing to it' },
  'desk.words_missing': { zh: '请写点什么', en: 'Write something' },
  'desk.not_a_colleague': {
    zh: '被提到的人不能查看本店订单，请重新选择',
    en: 'Somebody who was called may not see orders here: choose again',
  },
  'desk.comment_not_found': {
    zh: '没有这条留言，可能已经撤回',
    en: 'There is no such comment; it may have been taken back',
  },
  'desk.comment_not_yours': { zh: '这是 {by} 的留言，只有本人能改', en: '{by} said this; nobody else changes it' },
  'desk.comment_too_old': {
    zh: '留言发出超过 {minutes} 分钟，不能再改',
    en: 'It was said more than {minutes} minutes ago and stays as it is',
  },
  'notice.order.mentioned': { zh: '{by} 在订单 {number} 里提到了您', en: '{by} mentioned you on order {number}' },
  'desk.nothing_short': { zh: '这个订单没有缺货', en: 'Nothing of this order is short' },

  'desk.confirmation_settled': {
    zh: '订单 {number} 已经确认过了',
    en: 'Order {number} was confirmed or declined before',
  },

  'desk.not_asked': { zh: '这个订单没有待填的评价', en: 'There is nothing to answer for this order' },
  'message.order.feedback_asked': {
    zh: '【{shop}】订单 {number} 用得还满意吗？花半分钟告诉我们：{link}',
    en: '[{shop}] How was order {number}? Half a minute tells us: {link}',
  },

  'check.goods': { zh: '商品型号', en: 'Model' },
  'check.quantity': { zh: '数量', en: 'Quantity' },
  'check.address': { zh: '地址', en: 'Address' },
  'check.contact': { zh: '联系方式', en: 'Contact' },
  'check.payment': { zh: '付款', en: 'Payment' },
  'check.recipient': { zh: '买家已确认收货信息', en: 'Recipient confirmed by the buyer' },
  'contact.way.call': { zh: '电话', en: 'Call' },
  'contact.way.message': { zh: '短信/聊天', en: 'Message' },
  'contact.way.email': { zh: '邮件', en: 'E-mail' },
  'contact.way.visit': { zh: '上门', en: 'Visit' },
  'contact.outcome.agreed': { zh: '已约定', en: 'Agreed' },
  'contact.outcome.reached': { zh: '已联系上', en: 'Reached' },
  'contact.outcome.no_answer': { zh: '无人接听', en: 'No answer' },
  'contact.outcome.wrong_number': { zh: '号码错误', en: 'Wrong number' },
  'contact.outcome.refused': { zh: '拒绝', en: 'Refused' },
  'call.large_amount': { zh: '大额订单确认', en: 'Confirm: large amount' },
  'call.first_order': { zh: '首单确认', en: 'Confirm: first order' },
  'call.special_request': { zh: '特殊要求确认', en: 'Confirm: special request' },
  'call.due': { zh: '约定再联系', en: 'Contact again' },
  'confirmation.to_call': { zh: '待电话确认', en: 'To be called' },
  'confirmation.sent': { zh: '已发邮件，等买家确认', en: 'E-mail sent, not answered yet' },
  'confirmation.confirmed': { zh: '内容已确认无误', en: 'Confirmed as right' },
  'confirmation.declined': { zh: '买家说有误', en: 'The buyer says it is wrong' },
  'message.order.confirmation.subject': {
    zh: '{shop}：请确认订单 {number}',
    en: '{shop}: please confirm order {number}',
  },
  'message.order.confirmation': {
    zh: '您好，我们已收到订单 {number}，内容如下：\n{goods}\n合计 {total}\n\n如内容和收货信息无误，请在订单页点“内容无误”；如有出入，请尽快联系客服。\n{shop}',
    en: 'We have received your order {number}:\n{goods}\nTotal {total}\n\nIf the contents and the recipient are right, please say so on the order page; if not, please contact us soon.\n{shop}',
  },

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
  'issue.kind.manual': { zh: '人工转异常', en: 'Raised by hand' },
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
