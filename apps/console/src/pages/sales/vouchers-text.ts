import { texts } from '#kernel/text'

export const vouchersPageText = texts({
  title: { zh: '核销', en: 'Vouchers' },
  about: {
    zh: '服务类商品不发货：买家出示券码，核销后提供服务',
    en: 'Services are not shipped: the buyer shows a code, it is redeemed, the service is given',
  },
  'redeem.title': { zh: '核销券码', en: 'Redeem a code' },
  redeem: { zh: '核销', en: 'Redeem' },
  redeemed: { zh: '已核销', en: 'Redeemed' },
  'redeemed.code': {
    zh: '尾号 {end} 已核销，请提供服务',
    en: 'The code ending in {end} is redeemed: give the service',
  },
  code: { zh: '券码', en: 'Code' },
  'code.hint': { zh: '扫码或输入 12 位券码', en: 'Scan or type the 12 digits' },
  'code.first': { zh: '先输入券码', en: 'Type a code first' },
  'view.open': { zh: '待使用', en: 'To be used' },
  'view.appointed': { zh: '已预约', en: 'Appointments' },
  'view.redeemed': { zh: '已核销', en: 'Redeemed' },
  'view.void': { zh: '已退', en: 'Given back' },
  empty: {
    zh: '没有券码。服务类商品付款后，这里会出现券码',
    en: 'No vouchers. They appear when services are paid for',
  },
  service: { zh: '服务', en: 'Service' },
  order: { zh: '订单', en: 'Order' },
  status: { zh: '状态', en: 'Status' },
  appointment: { zh: '预约时间', en: 'Appointment' },
  appoint: { zh: '预约', en: 'Book' },
  'appoint.title': { zh: '为买家预约', en: 'Book for the buyer' },
  zone: { zh: '按店铺时区 {zone}', en: 'In the shop’s zone, {zone}' },
  required: { zh: '请填写', en: 'Please fill this in' },
  'give-back': { zh: '退券', en: 'Give back' },
  'give-back.title': { zh: '为买家退这张券？', en: 'Give this voucher back?' },
  'give-back.consequence': {
    zh: '券码失效，钱退回买家的付款账户。',
    en: 'The code ends and the money goes back to the buyer.',
  },
})
