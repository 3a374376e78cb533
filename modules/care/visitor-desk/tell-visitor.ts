import type { Selectable } from 'kysely'
import { say } from '#kernel/text'
import { loadShop } from '#office/shops'
import type { AccountId, Tx } from '#platform/context'
import type { CareVisitorQuestions } from '#platform/database'
import { writeMessage } from '#platform/messages'
import { visitorDeskText } from './text.ts'

/** Tells whoever left a contact, by mail or text message, in the language of the question. Others find the answer on their page. */
export async function tellVisitor(tx: Tx, asked: Selectable<CareVisitorQuestions>, answer: string): Promise<void> {
  if (!asked.contact_cipher) return
  const recipient = tx.vault.open(asked.contact_cipher)
  const locale = asked.locale === 'en' ? 'en' : 'zh'
  const { name, nameEn } = await loadShop(tx)
  const values = { shop: locale === 'zh' ? name : nameEn, words: asked.words.slice(0, 60), answer }
  await writeMessage(tx, {
    channel: recipient.includes('@') ? 'email' : 'sms',
    recipient,
    ...(asked.customer_id && { accountId: asked.customer_id as AccountId }),
    purpose: 'service',
    template: 'visitor-desk.answered',
    locale,
    subject: say(visitorDeskText, locale, 'visitor-desk.message.subject', values),
    body: say(visitorDeskText, locale, 'visitor-desk.message.answered', values),
    dedupeKey: `visitor-desk:${asked.id}`,
  })
}
