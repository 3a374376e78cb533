import { createHash } from 'node:crypto'
import { isRefusal, type Refusal } from '#kernel/refusal'
import { notify } from '#office/notices'
import type { Context, ShopId, Tx } from '#platform/context'
import { type Database, transaction } from '#platform/database'
import { type EventRecord, publish } from '#platform/events'
import { findFact, keepFact, keepForgedFact, settleFact } from '#platform/inbox'
import { noticeForged, type PaymentGateway, type ProviderNotice, type RawNotice } from '#platform/payments'
import { gatewayOf, shopOfAccount } from './gateway-of.ts'
import type { Payment, PaymentAccountId } from './model.ts'
import { paymentByRef, shopOfNumber } from './payment-store.ts'
import { settleRefund } from './send-refund.ts'
import { settleDispute } from './settle-dispute.ts'
import { settlePayment } from './settle-payment.ts'

/** At whose account something happened: the installation's, or the shop's own. */
export type NoticeDesk = Pick<Payment, 'provider' | 'accountId'>
export type IncomingNotice = NoticeDesk & Pick<RawNotice, 'headers' | 'body'>

const deskName = ({ provider, accountId }: NoticeDesk): string => (accountId ? `${provider}/${accountId}` : provider)

function deskOf(name: string): NoticeDesk {
  const [provider = '', accountId] = name.split('/')
  return { provider, accountId: (accountId as PaymentAccountId | undefined) ?? null }
}

/** What the provider wants to hear. @throws providerMissing, paymentAccountNotFound */
export async function noticeReceipts(ctx: Context, desk: NoticeDesk): Promise<PaymentGateway['receipts']> {
  return (await deskGateway(ctx, desk)).receipts
}

/** Of whichever shop the account is: the notification does not say. */
async function deskGateway(ctx: Context, desk: NoticeDesk): Promise<PaymentGateway> {
  const shopId = desk.accountId ? await shopOfAccount(ctx.db, desk.accountId) : ctx.shopId
  return gatewayOf(ctx, { ...desk, shopId })
}

/**
 * Takes a provider's notification: checks that it is genuine, keeps it raw and says yes; a job works on it. The same one again changes nothing.
 *
 * @throws noticeForged when it is not genuine; the bytes are kept for inquiry and have no effect
 */
export async function receiveNotice(ctx: Context, notice: IncomingNotice): Promise<void> {
  try {
    const gateway = await deskGateway(ctx, notice)
    const { headers, body } = notice
    const read = await gateway.parseNotice({ headers, body, receivedAt: ctx.now })
    if (!read) return
    const shopId = (await shopAbout(ctx.db, read, notice)) ?? ctx.shopId
    await transaction({ ...ctx, shopId }, (tx) => keep(tx, read.eventId, notice))
  } catch (error) {
    if (isRefusal(error, noticeForged)) await keepForged(ctx, notice, error)
    throw error
  }
}

/** Our number, or for a dispute, which bears none, the provider's own of the money. */
const numberOf = ({ about }: ProviderNotice): string =>
  'payment' in about ? about.payment.number : 'refund' in about ? about.refund.number : about.dispute.paymentRef

/** Whose money a notification is about; undefined when it is nobody's here. */
async function shopAbout(db: Database, notice: ProviderNotice, desk: NoticeDesk): Promise<ShopId | undefined> {
  if (!('dispute' in notice.about)) return shopOfNumber(db, numberOf(notice), desk)
  return (await paymentByRef(db, numberOf(notice), desk))?.shopId
}

async function keep(tx: Tx, eventId: string, notice: IncomingNotice): Promise<void> {
  const { headers, body } = notice
  const provider = deskName(notice)
  const { id, isNew } = await keepFact(tx, { provider, eventId, headers, body })
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
  const desk = deskOf(fact.provider)
  const gateway = await deskGateway(ctx, desk)
  const notice = await gateway.parseNotice({ headers, body: Buffer.from(fact.body), receivedAt })
  if (!notice) return
  const known = await shopAbout(ctx.db, notice, desk)
  await transaction(ctx, async (tx) => {
    const outcome = known === tx.shopId ? await settle(tx, notice, desk) : await reportOrphan(tx, notice)
    await settleFact(tx, fact.id, outcome)
  })
}

async function settle(tx: Tx, { about }: ProviderNotice, desk: NoticeDesk): Promise<string> {
  if ('payment' in about) return settlePayment(tx, about.payment)
  if ('refund' in about) return settleRefund(tx, about.refund)
  return settleDispute(tx, (await paymentByRef(tx.db, about.dispute.paymentRef, desk))!, about.dispute)
}

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
