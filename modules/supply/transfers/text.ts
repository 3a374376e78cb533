import { texts } from '#kernel/text'

export const transfersText = texts({
  'transfers.not_found': { zh: '没有这张调货单', en: 'There is no such transfer' },
  'transfers.cannot': { zh: '调货单当前状态不能执行此操作', en: 'The transfer cannot do that in its present state' },
  'transfers.same_warehouse': { zh: '调出与调入不能是同一个仓库', en: 'Goods are asked from another warehouse' },
  'transfers.no_lines': { zh: '请选择要调的商品和数量', en: 'Say which goods, and how many' },
  'transfers.text_missing': { zh: '请写明原因或说明', en: 'Say why, or what the next shift must know' },
  'transfers.needed_in_past': { zh: '需要时间必须晚于现在', en: 'It must be needed at a time to come' },
  'transfers.more_than_sent': {
    zh: '收到的不能多于发出的 {sent} 件',
    en: 'No more than the {sent} pieces that were sent can be received',
  },
  'transfers.status.requested': { zh: '待仓库确认', en: 'Requested' },
  'transfers.status.accepted': { zh: '待发出', en: 'Accepted' },
  'transfers.status.refused': { zh: '仓库已拒绝', en: 'Refused' },
  'transfers.status.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'transfers.status.sent': { zh: '在途', en: 'On the way' },
  'transfers.status.received': { zh: '已收到', en: 'Received' },
  'transfers.status.closed': { zh: '已办结', en: 'Closed' },
  'transfers.step.accept': { zh: '接受', en: 'Accept' },
  'transfers.step.refuse': { zh: '拒绝', en: 'Refuse' },
  'transfers.step.withdraw': { zh: '撤回', en: 'Withdraw' },
  'transfers.step.send': { zh: '发出', en: 'Send' },
  'transfers.step.receive': { zh: '收货', en: 'Receive' },
  'transfers.step.close': { zh: '办结', en: 'Close' },
  'transfers.note.note': { zh: '备注', en: 'Note' },
  'transfers.note.hand_over': { zh: '交班', en: 'Handed over' },
  'transfers.note.take_over': { zh: '接手', en: 'Taken over' },
  'notice.transfer.requested': {
    zh: '调货单 {number}（订单 {order}）等待仓库确认',
    en: 'Transfer {number} for order {order} waits for the warehouse',
  },
  'notice.transfer.accepted': { zh: '调货单 {number}：仓库已接受', en: 'Transfer {number} was accepted' },
  'notice.transfer.refused': {
    zh: '调货单 {number}：仓库已拒绝，{reason}',
    en: 'Transfer {number} was refused: {reason}',
  },
  'notice.transfer.sent': { zh: '调货单 {number} 已发出，等待收货', en: 'Transfer {number} is on the way' },
  'notice.transfer.received': {
    zh: '调货单 {number} 已收到，请继续处理订单 {order}',
    en: 'Transfer {number} has arrived; go on with order {order}',
  },
})
