import { newId } from '#kernel/id'
import { type Page, toPage } from '#kernel/page'
import type { Locale } from '#kernel/text'
import type { AccountId, Reader, Tx } from '#platform/context'
import { beyond } from '#platform/database'
import { publish } from '#platform/events'

export { aliyunSms } from './aliyun-sms.ts'
export { type MarketingConsent, registerMarketingConsent } from './consent.ts'
export { countUnread, type OwnMessage, ownMessages } from './own-messages.ts'
export { retryMessages } from './retry-messages.ts'
export { blotted, messageListeners } from './send-message.ts'
export { messageClockJobs } from './send-waiting.ts'
export { MessageRefused, type MessageSender, type MessageSenders, type Outgoing } from './senders.ts'
export { smtpSender } from './smtp.ts'
export { messagesText } from './text.ts'

import type { ExportKind } from '#platform/exports'
import { exportOf } from './messages-export.ts'

export { forgetMessages, messagesTo } from './forget-messages.ts'

/** A number or address as lists show it: `138****0000`, `a***@example.com`. */
export function maskContact(contact: string): string {
  const [name = '', host] = contact.split('@')
  if (host !== undefined) return `${name.slice(0, 1)}***@${host}`
  const number = contact.replace(/^\+86/, '')
  return `${number.slice(0, 3)}****${number.slice(-4)}`
}

/** A text message or e-mail to one person. */
export interface NewMessage {
  readonly channel: 'sms' | 'email'
  /** Phone number or address; sealed at rest. */
  readonly recipient: string
  readonly accountId?: AccountId
  /** `marketing` needs the account and its consent, asked when the message is sent: refused ones stay in the outbox. */
  readonly purpose: 'service' | 'security' | 'marketing'
  readonly template: string
  readonly locale: Locale
  readonly subject?: string
  readonly body: string
  /** What fills a provider's own template of that name, where it wants that instead of the text. */
  readonly values?: Readonly<Record<string, unknown>>
  /** The same key is written once, however often the caller repeats. */
  readonly dedupeKey?: string
}

export const messageStatuses = ['waiting', 'sent', 'failed', 'expired', 'kept', 'refused'] as const
export const messageChannels = ['sms', 'email'] as const

export interface Message {
  readonly id: string
  readonly channel: (typeof messageChannels)[number]
  readonly recipient: string
  readonly purpose: NewMessage['purpose']
  readonly template: string
  readonly subject: string | null
  readonly body: string
  readonly createdAt: Temporal.Instant
  readonly status: (typeof messageStatuses)[number]
  /** Why it was not sent, in the provider's words. */
  readonly lastError: string | null
  readonly sentAt: Temporal.Instant | null
}

/** Writes a message to the outbox in the caller's transaction; a job sends it. Writing the same dedupe key again changes nothing. */
export async function writeMessage(tx: Tx, message: NewMessage): Promise<void> {
  const written = await tx.db
    .insertInto('platform.messages')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      channel: message.channel,
      recipient: tx.vault.seal(message.recipient).toString('base64'),
      recipient_index: tx.vault.index('message', message.recipient),
      account_id: message.accountId ?? null,
      purpose: message.purpose,
      template: message.template,
      locale: message.locale,
      subject: message.subject ?? null,
      body: message.body,
      status: 'waiting',
      template_values: JSON.stringify(textsOf(message.values)),
      dedupe_key: message.dedupeKey ?? null,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('messages_once').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (written) await publish(tx, { type: 'message.written', aggregate: 'message', id: written.id })
}

const textsOf = (values: NewMessage['values'] = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '')]))

export interface FindMessages {
  readonly cursor?: string
  readonly limit?: number
  readonly status?: string
  readonly channel?: string
  /** Only what was written to this account. */
  readonly accountId?: string
}

/** The outbox, newest first. */
export async function listMessages(
  reader: Reader,
  { cursor, limit = 50, status, channel, accountId }: FindMessages,
): Promise<Page<Message>> {
  let query = reader.db
    .selectFrom('platform.messages')
    .select([
      'id',
      'channel',
      'recipient',
      'purpose',
      'template',
      'subject',
      'body',
      'created_at',
      'status',
      'last_error',
      'sent_at',
    ])
    .where('shop_id', '=', reader.shopId)
  if (status) query = query.where('status', '=', status)
  if (channel) query = query.where('channel', '=', channel)
  if (accountId) query = query.where('account_id', '=', accountId)
  if (cursor) query = query.where(beyond(cursor, ['created_at', 'id']))
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map(({ channel, purpose, status, created_at, recipient, last_error, sent_at, ...row }) => ({
      ...row,
      channel: channel as Message['channel'],
      purpose: purpose as Message['purpose'],
      status: status as Message['status'],
      recipient: reader.vault.open(Buffer.from(recipient, 'base64')),
      createdAt: created_at,
      lastError: last_error,
      sentAt: sent_at,
    })),
  }
}

/** The outbox as a sheet. */
export const messagesExport = (): ExportKind => exportOf(listMessages)
