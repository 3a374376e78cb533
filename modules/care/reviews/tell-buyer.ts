import { say } from '#kernel/text'
import { phoneOf } from '#office/accounts'
import { knownShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { writeMessage } from '#platform/messages'
import { loadOrder } from '#sales/orders'
import type { Review } from './model.ts'
import { reviewsText } from './text.ts'

/** Tells the buyer once that the shop has answered a review, in the language of the order. An answer put in other words is no news. */
export async function tellOfReply(tx: Tx, { id, orderId, customerId, name }: Review): Promise<void> {
  const recipient = await phoneOf(tx, customerId)
  if (!recipient) return
  const { locale } = await loadOrder(tx, orderId)
  const shop = await knownShop(tx)
  const values = { shop: locale === 'zh' ? shop.name : shop.nameEn, name: name[locale] || name.zh, reviewId: id }
  const inBoth = { ...values, 'name.zh': name.zh, 'name.en': name.en || name.zh }
  await writeMessage(tx, {
    channel: 'sms',
    recipient,
    accountId: customerId,
    purpose: 'service',
    template: 'review.replied',
    locale,
    body: say(reviewsText, locale, 'review.message.replied', values),
    values: inBoth,
    dedupeKey: `review:${id}:replied`,
  })
}
