import type { Page as Rows } from '#kernel/page'
import type { Shop } from '#model/office/shops'
import { knownShop } from '#office/shops'
import type { AccountId } from '#platform/context'
import { type OwnMessage, ownMessages } from '#platform/messages'
import { findCustomer, sawMessages } from '#sales/customers'
import { messageWords } from '../message-words.ts'
import type { Page } from '../page.ts'

export interface ShownMessage extends OwnMessage {
  readonly shop: Shop
  readonly isNew: boolean
  /** Where what it is about is found; undefined when it names nothing. */
  readonly to: string | undefined
}

export interface MessagesPage {
  readonly messages: Rows<ShownMessage>
  readonly wantsNews: boolean
}

/** Looking at the newest messages is what makes them read. */
export const messagesPage: Page<MessagesPage> = {
  path: '/account/messages',
  shows: 'messages',
  needs: 'shopper',
  async load({ ctx, query }) {
    const accountId = ctx.actor.id as AccountId
    const cursor = query.get('cursor') ?? undefined
    const customer = await findCustomer(ctx, accountId)
    const found = await ownMessages(ctx, { accountId, cursor, limit: 20 })
    const seenAt = customer?.messagesSeenAt ?? null
    const seen = (message: OwnMessage) => ({
      isNew: seenAt === null || Temporal.Instant.compare(message.createdAt, seenAt) > 0,
      to: placeOf(message),
    })
    const rows = await Promise.all(
      found.rows.map(async (message) => {
        const shop = await knownShop({ ...ctx, shopId: message.shopId })
        return { ...message, shop, body: messageWords(message, ctx.locale, shop), ...seen(message) }
      }),
    )
    if (!cursor && rows.some(({ isNew }) => isNew)) await sawMessages(ctx)
    return { messages: { ...found, rows }, wantsNews: customer?.wantsNews ?? false }
  },
}

/** A message names its order or case by number, which the list of the own orders finds, or the variant that is back. */
function placeOf({ template, values }: OwnMessage): string | undefined {
  const number = values.number?.split(' ')[0]
  if (template.startsWith('case.')) return '/cases'
  if (template.startsWith('review.')) return `/reviews/${values.reviewId}`
  if (template === 'favourites.back') return `/products/${values.slug}?v=${values.variantId}`
  return number ? `/orders?${new URLSearchParams({ q: number })}` : undefined
}
