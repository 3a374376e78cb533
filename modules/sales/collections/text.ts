import { texts } from '#kernel/text'

export const collectionsText = texts({
  'collections.statement_empty': { zh: '账单里没有明细', en: 'The statement has no line' },
  'collections.statement_line_invalid': {
    zh: '第 {row} 行不对：要有运单号、代收金额（大于零）和不超过它的手续费',
    en: 'Line {row} is not right: a waybill number, an amount above zero and a fee within it are needed',
  },
  'collections.statement_columns_missing': {
    zh: '表里找不到“运单号”和“代收金额”两列',
    en: 'The sheet has no columns “waybill” and “amount”',
  },
  'collections.statement_head_missing': {
    zh: '请填写账单号和到账日期',
    en: 'Give the number of the statement and the day the money came',
  },
  'collections.statement_differs': {
    zh: '账单号 {reference} 已经登记过，内容与这次不同',
    en: 'Statement {reference} was recorded before, with other lines',
  },
  'collections.difference_not_found': { zh: '没有这条差异', en: 'There is no such difference' },
  'collections.difference_settled': { zh: '这条差异已经处理过', en: 'The difference is settled already' },
  'collections.resolution_unfit': { zh: '这种差异不能这样处理', en: 'This difference cannot be settled that way' },
  'notice.cash.differs': {
    zh: '{carrier} 运单 {waybillNumber} 的代收货款对不上，请处理',
    en: 'The cash of {carrier} {waybillNumber} differs: please settle it',
  },
  'notice.cash.overdue': {
    zh: '{carrier} 有 {count} 个包裹的代收货款共 {amount} 逾期未交回',
    en: '{carrier} has not handed in {amount} of {count} parcels in time',
  },
  'cash.status.on_the_way': { zh: '配送中', en: 'On the way' },
  'cash.status.collected': { zh: '已代收', en: 'Collected' },
  'cash.status.disputed': { zh: '少收待定', en: 'Collected less' },
  'cash.status.returned': { zh: '拒收退回', en: 'Refused' },
  'cash.list.outstanding': { zh: '未交回', en: 'Outstanding' },
  'cash.list.overdue': { zh: '逾期未交', en: 'Overdue' },
  'cash.list.on_the_way': { zh: '配送中', en: 'On the way' },
  'cash.list.disputed': { zh: '少收待定', en: 'Collected less' },
  'cash.list.to_grade': { zh: '拒收待验', en: 'Refused, to check' },
  'cash.list.all': { zh: '全部', en: 'All' },
  'cash.difference.collected_less': { zh: '快递少收', en: 'Collected less' },
  'cash.difference.collected_more': { zh: '快递多收', en: 'Collected more' },
  'cash.difference.unknown_waybill': { zh: '没有这个代收运单', en: 'Waybill nobody knows' },
  'cash.difference.not_collected': { zh: '拒收件却交回货款', en: 'Handed in for a refused parcel' },
  'cash.difference.twice': { zh: '重复交回', en: 'Handed in before' },
  'cash.difference.less': { zh: '少交', en: 'Handed in less' },
  'cash.difference.more': { zh: '多交', en: 'Handed in more' },
  'cash.difference.collected_less.todo': {
    zh: '签收时收的比应收少：问清快递后，放弃差额或改为已收足。订单在此之前仍算未付清。',
    en: 'Less was collected than was due. Ask the carrier, then give the rest up or take it as collected. Until then the order is not paid.',
  },
  'cash.difference.collected_more.todo': {
    zh: '签收时收的比应收多：多的已记为多收款，请联系买家退还。',
    en: 'More was collected than was due: the rest is booked as an overpayment. Give it back to the buyer.',
  },
  'cash.difference.unknown_waybill.todo': {
    zh: '账单里的运单不是本店的代收件：确认是本店的钱就入账为多收款，否则退回快递。',
    en: 'The waybill is not one of our cash parcels: book the money if it is ours, or send it back to the carrier.',
  },
  'cash.difference.not_collected.todo': {
    zh: '这个包裹已拒收退回，快递却交来货款：核实后入账或退回快递。',
    en: 'The parcel was refused and came back, and yet cash was handed in: find out, then book it or send it back.',
  },
  'cash.difference.twice.todo': {
    zh: '这个包裹的货款之前已交回：多的入账为多收款或退回快递。',
    en: 'The cash of this parcel was handed in before: book the surplus or send it back.',
  },
  'cash.difference.less.todo': {
    zh: '交回的比代收的少：等快递补交，或把差额记为损失。',
    en: 'Less was handed in than collected: wait for the rest, or write it off.',
  },
  'cash.difference.more.todo': {
    zh: '交回的比代收的多：多的入账为多收款或退回快递。',
    en: 'More was handed in than collected: book the surplus or send it back.',
  },
  'cash.resolution.accept': { zh: '放弃差额，算已付清', en: 'Give the rest up; the order is paid' },
  'cash.resolution.correct': { zh: '快递其实收足了', en: 'The carrier did collect all' },
  'cash.resolution.write_off': { zh: '差额记为损失', en: 'Write the rest off' },
  'cash.resolution.awaited': { zh: '等快递补交', en: 'Wait for the rest' },
  'cash.resolution.book': { zh: '入账为多收款', en: 'Book as overpayment' },
  'cash.resolution.returned': { zh: '退回快递', en: 'Sent back to the carrier' },
  'cash.resolution.noted': { zh: '已知悉', en: 'Noted' },
  'cash.resolution.handed_in': { zh: '快递已交足', en: 'The carrier handed it in' },
})
