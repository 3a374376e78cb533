import { createHash, timingSafeEqual } from 'node:crypto'

/** Kdniao's DataSign: base64 of the lower-case hex MD5 of the data followed by the merchant's key. Form encoding comes on top. */
export function dataSign(requestData: string, apiKey: string): string {
  const digest = createHash('md5')
    .update(requestData + apiKey, 'utf8')
    .digest('hex')
  return Buffer.from(digest).toString('base64')
}

/** Whether a sign belongs to the data, compared in constant time. Some senders encode it once more than the form does. */
export function isSigned(requestData: string, sign: string, apiKey: string): boolean {
  const expected = Buffer.from(dataSign(requestData, apiKey))
  const received = Buffer.from(sign.replace(/%3D$/i, '='))
  return received.length === expected.length && timingSafeEqual(received, expected)
}
