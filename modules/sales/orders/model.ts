import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import type { Locale } from '#kernel/text'
import type { Both, PictureId, ProductId, VariantId } from '#model/goods/catalog'
import type { CartId, CartLineId } from '#model/sales/carts'
import type { CustomerId } from '#model/sales/customers'
import type { ReductionId } from '#model/sales/promotions'
import type { WarehouseId } from '#model/supply/inventory'
import type { CarrierWhy, FreightQuote, Recipient } from '#model/supply/shipping'
import type { Headline, OrderAxes } from './axes.ts'

export {
  type AfterSalesStatus,
  type AfterSalesStep,
  afterSalesSteps,
  beforeDispatch,
  type FulfilmentStatus,
  type FulfilmentStep,
  fulfilmentSteps,
  type Headline,
  headlineOf,
  headlines,
  mayBargain,
  type OrderAction,
  type OrderAxes,
  type OrderMoves,
  type OrderPaymentStatus,
  type OrderPaymentStep,
  type OrderStatus,
  type OrderStep,
  orderActionNames,
  orderActions,
  orderCan,
  orderPaymentSteps,
  orderSteps,
  type ReviewStatus,
  type ReviewStep,
  reviewSteps,
} from './axes.ts'
export {
  type Production,
  type ProductionId,
  type ProductionStatus,
  type ProductionStep,
  productionNote,
  productionStatuses,
  productionSteps,
} from './production.ts'
export { ordersText } from './text.ts'

export type OrderId = Id<'Order'>
export type OrderLineId = Id<'OrderLine'>
export type ShipmentId = Id<'Shipment'>

export interface Order extends OrderAxes {
  readonly id: OrderId
  readonly number: string
  readonly customerId: CustomerId
  /** Absent for an order that another system took. */
  readonly cartId: CartId | null
  /** The system it comes from and its number there; null for our own. */
  readonly source: string | null
  readonly externalNumber: string | null
  /** Orders of one buyer placed together, one in each shop, carry the same; null when it was placed alone. */
  readonly checkoutId: Id<'Checkout'> | null
  readonly headline: Headline
  readonly items: Money
  readonly discount: Money
  readonly freight: Money
  readonly total: Money
  /** What was promised back so far, sent or not. */
  readonly refunded: Money
  /** The buyer pays the courier, or has done so. */
  readonly cashOnDelivery: boolean
  /** What was given up before it was collected: pieces that never left, boxes that were refused at the door. */
  readonly waived: Money
  readonly reductionId: ReductionId | null
  /** In the language the order was placed in; on its page in the reader's. */
  readonly reductionName: string | null
  readonly districtCode: string
  readonly carrier: string
  /** Why this carrier, as it was decided; null for orders placed before that was kept. */
  readonly carrierWhy: CarrierWhy | null
  readonly memo: string
  readonly invoiceWish: InvoiceWish | null
  readonly requests: readonly OrderRequest[]
  /** Leaves in one box with other orders of its buyer. */
  readonly shipmentId: ShipmentId | null
  /** Agreed with the buyer: it does not leave before. */
  readonly releaseFrom: Temporal.Instant | null
  /** When the desk had finished its check list. */
  readonly checkedAt: Temporal.Instant | null
  readonly reviewReasons: readonly ReviewReason[]
  readonly cancelReason: string | null
  readonly locale: Locale
  readonly placedAt: Temporal.Instant
  readonly payBy: Temporal.Instant
  readonly paidAt: Temporal.Instant | null
  readonly dispatchBy: Temporal.Instant | null
  /** It leaves in parts, and what is missing follows by then; null while it leaves whole. */
  readonly restBy: Temporal.Instant | null
  readonly arrivesFrom: Temporal.PlainDate | null
  readonly arrivesTo: Temporal.PlainDate | null
  readonly releasedAt: Temporal.Instant | null
  readonly shippedAt: Temporal.Instant | null
  readonly deliveredAt: Temporal.Instant | null
  readonly receivedAt: Temporal.Instant | null
  readonly receiveBy: Temporal.Instant | null
  /** When the buyer put the automatic receipt off; null when not. */
  readonly receiptExtendedAt: Temporal.Instant | null
  readonly completedAt: Temporal.Instant | null
  readonly promiseAlarm: 'soon' | 'broken' | null
  readonly version: number
}

export interface OrderLine {
  readonly id: OrderLineId
  readonly position: number
  readonly productId: ProductId
  readonly variantId: VariantId
  readonly sku: string
  readonly name: Both
  readonly specification: Both
  readonly barcode: string | null
  readonly pictureId: PictureId | null
  readonly slug: string
  readonly unitPrice: Money
  readonly quantity: number
  readonly subtotal: Money
  /** This line's exact share of the order's reduction, and below of its freight. */
  readonly discount: Money
  readonly freight: Money
  readonly total: Money
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly agreed: Agreed
  readonly shipped: number
  readonly returned: number
  readonly refunded: Money
}

/** What buyer and shop agreed on for a line, kept as it was on the day (BIZ-04). Never changed afterwards. */
export interface Agreed {
  readonly name: Both
  readonly specification: Both
  readonly sku: string
  readonly price: Money
  readonly was: Money | null
  readonly pictureId: PictureId | null
  readonly reduction: Both | null
  /** For what is made to order: the days that making takes. */
  readonly makeDays?: number
  /** Put into the box by a rule, for nothing. */
  readonly gift?: true
  readonly terms: Terms
}

export interface Terms {
  readonly returnPolicy: string
  readonly returnDays: number
  readonly dispatchHours: number
}

export interface InvoiceWish {
  readonly kind: 'personal' | 'company'
  readonly title: string
  readonly taxNumber?: string
  readonly email?: string
}

/**
 * Why a buyer cannot pay an order to the courier: the shop does not offer it, the total is outside its limits, something needs no
 * parcel, it was placed together with orders of other shops, or no carrier collects cash at the address.
 */
export type WhyNoCash = 'off' | 'amount' | 'not_shipped' | 'together' | 'region'

/** Why an order waits for a person before it is released. */
export type ReviewReason =
  | 'high_risk_address'
  | 'large_amount'
  | 'large_first_order'
  | 'disputed_before'
  | 'address_unreachable'
  | 'carrier_not_for_goods'
  | 'stock_missing'
  /** The shop's rules give it to a person, or hold it. */
  | 'rule'

export const requestKinds = [
  'colour_size',
  'merge',
  'courier',
  'gift',
  'address',
  'recipient',
  'phone',
  'delivery_time',
  'other',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** A wish that the warehouse must see: it prints on the outbound note. */
export interface OrderRequest {
  readonly kind: RequestKind
  readonly text: string
  readonly by: string
  readonly at: string
}

/** Why a line or a field of the checkout cannot be ordered as it stands. `price_changed` can, once seen. */
export type CheckoutProblemCode =
  | 'delisted'
  | 'sold_out'
  | 'fewer_left'
  | 'price_changed'
  | 'nothing_selected'
  | 'address_missing'
  | 'address_unreachable'
  | 'no_shared_carrier'
  | 'line_not_carried'

export interface CheckoutProblem {
  /** `lines.<cart line id>`, `addressId` or `cartId`. */
  readonly field: string
  readonly code: CheckoutProblemCode
  readonly details: Readonly<Record<string, unknown>>
}

export interface CheckoutLine {
  readonly id: CartLineId
  readonly variantId: VariantId
  readonly slug: string
  readonly name: Both
  readonly specification: Both
  readonly pictureId: PictureId | null
  readonly quantity: number
  readonly available: number
  readonly unitPrice: Money
  readonly subtotal: Money
  readonly discount: Money
}

/** Each part of what is to be paid. */
export interface Amounts {
  readonly items: Money
  readonly discount: Money
  readonly freight: Money
  readonly total: Money
}

/** An order that sends no parcel has no recipient, only the phone number that its codes are told to. */
export const isContact = ({ phone, districtCode }: Pick<Recipient, 'phone' | 'districtCode'>): boolean =>
  phone !== '' && districtCode === ''

/** What an order needs to reach its buyer: an address, nothing but the account's own number, or a number that has to be said. */
export type Reach = 'address' | 'account' | 'phone'

/** When the goods leave and arrive if the order is paid now. */
export interface Promised {
  readonly dispatchHours: number
  readonly dispatchBy: Temporal.Instant
  readonly arrivesFrom: Temporal.PlainDate
  readonly arrivesTo: Temporal.PlainDate
}

/** A carrier that may bring it: what that costs and how long it takes. */
export type FreightWay = Pick<FreightQuote, 'carrier' | 'carrierName' | 'fee' | 'daysMin' | 'daysMax'>

/** The last confirmation screen: what is ordered, what each part costs, when it arrives, what stands in the way. */
export interface Checkout extends Amounts {
  /** Absent while nothing was ever put into a cart. */
  readonly cartId?: CartId
  readonly lines: readonly CheckoutLine[]
  readonly reduction: { readonly name: Both; readonly off: Money } | null
  readonly freightQuote: {
    readonly carrier: string
    readonly carrierName: Both
    readonly fullFee: Money
    readonly freeFrom: Money | null
  } | null
  /** The carriers to choose from, the one that is chosen unless the buyer says otherwise first; empty where nothing is sent. */
  readonly ways: readonly FreightWay[]
  readonly reach: Reach
  /** Null while no address is chosen, and where none is needed. */
  readonly recipient: Recipient | null
  readonly addressId: string | null
  readonly promised: Promised | null
  readonly payWithinMinutes: number
  readonly problems: readonly CheckoutProblem[]
}

/** Colours that staff mark orders with; what each means is a shop's own custom. */
export const orderFlags = ['red', 'amber', 'green', 'blue', 'purple'] as const
export type OrderFlag = (typeof orderFlags)[number]

/** What staff noted about an order for each other; its buyer never sees it. */
export interface OrderMark {
  readonly flag: OrderFlag | null
  readonly note: string
}
export const unmarked: OrderMark = { flag: null, note: '' }
export const longestNote = 500

export type OrderTagId = Id<'OrderTag'>
/** A word of the shop's own that its orders are sorted by; its buyer never sees it. */
export interface OrderTag {
  readonly id: OrderTagId
  readonly name: string
  readonly color: OrderFlag
}
export const longestTag = 20

/** An order that must leave within so many hours is counted as due. */
export const dueHours = 4

/** What of an order leaves together: pieces of one box, from one warehouse. */
export interface OrderBox {
  readonly box: number
  readonly warehouseId: WarehouseId
  readonly lines: readonly { readonly lineId: OrderLineId; readonly quantity: number }[]
}
