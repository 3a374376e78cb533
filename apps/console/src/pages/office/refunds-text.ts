import { texts } from '#kernel/text'

export const refundsPageText = texts({
  title: { zh: '退款复核', en: 'Refunds' },
  about: {
    zh: '一个订单由员工退款累计超过设定金额（设置 › 支付）时，须由发起人以外的一位员工同意，钱才会退出。买家自己取消、系统自动产生的退款不在此列。',
    en: 'What staff give back of one order above the set amount (Settings › payments) leaves only when somebody other than who asked for it agrees. Refunds that buyers or the house bring about by themselves are not among them.',
  },
  'show.waiting': { zh: '待复核', en: 'Waiting' },
  'show.decided': { zh: '已复核', en: 'Decided' },
  'show.all': { zh: '全部退款', en: 'All refunds' },
  'empty.waiting': { zh: '没有等待复核的退款', en: 'No refund waits for a second person' },
  'empty.decided': { zh: '还没有复核过的退款', en: 'No large refund has been decided yet' },
  'empty.all': { zh: '还没有退款', en: 'There are no refunds yet' },
  refund: { zh: '退款', en: 'Refund' },
  amount: { zh: '金额', en: 'Amount' },
  cause: { zh: '由来', en: 'Follows from' },
  'cause.by_hand': { zh: '员工手工退款', en: 'Written by hand' },
  'cause.case': { zh: '售后', en: 'A case' },
  'cause.other': { zh: '订单变动', en: 'A change of the order' },
  asked: { zh: '发起', en: 'Asked for' },
  status: { zh: '状态', en: 'Status' },
  second: { zh: '复核：{by}', en: 'Second person: {by}' },
  actions: { zh: '操作', en: 'Actions' },
  agree: { zh: '同意', en: 'Agree' },
  'agree.title': { zh: '同意退款 {amount}？', en: 'Agree to refund {amount}?' },
  'agree.about': {
    zh: '{by} 发起。同意后钱立即退回买家的原支付账户，不能撤回。',
    en: 'Asked for by {by}. The money goes back to where the buyer paid from at once, and cannot be called back.',
  },
  decline: { zh: '驳回', en: 'Turn down' },
  'decline.title': { zh: '驳回退款 {amount}？', en: 'Turn down the refund of {amount}?' },
  'decline.about': {
    zh: '订单恢复为没有这笔退款，发起人会看到理由。',
    en: 'The order is as if it had not been asked for, and whoever asked reads why.',
  },
  remark: { zh: '理由', en: 'Why' },
  own: { zh: '这笔由您发起，须由另一位同事处理', en: 'You asked for this one: somebody else has to decide' },
  owed: {
    zh: '由订单取消或售后产生，应当退给买家，不能驳回',
    en: 'It follows from a cancellation or a case: it is owed to the buyer',
  },
})
