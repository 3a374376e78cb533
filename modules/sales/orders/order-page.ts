import type { Dispute, OrderPayment, Refund } from '#model/sales/payments'
import type { Voucher } from '#model/sales/vouchers'
import type { Parcel, Recipient, TrackedStep } from '#model/supply/shipping'
import { type EventRecord, historyOf } from '#platform/events'
import { disputesOf, paymentsOf, refundsOf } from '#sales/payments'
import { reductionName } from '#sales/promotions'
import { vouchersOf } from '#sales/vouchers'
import { maskRecipient, openRecipient, trackingOf } from '#supply/shipping'
import { markOf } from './mark-order.ts'
import { togetherWith } from './mergeable.ts'
import {
  type Order,
  type OrderAction,
  type OrderId,
  type OrderLine,
  type OrderMark,
  type OrderTag,
  orderActions,
  type Production,
  unmarked,
} from './model.ts'
import { type ActingReader, linesOf, loadOrder } from './order-store.ts'
import { tagsOf } from './order-tag.ts'
import { parcelsOfOrder } from './parcels-of-order.ts'
import { productionsOf } from './production-store.ts'
import { sealedRecipientOf } from './recipient-store.ts'

export interface OrderPage {
  readonly order: Order
  readonly lines: readonly OrderLine[]
  /** Whole for the buyer, masked for staff. */
  readonly recipient: Recipient
  readonly payments: readonly OrderPayment[]
  readonly refunds: readonly Refund[]
  /** What the buyer's bank took back or asks about: for staff alone. */
  readonly disputes: readonly Dispute[]
  readonly parcels: readonly (Parcel & { readonly steps: readonly TrackedStep[] })[]
  /** What the buyer shows to get what is not shipped; the codes are the buyer's alone. */
  readonly vouchers: readonly Voucher[]
  /** Lines that are made for the buyer, and how far they are. */
  readonly productions: readonly Production[]
  readonly history: readonly EventRecord[]
  /** What staff noted for each other; nothing for its buyer. */
  readonly mark: OrderMark
  readonly tags: readonly OrderTag[]
  /** Other orders that leave in the same box. */
  readonly together: readonly Pick<Order, 'id' | 'number'>[]
  /** What may be done now. */
  readonly actions: readonly OrderAction[]
  /** Whole seconds until the dispatch promise ends; negative when broken, null when there is none or it is kept. */
  readonly dispatchSecondsLeft: number | null
}

/** What was turned down was never promised to the buyer. */
const isShownTo = ({ actor }: ActingReader, { status }: Refund): boolean =>
  actor.kind !== 'shopper' || status !== 'declined'

/** Everything about one order: money, parcels with tracking, full history. @throws orderNotFound for anybody but its buyer and staff */
export async function orderPage(reader: ActingReader, orderId: OrderId): Promise<OrderPage> {
  const order = await inReadersWords(reader, await loadOrder(reader, orderId))
  const recipient = openRecipient(reader.vault, await sealedRecipientOf(reader, orderId))
  const parcels = await parcelsOfOrder(reader, order)
  const steps = await trackingOf(
    reader,
    parcels.map((parcel) => parcel.id),
  )
  return {
    order,
    lines: await linesOf(reader, order),
    recipient: reader.actor.kind === 'shopper' ? recipient : maskRecipient(recipient),
    payments: await paymentsOf(reader, orderId),
    refunds: (await refundsOf(reader, orderId)).filter((refund) => isShownTo(reader, refund)),
    disputes: reader.actor.kind === 'shopper' ? [] : await disputesOf(reader, orderId),
    parcels: parcels.map((parcel) => ({ ...parcel, steps: steps.get(parcel.id) ?? [] })),
    vouchers: (await vouchersOf(reader, orderId)).map((voucher) => forEyesOf(reader, voucher)),
    productions: await productionsOf(reader, orderId),
    history: await historyOf(reader, orderId),
    mark: reader.actor.kind === 'shopper' ? unmarked : await markOf(reader, orderId),
    tags: reader.actor.kind === 'shopper' ? [] : ((await tagsOf(reader, [orderId])).get(orderId) ?? []),
    together: await togetherWith(reader, order),
    actions: orderActions(order),
    dispatchSecondsLeft: dispatchSecondsLeft(order, reader.now),
  }
}

/** The reduction by its name in the language of whoever looks; what the order keeps is the name it was placed with. */
async function inReadersWords(reader: ActingReader, order: Order): Promise<Order> {
  if (!order.reductionId || order.locale === reader.locale) return order
  const name = await reductionName(reader, order.reductionId)
  return name ? { ...order, reductionName: name[reader.locale] || order.reductionName } : order
}

/** Staff see that there is a code, not which: redeeming takes the buyer's own. */
const forEyesOf = ({ actor }: ActingReader, voucher: Voucher): Voucher =>
  actor.kind === 'shopper' ? voucher : { ...voucher, code: `········${voucher.code.slice(-4)}` }

/** Whole seconds until the goods must have left; null before payment and after dispatch. */
export function dispatchSecondsLeft(order: Order, now: Temporal.Instant): number | null {
  if (!order.dispatchBy || order.status !== 'open' || order.shippedAt || order.fulfilment === 'delivered') return null
  return Math.trunc(now.until(order.dispatchBy).total('seconds'))
}
