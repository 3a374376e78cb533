import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Cart } from '#model/sales/carts'
import type { Reduction } from '#model/sales/promotions'
import type { FreightQuote, Recipient } from '#model/supply/shipping'
import type { Tx } from '#platform/context'
import { sealRecipient } from '#supply/shipping'
import { agreedGoods, goodsRow } from './line-goods.ts'
import {
  type Agreed,
  type InvoiceWish,
  isContact,
  type Order,
  type OrderId,
  type Promised,
  type Terms,
} from './model.ts'
import { toOrder } from './order.ts'
import type { PricedLine, Quote } from './quote.ts'
import { phoneIndexes, recipientIndex } from './recipient.ts'
import { weightOf } from './weigh-orders.ts'

export interface OrderDraft {
  readonly checkoutId: Order['checkoutId']
  /** An order that another system took has none of our carts. */
  readonly cart: Pick<Cart, 'customerId'> & { readonly id: Cart['id'] | null }
  /** Where the order comes from, and its number and time there. */
  readonly external?: { readonly source: string; readonly number: string; readonly placedAt: Temporal.Instant }
  readonly recipient: Recipient
  readonly reduction: Reduction | undefined
  readonly freight: Pick<FreightQuote, 'carrier'> & Partial<Pick<FreightQuote, 'why'>>
  readonly quote: Quote
  /** No day of arrival for what is not sent. */
  readonly promised: { readonly [Day in 'arrivesFrom' | 'arrivesTo']: Promised[Day] | null } & Pick<
    Promised,
    'dispatchHours'
  >
  readonly payBy: Temporal.Instant
  readonly terms: Terms
  readonly zone: string
  readonly memo: string
  readonly invoiceWish: InvoiceWish | null
}

export interface LineToReserve {
  readonly lineId: string
  readonly variantId: PricedLine['item']['variantId']
  readonly quantity: number
  readonly requiresShipping: boolean
  readonly field: string
}

/** An order as it is about to be written. */
export interface WrittenUp {
  readonly order: Order
  readonly lines: readonly LineToReserve[]
  readonly rows: {
    readonly order: ReturnType<typeof orderRow> & { readonly id: OrderId; readonly weight_grams: number }
    readonly lines: readonly ReturnType<typeof lineRow>[]
  }
}

/** Writes an order up, with its number and the ids of its lines; nothing is in the database yet. */
export function writeUp(tx: Tx, draft: OrderDraft): WrittenUp {
  const id = newId<'Order'>()
  const lines = draft.quote.lines.map((line, position) => lineRow(tx, draft, { orderId: id, line, position }))
  const order = { ...orderRow(tx, draft), id, weight_grams: weightOf(lines) }
  return {
    order: toOrder({
      ...newborn,
      ...order,
      carrier_choice: draft.freight.why ?? null,
      invoice_wish: draft.invoiceWish,
    }),
    lines: lines.map(({ id }, index) => toReserve(id, draft.quote.lines[index]!)),
    rows: { order, lines },
  }
}

/** Writes an order with all its lines in one statement. */
export async function insertOrder(tx: Tx, { rows }: WrittenUp): Promise<void> {
  await tx.db
    .with('written', (db) => db.insertInto('sales.order_lines').values(rows.lines))
    .insertInto('sales.orders')
    .values(rows.order)
    .execute()
}

/** What the table's defaults say of an order that has just begun: it need not be read back. */
const newborn = {
  status: 'open',
  review_status: 'not_needed',
  payment_status: 'awaiting',
  fulfilment_status: 'waiting',
  after_sales_status: 'none',
  refunded_minor: 0,
  waived_minor: 0,
  cash_on_delivery: false,
  requests: [],
  review_reasons: [],
  version: 1,
  shipment_id: null,
  release_from: null,
  checked_at: null,
  cancel_reason: null,
  promise_alarm: null,
  paid_at: null,
  dispatch_by: null,
  rest_by: null,
  released_at: null,
  shipped_at: null,
  delivered_at: null,
  received_at: null,
  receive_by: null,
  receipt_extended_at: null,
  completed_at: null,
  disputed_at: null,
}

const toReserve = (lineId: string, { id, item, quantity }: PricedLine): LineToReserve => ({
  lineId,
  variantId: item.variantId,
  quantity,
  requiresShipping: item.requiresShipping,
  field: `lines.${id}`,
})

function orderRow(tx: Tx, { cart, recipient, reduction, freight, quote, promised, ...draft }: OrderDraft) {
  return {
    shop_id: tx.shopId,
    number: documentNumber('SO', dayIn(tx.now, draft.zone)),
    customer_id: cart.customerId!,
    cart_id: cart.id,
    source: draft.external?.source ?? null,
    external_number: draft.external?.number ?? null,
    checkout_id: draft.checkoutId,
    currency: quote.total.currency,
    items_minor: quote.items.minor,
    discount_minor: quote.discount.minor,
    freight_minor: quote.freight.minor,
    total_minor: quote.total.minor,
    reduction_id: reduction?.id ?? null,
    reduction_name: reduction?.name[tx.locale] ?? null,
    recipient_cipher: sealRecipient(tx.vault, recipient),
    ...phoneIndexes(tx.vault, recipient.phone),
    recipient_index: isContact(recipient) ? null : recipientIndex(tx.vault, recipient),
    district_code: recipient.districtCode,
    carrier: freight.carrier,
    carrier_choice: freight.why ? JSON.stringify(freight.why) : null,
    memo: draft.memo,
    invoice_wish: draft.invoiceWish && JSON.stringify(draft.invoiceWish),
    locale: tx.locale,
    placed_at: kept(draft.external?.placedAt ?? tx.now),
    pay_by: kept(draft.payBy),
    arrives_from: promised.arrivesFrom,
    arrives_to: promised.arrivesTo,
  }
}

/** An instant as finely as the database keeps it. */
const kept = (at: Temporal.Instant): Temporal.Instant => at.round('microsecond')

function lineRow(
  tx: Tx,
  draft: OrderDraft,
  { orderId, line, position }: { orderId: OrderId; line: PricedLine; position: number },
) {
  const { item } = line
  return {
    id: newId<'OrderLine'>(),
    shop_id: tx.shopId,
    order_id: orderId,
    position,
    ...goodsRow(item),
    unit_price_minor: item.price.minor,
    quantity: line.quantity,
    subtotal_minor: line.subtotal.minor,
    discount_minor: line.discount.minor,
    freight_minor: line.freight.minor,
    total_minor: line.total.minor,
    requires_shipping: item.requiresShipping,
    agreed: JSON.stringify(agreed(draft, line)),
  }
}

const agreed = ({ reduction, terms }: OrderDraft, { item }: PricedLine): Agreed => ({
  ...agreedGoods(item),
  reduction: (item.selling.joinsReductions && reduction?.name) || null,
  ...(item.selling.makeDays && { makeDays: item.selling.makeDays }),
  terms,
})
