import { sheetColumn } from '#platform/imports'

/** What a sheet of waybill numbers may say: which order or parcel, whose label, which number. */
export const trackingColumns = [
  sheetColumn('order', '订单号', 'Order number', { heads: ['Name', 'Order', '外部订单号'] }),
  sheetColumn('parcel', '包裹号', 'Parcel number'),
  sheetColumn('carrier', '快递公司', 'Carrier', { heads: ['Tracking company', '快递'], required: true }),
  sheetColumn('waybill', '运单号', 'Waybill number', { heads: ['Tracking number', '快递单号'], required: true }),
  sheetColumn('weight', '重量（克）', 'Weight (g)'),
] as const
