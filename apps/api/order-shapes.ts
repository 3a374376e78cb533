import { Type } from 'typebox'
import { statusesOf } from '#kernel/steps'
import {
  afterSalesSteps,
  fulfilmentSteps,
  type Headline,
  headlines,
  orderActionNames,
  orderFlags,
  orderPaymentSteps,
  orderSteps,
  type RequestKind,
  requestKinds,
  reviewSteps,
} from '#model/sales/orders'
import { disputeSteps, paymentSteps, refundSteps } from '#model/sales/payments'
import { voucherSteps } from '#model/sales/vouchers'
import { type CarrierWhy, parcelSteps, type Rejection, rejections } from '#model/supply/shipping'
import { IdOf, IdText, Instant, MoneyJson, OneOf } from '#platform/http'

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const maybeInstant = nullable(Instant)
const Day = Type.Unsafe<Temporal.PlainDate | string>({ type: 'string', format: 'date' })

export const Names = Type.Object({ zh: Type.String(), en: Type.String() })
export const AmountsJson = { items: MoneyJson, discount: MoneyJson, freight: MoneyJson, total: MoneyJson }

export const RecipientJson = Type.Object({
  name: Type.String(),
  phone: Type.String(),
  districtCode: Type.String({ description: 'Six digits (GB/T 2260); abroad a country and its area: US-CA, SG.' }),
  street: Type.String(),
  city: Type.Optional(Type.String({ description: 'Abroad.' })),
  postcode: Type.Optional(Type.String({ description: 'Abroad.' })),
})

export const RecipientBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 40 }),
    phone: Type.String({ minLength: 5, maxLength: 20, pattern: '^[0-9+ -]+$' }),
    districtCode: Type.String({ pattern: '^(\\d{6}|[A-Z]{2}(-[A-Za-z0-9]{1,20})?)$' }),
    street: Type.String({ minLength: 1, maxLength: 120 }),
    city: Type.Optional(Type.String({ maxLength: 60, description: 'Abroad.' })),
    postcode: Type.Optional(Type.String({ maxLength: 12, description: 'Abroad.' })),
  },
  { additionalProperties: false },
)

export const InvoiceWishJson = Type.Object(
  {
    kind: OneOf(['personal', 'company']),
    title: Type.String({ minLength: 1, maxLength: 100 }),
    taxNumber: Type.Optional(Type.String({ maxLength: 30 })),
    email: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
)

export const RequestBody = Type.Object(
  { kind: OneOf<RequestKind>(requestKinds), text: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)

export const ReasonBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 200 }) },
  { additionalProperties: false },
)

export const Axes = {
  status: OneOf(statusesOf(orderSteps)),
  review: OneOf(statusesOf(reviewSteps)),
  payment: OneOf(statusesOf(orderPaymentSteps)),
  fulfilment: OneOf(statusesOf(fulfilmentSteps)),
  afterSales: OneOf(statusesOf(afterSalesSteps)),
}

/** An order as its buyer sees it. */
export const OrderJson = Type.Object({
  id: IdOf<'Order'>(),
  number: Type.String(),
  ...Axes,
  headline: OneOf<Headline>(headlines),
  ...AmountsJson,
  refunded: MoneyJson,
  cashOnDelivery: Type.Boolean({ description: 'The buyer pays the courier, or has done so.' }),
  waived: MoneyJson,
  reductionName: nullable(Type.String()),
  carrier: Type.String(),
  memo: Type.String(),
  invoiceWish: nullable(InvoiceWishJson),
  requests: Type.Array(
    Type.Object({ kind: OneOf<RequestKind>(requestKinds), text: Type.String(), by: Type.String(), at: Type.String() }),
  ),
  cancelReason: nullable(Type.String()),
  placedAt: Instant,
  payBy: Instant,
  paidAt: maybeInstant,
  dispatchBy: maybeInstant,
  restBy: maybeInstant,
  arrivesFrom: nullable(Day),
  arrivesTo: nullable(Day),
  releasedAt: maybeInstant,
  shippedAt: maybeInstant,
  deliveredAt: maybeInstant,
  receivedAt: maybeInstant,
  receiveBy: maybeInstant,
  completedAt: maybeInstant,
})

/** What staff see beyond that. */
const CarrierWhyJson = Type.Object({
  code: OneOf<CarrierWhy['code']>(['asked', 'choice', 'first_rule']),
  choice: nullable(Type.String()),
  rejected: Type.Array(
    Type.Object({
      carrier: Type.String(),
      name: Names,
      reason: OneOf<Rejection>(rejections),
      fee: nullable(MoneyJson),
    }),
  ),
})

export const MarkJson = Type.Object({ flag: nullable(OneOf(orderFlags)), note: Type.String() })
export const TagJson = Type.Object({ id: IdText, name: Type.String(), color: OneOf(orderFlags) })

export const StaffOrderJson = Type.Object({
  ...OrderJson.properties,
  customerId: IdText,
  districtCode: Type.String(),
  reviewReasons: Type.Array(Type.String()),
  promiseAlarm: nullable(Type.String()),
  shipmentId: nullable(IdText),
  releaseFrom: maybeInstant,
  checkedAt: maybeInstant,
  carrierWhy: nullable(CarrierWhyJson),
  version: Type.Integer(),
})

export const OrderLineJson = Type.Object({
  id: IdText,
  productId: IdText,
  variantId: IdText,
  slug: Type.String(),
  sku: Type.String(),
  name: Names,
  specification: Names,
  pictureId: nullable(IdText),
  unitPrice: MoneyJson,
  quantity: Type.Integer(),
  subtotal: MoneyJson,
  discount: MoneyJson,
  freight: MoneyJson,
  total: MoneyJson,
  refunded: MoneyJson,
  requiresShipping: Type.Boolean(),
  shipped: Type.Integer(),
  returned: Type.Integer(),
  agreed: Type.Object({
    gift: Type.Optional(Type.Literal(true, { description: 'Put into the order for nothing.' })),
  }),
})

export const PaymentJson = Type.Object({
  id: IdText,
  number: Type.String(),
  status: OneOf(statusesOf(paymentSteps)),
  amount: MoneyJson,
  captured: MoneyJson,
  refunded: MoneyJson,
  surplus: Type.Boolean(),
  createdAt: Instant,
  paidAt: maybeInstant,
})

export const RefundJson = Type.Object({
  id: IdText,
  number: Type.String(),
  status: OneOf(statusesOf(refundSteps)),
  amount: MoneyJson,
  cause: Type.String(),
  reason: Type.String(),
  createdAt: Instant,
  succeededAt: maybeInstant,
})

export const StaffRefundJson = Type.Object({
  ...RefundJson.properties,
  failure: nullable(Type.String()),
  attempts: Type.Integer(),
  requestedBy: Type.String(),
  requesterId: nullable(IdText),
  needsSecond: Type.Boolean({ description: 'It was too much for one person of the staff.' }),
  decidedBy: nullable(Type.String({ description: 'Who agreed as the second, or turned it down.' })),
  remark: nullable(Type.String()),
})

export const DisputeJson = Type.Object({
  id: IdText,
  providerRef: Type.String(),
  status: OneOf(statusesOf(disputeSteps)),
  amount: MoneyJson,
  reason: Type.String(),
  answerBy: maybeInstant,
  openedAt: Instant,
  closedAt: maybeInstant,
})

export const ParcelJson = Type.Object({
  id: IdText,
  number: Type.String(),
  carrier: Type.String(),
  waybillNumber: nullable(Type.String()),
  status: OneOf(statusesOf(parcelSteps)),
  handedOverAt: maybeInstant,
  signedAt: maybeInstant,
  steps: Type.Array(
    Type.Object({ at: Instant, state: Type.String(), text: Type.String(), location: nullable(Type.String()) }),
  ),
})

export const HistoryJson = Type.Object({
  id: IdText,
  type: Type.String(),
  at: Instant,
  actorKind: Type.String(),
  actorName: Type.String(),
  origin: Type.String(),
  data: Type.Record(Type.String(), Type.Unknown()),
})

/** What the buyer shows to get something that is not shipped. Staff see the last four digits of the code. */
export const VoucherJson = Type.Object({
  id: IdText,
  orderLineId: IdText,
  unit: Type.Integer(),
  code: Type.String(),
  status: OneOf(statusesOf(voucherSteps)),
  appointmentAt: maybeInstant,
  redeemedAt: maybeInstant,
})

const pageParts = {
  together: Type.Array(Type.Object({ id: IdText, number: Type.String() })),
  lines: Type.Array(OrderLineJson),
  recipient: RecipientJson,
  payments: Type.Array(PaymentJson),
  refunds: Type.Array(RefundJson),
  parcels: Type.Array(ParcelJson),
  vouchers: Type.Array(VoucherJson),
  actions: Type.Array(OneOf(orderActionNames)),
  dispatchSecondsLeft: nullable(Type.Integer()),
}

export const OrderPageJson = Type.Object({ order: OrderJson, ...pageParts })
export const StaffOrderPageJson = Type.Object({
  order: StaffOrderJson,
  ...pageParts,
  refunds: Type.Array(StaffRefundJson),
  disputes: Type.Array(DisputeJson),
  mark: MarkJson,
  tags: Type.Array(TagJson),
  history: Type.Array(HistoryJson),
})

export const OrderRowJson = Type.Object({
  ...OrderJson.properties,
  lines: Type.Array(OrderLineJson),
})
export const StaffOrderRowJson = Type.Object({
  ...StaffOrderJson.properties,
  lines: Type.Array(OrderLineJson),
  recipient: RecipientJson,
  mark: MarkJson,
  tags: Type.Array(TagJson),
})
