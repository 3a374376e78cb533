import { texts } from '#kernel/text'

export const vouchersText = texts({
  'vouchers.not_found': { zh: '没有这个券码，请核对', en: 'There is no such code; check it' },
  'vouchers.cannot': { zh: '券码“{status}”，不能再用', en: 'The code is “{status}” and cannot be used' },
  'vouchers.not_yours': { zh: '没有这个券', en: 'There is no such voucher' },
  'vouchers.in_past': { zh: '请选择将来的时间', en: 'Choose a time to come' },
  'vouchers.status.open': { zh: '待使用', en: 'To be used' },
  'vouchers.status.redeemed': { zh: '已核销', en: 'Redeemed' },
  'vouchers.status.void': { zh: '已退', en: 'Given back' },
})
