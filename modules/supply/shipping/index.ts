export { freightRules, listCarrierChoices, listCarriers, listFreightRules } from './carrier-tables.ts'
export {
  carrierUnknown,
  type FreightRuleInput,
  mustBeCarriers,
  removeFreightRule,
  saveCarrier,
  saveFreightRule,
} from './carriers.ts'
export {
  type CarrierChoiceInput,
  choiceNotFound,
  removeCarrierChoice,
  saveCarrierChoice,
} from './choices.ts'
export type { Shipment } from './choose-carrier.ts'
export { countriesServed } from './countries-served.ts'
export {
  carrierDoesNotReach,
  carrierNotForGoods,
  carrierReaches,
  carriersForVariants,
  carriersOfGoods,
  carrierTakesNoCash,
  compareCarriers,
  districtName,
  notReachable,
  quoteFreight,
  refuseBarred,
  takesCash,
} from './freight.ts'
export { shippingClockJobs, shippingListeners } from './jobs.ts'
export { labelByHand, unlabel, waybillTaken } from './label-by-hand.ts'
export {
  type CreateParcel,
  cancelParcel,
  createParcel,
  fillParcel,
  type ParcelLine,
  parcelDispatched,
  parcelLinesOf,
  recordWeight,
} from './parcel.ts'
export {
  labelledOf,
  loadParcel,
  parcelCannot,
  parcelNotFound,
  parcelOfOutbound,
  parcelsLabelled,
  parcelsOf,
  sourcesOf,
  trackingOf,
} from './parcel-store.ts'
export {
  maskName,
  maskPhone,
  maskRecipient,
  openRecipient,
  provinceOf,
  sealRecipient,
  unknownDistrict,
} from './recipient.ts'
export { applyTracking, askForTracking, receivePush, reportStalled } from './tracking.ts'
export { requestMissingWaybills, requestWaybill, subscribeTracking } from './waybill.ts'
