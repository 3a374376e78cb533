import { say } from '#kernel/text'
import { phoneOf } from '#office/accounts'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { writeMessage } from '#platform/messages'
import { loadOrder } from '#sales/orders'
import type { ParcelQuestion } from './model.ts'
import { parcelDeskText } from './text.ts'

type Template = 'reminder_late' | 'reminder' | 'inquiry' | 'answered'

/** Tells the buyer, in the language of the order; each thing once for a question. */
export async function tellBuyer(
  tx: Tx,
  { id, orderId, orderNumber: number, customerId, dispatchBy }: ParcelQuestion,
  template: Template,
  answer = '',
): Promise<void> {
  const recipient = await phoneOf(tx, customerId)
  if (!recipient) return
  const { locale } = await loadOrder(tx, orderId)
  const { name, nameEn, timeZone } = await loadShop(tx)
  const values = { shop: locale === 'zh' ? name : nameEn, number, answer, dispatchBy: timeText(dispatchBy, timeZone) }
  await writeMessage(tx, {
    channel: 'sms',
    recipient,
    accountId: customerId,
    purpose: 'service',
    template: `parcel-desk.${template}`,
    locale,
    body: say(parcelDeskText, locale, `parcel-desk.message.${template}`, values),
    values,
    dedupeKey: `parcel-desk:${id}:${template}`,
  })
}

/** "2026-03-03 12:00" on the shop's clock. */
const timeText = (at: Temporal.Instant | null, zone: string): string =>
  at?.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ') ?? ''
