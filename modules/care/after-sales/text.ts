import { texts } from '#kernel/text'

export const afterSalesText = texts({
  'cases.not_found': { zh: '没有这个售后单', en: 'There is no such case' },
  'cases.cannot': {
    zh: '售后单当前状态（{statusName}）不能执行此操作',
    en: 'A case that is “{statusName}” cannot do that',
  },
  'cases.nothing_chosen': { zh: '请选择要退的商品', en: 'Choose what you want to return' },
  'cases.too_many': { zh: '“{name}”最多还能退 {most} 件', en: 'At most {most} more of “{name}” can be returned' },
  'cases.not_in_order': { zh: '订单里没有这件商品', en: 'That is not part of the order' },
  'cases.window_over': { zh: '已超过退货期限（{until}）', en: 'The return window is over ({until})' },
  'cases.not_paid': { zh: '订单还没有付款，可以直接取消', en: 'The order is not paid yet; you can simply cancel it' },
  'cases.not_shipped': {
    zh: '商品还没有发出，可以直接取消订单',
    en: 'The goods have not left yet; you can simply cancel the order',
  },
  'cases.description_missing': { zh: '请写明情况', en: 'Please say what is wrong' },
  'cases.not_in_case': { zh: '售后单里没有这件商品', en: 'That is not part of the case' },
  'cases.received_differs': {
    zh: '“{name}”的收货数量须为 0 到 {most}',
    en: 'Of “{name}” between 0 and {most} can arrive',
  },
  'cases.grade_missing': { zh: '请为“{name}”定级', en: '“{name}” needs a grade' },
  'cases.not_handled': { zh: '售后完成后才能评价', en: 'A case can be rated once it has been dealt with' },
  'cases.rated_already': { zh: '这次售后已经评价过了', en: 'This case has been rated already' },
  'cases.stars_missing': { zh: '请选择 1 到 5 颗星', en: 'Please choose from one to five stars' },
  'cases.too_many_pictures': { zh: '最多上传 {most} 张图片', en: 'At most {most} pictures' },
  'cases.no_replacement': {
    zh: '“{name}”不能换成所选规格：只能换同款同价、需要发货的商品',
    en: '“{name}” cannot be replaced by that: only by the same product at the same price, if it is shipped',
  },
  'cases.replacement_sold_out': {
    zh: '用来更换“{name}”的商品只剩 {most} 件，请选其他规格或改为退货',
    en: 'Only {most} left to replace “{name}”: choose another or return it instead',
  },
  'cases.one_replacement': { zh: '同一件商品只能换成一种规格', en: 'A line can be exchanged for one other variant' },
  'cases.confirms_own': {
    zh: '超出上限的补偿须由另一位同事确认',
    en: 'A compensation above the limit is confirmed by somebody else',
  },
  'cases.not_for_kind': {
    zh: '“{kindName}”不能执行此操作，或商品还没有寄回质检',
    en: 'That is not done with a case of the kind “{kindName}”, or its goods have not been checked yet',
  },
  'cases.one_of_line': {
    zh: '原商品和换来的商品请分开申请',
    en: 'Apply for what you ordered and for what you got in exchange separately',
  },
  'cases.no_warranty': {
    zh: '“{name}”没有保修，可以选择退货或换货',
    en: '“{name}” has no warranty: you can return or exchange it',
  },
  'cases.warranty_over': { zh: '“{name}”的保修已于 {until} 到期', en: 'The warranty of “{name}” ended on {until}' },
  'case.choice.refund': { zh: '退款', en: 'the money' },
  'case.choice.exchange': { zh: '换一件新的', en: 'a new one' },
  'case.choice.as_is': { zh: '原样寄回', en: 'having it back as it is' },
  'case.fault.shop': { zh: '商家责任', en: 'The shop’s' },
  'case.fault.buyer': { zh: '非商家责任', en: 'Not the shop’s' },
  'case.kind.repair': { zh: '保修维修', en: 'Repair' },
  'case.kind.refund': { zh: '仅退款', en: 'Refund only' },
  'case.kind.return': { zh: '退货退款', en: 'Return and refund' },
  'case.kind.exchange': { zh: '换货', en: 'Exchange' },
  'case.kind.reshipment': { zh: '补发', en: 'Send again' },
  'case.kind.compensation': { zh: '补偿', en: 'Compensation' },
  'case.kind.parcel_inquiry': { zh: '查件', en: 'Parcel inquiry' },
  'case.status.applied': { zh: '待审核', en: 'Applied' },
  'case.status.asked': { zh: '待补充', en: 'More asked' },
  'case.status.to_confirm': { zh: '待复核', en: 'To be confirmed' },
  'case.status.approved': { zh: '待寄回', en: 'Approved, send it back' },
  'case.status.refused': { zh: '已拒绝', en: 'Refused' },
  'case.status.sent_back': { zh: '退货在途', en: 'On its way back' },
  'case.status.arrived': { zh: '待质检', en: 'Arrived, to be checked' },
  'case.status.graded': { zh: '已质检', en: 'Checked' },
  'case.status.refunding': { zh: '退款中', en: 'Refunding' },
  'case.status.replacing': { zh: '待发出', en: 'To be sent' },
  'case.status.repairing': { zh: '维修中', en: 'Being repaired' },
  'case.status.unrepairable': { zh: '待买家选择', en: 'Cannot be repaired' },
  'case.status.on_the_way': { zh: '已发出', en: 'On its way' },
  'case.status.settled': { zh: '已完成', en: 'Settled' },
  'case.status.withdrawn': { zh: '已撤销', en: 'Withdrawn' },
  'case.status.open': { zh: '处理中', en: 'Open' },
  'case.reason.no_reason': { zh: '七天无理由', en: 'Changed my mind' },
  'case.reason.damaged': { zh: '商品破损', en: 'Arrived damaged' },
  'case.reason.wrong_goods': { zh: '发错商品', en: 'Wrong goods' },
  'case.reason.missing': { zh: '少件漏发', en: 'Something is missing' },
  'case.reason.quality': { zh: '质量问题', en: 'Quality issue' },
  'case.reason.not_as_described': { zh: '与描述不符', en: 'Not as described' },
  'case.reason.late': { zh: '迟迟未收到', en: 'Too late' },
  'case.reason.other': { zh: '其他', en: 'Other' },
  'case.reason.no_tracking': { zh: '物流无更新', en: 'No tracking update' },
  'case.grade.as_new': { zh: '完好，可再售', en: 'As new' },
  'case.grade.flawed': { zh: '有瑕疵', en: 'Flawed' },
  'case.grade.unusable': { zh: '不可用', en: 'Unusable' },
  'case.grade.wrong_goods': { zh: '非本店商品', en: 'Not our goods' },
  'case.note.exchange': { zh: '售后换货，原订单 {order}', en: 'Exchange for order {order}' },
  'case.note.repair': {
    zh: '维修品寄回（买家财产，不动库存），原订单 {order}',
    en: 'Goods of the buyer go back after a repair, order {order}',
  },
  'case.note.reshipment': { zh: '售后补发，原订单 {order}', en: 'Sent again for order {order}' },
  'notice.case.to_confirm': {
    zh: '补偿 {number} 超出上限，{by} 已同意，请另一人复核',
    en: 'Compensation {number} is above the limit: {by} agrees, somebody else has to confirm',
  },
  'notice.case.parcel_returned': {
    zh: '售后单 {number} 发出的包裹被退回，请联系买家',
    en: 'The parcel of case {number} is coming back: contact the buyer',
  },
  'notice.case.applied': { zh: '新的售后申请 {number}（{kindName}）', en: 'New application {number} ({kindName})' },
  'notice.case.answered': { zh: '买家已补充售后单 {number}', en: 'The buyer has answered about case {number}' },
  'notice.case.differs': { zh: '退货 {number} 与申请不符，请核实', en: 'Return {number} is not what was applied for' },
  'notice.case.solve_soon': {
    zh: '售后单 {number} 的处理时限即将到期',
    en: 'Case {number}: the time to answer it ends soon',
  },
  'notice.case.solve_broken': {
    zh: '售后单 {number} 已超过处理时限',
    en: 'Case {number}: the time to answer it is over',
  },
  'notice.case.check_soon': {
    zh: '退货 {number} 的质检时限即将到期',
    en: 'Return {number}: the time to check it ends soon',
  },
  'notice.case.check_broken': {
    zh: '退货 {number} 已超过质检时限',
    en: 'Return {number}: the time to check it is over',
  },
  'notice.case.repair_soon': {
    zh: '维修单 {number} 的完成时限即将到期',
    en: 'Repair {number}: the time to finish it ends soon',
  },
  'notice.case.repair_broken': {
    zh: '维修单 {number} 已超过完成时限',
    en: 'Repair {number}: the time to finish it is over',
  },
  'notice.case.chosen': {
    zh: '无法维修的 {number}：买家选择{choiceName}，请质检定级',
    en: 'Repair {number} was not possible: the buyer chose ({choiceName}); check and grade it',
  },
  'notice.case.refund_soon': {
    zh: '售后单 {number} 的退款时限即将到期',
    en: 'Case {number}: the time to refund it ends soon',
  },
  'notice.case.refund_broken': {
    zh: '售后单 {number} 已超过退款时限',
    en: 'Case {number}: the time to refund it is over',
  },
  'notice.parcel.stalled': {
    zh: '包裹 {waybillNumber} 长时间没有物流更新，查件单 {number}',
    en: 'Parcel {waybillNumber} has had no tracking for too long, case {number}',
  },
  'case.message.approved_return': {
    zh: '【{shop}】您的退货申请 {number} 已通过，请寄回商品并填写快递单号。',
    en: '[{shop}] Your return {number} is approved. Send the goods back and enter the waybill number.',
  },
  'case.message.approved_refund': {
    zh: '【{shop}】您的退款申请 {number} 已通过，退款将原路返回。',
    en: '[{shop}] Your refund {number} is approved and goes back the way you paid.',
  },
  'case.message.approved_exchange': {
    zh: '【{shop}】您的换货申请 {number} 已通过，新商品已为您预留，请寄回原商品并填写快递单号。',
    en: '[{shop}] Your exchange {number} is approved and the new goods are kept for you. Send the old ones back and enter the waybill number.',
  },
  'case.message.approved_reshipment': {
    zh: '【{shop}】您的补发申请 {number} 已通过，我们会尽快发出。',
    en: '[{shop}] Your request {number} is approved: we will send the goods again soon.',
  },
  'case.message.approved_repair': {
    zh: '【{shop}】您的维修申请 {number} 已通过，请寄回商品并填写快递单号，邮费到付由我们承担。',
    en: '[{shop}] Your repair {number} is approved. Send the goods to us freight collect and enter the waybill number.',
  },
  'case.message.repairing': {
    zh: '【{shop}】维修单 {number} 的商品已开始维修，预计 {days} 天内完成。',
    en: '[{shop}] We have begun to repair the goods of case {number} and expect to finish within {days} days.',
  },
  'case.message.mended': {
    zh: '【{shop}】维修单 {number} 已修好：{finding}。我们会尽快寄回。',
    en: '[{shop}] Repair {number} is done: {finding}. We will send it back soon.',
  },
  'case.message.unrepairable': {
    zh: '【{shop}】维修单 {number} 的商品无法修复：{finding}。请在售后单中选择退款、换新或原样寄回。',
    en: '[{shop}] The goods of case {number} cannot be repaired: {finding}. Please choose on its page: your money, a new one, or having it back.',
  },
  'case.message.handed_in_refund': {
    zh: '【{shop}】售后单 {number}：您选择了退款，商品检验后原路退回。',
    en: '[{shop}] Case {number}: you chose your money. It goes back the way you paid once the goods are checked.',
  },
  'case.message.handed_in_exchange': {
    zh: '【{shop}】售后单 {number}：您选择了换新，新商品已为您预留，检验后寄出。',
    en: '[{shop}] Case {number}: you chose a new one. It is kept for you and leaves once the goods are checked.',
  },
  'case.message.not_repaired': {
    zh: '【{shop}】维修单 {number} 的包裹里没有要维修的商品，维修已结束，如有疑问请联系客服。',
    en: '[{shop}] There was nothing to repair in the parcel of case {number}, which has ended. Please contact us if that surprises you.',
  },
  'case.message.fault_judged': {
    zh: '【{shop}】我们核实了售后单 {number} 的责任，预计退款改为 {amount}。',
    en: '[{shop}] We have looked into case {number}: you can now expect {amount} back.',
  },
  'case.message.approved_compensation': {
    zh: '【{shop}】您的补偿申请 {number} 已通过，{amount} 将原路退回。',
    en: '[{shop}] Your compensation {number} is approved: {amount} goes back the way you paid.',
  },
  'case.message.replacing': {
    zh: '【{shop}】您寄回的商品（{number}）已验收，新商品正在配货。',
    en: '[{shop}] What you sent back ({number}) has been checked. The new goods are being packed.',
  },
  'case.message.on_the_way': {
    zh: '【{shop}】售后单 {number} 的商品已发出，快递单号 {waybills}。',
    en: '[{shop}] The goods of case {number} have left, waybill {waybills}.',
  },
  'case.message.paid_instead': {
    zh: '【{shop}】售后单 {number} 的商品无法发出，我们将为您原路退款。',
    en: '[{shop}] We cannot send the goods of case {number}. Your money goes back the way you paid.',
  },
  'case.message.returned_instead': {
    zh: '【{shop}】换货申请 {number} 已改为退货退款，验收后原路退款。',
    en: '[{shop}] Your exchange {number} is now a return: the money goes back once the goods are checked.',
  },
  'case.message.not_replaced': {
    zh: '【{shop}】换货 {number} 已检查：没有收到可更换的商品，如有疑问请联系客服。',
    en: '[{shop}] We checked exchange {number} and found nothing to replace. Please contact us if that surprises you.',
  },
  'case.message.lapsed': {
    zh: '【{shop}】换货申请 {number} 因未在期限内寄回已关闭，如仍需要请重新申请。',
    en: '[{shop}] Exchange {number} has ended because nothing was sent back in time. You may apply again.',
  },
  'case.message.refused': {
    zh: '【{shop}】您的售后申请 {number} 未通过：{reason}',
    en: '[{shop}] Your application {number} was refused: {reason}',
  },
  'case.message.asked': {
    zh: '【{shop}】关于售后申请 {number}，请补充：{question}',
    en: '[{shop}] About {number}, please tell us: {question}',
  },
  'case.message.arrived': {
    zh: '【{shop}】您寄回的商品（{number}）已到仓，我们会在 {hours} 小时内完成质检。',
    en: '[{shop}] What you sent back ({number}) has arrived and will be checked within {hours} hours.',
  },
  'case.message.settled': { zh: '【{shop}】售后单 {number} 已完成。', en: '[{shop}] Case {number} is settled.' },
  'case.message.not_refunded': {
    zh: '【{shop}】退货 {number} 已检查：没有收到可退款的商品，如有疑问请联系客服。',
    en: '[{shop}] We checked return {number} and found nothing to refund. Please contact us if that surprises you.',
  },
  'case.message.stalled': {
    zh: '【{shop}】您的包裹长时间没有物流更新，我们已经开始查询，单号 {number}。',
    en: '[{shop}] Your parcel has had no tracking for too long. We are looking into it, case {number}.',
  },
  'case.message.found': {
    zh: '【{shop}】查件单 {number} 已处理完毕，感谢您的耐心等待。',
    en: '[{shop}] We have dealt with case {number} about your parcel. Thank you for your patience.',
  },
})
