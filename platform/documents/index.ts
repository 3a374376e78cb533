export type {
  DocumentFrame,
  Party,
  PickLine,
  PickListData,
  ShippingLine,
  ShippingNoteData,
  WaybillData,
} from './data.ts'
export { pickListPdf } from './pick-list.ts'
export { shippingNotePdf } from './shipping-note.ts'
export { waybillPdf } from './waybill.ts'
