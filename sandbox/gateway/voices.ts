import { alipayNotice, alipaySignedForm } from './alipay-messages.ts'
import type { Keys } from './credentials.ts'
import { refundNoticeJson, transactionJson } from './messages.ts'
import { platformSignature, seal } from './signing.ts'
import type { DisputeRow, NoticeRow, Provider, RefundRow, TradeRow } from './store.ts'
import { disputeObject, refundObject, sessionObject, stripeSignature } from './stripe-messages.ts'

/** How Stripe tells of a dispute; the others know none. */
export const disputed = (dispute: DisputeRow, trade: TradeRow): Said => ({
  eventType: dispute.decided_at ? 'charge.dispute.closed' : 'charge.dispute.created',
  content: disputeObject(dispute, trade),
})

interface Speaker {
  readonly keys: Keys
  readonly now: () => Temporal.Instant
  readonly url?: string
}

interface Said {
  readonly eventType: string
  readonly content: object
}

export interface Signed {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How each provider tells a merchant what happened. */
interface Voice {
  paid(speaker: Speaker, trade: TradeRow): Said
  refunded(speaker: Speaker, refund: RefundRow, trade: TradeRow): Said
  sign(keys: Keys, notice: NoticeRow, now: Temporal.Instant): Signed
  /** Changed on the way after it was signed. */
  tampered(body: string): string
  /** Whether the merchant's answer means that it has understood. */
  isYes(status: number, text: string): boolean
}

const isOk = (status: number): boolean => status >= 200 && status < 300
const spaced = (body: string): string => body.replace('{', '{ ')

export const voices: Readonly<Record<Provider, Voice>> = {
  wechat: {
    paid: ({ keys }, trade) => ({ eventType: 'TRANSACTION.SUCCESS', content: transactionJson(keys.merchant, trade) }),
    refunded: ({ keys }, refund, trade) => ({
      eventType: 'REFUND.SUCCESS',
      content: refundNoticeJson(keys.merchant, refund, trade),
    }),
    sign: (keys, notice, now) => {
      const body = wechatEnvelope(keys.merchant.apiV3Key, notice)
      const headers = { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0' }
      return { headers: { ...headers, ...platformSignature(keys.signing(), body, now) }, body }
    },
    tampered: spaced,
    isYes: isOk,
  },
  alipay: {
    paid: ({ keys }, trade) => ({ eventType: 'trade_status_sync', content: alipayNotice(keys.alipay, trade) }),
    refunded: ({ keys }, refund, trade) => ({
      eventType: 'trade_status_sync',
      content: alipayNotice(keys.alipay, trade, refund),
    }),
    sign: (keys, notice, now) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: alipaySignedForm(keys.alipay, notice, now),
    }),
    tampered: (body) => `${body}&tampered=1`,
    isYes: (status, text) => isOk(status) && text === 'success',
  },
  stripe: {
    paid: (_, trade) => ({ eventType: 'checkout.session.completed', content: sessionObject(trade, '') }),
    refunded: (_, refund, trade) => ({ eventType: 'refund.updated', content: refundObject(refund, trade) }),
    sign: (keys, notice, now) => {
      const body = stripeEvent(notice, now)
      const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Stripe/1.0' }
      return {
        headers: { ...headers, 'stripe-signature': stripeSignature(keys.stripe.webhookSecret, body, now) },
        body,
      }
    },
    tampered: spaced,
    isYes: isOk,
  },
}

function wechatEnvelope(apiV3Key: string, notice: NoticeRow): string {
  const about = notice.event_type.startsWith('REFUND') ? 'refund' : 'transaction'
  return JSON.stringify({
    id: notice.event_id,
    create_time: notice.created_at,
    resource_type: 'encrypt-resource',
    event_type: notice.event_type,
    summary: about === 'refund' ? '退款成功' : '支付成功',
    resource: { original_type: about, ...seal(apiV3Key, notice.content, about) },
  })
}

const stripeEvent = (notice: NoticeRow, now: Temporal.Instant): string =>
  JSON.stringify({
    id: `evt_${notice.event_id.replaceAll('-', '')}`,
    object: 'event',
    created: Math.floor(Temporal.Instant.from(notice.created_at).epochMilliseconds / 1000),
    livemode: false,
    type: notice.event_type,
    data: { object: JSON.parse(notice.content) as object },
    pending_webhooks: 1,
    request: null,
    sent_at: Math.floor(now.epochMilliseconds / 1000),
  })
