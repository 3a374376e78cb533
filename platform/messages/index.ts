import { sql } from 'kysely'
import { newId } from '#kernel/id'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { Locale } from '#kernel/text'
import type { AccountId, Reader, Tx } from '#platform/context'
import type { ExportKind } from '#platform/exports'
import { exportOf } from './messages-export.ts'

/** A text message or e-mail to one person. */
export interface NewMessage {
  readonly channel: 'sms' | 'email'
  /** Phone number or address; sealed at rest. */
  readonly recipient: string
  readonly accountId?: AccountId
  /** `marketing` needs the recipient's consent: the sender has checked it. */
  readonly purpose: 'service' | 'security' | 'marketing'
  readonly template: string
  readonly locale: Locale
  readonly subject?: string
  readonly body: string
  /** The same key is written once, however often the caller repeats. */
  readonly dedupeKey?: string
}

export interface Message {
  readonly id: string
  readonly channel: string
  readonly recipient: string
  readonly purpose: string
  readonly template: string
  readonly subject: string | null
  readonly body: string
  readonly createdAt: Temporal.Instant
}

/** Writes a message to the outbox in the caller's transaction. Writing the same dedupe key again changes nothing. */
export async function writeMessage(tx: Tx, message: NewMessage): Promise<void> {
  await tx.db
    .insertInto('platform.messages')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      channel: message.channel,
      recipient: tx.vault.seal(message.recipient).toString('base64'),
      account_id: message.accountId ?? null,
      purpose: message.purpose,
      template: message.template,
      locale: message.locale,
      subject: message.subject ?? null,
      body: message.body,
      dedupe_key: message.dedupeKey ?? null,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.constraint('messages_once').doNothing())
    .execute()
}

/** The outbox, newest first. */
export async function listMessages(
  reader: Reader,
  { cursor, limit = 50 }: { cursor?: string; limit?: number },
): Promise<Page<Message>> {
  let query = reader.db
    .selectFrom('platform.messages')
    .select(['id', 'channel', 'recipient', 'purpose', 'template', 'subject', 'body', 'created_at'])
    .where('shop_id', '=', reader.shopId)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const page = toPage(rows, limit, (row) => [row.created_at.toString(), row.id])
  return {
    ...page,
    rows: page.rows.map(({ created_at, recipient, ...row }) => ({
      ...row,
      recipient: reader.vault.open(Buffer.from(recipient, 'base64')),
      createdAt: created_at,
    })),
  }
}

/** The outbox as a sheet. */
export const messagesExport = (): ExportKind => exportOf(listMessages)
