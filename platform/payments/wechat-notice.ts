import { noticeForged } from './errors.ts'
import type { ProviderNotice, RawNotice } from './index.ts'
import { readJson } from './messages.ts'
import type { WechatPayConfig } from './wechat-client.ts'
import { readNotice, readRefundNotice, readTransaction, toPayment, toRefund } from './wechat-messages.ts'
import { decryptResource, type KeyOf, signatureFault } from './wechat-signature.ts'

type Addressee = Pick<WechatPayConfig, 'appId' | 'merchantId' | 'apiV3Key'>

/** Turns a notification into a fact: signed by the platform within five minutes, sealed for us, about our merchant number. */
export async function parseWechatNotice(config: Addressee, keyOf: KeyOf, notice: RawNotice): Promise<ProviderNotice> {
  const fault = await signatureFault(keyOf, notice.headers, notice.body, notice.receivedAt)
  if (fault) throw noticeForged({ reason: fault })

  const envelope = readNotice(readJson(notice.body))
  if (!envelope) throw noticeForged({ reason: 'form' })
  const opened = decryptResource(config.apiV3Key, envelope.resource)
  if (!opened) throw noticeForged({ reason: 'decryption' })
  return { eventId: envelope.id, about: aboutWhat(config, envelope.event_type, readJson(opened)) }
}

function aboutWhat(config: Addressee, eventType: string, content: unknown): ProviderNotice['about'] {
  if (eventType.startsWith('TRANSACTION.')) return { payment: paymentFor(config, content) }
  if (eventType.startsWith('REFUND.')) return { refund: refundFor(config, content) }
  throw noticeForged({ reason: 'form' })
}

function paymentFor({ appId, merchantId }: Addressee, content: unknown) {
  const transaction = readTransaction(content)
  if (!transaction) throw noticeForged({ reason: 'form' })
  if (transaction.mchid !== merchantId || transaction.appid !== appId) throw noticeForged({ reason: 'addressee' })
  return toPayment(transaction)
}

function refundFor({ merchantId }: Addressee, content: unknown) {
  const refund = readRefundNotice(content)
  if (!refund) throw noticeForged({ reason: 'form' })
  if (refund.mchid !== merchantId) throw noticeForged({ reason: 'addressee' })
  return toRefund({ ...refund, status: refund.refund_status })
}
