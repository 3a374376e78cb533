import { texts } from '#kernel/text'

export const pricesText = texts({
  'prices.invalid': { zh: '价格须为 0 至 1000 万之间的金额', en: 'A price must be an amount from 0 to 10 million' },
  'prices.was_not_higher': { zh: '划线价须高于售价', en: 'The former price must be higher than the price' },
  'prices.foreign_currency': { zh: '一个规格只能用一种货币定价', en: 'A variant has prices in one currency' },
  'prices.changed_meanwhile': {
    zh: '价格已被他人修改，请刷新后再改',
    en: 'Somebody else changed the price meanwhile. Reload it first',
  },
  'prices.no_variant': { zh: '没有这个规格', en: 'There is no such variant' },
  'prices.proposal_not_found': { zh: '没有这个改价提案', en: 'There is no such price proposal' },
  'prices.proposal_open': { zh: '这个规格已有未结束的改价提案', en: 'A price proposal for this variant is open' },
  'prices.proposal_cannot': {
    zh: '提案当前状态不能进行这一步',
    en: 'The proposal cannot take this step from where it is',
  },
  'prices.too_soon': {
    zh: '生效时间须至少在 {hours} 小时之后，客服要先知道',
    en: 'It may start in {hours} hours at the earliest: service must know first',
  },
  'prices.same': { zh: '与现在的价格相同', en: 'This is the price already' },
  'prices.reason_missing': { zh: '请填写原因', en: 'Give a reason' },
  'prices.own_proposal': {
    zh: '需要另一个人审批，提议人自己和接口密钥都不行',
    en: 'Somebody else approves a price, not whoever proposed it and no key',
  },
  'prices.competitor_invalid': {
    zh: '请填写来源、不晚于今天的日期；网址以 http 开头',
    en: 'Give a source and a day not to come; an address begins with http',
  },
  'prices.basis.competition': { zh: '市场竞争', en: 'Competition' },
  'prices.basis.sales': { zh: '销售情况', en: 'Sales' },
  'prices.basis.cost': { zh: '成本变化', en: 'Cost' },
  'prices.basis.campaign': { zh: '活动', en: 'Campaign' },
  'prices.basis.other': { zh: '其他', en: 'Other' },
  'prices.status.proposed': { zh: '待审批', en: 'Proposed' },
  'prices.status.approved': { zh: '待生效', en: 'Approved' },
  'prices.status.rejected': { zh: '已驳回', en: 'Rejected' },
  'prices.status.withdrawn': { zh: '已撤回', en: 'Withdrawn' },
  'prices.status.applied': { zh: '已生效', en: 'In force' },
  'prices.status.conflict': { zh: '价格已被另行修改', en: 'Price changed otherwise' },
  'notice.prices.proposed': {
    zh: '{by} 提议修改“{name}”（{sku}）的价格',
    en: '{by} proposes another price for “{name}” ({sku})',
  },
  'notice.prices.announced': {
    zh: '改价预告：“{name}”（{sku}）{at} 起由 {from} 改为 {to}',
    en: 'Price change ahead: “{name}” ({sku}) goes from {from} to {to} on {at}',
  },
  'notice.prices.conflict': {
    zh: '“{name}”（{sku}）的改价没有生效：价格已被另行修改',
    en: 'The new price of “{name}” ({sku}) did not take effect: the price was changed otherwise',
  },
})
