import { decimalText, type Money } from '#kernel/money'
import { piecesIn } from '#kernel/quantity'
import { say } from '#kernel/text'
import { phoneOf } from '#office/accounts'
import { knownShop } from '#office/shops'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { writeMessage } from '#platform/messages'
import { broughtBack } from '#sales/payments'
import { listCarriers, openRecipient } from '#supply/shipping'
import type { Order } from './model.ts'
import { sealedRecipientOf } from './recipient-store.ts'
import type { MissingLine } from './secure-stock.ts'
import { leftOf } from './settlement.ts'
import { ordersUnder } from './shipment-store.ts'
import { ordersText } from './text.ts'

/** What a buyer is told of, each with a text of its own (`message.<event>`). */
export const toldEvents = [
  'order.placed',
  'order.paid',
  'order.pay_on_delivery',
  'order.waived',
  'order.collected',
  'order.price_changed',
  'order.items_changed',
  'order.payment_failed',
  'order.review_needed',
  'order.held',
  'order.released',
  'order.short',
  'order.parted',
  'order.recipient_changed',
  'order.partly_shipped',
  'order.shipped',
  'order.delivered',
  'order.received',
  'order.completed',
  'order.cancelled',
  'order.refund_requested',
  'order.refunded',
  'refund.succeeded',
  'parcel.moved',
] as const

/** Job. Tells the buyer what has become of the order, in the language it was placed in. One event is told once. */
export async function tellBuyer(ctx: Context, event: EventRecord): Promise<void> {
  const [order, ...others] = await ordersUnder(ctx, orderIdOf(event))
  if (!order || isSilent(event) || wasToldElsewhere(order, event)) return
  const number = [order, ...others].map((each) => each.number).join(' ')
  await transaction(ctx, async (tx) => {
    const { name, nameEn, timeZone } = await knownShop(tx)
    const shop = order.locale === 'zh' ? name : nameEn
    const values = {
      shop,
      ...wordsOf(order, event),
      ...(await waybillWords(tx, order, event)),
      ...restWords(event, timeZone),
      number,
    }
    await writeMessage(tx, {
      channel: 'sms',
      recipient: await phoneForBuyer(tx, order),
      accountId: order.customerId,
      purpose: 'service',
      template: event.type,
      locale: order.locale,
      body: say(ordersText, order.locale, `message.${event.type}`, values),
      values,
      dedupeKey: `order:${event.id}`,
    })
  })
}

function orderIdOf({ aggregate, aggregateId, data }: EventRecord): string {
  if (aggregate === 'order') return aggregateId
  return String(aggregate === 'refund' ? data.orderId : data.sourceId)
}

/** Where the order was placed and paid, its buyer has heard of that. */
const wasToldElsewhere = ({ source }: Order, { type }: EventRecord): boolean =>
  source !== null && (type === 'order.placed' || type === 'order.paid')

/**
 * A parcel's way is told when it is out for delivery; a refund by itself only when it is an overpayment: the others are told by their
 * order. Nothing is told of a refund that waits for a second person, or of an order whose import is taken back.
 */
const isSilent = ({ type, data }: EventRecord): boolean =>
  data.neverOurs === true ||
  data.cause === broughtBack ||
  (type === 'parcel.moved' && data.state !== 'delivering') ||
  (type === 'refund.succeeded' && data.cause !== 'surplus') ||
  (type === 'order.refund_requested' && (data.refundId === null || data.waits === true)) ||
  (type === 'order.waived' && (data.cause === 'cancel' || data.cause === 'refused'))

function wordsOf(order: Order, { data }: EventRecord): Record<string, string> {
  const amount = data.amount as Money | undefined
  return {
    total: amountText(order.total),
    due: amountText(leftOf(order)),
    amount: amount ? amountText(amount) : '',
    reason: reasonText(order.locale, String(data.reason ?? '')),
    'reason.zh': reasonText('zh', String(data.reason ?? '')),
    'reason.en': reasonText('en', String(data.reason ?? '')),
  }
}

/** The carrier by its name and the number, in the order's language and in both. */
async function waybillWords(tx: Tx, order: Order, { data }: EventRecord): Promise<Record<string, string>> {
  if (!data.carrier) return {}
  const carrier = (await listCarriers(tx)).find(({ code }) => code === data.carrier)
  const words = (locale: Order['locale']) =>
    [carrier?.name[locale] || data.carrier, data.waybillNumber].filter(Boolean).join(' ')
  return { waybill: words(order.locale), 'waybill.zh': words('zh'), 'waybill.en': words('en') }
}

/** How many pieces follow, and until when. */
function restWords({ data }: EventRecord, timeZone: string): Record<string, string> {
  if (!data.restBy) return {}
  const waiting = data.waiting as readonly MissingLine[]
  return {
    pieces: String(piecesIn(waiting)),
    restBy: Temporal.Instant.from(String(data.restBy)).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  }
}

const reasonText = (locale: Order['locale'], reason: string): string => {
  const known = say(ordersText, locale, `reason.${reason}`)
  return known === `reason.${reason}` ? reason : known
}

const amountText = (amount: Money): string =>
  `${amount.currency === 'CNY' ? '¥' : `${amount.currency} `}${decimalText(amount)}`

/** The buyer's own phone; a buyer without one is reached at the recipient's. */
export async function phoneForBuyer(tx: Tx, { id, customerId }: Order): Promise<string> {
  return (await phoneOf(tx, customerId)) ?? openRecipient(tx.vault, await sealedRecipientOf(tx, id)).phone
}
