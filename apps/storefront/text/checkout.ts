import { texts } from '#kernel/text'

/** Words of the two checkouts: addresses and invoices chosen on the page of the order itself. */
export const checkoutTexts = texts({
  'checkout.address_keep': { zh: '不新增，返回', en: 'Keep the address so far' },
  'checkout.unsent': { zh: '无需配送', en: 'Nothing to deliver' },
  'checkout.unsent_about': {
    zh: '付款后，券码显示在订单页，到店出示即可。',
    en: 'Once paid, the codes stand on the page of your order; show them when you come.',
  },
  'checkout.unsent_phone': { zh: '手机号', en: 'Phone' },
  'checkout.unsent_phone_hint': {
    zh: '接收订单通知，也用来查询订单',
    en: 'For messages about this order, and to find it again',
  },
  'done.address_chosen': { zh: '已更换收货地址，金额按新地址计算', en: 'Address changed, the amounts follow it' },
  'done.address_asked': { zh: '请填写新的收货地址', en: 'Please give the new address' },
  'invoice_wish.other': { zh: '开给其他抬头', en: 'Another name' },
  'invoice_wish.keep': { zh: '保存到常用抬头', en: 'Keep this name for the next time' },
  'track.enter_title': { zh: '退货、取消或修改这笔订单', en: 'Return, cancel or change this order' },
  'track.enter_text': {
    zh: '游客下的单：我们发验证码到收件人的手机，验证后就能在这里办理，不需要账号。用账号下的单，请登录账号办理。',
    en: 'Bought as a guest: we send a code to the recipient’s phone, and with it you can do all that here, without an account. Bought with an account: please sign in.',
  },
  'track.enter': { zh: '验证并打开订单', en: 'Confirm and open the order' },
})
