import { texts } from '#kernel/text'

export const shippingText = texts({
  'shipping.not_reachable': {
    zh: '暂时没有快递可以送达{district}',
    en: 'No carrier of ours delivers to {district} yet',
  },
  'shipping.unknown_district': { zh: '请选择到区县的完整地区', en: 'Please choose the region down to the district' },
  'shipping.waybill_taken': {
    zh: '运单号 {waybillNumber} 已用于另一个包裹',
    en: 'Another parcel has the waybill number {waybillNumber}',
  },
  'shipping.parcel_not_found': { zh: '没有这个包裹', en: 'There is no such parcel' },
  'shipping.parcel_cannot': { zh: '包裹当前状态不能执行此操作', en: 'The parcel cannot do that in its present state' },
  'shipping.carrier_unknown': { zh: '没有“{carrier}”这家快递', en: 'There is no carrier “{carrier}”' },
  'shipping.rule_not_found': { zh: '没有这条运费规则', en: 'There is no such freight rule' },
  'shipping.no_waybill_yet': { zh: '面单号还在获取中，请稍候', en: 'The waybill number is still being fetched' },
  'parcel.status.announced': { zh: '待取面单', en: 'Awaiting waybill' },
  'parcel.status.labelled': { zh: '已取面单', en: 'Labelled' },
  'parcel.status.handed_over': { zh: '已交快递', en: 'Handed over' },
  'parcel.status.in_transit': { zh: '运输中', en: 'In transit' },
  'parcel.status.delivering': { zh: '派送中', en: 'Out for delivery' },
  'parcel.status.delivered': { zh: '待取件', en: 'At pick-up point' },
  'parcel.status.signed': { zh: '已签收', en: 'Signed for' },
  'parcel.status.problem': { zh: '异常', en: 'Problem' },
  'parcel.status.returning': { zh: '退回中', en: 'Returning' },
  'parcel.status.returned': { zh: '已退回', en: 'Returned' },
  'parcel.status.cancelled': { zh: '已取消', en: 'Cancelled' },
})
