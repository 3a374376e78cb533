import { hours, minutes } from '#kernel/day'
import type { Context } from '#platform/context'
import type { EventRecord, Listener } from '#platform/events'
import { mayMarketTo } from './consent.ts'
import { MessageRefused, type MessageSender } from './senders.ts'

interface Waiting {
  readonly id: string
  readonly channel: 'sms' | 'email'
  readonly recipient: string
  readonly account_id: string | null
  readonly purpose: string
  readonly template: string
  readonly template_values: unknown
  readonly locale: 'zh' | 'en'
  readonly subject: string | null
  readonly body: string
  readonly created_at: Temporal.Instant
}

/**
 * Job. Hands a message to its provider: at least once, with the same id each time. What nobody can send is kept, what comes too late to be
 * of use is not sent, marketing without a consent that holds at this moment is refused, what the provider refuses for good says why; anything else is tried again.
 */
export async function sendMessage(ctx: Context, { aggregateId: id }: Pick<EventRecord, 'aggregateId'>): Promise<void> {
  const message = await waitingMessage(ctx, id)
  if (!message) return
  if (message.purpose === 'marketing' && !(await mayMarketTo(ctx, message.account_id)))
    return settle(ctx, id, { status: 'refused' })
  const sender = ctx.outside.senders?.[message.channel]
  if (!sender) return settle(ctx, id, { status: 'kept' })
  if (isLate(message, ctx.now)) return settle(ctx, id, { status: 'expired' })
  await hand(ctx, message, sender)
}

async function hand(ctx: Context, message: Waiting, sender: MessageSender): Promise<void> {
  const { id, template, locale, subject, body } = message
  const recipient = ctx.vault.open(Buffer.from(message.recipient, 'base64'))
  const values = message.template_values as Record<string, string>
  try {
    const providerId = await sender.send({ id, recipient, template, values, locale, subject, body })
    await settle(ctx, id, { status: 'sent', sent_at: ctx.now, provider_id: providerId, last_error: null })
    if (message.purpose === 'security') await hideSecret(ctx, message)
  } catch (error) {
    const lastError = (error as Error).message.slice(0, 500)
    if (!(error instanceof MessageRefused)) {
      await settle(ctx, id, { last_error: lastError })
      throw error
    }
    await settle(ctx, id, { status: 'failed', last_error: lastError })
  }
}

/** A code that is late opens nothing; a notice of yesterday confuses. */
const isLate = ({ purpose, created_at }: Waiting, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(created_at.add(purpose === 'security' ? minutes(10) : hours(24)), now) < 0

async function waitingMessage({ db, shopId }: Context, id: string): Promise<Waiting | undefined> {
  const row = await db
    .selectFrom('platform.messages')
    .select([
      'id',
      'channel',
      'recipient',
      'account_id',
      'purpose',
      'template',
      'template_values',
      'locale',
      'subject',
      'body',
      'created_at',
    ])
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return row as Waiting | undefined
}

interface Outcome {
  readonly status?: 'sent' | 'failed' | 'expired' | 'kept' | 'refused'
  readonly sent_at?: Temporal.Instant
  readonly provider_id?: string
  readonly last_error?: string | null
}

async function settle({ db, shopId }: Context, id: string, outcome: Outcome): Promise<void> {
  await db
    .updateTable('platform.messages')
    .set((row) => ({ ...outcome, attempts: row('attempts', '+', 1) }))
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

/** A text whose code is hidden. */
export const blotted = (body: string): string => body.replace(/\d{4,}/g, '••••••')

/** A code that has reached its phone is nobody else's business. */
async function hideSecret({ db, shopId }: Context, { id, body }: Waiting): Promise<void> {
  await db
    .updateTable('platform.messages')
    .set({ body: blotted(body), template_values: '{}' })
    .where('shop_id', '=', shopId)
    .where('id', '=', id)
    .execute()
}

export const messageListeners: readonly Listener[] = [
  { name: 'messages.send', on: ['message.written', 'message.retried'], run: sendMessage },
]
