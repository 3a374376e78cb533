import { texts } from '#kernel/text'

export const settlementText = texts({
  'settlement.exception_not_found': { zh: '没有这条差异', en: 'There is no such difference' },
  'settlement.exception_settled': { zh: '这条差异已经处理过', en: 'The difference is settled already' },
  'settlement.resolution_unfit': { zh: '这种差异不能这样处理', en: 'This difference cannot be settled that way' },
  'settlement.provider_still_differs': {
    zh: '支付渠道仍未确认 {number}，差异保留待处理',
    en: 'The provider has not confirmed {number} yet; the difference stays open',
  },
  'notice.bill.differs': {
    zh: '{day} 的渠道账单有 {count} 条差异待处理',
    en: 'The provider’s bill of {day} differs in {count} places',
  },
  'bill.provider.wechat': { zh: '微信支付', en: 'WeChat Pay' },
  'bill.provider.alipay': { zh: '支付宝', en: 'Alipay' },
  'bill.provider.stripe': { zh: 'Stripe', en: 'Stripe' },
  'difference.missing_here': { zh: '渠道有，我们没有', en: 'Theirs, not ours' },
  'difference.missing_there': { zh: '我们有，渠道没有', en: 'Ours, not theirs' },
  'difference.amount': { zh: '金额不同', en: 'Amount differs' },
  'difference.status': { zh: '状态不同', en: 'Status differs' },
  'difference.fee': { zh: '手续费不同', en: 'Fee differs' },
  'difference.twice': { zh: '同一笔出现多次', en: 'Named more than once' },
  'difference.missing_here.todo': {
    zh: '查清这笔钱是谁的：是本店的就入账为多收款，否则注明不属于本店。',
    en: 'Find out whose money it is: book it as an overpayment if it is ours, or note that it is not.',
  },
  'difference.missing_there.todo': {
    zh: '向渠道再查一次；跨零点的交易通常出现在下一天的账单里。',
    en: 'Ask the provider once more; what happened around midnight usually stands in the next day’s bill.',
  },
  'difference.amount.todo': {
    zh: '买家付的与应付不符：按已付接收订单，或在渠道后台退回后注明。',
    en: 'The buyer paid something else than was due: take it as paid, or send it back at the provider and note that.',
  },
  'difference.status.todo': {
    zh: '渠道说已完成，我们没有：向渠道再查一次就会同步。',
    en: 'The provider has finished it and we have not: asking it once more brings us up to date.',
  },
  'difference.fee.todo': {
    zh: '账单的手续费已入账；如费率变了，请改设置。',
    en: 'The bill’s fee is booked. If the rate has changed, change the setting.',
  },
  'difference.twice.todo': {
    zh: '只入账一次。问渠道是否真的多收（退）了：是就把多出的部分入账，已退回则注明，只是文件重复则已知悉。',
    en: 'Counted once. Ask the provider whether the money really moved again: book the rest if it did, note that it was sent back, or that only the file repeats it.',
  },
  'resolution.ask_provider': { zh: '再查一次渠道', en: 'Ask the provider' },
  'resolution.accept': { zh: '按已付接收', en: 'Take it as paid' },
  'resolution.returned': { zh: '已在渠道退回', en: 'Sent back at the provider' },
  'resolution.book': { zh: '入账为多收款', en: 'Book as overpayment' },
  'resolution.not_ours': { zh: '不属于本店', en: 'Not ours' },
  'resolution.noted': { zh: '已知悉', en: 'Noted' },
  'resolution.came_later': { zh: '后来的账单里有', en: 'A later bill names it' },
})
