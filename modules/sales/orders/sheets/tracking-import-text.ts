import { texts } from '#kernel/text'

export const trackingImportText = texts({
  'tracking_import.unknown': { zh: '没有“{value}”', en: 'There is no “{value}”' },
  'tracking_import.nothing_to_send': {
    zh: '订单“{value}”没有待发的包裹',
    en: 'Nothing of the order “{value}” waits to be sent',
  },
  'tracking_import.several_parcels': {
    zh: '订单有多个包裹，请填写包裹号',
    en: 'The order leaves in several parcels. Give the parcel number',
  },
  'tracking_import.other_number': {
    zh: '包裹已有运单号“{value}”',
    en: 'The parcel has the waybill number “{value}” already',
  },
  'tracking_import.carrier_unknown': { zh: '店铺没有快递公司“{value}”', en: 'The shop has no carrier “{value}”' },
  'tracking_import.left_house': {
    zh: '包裹已经发出：货已出库、账已入账，请按退货或退件处理',
    en: 'The parcel has left: its goods and books have moved. Take it back as a return',
  },
  'tracking_import.packed': {
    zh: '包裹已按这个运单号打包或改过，保持现状',
    en: 'The parcel was packed with this number or changed since, so it stays',
  },
  'tracking_import.number_form': {
    zh: '“{value}”不像 {carrier} 的运单号',
    en: '“{value}” does not look like a waybill number of {carrier}',
  },
})
