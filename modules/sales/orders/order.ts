import type { Selectable } from 'kysely'
import { type Money, money } from '#kernel/money'
import { refusal } from '#kernel/refusal'
import type { Both } from '#model/goods/catalog'
import { type Actor, worksHere } from '#platform/context'
import type { SalesOrderLines, SalesOrders } from '#platform/database'
import {
  type Agreed,
  type Amounts,
  type Headline,
  headlineOf,
  type InvoiceWish,
  type Order,
  type OrderAxes,
  type OrderId,
  type OrderLine,
  type OrderMoves,
  type OrderRequest,
  type ReviewReason,
  type WhyNoCash,
} from './model.ts'

export const orderNotFound = refusal(
  'not_found',
  'orders.not_found',
  (d: { order: string }) => `there is no order ${d.order}`,
)
export const orderCannot = refusal(
  'conflict',
  'orders.cannot',
  (d: { orderId: OrderId; moves: OrderMoves; headline: Headline; axes: OrderAxes }) =>
    `order ${d.orderId} cannot ${Object.values(d.moves).join(', ')} while ${d.headline}`,
)
export const totalChanged = refusal(
  'conflict',
  'orders.total_changed',
  (d: { field: 'expectedTotal'; expected: Money; actual: Money; parts: Amounts }) =>
    `the total is ${d.actual.minor}, not ${d.expected.minor}`,
)
export const addressMissing = refusal(
  'invalid',
  'orders.address_missing',
  (_: { field: 'addressId' }) => 'goods need an address',
)
export const nothingSelected = refusal(
  'conflict',
  'orders.nothing_selected',
  (_: { field: 'cartId' }) => 'no line is selected',
)
export const lineNotForSale = refusal(
  'conflict',
  'orders.line_not_for_sale',
  (d: { field: string; variantId: string; name: string }) => `${d.variantId} is not for sale any more`,
)
export const payByPassed = refusal(
  'conflict',
  'orders.pay_by_passed',
  (d: { orderId: OrderId }) => `the time to pay ${d.orderId} is over`,
)
export const paymentArriving = refusal(
  'conflict',
  'orders.payment_arriving',
  (d: { orderId: OrderId }) => `money for order ${d.orderId} has just arrived`,
)
export const freightDiffers = refusal(
  'conflict',
  'orders.freight_differs',
  (d: { field: 'districtCode'; paid: Money; now: Money }) =>
    `freight to the new region is ${d.now.minor}, not ${d.paid.minor}`,
)
export const moreThanLeft = refusal(
  'conflict',
  'orders.more_than_left',
  (d: { field: string; asked: number; left: number }) => `${d.asked} asked, ${d.left} left`,
)

export const cashUnderWay = refusal(
  'conflict',
  'orders.cash_under_way',
  (d: { number: string }) => `the carrier is collecting the money of ${d.number}`,
)
export const noCashOnDelivery = refusal(
  'conflict',
  'orders.no_cash_on_delivery',
  (d: { field: 'method'; number: string; why: WhyNoCash }) => `${d.number} cannot be paid on delivery: ${d.why}`,
)
export const notRefused = refusal(
  'conflict',
  'orders.not_refused',
  (d: { parcelId: string }) => `parcel ${d.parcelId} was not refused at the door, or is not back`,
)
export const gradeOfLineMissing = refusal(
  'invalid',
  'orders.grade_missing',
  (d: { field: string }) => `${d.field} has no grade`,
)
export const noCashThere = refusal(
  'conflict',
  'orders.no_cash_there',
  (d: { field: 'districtCode'; district: string }) => `no carrier collects cash in ${d.district}`,
)
export const moneyDisputed = refusal(
  'conflict',
  'orders.money_disputed',
  (d: { number: string }) => `the money of ${d.number} is disputed by the buyer’s bank`,
)
export const notChecked = refusal(
  'conflict',
  'orders.not_checked',
  (d: { number: string }) => `${d.number} has not been checked`,
)
export const agreedLater = refusal(
  'conflict',
  'orders.agreed_later',
  (d: { number: string; from: Temporal.Instant }) => `${d.number} was agreed to leave from ${d.from} on`,
)
export const transferUnderWay = refusal(
  'conflict',
  'orders.transfer_under_way',
  (d: { number: string; transfer: string }) => `${d.number} waits for transfer ${d.transfer}`,
)
export const bargainTooFar = refusal(
  'conflict',
  'orders.bargain_too_far',
  (d: { field: 'goods' | 'freight'; least: Money; most: Money; asked: Money }) =>
    `${d.asked.minor} is not between ${d.least.minor} and ${d.most.minor}`,
)
export const itemNotInOrder = refusal(
  'invalid',
  'orders.item_not_in_order',
  (d: { field: string }) => `${d.field} is not of this order, or cannot be changed so`,
)
export const itemsDearer = refusal(
  'conflict',
  'orders.items_dearer',
  (d: { field: string; paid: Money; now: Money }) => `it would cost ${d.now.minor}, ${d.paid.minor} was paid`,
)
export const ordersDiffer = refusal(
  'conflict',
  'orders.differ',
  (d: {
    field: 'orderIds'
    what: 'buyer' | 'recipient' | 'carrier' | 'payment' | 'shipment'
    numbers: readonly string[]
  }) => `${d.numbers.join(', ')} differ in ${d.what}`,
)
export const tooFewToMerge = refusal(
  'invalid',
  'orders.too_few_to_merge',
  (_: { field: 'orderIds' }) => 'two orders at least make a shipment',
)
export const recipientForgotten = refusal(
  'conflict',
  'orders.recipient_forgotten',
  (d: { number: string }) => `the recipient of ${d.number} was forgotten when its time was over`,
)
export const nothingToSplit = refusal(
  'conflict',
  'orders.nothing_to_split',
  (d: { field: 'lines'; number: string }) => `some pieces of ${d.number} leave apart, and some stay`,
)
export const nothingMissing = refusal(
  'conflict',
  'orders.nothing_missing',
  (d: { number: string }) => `nothing of ${d.number} is missing`,
)
export const nothingThere = refusal(
  'conflict',
  'orders.nothing_there',
  (d: { number: string }) => `there is nothing yet of ${d.number} that could leave`,
)
export const restTooSoon = refusal(
  'invalid',
  'orders.rest_too_soon',
  (_: { field: 'restBy' }) => 'the rest is promised for a time that is over',
)
export const leavesInParts = refusal(
  'conflict',
  'orders.leaves_in_parts',
  (d: { number: string }) => `${d.number} leaves in parts, and some of it is still to come`,
)
export const splitChangesNothing = refusal(
  'conflict',
  'orders.split_changes_nothing',
  (d: { number: string }) => `${d.number} leaves like that already`,
)
export const packedOtherwise = refusal(
  'conflict',
  'orders.packed_otherwise',
  (d: { number: string }) => `${d.number} was packed otherwise since`,
)
export const splitMerged = refusal(
  'conflict',
  'orders.split_merged',
  (d: { number: string }) => `${d.number} shares its box with other orders`,
)
export const nothingToMerge = refusal(
  'conflict',
  'orders.nothing_to_merge',
  (d: { number: string }) => `no other order could leave together with ${d.number}`,
)
export const notMerged = refusal('conflict', 'orders.not_merged', (d: { number: string }) => `${d.number} ships alone`)
export const otherIsShort = refusal(
  'conflict',
  'orders.other_is_short',
  (d: { number: string }) => `${d.number} in the same shipment is short and comes first`,
)

/** Orders are their buyer's and the staff's: to anybody else they do not exist. */
export const mayTouch = (actor: Actor, order: Pick<Order, 'customerId'>): boolean =>
  worksHere(actor) || actor.kind === 'system' || actor.id === order.customerId

type OrderRow = Selectable<SalesOrders>

const axesOf = (row: OrderRow): OrderAxes => ({
  status: row.status as OrderAxes['status'],
  review: row.review_status as OrderAxes['review'],
  payment: row.payment_status as OrderAxes['payment'],
  fulfilment: row.fulfilment_status as OrderAxes['fulfilment'],
  afterSales: row.after_sales_status as OrderAxes['afterSales'],
})

export function toOrder(row: OrderRow): Order {
  const amount = (minor: number): Money => money(minor, row.currency)
  const amounts = {
    total: amount(row.total_minor),
    refunded: amount(row.refunded_minor),
    waived: amount(row.waived_minor),
  }
  return {
    id: row.id as OrderId,
    number: row.number,
    customerId: row.customer_id as Order['customerId'],
    checkoutId: row.checkout_id as Order['checkoutId'],
    cartId: row.cart_id as Order['cartId'],
    source: row.source,
    externalNumber: row.external_number,
    ...axesOf(row),
    headline: headlineOf({ ...axesOf(row), ...amounts }),
    ...amounts,
    cashOnDelivery: row.cash_on_delivery,
    items: amount(row.items_minor),
    discount: amount(row.discount_minor),
    freight: amount(row.freight_minor),
    reductionId: row.reduction_id as Order['reductionId'],
    reductionName: row.reduction_name,
    districtCode: row.district_code,
    carrier: row.carrier,
    carrierWhy: row.carrier_choice as Order['carrierWhy'],
    memo: row.memo,
    invoiceWish: row.invoice_wish as InvoiceWish | null,
    requests: row.requests as OrderRequest[],
    shipmentId: row.shipment_id as Order['shipmentId'],
    releaseFrom: row.release_from,
    checkedAt: row.checked_at,
    reviewReasons: row.review_reasons as ReviewReason[],
    cancelReason: row.cancel_reason,
    locale: row.locale as Order['locale'],
    placedAt: row.placed_at,
    payBy: row.pay_by,
    paidAt: row.paid_at,
    dispatchBy: row.dispatch_by,
    restBy: row.rest_by,
    arrivesFrom: row.arrives_from,
    arrivesTo: row.arrives_to,
    releasedAt: row.released_at,
    shippedAt: row.shipped_at,
    deliveredAt: row.delivered_at,
    receivedAt: row.received_at,
    receiveBy: row.receive_by,
    receiptExtendedAt: row.receipt_extended_at,
    completedAt: row.completed_at,
    promiseAlarm: row.promise_alarm as Order['promiseAlarm'],
    version: row.version,
  }
}

export function toOrderLine(row: Selectable<SalesOrderLines>, currency: string): OrderLine {
  const amount = (minor: number): Money => money(minor, currency)
  const both = (zh: string, en: string): Both => ({ zh, en })
  return {
    id: row.id as OrderLine['id'],
    position: row.position,
    productId: row.product_id as OrderLine['productId'],
    variantId: row.variant_id as OrderLine['variantId'],
    sku: row.sku,
    name: both(row.name, row.name_en),
    specification: both(row.specification, row.specification_en),
    barcode: row.barcode,
    pictureId: row.picture_id as OrderLine['pictureId'],
    slug: row.slug,
    unitPrice: amount(row.unit_price_minor),
    quantity: row.quantity,
    subtotal: amount(row.subtotal_minor),
    discount: amount(row.discount_minor),
    freight: amount(row.freight_minor),
    total: amount(row.total_minor),
    weightGrams: row.weight_grams,
    requiresShipping: row.requires_shipping,
    agreed: row.agreed as Agreed,
    shipped: row.shipped,
    returned: row.returned,
    refunded: amount(row.refunded_minor),
  }
}
