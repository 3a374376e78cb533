import Type from 'typebox'
import { Compile } from 'typebox/compile'
import { decimalText } from '#kernel/money'
import type { Place, WaybillRequest } from './index.ts'

const Text = Type.Union([Type.String(), Type.Null()])
const Code = Type.Union([Type.String(), Type.Integer()])
const Outcome = { Success: Type.Boolean(), ResultCode: Type.Optional(Code), Reason: Type.Optional(Text) }

const Trace = Type.Object({
  AcceptTime: Type.String(),
  AcceptStation: Type.String(),
  Action: Type.Optional(Type.Union([Code, Type.Null()])),
  Location: Type.Optional(Text),
})

const TracedParcel = Type.Object({
  Success: Type.Boolean(),
  ShipperCode: Type.String({ minLength: 1 }),
  LogisticCode: Type.String({ minLength: 1 }),
  State: Type.Optional(Code),
  StateEx: Type.Optional(Code),
  Reason: Type.Optional(Text),
  Traces: Type.Optional(Type.Union([Type.Array(Trace), Type.Null()])),
})

const WaybillAnswer = Type.Object({
  ...Outcome,
  Order: Type.Optional(
    Type.Object({
      OrderCode: Type.String(),
      LogisticCode: Type.Optional(Text),
      MarkDestination: Type.Optional(Text),
      SortingCode: Type.Optional(Text),
    }),
  ),
})

const Push = Type.Object({
  EBusinessID: Type.String(),
  PushTime: Type.String(),
  Data: Type.Array(TracedParcel, { maxItems: 1_000 }),
})

export type Trace = Type.Static<typeof Trace>
export type TracedParcel = Type.Static<typeof TracedParcel>
export type Push = Type.Static<typeof Push>

export const outcomeShape = Compile(Type.Object(Outcome))
export const waybillShape = Compile(WaybillAnswer)
export const tracedShape = Compile(TracedParcel)
export const pushShape = Compile(Push)

/** What a carrier's contract with the merchant says; without one the sender pays the courier at the door. */
export interface CarrierAccount {
  readonly customerName?: string
  readonly customerPassword?: string
  readonly monthlyAccount?: string
  readonly sendSite?: string
}

/** RequestData of an electronic waybill (RequestType 1007). */
export const waybillBody = (request: WaybillRequest, account: CarrierAccount) => ({
  OrderCode: request.parcelNumber,
  ShipperCode: request.carrier,
  CustomerName: account.customerName,
  CustomerPwd: account.customerPassword,
  MonthCode: account.monthlyAccount,
  SendSite: account.sendSite,
  PayType: account.monthlyAccount || account.customerName ? 3 : 1,
  ExpType: request.service === 'standard' ? '1' : request.service,
  IsNotice: 1,
  Quantity: 1,
  Weight: request.weightGrams / 1_000,
  Sender: person(request.sender),
  Receiver: person(request.recipient),
  Commodity: request.goods.map(({ name, quantity }) => ({ GoodsName: plain(name, 100), Goodsquantity: quantity })),
  Remark: plain(request.remark ?? '', 60),
  // Cash on delivery is an added service, its value in yuan (电子面单, AddService: COD 代收货款).
  AddService: request.collect
    ? [{ Name: 'COD', Value: decimalText(request.collect), CustomerID: account.customerName }]
    : undefined,
  IsReturnPrintTemplate: '0',
})

const person = (place: Place) => ({
  Name: plain(place.name, 30),
  [/^1\d{10}$/.test(place.phone) ? 'Mobile' : 'Tel']: place.phone,
  ProvinceName: place.province,
  CityName: place.city,
  ExpAreaName: place.district,
  Address: plain(place.street, 100),
  ...(place.postcode && { PostCode: place.postcode }),
})

/** Kdniao refuses orders whose texts contain these characters (interface description, special characters of the waybill). */
const plain = (text: string, most: number): string => [...text.replaceAll(/['"#&+<>%\\]/g, ' ')].slice(0, most).join('')
