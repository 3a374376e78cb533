import { texts } from '#kernel/text'

export const paymentsText = texts({
  'payments.not_found': { zh: '没有这笔支付', en: 'There is no such payment' },
  'payments.refund_not_found': { zh: '没有这笔退款', en: 'There is no such refund' },
  'payments.refund_cannot': { zh: '这笔退款现在不能这样处理', en: 'The refund cannot do that in its present state' },
  'payments.own_refund': {
    zh: '大额退款须由发起人以外的另一位员工同意',
    en: 'A large refund needs another person than the one who asked for it',
  },
  'payments.refund_is_owed': {
    zh: '这笔退款由订单取消或售后产生，应当退给买家，不能驳回',
    en: 'This refund follows from a cancellation or a case: it is owed to the buyer and cannot be turned down',
  },
  'payments.declined_without_remark': { zh: '请写明驳回的理由', en: 'Say why it is turned down' },
  'payments.paid_already': { zh: '订单已经付款，无需再付', en: 'The order is paid already' },
  'payments.unconfirmed': {
    zh: '支付机构暂时没有回应，正在确认支付结果，请稍候再看',
    en: 'The payment provider has not answered yet; we are confirming the result, please look again in a moment',
  },
  'payments.provider_busy': {
    zh: '这种付款方式现在繁忙，没有扣款；请换一种方式，或稍后再试',
    en: 'This way to pay is busy at the moment, and nothing was charged; please choose another or try again later',
  },
  'payments.exceeds_captured': {
    zh: '退款金额超过了可退的实付金额',
    en: 'The refund is more than what was paid and not yet refunded',
  },
  'payments.bad_refund_amount': { zh: '退款金额不正确', en: 'The refund amount is not right' },
  'payments.nothing_captured': { zh: '订单没有收到款，无法退款', en: 'No money was received for this order' },
  'payments.account_not_found': { zh: '没有这个支付账户', en: 'There is no such payment account' },
  'payments.no_mismatch': {
    zh: '这个订单没有金额不符、等待处理的支付',
    en: 'No payment of this order waits because of its amount',
  },
  'payments.mismatch_foreign': {
    zh: '收到的是 {currency}，不能抵作货款，请在支付平台退回',
    en: 'The money came in {currency} and pays nothing here: give it back at the provider',
  },
  'payments.mismatch_not_open': {
    zh: '这笔支付不在待处理的金额不符之列',
    en: 'The payment does not wait for its amount to be settled',
  },
  'payments.method_not_offered': {
    zh: '这笔订单现在不能用这种方式付款，请换一种',
    en: 'This order cannot be paid this way now; please choose another',
  },
  'payments.method_limits_invalid': { zh: '上限不能低于下限', en: 'The upper limit is below the lower one' },
  'payments.payout_without_reference': {
    zh: '请填写转账流水号或收据号',
    en: 'Give the number of the transfer or of the receipt',
  },
  'payout.way.bank': { zh: '银行转账', en: 'Bank transfer' },
  'payout.way.alipay': { zh: '支付宝转账', en: 'Alipay transfer' },
  'payout.way.wechat': { zh: '微信转账', en: 'WeChat transfer' },
  'payout.way.cash': { zh: '现金', en: 'Cash' },
  'payout.way.other': { zh: '其他', en: 'Other' },
  'payment.method.wechat': { zh: '微信支付', en: 'WeChat Pay' },
  'payment.method.alipay': { zh: '支付宝', en: 'Alipay' },
  'payment.method.card': { zh: '银行卡 / 信用卡', en: 'Bank or credit card' },
  'payment.method.cod': { zh: '货到付款', en: 'Cash on delivery' },
  'payment.status.created': { zh: '待发起', en: 'Being opened' },
  'payment.status.pending': { zh: '待支付', en: 'Awaiting the buyer' },
  'payment.status.unknown': { zh: '结果确认中', en: 'Result being confirmed' },
  'payment.status.succeeded': { zh: '支付成功', en: 'Paid' },
  'payment.status.failed': { zh: '支付失败', en: 'Failed' },
  'payment.status.closed': { zh: '已关闭', en: 'Closed' },
  'payment.status.mismatch': { zh: '金额不符', en: 'Amount does not match' },
  'refund.status.waiting': { zh: '待复核', en: 'Being checked' },
  'refund.status.declined': { zh: '已驳回', en: 'Turned down' },
  'refund.status.approved': { zh: '待退款', en: 'Approved' },
  'refund.status.sent': { zh: '退款处理中', en: 'Under way' },
  'refund.status.succeeded': { zh: '已退款', en: 'Refunded' },
  'refund.status.failed': { zh: '退款失败', en: 'Failed' },
  'notice.payment.mismatch': {
    zh: '支付 {number} 应收 {expected}，机构通知 {actual}',
    en: 'Payment {number}: {expected} due, the provider says {actual}',
  },
  'notice.payment.disputed': {
    zh: '买家通过银行拒付 {amount}（{number}，原因 {reason}）：请在 {until} 前到渠道后台提交证据；还没发出的货已暂停出库，已在路上的请设法拦截',
    en: 'The buyer’s bank disputes {amount} ({number}: {reason}). Give evidence at the provider by {until}; what has not left is held back, stop what is on its way if you can',
  },
  'notice.payment.dispute_won': {
    zh: '拒付申诉成功，{amount}（{number}）已退回本店；暂停的订单可以继续',
    en: 'The dispute about {amount} ({number}) is won and the money is back; what was held may go on',
  },
  'notice.payment.dispute_lost': {
    zh: '拒付申诉失败，{amount}（{number}）已成为损失',
    en: 'The dispute about {amount} ({number}) is lost, and the money with it',
  },
  'notice.payment.dispute_dropped': {
    zh: '银行对 {amount}（{number}）的查询已结束，没有扣款',
    en: 'The bank’s inquiry about {amount} ({number}) has come to nothing; no money was taken',
  },
  'dispute.status.inquiry': { zh: '银行查询中', en: 'The bank asks' },
  'dispute.status.open': { zh: '争议中，款项已被扣回', en: 'Open, the money is taken back' },
  'dispute.status.won': { zh: '申诉成功', en: 'Won' },
  'dispute.status.lost': { zh: '申诉失败', en: 'Lost' },
  'dispute.status.dropped': { zh: '已撤销', en: 'Dropped' },
  'notice.payment.orphan': {
    zh: '收到未知单号 {number} 的支付通知',
    en: 'A notification about the unknown number {number}',
  },
  'notice.payment.forged': {
    zh: '收到无法验证的支付通知：{reason}',
    en: 'A payment notification was refused: {reason}',
  },
  'notice.payment.surplus': {
    zh: '订单多收一笔款 {number}，正在自动退回',
    en: 'Payment {number} came once too often and is going back',
  },
  'notice.refund.waiting': {
    zh: '{by} 发起的大额退款 {number}（{amount}）等待另一人复核',
    en: 'Refund {number} ({amount}), asked for by {by}, waits for a second person',
  },
  'notice.refund.declined': {
    zh: '{by} 驳回了退款 {number}：{remark}',
    en: '{by} has turned refund {number} down: {remark}',
  },
  'notice.refund.payout_due': {
    zh: '退款 {number}（{amount}）要手工付给买家：原来是货到付款',
    en: 'Refund {number} ({amount}) has to be paid out by hand: it was paid on delivery',
  },
  'notice.refund.elsewhere': {
    zh: '退款 {number}（{amount}）请在原平台退给买家',
    en: 'Refund {number} ({amount}): give it back in the system that took the money',
  },
  'notice.refund.failed': { zh: '退款 {number} 失败：{failure}', en: 'Refund {number} failed: {failure}' },
})
