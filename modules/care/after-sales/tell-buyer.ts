import { say } from '#kernel/text'
import { phoneOf } from '#office/accounts'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { writeMessage } from '#platform/messages'
import { loadOrder } from '#sales/orders'
import type { Case } from './model.ts'
import { afterSalesText } from './text.ts'

type Template =
  | 'approved_return'
  | 'approved_refund'
  | 'approved_exchange'
  | 'approved_repair'
  | 'approved_reshipment'
  | 'approved_compensation'
  | 'fault_judged'
  | 'refused'
  | 'asked'
  | 'arrived'
  | 'not_refunded'
  | 'not_replaced'
  | 'not_repaired'
  | 'repairing'
  | 'mended'
  | 'unrepairable'
  | 'handed_in_refund'
  | 'handed_in_exchange'
  | 'replacing'
  | 'on_the_way'
  | 'paid_instead'
  | 'returned_instead'
  | 'lapsed'
  | 'settled'
  | 'stalled'
  | 'found'

/** Tells the buyer how the case goes on, in the language of the order; at one moment each thing once. */
export async function tellBuyer(
  tx: Tx,
  { id, number, orderId, customerId }: Pick<Case, 'id' | 'number' | 'orderId' | 'customerId'>,
  template: Template,
  values: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const recipient = await phoneOf(tx, customerId)
  if (!recipient) return
  const { locale } = await loadOrder(tx, orderId)
  const { name, nameEn } = await loadShop(tx)
  const shop = locale === 'zh' ? name : nameEn
  const words = { shop, number, ...values }
  await writeMessage(tx, {
    channel: 'sms',
    recipient,
    accountId: customerId,
    purpose: 'service',
    template: `case.${template}`,
    locale,
    body: say(afterSalesText, locale, `case.message.${template}`, words),
    values: words,
    dedupeKey: `case:${id}:${template}:${tx.now.epochMilliseconds}`,
  })
}
