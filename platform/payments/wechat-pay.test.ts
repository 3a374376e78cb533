import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isRefusal } from '#kernel/refusal'
import vectorFile from '../../test/data/payments/signature-vectors.json' with { type: 'json' }
import { BadAnswer, isOutcomeUnknown, noticeForged, ProviderUnreachable, providerDeclined, wechatPay } from './index.ts'
import { keyRing } from './wechat-keys.ts'
import { decryptResource, signatureFault } from './wechat-signature.ts'

const apiV3Key = 'an APIv3 key has thirty-two byte'
const platform = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const merchant = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = (key: typeof platform.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString()
const now = Temporal.Instant.from('2026-11-22T06:00:00Z')
const vector = (id: string) => vectorFile.vectors.find((each) => each.id === id)!

const config = {
  baseUrl: 'http://127.0.0.1:1',
  appId: 'wx0011223344556677',
  merchantId: '1900000109',
  merchantSerial: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
  merchantPrivateKeyPem: merchant.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  apiV3Key,
  platformKeys: { PUB_KEY_ID_01: pem(platform.publicKey) },
  now: () => now,
}

interface Signing {
  readonly key?: typeof platform.privateKey
  readonly serial?: string
  readonly at?: Temporal.Instant
}

function signed(
  body: string,
  { key = platform.privateKey, serial = 'PUB_KEY_ID_01', at = now }: Signing = {},
): Record<string, string> {
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000))
  const nonce = randomBytes(16).toString('hex')
  const signature = sign('sha256', Buffer.from(`${timestamp}\n${nonce}\n${body}\n`), key).toString('base64')
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': serial,
    'wechatpay-signature': signature,
  }
}

function sealed(content: object | string, key = apiV3Key) {
  const nonce = randomBytes(6).toString('hex')
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce)).setAAD(Buffer.from('transaction'))
  const ciphertext = Buffer.concat([
    cipher.update(typeof content === 'string' ? content : JSON.stringify(content)),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString('base64')
  return {
    algorithm: 'AEAD_AES_256_GCM',
    original_type: 'transaction',
    nonce,
    associated_data: 'transaction',
    ciphertext,
  }
}

const paid = {
  appid: config.appId,
  mchid: config.merchantId,
  out_trade_no: 'PY2611220483917',
  transaction_id: '4200001234202611221234567890',
  trade_state: 'SUCCESS',
  success_time: '2026-11-22T14:00:00+08:00',
  amount: { total: 15500, payer_total: 15500, currency: 'CNY' },
}
const refunded = {
  mchid: config.merchantId,
  out_trade_no: paid.out_trade_no,
  transaction_id: paid.transaction_id,
  out_refund_no: 'RF2611220000017',
  refund_id: '50300001234202611221234567890',
  refund_status: 'SUCCESS',
  success_time: '2026-11-22T14:05:00+08:00',
  amount: { total: 15500, refund: 5000, payer_total: 15500, payer_refund: 5000 },
}

const envelope = (content: object, eventType = 'TRANSACTION.SUCCESS', key = apiV3Key): string =>
  JSON.stringify({
    id: 'EV-2026112200000001',
    create_time: paid.success_time,
    event_type: eventType,
    resource_type: 'encrypt-resource',
    resource: sealed(content, key),
  })

const noticeOf = (body: string, signing: Signing = {}) => ({
  headers: signed(body, signing),
  body: Buffer.from(body),
  receivedAt: now,
})

async function faultOf(notice: {
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  receivedAt: Temporal.Instant
}): Promise<unknown> {
  const error: unknown = await wechatPay(config)
    .parseNotice(notice)
    .catch((thrown: unknown) => thrown)
  return isRefusal(error, noticeForged as never) ? error.details.reason : error
}

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** A provider that answers as the test says, and notes what it was asked. */
async function aProvider(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void) {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => answer(request, response, Buffer.concat(chunks).toString()))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  stops.push(() => server.close().closeAllConnections())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const answers = (status: number, body: string, signing: Signing = {}) =>
  aProvider((_, response) => response.writeHead(status, signed(body, signing)).end(body))

const known = (number: string) => ({ number, handle: null, providerRef: null, openedAt: now })

const asking = async (
  url: Promise<string>,
  limits?: { connectMillis: number; totalMillis: number; bodyBytes: number },
) =>
  wechatPay({ ...config, baseUrl: await url, limits })
    .query(known(paid.out_trade_no))
    .catch((thrown: unknown) => thrown)

test("WeChat's own notification verifies and opens to the published content", async () => {
  const { headers, body, api_v3_key, platform_certificate_pem, verify_at, decrypted_resource } =
    vector('wechat-v3-notify-1')
  const at = Temporal.Instant.fromEpochMilliseconds(verify_at! * 1000)
  const keyOf = keyRing({
    apiV3Key: api_v3_key!,
    platformKeys: { D7CE59D1F522D701: platform_certificate_pem! },
    now: () => at,
    fetchCertificates: () => Promise.reject(new ProviderUnreachable('wechat', 'not expected')),
  })

  expect(await signatureFault(keyOf, headers!, Buffer.from(body!), at)).toBeUndefined()
  expect(await signatureFault(keyOf, headers!, Buffer.from(body!.replace('SERVICE', 'service')), at)).toBe('signature')
  expect(JSON.parse(decryptResource(api_v3_key!, JSON.parse(body!).resource)!.toString())).toMatchObject(
    decrypted_resource!,
  )
})

test("WeChat's own sealed text opens with its key and with no other", () => {
  const { api_v3_key, nonce, associated_data, ciphertext_b64, plaintext } = vector('wechat-v3-gcm-1')
  const resource = {
    algorithm: 'AEAD_AES_256_GCM',
    nonce: nonce!,
    associated_data: associated_data!,
    ciphertext: ciphertext_b64!,
  }

  expect(decryptResource(api_v3_key!, resource)?.toString()).toBe(plaintext)
  expect(decryptResource('another key 0000', resource)).toBeUndefined()
  expect(decryptResource(api_v3_key!, { ...resource, associated_data: '' })).toBeUndefined()
})

test('the two vectors of the older API v2, which we do not speak, agree with Node as published', () => {
  const ecb = vector('wechat-v2-ecb-1')
  const decipher = createDecipheriv('aes-256-ecb', Buffer.from(ecb.key!), null)
  const sorting = vector('wechat-v2-ksort-1')

  expect(
    Buffer.concat([decipher.update(Buffer.from(ecb.ciphertext_b64!, 'base64')), decipher.final()]).toString(),
  ).toBe(ecb.plaintext)
  expect(Object.keys(sorting.input!).sort()).toEqual(sorting.expected_order)
})

test('PAY-03 a payment notification tells which of our payments was paid, how much and when', async () => {
  const notice = await wechatPay(config).parseNotice(noticeOf(envelope(paid)))

  expect(notice).toEqual({
    eventId: 'EV-2026112200000001',
    about: {
      payment: {
        number: paid.out_trade_no,
        state: 'succeeded',
        providerRef: paid.transaction_id,
        amount: { minor: 15500, currency: 'CNY' },
        paidAt: Temporal.Instant.from('2026-11-22T06:00:00Z'),
      },
    },
  })
})

test('a refund notification tells which refund arrived, and one whose card cannot take it has failed', async () => {
  const arrived = await wechatPay(config).parseNotice(noticeOf(envelope(refunded, 'REFUND.SUCCESS')))
  const abnormal = await wechatPay(config).parseNotice(
    noticeOf(envelope({ ...refunded, refund_status: 'ABNORMAL' }, 'REFUND.ABNORMAL')),
  )

  expect(arrived?.about).toEqual({
    refund: {
      number: refunded.out_refund_no,
      paymentNumber: paid.out_trade_no,
      state: 'succeeded',
      providerRef: refunded.refund_id,
      amount: { minor: 5000, currency: 'CNY' },
    },
  })
  expect(abnormal?.about).toMatchObject({ refund: { state: 'failed' } })
})

test('an authentic notification with another amount or currency passes unchanged, for the books to compare', async () => {
  const notice = await wechatPay(config).parseNotice(
    noticeOf(envelope({ ...paid, amount: { total: 1, currency: 'HKD' } })),
  )

  expect(notice?.about).toMatchObject({ payment: { amount: { minor: 1, currency: 'HKD' } } })
})

test('PAY-03 C03 C05 a notification that is forged, unsigned, unsealed or not for us is refused', async () => {
  const body = envelope(paid)
  const good = noticeOf(body)
  const without = (name: string) => ({ ...good, headers: { ...good.headers, [name]: undefined } })

  expect(await faultOf(noticeOf(body, { key: stranger.privateKey }))).toBe('signature')
  expect(await faultOf(noticeOf(body, { serial: 'UNKNOWN' }))).toBe('unknown_serial')
  for (const name of Object.keys(good.headers)) expect(await faultOf(without(name)), name).toBe('headers_missing')
  expect(await faultOf({ ...good, headers: { ...good.headers, 'wechatpay-signature': ['a', 'b'] } })).toBe(
    'headers_missing',
  )
  expect(
    await faultOf({ ...good, headers: { ...good.headers, 'Wechatpay-Signature': 'WECHATPAY/SIGNTEST/abc' } }),
  ).toBe('headers_missing')
  expect(
    await faultOf({ ...good, headers: { ...good.headers, 'wechatpay-signature-type': 'WECHATPAY2-SM2-WITH-SM3' } }),
  ).toBe('algorithm')
  expect(await faultOf(noticeOf(envelope(paid, 'TRANSACTION.SUCCESS', 'the key of some other merchant !')))).toBe(
    'decryption',
  )
  expect(await faultOf(noticeOf(envelope({ ...paid, mchid: '1900000999' })))).toBe('addressee')
  expect(await faultOf(noticeOf(envelope({ ...paid, appid: 'wx9999999999999999' })))).toBe('addressee')
  expect(await faultOf(noticeOf(envelope({ ...refunded, mchid: '1900000999' }, 'REFUND.SUCCESS')))).toBe('addressee')
})

test('C08 a notification is verified on its bytes alone: one byte changed anywhere is refused', async () => {
  const good = noticeOf(envelope(paid))
  const changed = [
    Buffer.from(good.body.toString().replace('"id"', ' "id"')),
    Buffer.from(JSON.stringify(JSON.parse(good.body.toString()), null, 1)),
    Buffer.concat([Buffer.from('\ufeff'), good.body]),
    Buffer.concat([good.body, Buffer.from('\n')]),
    Buffer.from(good.body.map((byte, index) => (index === 40 ? byte ^ 1 : byte))),
    good.body.subarray(0, -1),
  ]

  for (const body of changed) expect(await faultOf({ ...good, body })).toBe('signature')
})

test('an authentic notification in a form we cannot read is refused', async () => {
  const { transaction_id: _, ...unsettled } = paid
  const unreadable = [
    '<html>',
    '{}',
    envelope(unsettled),
    envelope({ ...paid, trade_state: 'HELD' }),
    envelope({ ...paid, success_time: 'noon' }),
    envelope({ ...paid, amount: { total: 1.5, currency: 'CNY' } }),
    envelope(paid, 'PAYSCORE.USER_OPEN_SERVICE'),
  ]

  for (const body of unreadable) expect(await faultOf(noticeOf(body)), body).toBe('form')
})

test('C07 G03 a genuine notification is good for five minutes to the second and refused when replayed later', async () => {
  const sent = (ago: { seconds?: number; minutes?: number; hours?: number }) =>
    noticeOf(envelope(paid), { at: now.subtract(ago) })

  for (const minutes of [0, 1, 4, 5, -4])
    expect(await faultOf(sent({ minutes })), `${minutes} minutes`).toMatchObject({ eventId: 'EV-2026112200000001' })
  const edge = 5 * 60
  for (const seconds of [edge - 1, 1 - edge])
    expect(await faultOf(sent({ seconds }))).toMatchObject({ eventId: 'EV-2026112200000001' })
  for (const ago of [{ minutes: 6 }, { hours: 72 }, { minutes: -6 }, { seconds: edge + 1 }, { seconds: -edge - 1 }])
    expect(await faultOf(sent(ago))).toBe('stale')
})

test('a query believes a signed answer about our own payment', async () => {
  expect(await asking(answers(200, JSON.stringify(paid)))).toMatchObject({
    state: 'succeeded',
    amount: { minor: 15500, currency: 'CNY' },
  })
  expect(await asking(answers(200, JSON.stringify({ ...paid, trade_state: 'REFUND' })))).toMatchObject({
    state: 'succeeded',
  })
  expect(await asking(answers(200, JSON.stringify({ ...paid, trade_state: 'NOTPAY' })))).toMatchObject({
    state: 'pending',
  })
  expect(await asking(answers(404, '{"code":"ORDER_NOT_EXIST","message":"订单不存在"}'))).toEqual({
    number: paid.out_trade_no,
    state: 'not_found',
  })
})

test("the provider's signed no is a refusal with its own code", async () => {
  const error = await asking(answers(403, '{"code":"NO_AUTH","message":"商户无权限"}'))

  expect(isRefusal(error, providerDeclined as never) && error.details).toMatchObject({ providerCode: 'NO_AUTH' })
})

test('C20 C27 an answer that is unsigned, forged, stale, malformed or about something else leaves the outcome unknown', async () => {
  const body = JSON.stringify(paid)
  const unbelievable = [
    aProvider((_, response) => response.writeHead(200).end(body)),
    aProvider((_, response) => response.writeHead(404).end('{"code":"ORDER_NOT_EXIST","message":""}')),
    aProvider((_, response) => response.writeHead(401).end('{"code":"SIGN_ERROR","message":""}')),
    aProvider((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()),
    answers(200, body, { key: stranger.privateKey }),
    answers(200, body, { at: now.subtract({ minutes: 6 }) }),
    answers(200, '<html>502</html>'),
    answers(200, '{"code":"SUCCESS"}'),
    answers(200, JSON.stringify({ ...paid, out_trade_no: 'PY0000000000000' })),
    answers(200, JSON.stringify({ ...paid, mchid: '1900000999' })),
    answers(200, `"${'x'.repeat(1_048_576)}"`),
    answers(400, '<html>400</html>'),
  ]

  for (const [index, url] of unbelievable.entries())
    expect(await asking(url), `answer ${index}`).toBeInstanceOf(BadAnswer)
})

test('C25 no answer, a late answer, half an answer or a 5xx leaves the outcome unknown, and every wait ends', async () => {
  const limits = { connectMillis: 200, totalMillis: 300, bodyBytes: 1_048_576 }
  const hung = createTcpServer(() => undefined)
  await new Promise<void>((listening) => hung.listen(0, '127.0.0.1', listening))
  stops.push(() => hung.close())
  const unanswered = [
    Promise.resolve('http://127.0.0.1:1'),
    Promise.resolve(`http://127.0.0.1:${(hung.address() as AddressInfo).port}`),
    Promise.resolve('http://no-such-host.invalid'),
    aProvider(() => undefined),
    aProvider((_, response) => response.writeHead(200, { 'content-length': '100' }).write('{')),
    aProvider((_, response) =>
      response.writeHead(200, { 'content-length': '100' }).write('{', () => response.destroy()),
    ),
    aProvider((request) => request.socket.destroy()),
    answers(500, '{"code":"SYSTEM_ERROR","message":"系统异常"}'),
    answers(429, '{"code":"FREQUENCY_LIMITED","message":"频率超限"}'),
  ]

  for (const [index, url] of unanswered.entries()) {
    const error = await asking(url, limits)
    expect(error, `case ${index}`).toBeInstanceOf(ProviderUnreachable)
    expect(isOutcomeUnknown(error)).toBe(true)
  }
})

test('C09 an unknown serial makes us fetch the certificates once, and a fetch that fails proves nothing', async () => {
  const asked: string[] = []
  const url = await aProvider((request, response) => {
    asked.push(request.url!)
    const body = '{"data":[]}'
    response.writeHead(200, signed(body, { key: stranger.privateKey, serial: 'NEW' })).end(body)
  })
  const gateway = wechatPay({ ...config, baseUrl: url })
  const forged = () =>
    gateway
      .parseNotice(noticeOf(envelope(paid), { key: stranger.privateKey, serial: 'NEW' }))
      .catch((error: unknown) => error)

  const all = await Promise.all([forged(), forged(), forged()])

  for (const error of all) expect(isRefusal(error, noticeForged as never)).toBe(true)
  expect(asked).toEqual(['/v3/certificates'])
})

test('C09 a fetched certificate counts when it is sealed for us, bears its serial, came signed and has not ended', async () => {
  const certificate = vector('wechat-v3-notify-1').platform_certificate_pem!
  const fetched = (serial: string, signing: Signing = {}, at = now) => {
    const entry = { serial_no: serial, encrypt_certificate: sealed(certificate) }
    const body = JSON.stringify({ data: [entry] })
    const reply = { status: 200, headers: signed(body, { at, ...signing }), body: Buffer.from(body) }
    const ring = { apiV3Key, platformKeys: config.platformKeys, now: () => at }
    return keyRing({ ...ring, fetchCertificates: () => Promise.resolve(reply) })(serial)
  }

  expect(await fetched('D7CE59D1F522D701')).toBeDefined()
  expect(await fetched('D7CE59D1F522D701', { key: stranger.privateKey })).toBeUndefined()
  expect(await fetched('D7CE59D1F522D702')).toBeUndefined()
  expect(await fetched('D7CE59D1F522D701', {}, Temporal.Instant.from('2031-06-01T00:00:00Z'))).toBeUndefined()
})
