import { texts } from '#kernel/text'

/** Words of exchanges and of goods that are sent again. */
export const caseTexts = texts({
  'return.kind.exchange': { zh: '换货', en: 'Exchange' },
  'return.kind.exchange_text': {
    zh: '寄回商品，换同款同价的其他规格或同一规格',
    en: 'Send goods back and get others of the same product and price',
  },
  'return.kind.repair': { zh: '保修维修', en: 'Repair' },
  'return.kind.repair_text': {
    zh: '寄来免费维修，修好寄回给您',
    en: 'Send it in: we repair it under warranty and send it back to you',
  },
  'return.sent_piece': {
    zh: '换货 {number} 换来的，退换截至 {time}',
    en: 'From exchange {number}; returns until {time}',
  },
  'return.warranty_until': { zh: '保修至 {day}', en: 'Under warranty until {day}' },
  'return.warranty_none': { zh: '不在保修期内，不能维修', en: 'Not under warranty: it cannot be repaired' },
  'return.no_money.repair': {
    zh: '保修期内免费维修，往返邮费由店铺承担，没有退款。',
    en: 'The repair is free under warranty, the shop pays both ways, and no money goes back.',
  },
  'return.then.mend': {
    zh: '到店后检测并维修；修不好由您选择退款、换新或寄回',
    en: 'It is looked at and repaired; if it cannot be, you choose money, a new one, or having it back',
  },
  'return.then.back': {
    zh: '修好后寄回，运单号会告诉您',
    en: 'Once repaired it is sent back and you get the waybill number',
  },
  'return.goods': { zh: '商品金额', en: 'Goods' },
  'return.freight': { zh: '已付运费', en: 'Freight you paid' },
  'return.freight_none': { zh: '不退（非商家责任）', en: 'not given back: the shop is not at fault' },
  'return.way_back': { zh: '寄回邮费', en: 'The way back' },
  'return.way_back.shop': {
    zh: '由店铺承担：寄件时选“到付”，您不用付钱。',
    en: 'The shop pays: send it freight collect and you pay nothing.',
  },
  'return.way_back.insurance': {
    zh: '由运费险承担，理赔款由保险公司另行支付给您。',
    en: 'The shop’s freight insurance pays it back to you, apart from this refund.',
  },
  'return.way_back.buyer': { zh: '由您承担，不在退款之内。', en: 'You pay it; it is not part of the refund.' },
  'case.freight': { zh: '其中运费', en: 'Of it freight' },
  'case.stage.repairing': { zh: '维修', en: 'Repair' },
  'case.stage.sent_home': { zh: '寄回给您', en: 'Sent to you' },
  'case.finding': { zh: '维修结论', en: 'What we found' },
  'case.lead.arrived_repair': { zh: '已收到，{time} 前完成检测。', en: 'It is here and will be looked at by {time}.' },
  'case.lead.repairing': {
    zh: '正在维修，预计 {time} 前完成。',
    en: 'It is being repaired and should be done by {time}.',
  },
  'case.lead.unrepairable': {
    zh: '无法维修：{finding}。请选择怎么处理。',
    en: 'It cannot be repaired: {finding}. Please choose what we do.',
  },
  'case.lead.replacing_repair': {
    zh: '正在打包，寄出后会告诉您快递单号。',
    en: 'It is being packed. You get the waybill number when it leaves.',
  },
  'case.lead.settled_repaired': { zh: '商品已送回，售后完成。', en: 'It is back with you and the case is settled.' },
  'case.choose': { zh: '您希望怎么处理？', en: 'What shall we do?' },
  'case.choose.refund': { zh: '退款 {amount}', en: 'Refund {amount}' },
  'case.choose.money': { zh: '退款', en: 'Refund' },
  'case.choose.refund_none': { zh: '这件商品的钱已经退回', en: 'Its money has already gone back' },
  'case.choose.refund_text': {
    zh: '商品留在店铺，检验后原路退回',
    en: 'We keep the goods; the money goes back the way you paid once they are checked',
  },
  'case.choose.exchange': { zh: '换一件新的', en: 'A new one' },
  'case.choose.exchange_text': {
    zh: '同款同规格，检验后寄出，不需要付款',
    en: 'The same again, sent once the old one is checked, at no charge',
  },
  'case.choose.exchange_none': { zh: '暂时没有库存', en: 'None in stock at the moment' },
  'case.choose.as_is': { zh: '原样寄回', en: 'Send it back as it is' },
  'case.choose.as_is_text': { zh: '不维修，邮费由店铺承担', en: 'Without repair; the shop pays the way' },
  'case.choose.submit': { zh: '确认选择', en: 'Confirm' },
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
