import { texts } from '#kernel/text'

/** Words of the two checkouts: addresses and invoices chosen on the page of the order itself. */
export const checkoutTexts = texts({
  'checkout.address_keep': { zh: '不新增，返回', en: 'Keep the address so far' },
  'done.address_chosen': { zh: '已更换收货地址，金额按新地址计算', en: 'Address changed, the amounts follow it' },
  'done.address_asked': { zh: '请填写新的收货地址', en: 'Please give the new address' },
  'invoice_wish.other': { zh: '开给其他抬头', en: 'Another name' },
  'invoice_wish.keep': { zh: '保存到常用抬头', en: 'Keep this name for the next time' },
})
