import { loadProduct } from '#goods/catalog'
import { rulesFor, screenTexts } from '#goods/screening'
import { newId } from '#kernel/id'
import type { ProductId } from '#model/goods/catalog'
import { readPhone } from '#model/office/accounts'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { countUse } from '#platform/throttle'
import { type VisitorQuestion, visitorQuestionLimits } from './model.ts'
import {
  contactInvalid,
  contactMissing,
  forbiddenWords,
  questionWordsMissing,
  tooManyQuestions,
  toVisitorQuestion,
} from './question.ts'
import { visitorDeskSettings } from './settings.ts'

export interface AskTheShop {
  readonly words: string
  readonly productId?: ProductId
  /** A guest's mobile number or e-mail address; a signed-in visitor reads the answer on the page and need not give one. */
  readonly contact?: string
  readonly author?: string
  /** The network address it comes from: what a guest without a cookie is counted by. */
  readonly ip: string
}

/**
 * A visitor leaves a message (STO-13) about a product or the shop; it lands at the service desk.
 * @throws questionWordsMissing, contactMissing, contactInvalid, forbiddenWords, tooManyQuestions, productNotFound
 */
export async function askTheShop(ctx: Context, { ip, ...given }: AskTheShop): Promise<VisitorQuestion> {
  const words = given.words.trim().slice(0, visitorQuestionLimits.words)
  if (words === '') throw questionWordsMissing({ field: 'words' })
  const contact = readContact(ctx, given.contact)
  await throttle(ctx, ip)
  return transaction(ctx, async (tx) => {
    await mustBeFit(tx, words)
    if (given.productId) await loadProduct(tx, given.productId)
    const asked = await insertQuestion(tx, { ...given, words, contact })
    await publish(tx, {
      type: 'visitor_question.asked',
      aggregate: 'visitor_question',
      id: asked.id,
      data: { productId: asked.productId },
    })
    await notify(tx, {
      permission: 'reviews.answer',
      kind: 'visitor.question',
      subject: 'visitor_question',
      subjectId: asked.id,
      dedupeKey: `visitor.question:${asked.id}`,
    })
    return asked
  })
}

/** @throws contactMissing, contactInvalid */
function readContact({ actor }: Context, text = ''): string | undefined {
  const contact = text.trim().slice(0, visitorQuestionLimits.contact)
  if (contact === '') {
    if (actor.kind === 'shopper') return undefined
    throw contactMissing({ field: 'contact' })
  }
  const read = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(contact) ? contact : readPhone(contact)
  if (!read) throw contactInvalid({ field: 'contact' })
  return read
}

async function throttle(ctx: Context, ip: string): Promise<void> {
  const { mostPerHour } = await readSettings(ctx, visitorDeskSettings)
  const key = `visitor-desk:${ctx.shopId}:${ctx.actor.id ?? ip}`
  const limit = { key, most: mostPerHour, window: Temporal.Duration.from({ hours: 1 }) }
  const { allowed, retryAfterSeconds } = await countUse(ctx.db, limit, ctx.now)
  if (!allowed) throw tooManyQuestions({ minutes: Math.ceil(retryAfterSeconds / 60), retryAfterSeconds })
}

const link = /https?:\/\/|www\.|\b[a-z0-9-]+\.(?:com|cn|net|shop|top|vip)\b/iu

/** @throws forbiddenWords for links, and for words of prohibited goods or the shop's own list */
async function mustBeFit(tx: Tx, words: string): Promise<void> {
  if (link.test(words.normalize('NFKC'))) throw forbiddenWords({ field: 'words' })
  const rules = (await rulesFor(tx)).filter(
    ({ kind, severity }) => severity === 'block' && (kind === 'prohibited_goods' || kind === 'own'),
  )
  if (screenTexts(rules, [{ field: 'words', text: words }]).length > 0) throw forbiddenWords({ field: 'words' })
}

async function insertQuestion(
  tx: Tx,
  { words, productId, contact, author = '' }: Omit<AskTheShop, 'ip' | 'contact'> & { contact: string | undefined },
): Promise<VisitorQuestion> {
  const isSignedIn = tx.actor.kind === 'shopper'
  const row = await tx.db
    .insertInto('care.visitor_questions')
    .values({
      id: newId(),
      shop_id: tx.shopId,
      product_id: productId ?? null,
      customer_id: isSignedIn ? tx.actor.id : null,
      author: (isSignedIn ? tx.actor.name : author).trim().slice(0, visitorQuestionLimits.author),
      contact_cipher: contact ? tx.vault.seal(contact) : null,
      words,
      locale: tx.locale,
      status: 'open',
      asked_at: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toVisitorQuestion(tx, row)
}
