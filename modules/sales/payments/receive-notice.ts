import { createHash } from 'node:crypto'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, publish } from '#platform/events'
import { findFact, keepFact, keepForgedFact, settleFact } from '#platform/inbox'
import { noticeForged, type ProviderNotice, type RawNotice } from '#platform/payments'
import { shopOfNumber } from './payment-store.ts'
import { settleRefund } from './send-refund.ts'
import { settlePayment } from './settle-payment.ts'

export type IncomingNotice = Pick<RawNotice, 'headers' | 'body'>

/**
 * Takes a provider's notification: checks that it is genuine, keeps it raw and says yes; a job works on it. The same one again changes nothing.
 *
 * @throws noticeForged when it is not genuine; the bytes are kept for inquiry and have no effect
 */
export async function receiveNotice(ctx: Context, notice: IncomingNotice): Promise<void> {
  try {
    const read = await ctx.outside.payments.parseNotice({ ...notice, receivedAt: ctx.now })
    const shopId = (await shopOfNumber(ctx.db, numberOf(read))) ?? ctx.shopId
    await transaction({ ...ctx, shopId }, (tx) => keep(tx, ctx.outside.payments.provider, read.eventId, notice))
  } catch (error) {
    if (isRefusal(error, noticeForged)) await keepForged(ctx, notice, error)
    throw error
  }
}

const numberOf = ({ about }: ProviderNotice): string =>
  'payment' in about ? about.payment.number : about.refund.number

async function keep(tx: Tx, provider: string, eventId: string, notice: IncomingNotice): Promise<void> {
  const { id, isNew } = await keepFact(tx, { provider, eventId, ...notice })
  if (isNew) await publish(tx, { type: 'payment.notice_received', aggregate: 'inbox', id, data: { provider, eventId } })
}

/** How many refused notifications are kept in an hour: a stranger must not fill the disk. */
const mostForgedAnHour = 200

async function keepForged(ctx: Context, { headers, body }: IncomingNotice, refused: Refusal): Promise<void> {
  const reason = String(refused.details.reason)
  const eventId = createHash('sha256').update(body).digest('hex')
  await transaction(ctx, async (tx) => {
    await keepForgedFact(tx, { eventId, headers, body }, { reason, mostAnHour: mostForgedAnHour })
    await notify(tx, {
      permission: 'payments.read',
      kind: 'payment.forged',
      subject: 'payment',
      data: { reason },
      dedupeKey: `payment.forged:${tx.now.round({ smallestUnit: 'hour', roundingMode: 'floor' })}`,
    })
  })
}

/**
 * Job. Works on a notification kept by receiveNotice: reads it again from its bytes, as of the time it came, and settles what it is about.
 * One about a number we never gave is kept as an orphan and shown to staff: our numbers are committed before a provider hears of them.
 */
export async function workOnNotice(ctx: Context, { aggregateId }: EventRecord): Promise<void> {
  const fact = await findFact(ctx, aggregateId)
  if (!fact || fact.isProcessed) return
  const headers = (fact.headers ?? {}) as RawNotice['headers']
  const { receivedAt } = fact
  const notice = await ctx.outside.payments.parseNotice({ headers, body: Buffer.from(fact.body), receivedAt })
  const known = await shopOfNumber(ctx.db, numberOf(notice))
  await transaction(ctx, async (tx) => {
    const outcome = known === tx.shopId ? await settle(tx, notice) : await reportOrphan(tx, notice)
    await settleFact(tx, fact.id, outcome)
  })
}

const settle = (tx: Tx, { about }: ProviderNotice): Promise<string> =>
  'payment' in about ? settlePayment(tx, about.payment) : settleRefund(tx, about.refund)

async function reportOrphan(tx: Tx, notice: ProviderNotice): Promise<string> {
  const number = numberOf(notice)
  await notify(tx, {
    permission: 'payments.read',
    kind: 'payment.orphan',
    subject: 'payment',
    data: { number },
    dedupeKey: `payment.orphan:${number}`,
  })
  return 'orphan'
}
