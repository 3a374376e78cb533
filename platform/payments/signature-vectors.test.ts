import { createDecipheriv, createHmac, generateKeyPairSync, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import vectorFile from '../../test/data/payments/signature-vectors.json' with { type: 'json' }
import { alipayClient } from './alipay-client.ts'
import { stripePayments } from './stripe.ts'
import { keyRing } from './wechat-keys.ts'
import { decryptResource, signatureFault } from './wechat-signature.ts'

// Providers we have an adapter for are held to the adapter's own code. For Adyen, Square, the older WeChat API and Standard
// Webhooks there is no adapter: their vectors are computed here with the primitives an adapter would use, so that the file stays
// checked as a whole without code that nobody calls.

type Vector = (typeof vectorFile.vectors)[number]
const vector = (id: string): Vector => vectorFile.vectors.find((each) => each.id === id)!
const at = (seconds: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
const textsOf = (headers: unknown): Record<string, string> => headers as Record<string, string>
const hmac = (key: string | Buffer, text: string): string => createHmac('sha256', key).update(text).digest('base64')
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

const pem = (base64: string): string =>
  `-----BEGIN PUBLIC KEY-----\n${base64.match(/.{1,64}/g)!.join('\n')}\n-----END PUBLIC KEY-----`
const anyKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString()
const alipayOf = ({ alipay_public_key_b64 }: Vector, baseUrl = 'http://127.0.0.1:1') =>
  alipayClient({
    baseUrl,
    appId: '2019073166072302',
    sellerId: '2088531891668739',
    appPrivateKeyPem: anyKey,
    alipayPublicKeyPem: pem(alipay_public_key_b64!),
  })

const checks: Readonly<Record<string, (given: Vector) => Promise<boolean>>> = {
  'standard-webhooks': async ({ secret, headers, body }) => {
    const sent = textsOf(headers)
    const wanted = hmac(
      Buffer.from(secret!.replace('whsec_', ''), 'base64'),
      `${sent['webhook-id']}.${sent['webhook-timestamp']}.${body}`,
    )
    return sent['webhook-signature']!.split(' ').some((each) => same(each, `v1,${wanted}`))
  },
  stripe: async ({ secret, headers, body, verify_at }) => {
    const desk = stripePayments({ baseUrl: 'http://127.0.0.1:1', secretKey: 'sk_test_1', webhookSecret: secret! })
    const notice = { headers: textsOf(headers), body: Buffer.from(body!), receivedAt: at(verify_at!) }
    return desk.parseNotice(notice).then(
      (read) => read === undefined, // genuine, and about nothing of ours
      () => false,
    )
  },
  'adyen-notification': async ({ hmac_key_hex, item, data_to_sign }) => {
    const { pspReference, originalReference, merchantAccountCode, merchantReference, amount, eventCode, success } =
      item!
    const parts = [
      pspReference,
      originalReference,
      merchantAccountCode,
      merchantReference,
      amount.value,
      amount.currency,
      eventCode,
      success,
    ]
    const text = parts.map((part) => String(part).replaceAll('\\', '\\\\').replaceAll(':', '\\:')).join(':')
    return (
      text === data_to_sign && same(hmac(Buffer.from(hmac_key_hex!, 'hex'), text), item!.additionalData.hmacSignature)
    )
  },
  square: async ({ signature_key, notification_url, body, signature }) =>
    same(hmac(signature_key!, `${notification_url}${body}`), signature!),
  'wechatpay-v3-aead': async ({ api_v3_key, nonce, associated_data, ciphertext_b64, plaintext }) => {
    const sealed = {
      algorithm: 'AEAD_AES_256_GCM',
      nonce: nonce!,
      associated_data: associated_data!,
      ciphertext: ciphertext_b64!,
    }
    return decryptResource(api_v3_key!, sealed)?.toString() === plaintext
  },
  'wechatpay-v3-notify': async ({ headers, body, api_v3_key, platform_certificate_pem, verify_at }) => {
    const keyOf = keyRing({
      apiV3Key: api_v3_key!,
      platformKeys: { D7CE59D1F522D701: platform_certificate_pem! },
      now: () => at(verify_at!),
      fetchCertificates: () => Promise.reject(new Error('not expected')),
    })
    return (await signatureFault(keyOf, textsOf(headers), Buffer.from(body!), at(verify_at!))) === undefined
  },
  'wechatpay-v2-aes-ecb': async ({ key, ciphertext_b64, plaintext }) => {
    const decipher = createDecipheriv('aes-256-ecb', Buffer.from(key!), null)
    const opened = Buffer.concat([decipher.update(Buffer.from(ciphertext_b64!, 'base64')), decipher.final()])
    return opened.toString() === plaintext
  },
  'wechatpay-v2-sorting': async ({ input, expected_order }) =>
    Object.keys(input!).sort().join() === expected_order!.join(),
  'alipay-notify-rsa2': async (given) => alipayOf(given).isSigned(given.params as unknown as Record<string, string>),
  'alipay-response-rsa2': async (given) => {
    const server = createServer((_, response) => response.end(given.response_raw))
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const answer = await alipayOf(given, baseUrl).ask('alipay.open.file.upload', {})
    server.close().closeAllConnections()
    return answer.ok
  },
}

test('there are twelve published vectors and a check for each of them', () => {
  expect(vectorFile.vectors).toHaveLength(12)
  expect(vectorFile.vectors.filter(({ scheme }) => !(scheme in checks))).toEqual([])
})

test.each(vectorFile.vectors.map((each) => each.id))(
  'PAY-03 the published vector %s verifies as it should',
  async (id) => {
    const given = vector(id)
    expect(await checks[given.scheme]!(given)).toBe(given.valid ?? true)
  },
)

test('PAY-03 what Alipay signed is refused when one field of it was changed', async () => {
  const given = vector('alipay-notify-1')
  const changed = { ...given, params: { ...given.params, total_amount: '0.01' } } as Vector
  expect(await checks['alipay-notify-rsa2']!(changed)).toBe(false)
})
