import { texts } from '#kernel/text'

export const ordersText = texts({
  'orders.not_ready_to_ship': {
    zh: '订单现在没有可发的货：须已付款、审核通过并下发仓库',
    en: 'Nothing of this order can be shipped now: it must be paid, reviewed and released',
  },
  'orders.several_outbounds': {
    zh: '这个订单从多个仓库发货，请指明出库单（outboundId）',
    en: 'This order leaves from several warehouses: say which outbound note (outboundId)',
  },
  'orders.receipt_not_extendable': {
    zh: '这个订单现在不能延长收货',
    en: 'Receipt of this order cannot be put off now',
  },
  'orders.no_invoice_now': {
    zh: '订单已取消或已全额退款，不能开票',
    en: 'This order is cancelled or fully refunded, so there is nothing to invoice',
  },
  'orders.not_tracked': {
    zh: '没有找到：请核对订单号和收件人的手机号',
    en: 'Not found: check the order number and the recipient’s phone number',
  },
  'orders.kept_in_account': {
    zh: '这笔订单在账号里，请登录下单时的账号办理',
    en: 'This order belongs to an account: sign in with the account it was bought with',
  },
  'orders.tracking_throttled': {
    zh: '查询太频繁，请稍后再试',
    en: 'Too many looks, please try again later',
  },
  'orders.not_found': { zh: '没有这个订单', en: 'There is no such order' },
  'orders.nothing_to_split': {
    zh: '请选择要单独装箱的商品，并至少留一件在原来的箱子里',
    en: 'Choose what leaves in a box of its own, and leave at least one piece behind',
  },
  'orders.nothing_missing': {
    zh: '{number} 没有缺货，不用分批发',
    en: 'Nothing of {number} is missing: it leaves whole',
  },
  'orders.nothing_there': {
    zh: '{number} 一件有货的都没有，没有可以先发的',
    en: 'Nothing of {number} is there yet that could leave',
  },
  'orders.rest_too_soon': { zh: '补发时间要晚于现在', en: 'Promise the rest for a time to come' },
  'orders.leaves_in_parts': {
    zh: '{number} 有商品待补发，不能与别的订单合并',
    en: 'Some of {number} is still to come: it leaves alone',
  },
  'orders.split_merged': {
    zh: '{number} 与其他订单合并发货，请先拆开再分箱',
    en: '{number} shares its box with other orders: let it leave alone first',
  },
  'orders.nothing_to_merge': {
    zh: '没有与 {number} 同买家同地址、可以一起发的订单',
    en: 'No other order of this buyer and address could leave together with {number}',
  },
  'orders.recipient_forgotten': {
    zh: '收件信息已到保存期限，已自动删除',
    en: 'The recipient was kept as long as the law asks and is deleted',
  },
  'orders.cannot': { zh: '订单当前状态不能执行此操作', en: 'The order cannot do that in its present state' },
  'orders.total_changed': {
    zh: '应付金额有变化，请核对后再提交',
    en: 'The total has changed, please check it before you place the order',
  },
  'orders.address_missing': { zh: '请选择收货地址', en: 'Please choose where it goes' },
  'orders.nothing_selected': { zh: '请选择要购买的商品', en: 'Please select what you want to buy' },
  'orders.line_not_for_sale': {
    zh: '“{name}”已下架，请移除后再提交',
    en: '“{name}” is no longer for sale, please remove it',
  },
  'orders.pay_by_passed': { zh: '付款时间已过，请重新下单', en: 'The time to pay is over, please order again' },
  'orders.payment_arriving': {
    zh: '订单刚刚收到付款，请刷新后再操作',
    en: 'The payment has just arrived, please reload first',
  },
  'orders.freight_differs': {
    zh: '新地区的运费与已付运费不同，请联系客服修改',
    en: 'Freight to the new region differs from what was agreed, please ask customer service',
  },
  'orders.more_than_left': { zh: '数量超过了可退的数量（还剩 {left} 件）', en: 'That is more than is left ({left})' },
  'orders.money_disputed': {
    zh: '订单 {number} 的货款被买家的银行拒付，结果出来前不能出库',
    en: 'The money of {number} is disputed by the buyer’s bank: nothing leaves until that is decided',
  },
  'orders.not_checked': {
    zh: '订单 {number} 的核对清单还没有完成',
    en: 'The check list of order {number} is not finished',
  },
  'orders.agreed_later': {
    zh: '订单 {number} 与买家约定了更晚的送货时间',
    en: 'Order {number} was agreed with its buyer to leave later',
  },
  'orders.bargain_too_far': {
    zh: '超出您的议价权限',
    en: 'That is beyond what you may agree to',
  },
  'orders.item_not_in_order': {
    zh: '这一行不能这样修改',
    en: 'This line cannot be changed so',
  },
  'orders.items_dearer': {
    zh: '改后比已付的贵，请买家另下一单补差，或由店铺承担差额',
    en: 'It would cost more than was paid: let the buyer order the rest, or let the shop bear the difference',
  },
  'orders.differ': {
    zh: '只有同一买家、同一收货人和地址、同一快递的订单可以合并，货到付款的只与货到付款的合并（{numbers}）',
    en: 'Only orders of one buyer, recipient, address and carrier can leave together, those paid on delivery among themselves ({numbers})',
  },
  'orders.cash_under_way': {
    zh: '订单 {number} 的货款正由快递代收：等签收或退回后再处理',
    en: 'The carrier is collecting the money of order {number}: wait until it is signed for or comes back',
  },
  'orders.no_cash_on_delivery': { zh: '这个订单不能货到付款', en: 'This order cannot be paid on delivery' },
  'no_cash.off': { zh: '本店没有开通货到付款', en: 'The shop does not offer cash on delivery' },
  'no_cash.amount': { zh: '金额超出货到付款的限额', en: 'The amount is outside the limits for cash on delivery' },
  'no_cash.not_shipped': { zh: '含有无需配送的商品', en: 'Something in it needs no parcel' },
  'no_cash.together': {
    zh: '与其他店铺一起下的单须在线一起支付',
    en: 'It was placed together with another shop’s order: they are paid online together',
  },
  'no_cash.region': { zh: '收货地区没有快递代收货款', en: 'No carrier collects cash at this address' },
  'orders.not_refused': { zh: '这个包裹不是拒收退回的', en: 'The parcel was not refused, or is not back' },
  'orders.grade_missing': { zh: '请给每一行定级', en: 'Every line needs a grade' },
  'orders.no_cash_there': {
    zh: '{district}没有快递代收货款，货到付款的订单不能改送到那里',
    en: 'No carrier collects cash in {district}: an order paid on delivery cannot go there',
  },
  'orders.too_few_to_merge': { zh: '请选择至少两个订单', en: 'Choose two orders at least' },
  'orders.not_merged': { zh: '订单 {number} 没有合并', en: 'Order {number} is not merged' },
  'orders.other_is_short': {
    zh: '同箱的订单 {number} 缺货，请先处理它',
    en: 'Order {number} in the same box is short: settle that one first',
  },
  'report.order': { zh: '订单', en: 'Order' },
  'report.customer': { zh: '收货人', en: 'Recipient' },
  'report.money': { zh: '已付/已退/净额', en: 'Paid/refunded/kept' },
  'report.line': { zh: '商品', en: 'Line' },
  'report.case': { zh: '售后', en: 'Case' },
  'report.refund': { zh: '退款', en: 'Refund' },
  'report.event': { zh: '经过', en: 'Event' },
  'orders.split_changes_nothing': {
    zh: '这样拆没有变化：已经是这样，或那个仓一件也没有',
    en: 'It would leave as before: it leaves like that already, or nothing of it lies there',
  },
  'orders.packed_otherwise': {
    zh: '订单 {number} 之后又改过装箱，保留现在的样子',
    en: '{number} was packed otherwise since; it stays as it is',
  },
  'orders.tag_not_found': { zh: '没有这个标签，可能刚被删除', en: 'There is no such tag; it may have been taken away' },
  'orders.tag_name_invalid': { zh: '标签名称为 1–{most} 个字', en: 'A tag has a name of at most {most} characters' },
  'orders.tag_name_taken': { zh: '已经有标签“{name}”', en: 'There is a tag “{name}” already' },
  'orders.tags_too_many': {
    zh: '最多 {most} 个标签，请先删除不用的',
    en: 'There are {most} tags, which is the most: take one away first',
  },
  'orders.memo': { zh: '买家留言', en: 'Remark' },

  'order.headline.awaiting_payment': { zh: '待付款', en: 'Awaiting payment' },
  'order.headline.in_review': { zh: '待审核', en: 'In review' },
  'order.headline.on_hold': { zh: '已挂起', en: 'On hold' },
  'order.headline.pending': { zh: '待处理', en: 'Pending handling' },
  'order.headline.released': { zh: '配货中', en: 'Being picked' },
  'order.headline.short': { zh: '缺货待处理', en: 'Short of stock' },
  'order.headline.partly_shipped': { zh: '部分发货', en: 'Partly shipped' },
  'order.headline.shipped': { zh: '已发货', en: 'Shipped' },
  'order.headline.delivered': { zh: '已签收', en: 'Delivered' },
  'order.headline.received': { zh: '已收货', en: 'Received' },
  'order.headline.after_sales': { zh: '售后中', en: 'After-sales' },
  'order.headline.refunding': { zh: '退款中', en: 'Refund under way' },
  'order.headline.refunded': { zh: '已退款', en: 'Refunded' },
  'order.headline.completed': { zh: '已完成', en: 'Completed' },
  'order.headline.cancelled': { zh: '已取消', en: 'Cancelled' },

  'order.status.open': { zh: '进行中', en: 'Open' },
  'order.status.cancelled': { zh: '已取消', en: 'Cancelled' },
  'order.status.completed': { zh: '已完成', en: 'Completed' },
  'order.review.not_needed': { zh: '无需审核', en: 'Not needed' },
  'order.review.waiting': { zh: '待审核', en: 'Waiting' },
  'order.review.held': { zh: '已挂起', en: 'On hold' },
  'order.review.approved': { zh: '已通过', en: 'Approved' },
  'order.review.rejected': { zh: '已驳回', en: 'Rejected' },
  'order.payment.awaiting': { zh: '待付款', en: 'Awaiting payment' },
  'order.payment.on_delivery': { zh: '货到付款', en: 'Cash on delivery' },
  'order.payment.paid': { zh: '已付款', en: 'Paid' },
  'order.payment.partly_refunded': { zh: '部分退款', en: 'Partly refunded' },
  'order.payment.refunded': { zh: '已全额退款', en: 'Refunded' },
  'order.fulfilment.waiting': { zh: '待校验', en: 'Waiting' },
  'order.fulfilment.pending': { zh: '待处理', en: 'Pending handling' },
  'order.fulfilment.released': { zh: '配货中', en: 'With the warehouse' },
  'order.fulfilment.short': { zh: '缺货', en: 'Short of stock' },
  'order.fulfilment.partly_shipped': { zh: '部分发货', en: 'Partly shipped' },
  'order.fulfilment.shipped': { zh: '已发货', en: 'Shipped' },
  'order.fulfilment.delivered': { zh: '已签收', en: 'Delivered' },
  'order.fulfilment.received': { zh: '已收货', en: 'Received' },
  'order.fulfilment.cancelled': { zh: '已撤回', en: 'Withdrawn' },
  'order.after_sales.none': { zh: '无售后', en: 'None' },
  'order.after_sales.open': { zh: '售后处理中', en: 'Open' },
  'order.after_sales.settled': { zh: '售后已完结', en: 'Settled' },

  'checkout.delisted': { zh: '商品已下架', en: 'No longer for sale' },
  'checkout.sold_out': { zh: '商品已售罄', en: 'Sold out' },
  'checkout.fewer_left': { zh: '库存不足，还剩 {available} 件', en: 'Only {available} left' },
  'checkout.price_changed': { zh: '价格有变化', en: 'The price has changed' },
  'checkout.nothing_selected': { zh: '没有选择商品', en: 'Nothing is selected' },
  'checkout.address_missing': { zh: '请填写收货地址', en: 'Please give an address' },
  'checkout.address_unreachable': { zh: '该地址暂时无法送达', en: 'We cannot deliver to this address' },

  'checkout.no_shared_carrier': {
    zh: '这件商品与其他商品没有共同的快递，请分开下单',
    en: 'No carrier may bring this together with the rest; please order it separately',
  },
  'checkout.line_not_carried': {
    zh: '能送这件商品的快递到不了该地址',
    en: 'The carriers that bring this do not reach the address',
  },
  'orders.production_not_found': { zh: '没有这项生产任务', en: 'There is no such work' },
  'orders.production_cannot': {
    zh: '生产任务当前状态不能执行此操作',
    en: 'The work cannot do that in its present state',
  },
  'orders.production_under_way': {
    zh: '商品已开始按单生产，不能自行取消，请联系客服',
    en: 'Your goods are being made: please ask our service to call the order off',
  },
  'orders.not_made_yet': { zh: '订单还有商品没有生产完成', en: 'Not all goods of the order are made yet' },
  'production.status.waiting': { zh: '待生产', en: 'To be made' },
  'production.status.making': { zh: '生产中', en: 'Being made' },
  'production.status.made': { zh: '已完成', en: 'Made' },
  'production.status.cancelled': { zh: '已取消', en: 'Cancelled' },
  'production.step.start': { zh: '开始生产', en: 'Start' },
  'production.step.note': { zh: '备注', en: 'Note' },
  'production.step.finish': { zh: '生产完成', en: 'Finished' },
  'notice.order.to_make': { zh: '订单 {number} 有商品待生产', en: 'Order {number} has goods to be made' },
  'orders.transfer_under_way': {
    zh: '商品正在调货（{transfer}），到货后才能发货；不再需要请先撤回调货单',
    en: 'Goods are on their way from another warehouse ({transfer}); withdraw the transfer if they are not needed any more',
  },
  'orders.carrier_not_offered': {
    zh: '这种配送方式现在不能用了，请重新选择',
    en: 'This way of delivery is not offered any more, please choose again',
  },
  'orders.no_shared_carrier': {
    zh: '“{name}”与其他商品没有共同的快递，请分开下单',
    en: 'No carrier may bring “{name}” together with the rest; please order it separately',
  },
  'orders.line_not_carried': {
    zh: '能送“{name}”的快递到不了该地址',
    en: 'The carriers that bring “{name}” do not reach the address',
  },

  'request.colour_size': { zh: '颜色/尺码', en: 'Colour/size' },
  'request.merge': { zh: '合并发货', en: 'Ship together' },
  'request.courier': { zh: '指定快递', en: 'Courier' },
  'request.gift': { zh: '赠品/礼盒', en: 'Gift' },
  'request.address': { zh: '地址', en: 'Address' },
  'request.recipient': { zh: '收货人', en: 'Recipient' },
  'request.phone': { zh: '电话', en: 'Phone' },
  'request.delivery_time': { zh: '约定送货', en: 'Agreed delivery' },
  'request.other': { zh: '其他', en: 'Other' },

  'reason.disputed_before': { zh: '买家曾拒付', en: 'Disputed a payment before' },
  'reason.high_risk_address': { zh: '高风险地址', en: 'High-risk address' },
  'reason.large_amount': { zh: '大额订单', en: 'Large amount' },
  'reason.large_first_order': { zh: '首单大额', en: 'Large first order' },
  'reason.address_unreachable': { zh: '地址无法送达', en: 'Address not reachable' },
  'reason.carrier_not_for_goods': { zh: '快递不适用于商品', en: 'Carrier may not bring the goods' },
  'reason.stock_missing': { zh: '库存未锁定', en: 'Stock not secured' },
  'reason.rule': { zh: '规则要求人工处理', en: 'A rule gives it to a person' },
  'reason.refused': { zh: '拒收退回', en: 'refused at the door' },
  'reason.unpaid': { zh: '超时未付款', en: 'not paid in time' },
  'reason.out_of_stock': { zh: '商品缺货', en: 'out of stock' },
  'reason.review_rejected': { zh: '审核未通过', en: 'rejected in review' },
  'reason.changed_mind': { zh: '不想要了', en: 'changed my mind' },
  'reason.wrong_address': { zh: '地址或电话填错', en: 'wrong address or phone' },
  'reason.ordered_twice': { zh: '重复下单', en: 'ordered twice' },
  'reason.voucher_unused': { zh: '退未使用的券', en: 'voucher not used' },
  'reason.too_slow': { zh: '等待太久', en: 'took too long' },

  'notice.order.in_review': { zh: '订单 {number} 待人工审核', en: 'Order {number} waits for review' },
  'notice.order.to_release': { zh: '订单 {number} 待放行', en: 'Order {number} waits for release' },
  'notice.order.short': {
    zh: '订单 {number} 拣货缺货，请联系买家',
    en: 'Order {number} is short of stock, please settle it with the buyer',
  },
  'notice.order.parcel_returned': {
    zh: '订单 {number} 的包裹正在退回，请联系买家',
    en: 'A parcel of order {number} is coming back, please settle it with the buyer',
  },
  'notice.order.request': { zh: '订单 {number} 新的特殊要求：{text}', en: 'Order {number} has a new request: {text}' },
  'notice.order.promise_soon': {
    zh: '订单 {number} 即将超过发货承诺',
    en: 'Order {number}: the dispatch promise ends soon',
  },
  'notice.order.promise_broken': {
    zh: '订单 {number} 已超过发货承诺',
    en: 'Order {number}: the dispatch promise is broken',
  },

  'message.order.placed': {
    zh: '【{shop}】订单 {number} 已提交，应付 {total}，请尽快付款。',
    en: '[{shop}] Order {number} is placed. Please pay {total} soon.',
  },
  'message.order.paid': {
    zh: '【{shop}】订单 {number} 已收到付款 {total}，我们将尽快发货。',
    en: '[{shop}] We received {total} for order {number} and will ship it soon.',
  },
  'message.order.pay_on_delivery': {
    zh: '【{shop}】订单 {number} 选择货到付款，签收时请向快递员支付 {total}。',
    en: '[{shop}] Order {number} is paid on delivery: please have {total} ready for the courier.',
  },
  'message.order.waived': {
    zh: '【{shop}】订单 {number} 的货到付款金额减少 {amount}，还需支付 {due}。',
    en: '[{shop}] Order {number}: {amount} less to pay on delivery, {due} remain.',
  },
  'message.order.collected': {
    zh: '【{shop}】订单 {number} 的货到付款 {amount} 已收讫，谢谢。',
    en: '[{shop}] {amount} for order {number} was paid on delivery. Thank you.',
  },
  'message.order.price_changed': {
    zh: '【{shop}】订单 {number} 已改价，应付 {amount}，请尽快付款。',
    en: '[{shop}] The price of order {number} was changed. Please pay {amount} soon.',
  },
  'message.order.items_changed': {
    zh: '【{shop}】订单 {number} 的商品已修改，请到订单页查看。',
    en: '[{shop}] The items of order {number} were changed; see the order page.',
  },
  'message.order.payment_failed': {
    zh: '【{shop}】订单 {number} 付款未成功，您可以再试一次。',
    en: '[{shop}] The payment for order {number} did not go through. You can try again.',
  },
  'message.order.review_needed': {
    zh: '【{shop}】订单 {number} 正在人工确认，稍后为您安排发货。',
    en: '[{shop}] Order {number} is being checked by our staff and will ship afterwards.',
  },
  'message.order.held': {
    zh: '【{shop}】订单 {number} 暂缓发货，客服会与您联系。',
    en: '[{shop}] Order {number} is on hold; our service will contact you.',
  },
  'message.order.released': {
    zh: '【{shop}】订单 {number} 已交仓库配货。',
    en: '[{shop}] Order {number} is being picked.',
  },
  'message.order.short': {
    zh: '【{shop}】抱歉，订单 {number} 有商品缺货。请在订单页选择等待、换货或退款，客服也会与您联系。',
    en: '[{shop}] Sorry, some goods of order {number} are missing. Choose on the order page whether to wait, take something else or be refunded; our service will contact you too.',
  },
  'message.order.parted': {
    zh: '【{shop}】订单 {number} 有货的商品先发；其余 {pieces} 件到货即补发，最晚 {restBy}，不另收运费。每个包裹装了什么，见订单页。',
    en: '[{shop}] What is in stock of order {number} goes ahead; the other {pieces} pcs follow as soon as they are in, by {restBy} at the latest, at no extra freight. The order page shows what is in which parcel.',
  },
  'message.order.recipient_changed': {
    zh: '【{shop}】订单 {number} 的收货信息已修改。',
    en: '[{shop}] The delivery details of order {number} were changed.',
  },
  'message.order.partly_shipped': {
    zh: '【{shop}】订单 {number} 部分商品已发货，{waybill}。',
    en: '[{shop}] Part of order {number} has shipped: {waybill}.',
  },
  'message.order.shipped': {
    zh: '【{shop}】订单 {number} 已发货，{waybill}。',
    en: '[{shop}] Order {number} has shipped: {waybill}.',
  },
  'message.parcel.moved': {
    zh: '【{shop}】订单 {number} 的包裹正在派送，请留意电话，签收前先当面验货。',
    en: '[{shop}] The parcel of order {number} is out for delivery. Please check the goods before you sign.',
  },
  'message.order.delivered': {
    zh: '【{shop}】订单 {number} 已送达，请检查商品并确认收货。',
    en: '[{shop}] Order {number} was delivered. Please inspect the goods and confirm receipt.',
  },
  'message.order.received': {
    zh: '【{shop}】订单 {number} 已确认收货，谢谢惠顾。',
    en: '[{shop}] Receipt of order {number} is confirmed. Thank you.',
  },
  'message.order.completed': { zh: '【{shop}】订单 {number} 已完成。', en: '[{shop}] Order {number} is completed.' },
  'message.order.cancelled': {
    zh: '【{shop}】订单 {number} 已取消（{reason}）。',
    en: '[{shop}] Order {number} was cancelled ({reason}).',
  },
  'message.order.refund_requested': {
    zh: '【{shop}】订单 {number} 的退款 {amount} 已受理，将原路退回。',
    en: '[{shop}] A refund of {amount} for order {number} is on its way by the route it came.',
  },
  'message.order.refunded': {
    zh: '【{shop}】订单 {number} 的退款 {amount} 已退回原支付账户。',
    en: '[{shop}] {amount} for order {number} has been refunded.',
  },
  'message.refund.succeeded': {
    zh: '【{shop}】订单 {number} 多付的 {amount} 已退回原支付账户。',
    en: '[{shop}] {amount} paid too much for order {number} has been refunded.',
  },
})
