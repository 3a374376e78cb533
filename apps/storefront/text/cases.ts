import { texts } from '#kernel/text'

/** Words of exchanges and of goods that are sent again. */
export const caseTexts = texts({
  'return.kind.exchange': { zh: '换货', en: 'Exchange' },
  'return.kind.exchange_text': {
    zh: '寄回商品，换同款同价的其他规格或同一规格',
    en: 'Send goods back and get others of the same product and price',
  },
  'return.kind.reshipment': { zh: '补发', en: 'Send again' },
  'return.kind.reshipment_text': {
    zh: '少件、漏发或包裹丢失，核实后重新寄出',
    en: 'Something was missing or lost: we check and send it once more',
  },
  'return.kind.compensation': { zh: '补偿', en: 'Compensation' },
  'return.kind.compensation_text': {
    zh: '商品留下，希望店铺补偿一部分金额',
    en: 'Keep the goods and get some of your money back',
  },
  'return.amount': { zh: '希望补偿的金额', en: 'How much do you ask for?' },
  'return.amount_hint': { zh: '不超过实付的 {amount}', en: 'At most what you paid, {amount}' },
  'case.lead.to_confirm': { zh: '店铺已同意，正在复核。', en: 'The shop agrees and is confirming it.' },
  'return.instead': { zh: '换成', en: 'Exchange for' },
  'return.instead_same': { zh: '同款', en: 'the same' },
  'return.instead_left': { zh: '仅剩 {count} 件', en: 'only {count} left' },
  'return.instead_none': {
    zh: '这件商品暂时没有可换的库存，可以改为退货',
    en: 'There is nothing to exchange this for at the moment; you can return it',
  },
  'return.gets': { zh: '换成：{specification}', en: 'In exchange: {specification}' },
  'return.no_money.exchange': {
    zh: '同价换货，不需要补差价，也没有退款。',
    en: 'At the same price: you pay nothing more and no money goes back.',
  },
  'return.no_money.reshipment': {
    zh: '重新寄出，不需要付款，也没有退款。',
    en: 'It is sent again: you pay nothing and no money goes back.',
  },
  'return.then.keep': { zh: '审核通过后，为您预留要换的商品', en: 'Once approved, the other goods are kept for you' },
  'return.then.exchange': { zh: '检验后寄出新商品', en: 'After the check the other goods are sent' },
  'return.then.resend': { zh: '审核通过后从仓库重新寄出', en: 'Once approved, the goods leave the warehouse again' },
  'case.kind': { zh: '类型', en: 'Kind' },
  'case.parcel': { zh: '寄给您的包裹', en: 'The parcel to you' },
  'case.stage.replacing': { zh: '配货', en: 'Packing' },
  'case.stage.checked': { zh: '质检', en: 'Checked' },
  'case.stage.on_the_way': { zh: '发出', en: 'Sent' },
  'case.stage.received': { zh: '送达', en: 'Delivered' },
  'case.lead.replacing': {
    zh: '仓库正在配货，发出后会告诉您快递单号。',
    en: 'The warehouse is packing. You get the waybill number when it leaves.',
  },
  'case.lead.on_the_way': { zh: '已经寄出，请留意收件。', en: 'It is on its way to you.' },
  'case.lead.settled_sent': {
    zh: '商品已送达，售后完成。',
    en: 'The goods have been delivered and the case is settled.',
  },
  'case.lead.settled_nothing': { zh: '售后已完成，没有退款。', en: 'The case is settled without a refund.' },
})
