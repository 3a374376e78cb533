import { dayIn } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import type { Cart } from '#model/sales/carts'
import type { Reduction } from '#model/sales/promotions'
import type { FreightQuote, Recipient } from '#model/supply/shipping'
import type { Tx } from '#platform/context'
import { sealRecipient } from '#supply/shipping'
import { agreedGoods, goodsRow } from './line-goods.ts'
import type { Agreed, InvoiceWish, Order, OrderId, Promised, Terms } from './model.ts'
import { toOrder } from './order.ts'
import type { PricedLine, Quote } from './quote.ts'
import { phoneIndexes, recipientIndex } from './recipient.ts'

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
  readonly promised: Promised
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

/** Writes an order with all its lines in one statement. */
export async function insertOrder(tx: Tx, draft: OrderDraft): Promise<{ order: Order; lines: LineToReserve[] }> {
  const orderId = newId<'Order'>()
  const lines = draft.quote.lines.map((line, position) => lineRow(tx, draft, { orderId, line, position }))
  const row = await tx.db
    .with('written', (db) => db.insertInto('sales.order_lines').values(lines).returning('id'))
    .insertInto('sales.orders')
    .values(orderRow(tx, draft, orderId))
    .returningAll()
    .executeTakeFirstOrThrow()
  return { order: toOrder(row), lines: lines.map((line, index) => toReserve(line.id, draft.quote.lines[index]!)) }
}

const toReserve = (lineId: string, { id, item, quantity }: PricedLine): LineToReserve => ({
  lineId,
  variantId: item.variantId,
  quantity,
  requiresShipping: item.requiresShipping,
  field: `lines.${id}`,
})

function orderRow(tx: Tx, { cart, recipient, reduction, freight, quote, promised, ...draft }: OrderDraft, id: OrderId) {
  return {
    id,
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
    recipient_index: recipientIndex(tx.vault, recipient),
    district_code: recipient.districtCode,
    carrier: freight.carrier,
    carrier_choice: freight.why ? JSON.stringify(freight.why) : null,
    memo: draft.memo,
    invoice_wish: draft.invoiceWish && JSON.stringify(draft.invoiceWish),
    locale: tx.locale,
    placed_at: draft.external?.placedAt ?? tx.now,
    pay_by: draft.payBy,
    arrives_from: promised.arrivesFrom,
    arrives_to: promised.arrivesTo,
  }
}

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
