import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import type { OutsideReply } from '#platform/outbound'
import { BadAnswer, isOutcomeUnknown } from './errors.ts'
import { readJson } from './messages.ts'
import { readCertificates } from './wechat-messages.ts'
import { decryptResource, type KeyOf, signatureFault } from './wechat-signature.ts'

interface PlatformKey {
  readonly key: KeyObject
  /** A certificate's last moment; a bare public key ("微信支付公钥") has none. */
  readonly until?: Temporal.Instant
}

export interface KeyRing {
  readonly apiV3Key: string
  /** Certificates or public keys we were given, by serial. */
  readonly platformKeys: Readonly<Record<string, string>>
  readonly now: () => Temporal.Instant
  readonly fetchCertificates: () => Promise<OutsideReply>
}

/** A stranger inventing serials makes us ask WeChat once a minute at most. */
const fetchAtMostEvery = Temporal.Duration.from({ minutes: 1 })

/**
 * Knows the platform's keys. A serial we do not know makes us fetch the certificates once; what that does not bring
 * in an authentic answer stays unknown. Old keys stay good, so both verify while WeChat changes them.
 */
export function keyRing({ apiV3Key, platformKeys, now, fetchCertificates }: KeyRing): KeyOf {
  const known = new Map(Object.entries(platformKeys).map(([serial, pem]) => [serial, readKey(pem)]))
  let fetching: Promise<void> | undefined
  let fetchedAt: Temporal.Instant | undefined

  const refresh = async (): Promise<void> => {
    const fresh = await authenticKeys(await fetchCertificates())
    for (const [serial, key] of fresh) known.set(serial, key)
  }
  const authenticKeys = async (reply: OutsideReply): Promise<Map<string, PlatformKey>> => {
    const fresh = certificatesIn(reply, apiV3Key)
    const fault = await signatureFault(
      async (serial) => (fresh.get(serial) ?? known.get(serial))?.key,
      reply.headers,
      reply.body,
      now(),
    )
    if (fault) throw new BadAnswer('wechat', `certificates are not authentic: ${fault}`)
    return fresh
  }
  const fetchOnce = (): Promise<void> => {
    if (fetchedAt && Temporal.Instant.compare(now(), fetchedAt.add(fetchAtMostEvery)) < 0)
      return fetching ?? Promise.resolve()
    fetchedAt = now()
    fetching = refresh().catch(ignoreUnknownOutcome)
    return fetching
  }

  return async (serial) => {
    if (!known.has(serial)) await fetchOnce()
    const found = known.get(serial)
    return found && isCurrent(found, now()) ? found.key : undefined
  }
}

/** The serial then simply stays unknown, and what it signed is refused; WeChat sends notifications again. */
function ignoreUnknownOutcome(error: unknown): void {
  if (!isOutcomeUnknown(error)) throw error
}

const isCurrent = ({ until }: PlatformKey, now: Temporal.Instant): boolean =>
  !until || Temporal.Instant.compare(now, until) <= 0

function readKey(pem: string): PlatformKey {
  if (!pem.includes('BEGIN CERTIFICATE')) return { key: createPublicKey(pem) }
  const certificate = new X509Certificate(pem)
  return {
    key: certificate.publicKey,
    until: Temporal.Instant.fromEpochMilliseconds(certificate.validToDate.getTime()),
  }
}

/** Certificates come sealed with the APIv3 key, which only WeChat and we hold: that is what makes a new key credible. */
function certificatesIn(reply: OutsideReply, apiV3Key: string): Map<string, PlatformKey> {
  const list = reply.status === 200 ? readCertificates(readJson(reply.body)) : undefined
  if (!list) throw new BadAnswer('wechat', `certificates answered ${reply.status} in an unknown form`)
  return new Map(
    list.data.map((entry) => {
      const pem = decryptResource(apiV3Key, entry.encrypt_certificate)
      if (!pem || !bearsSerial(pem, entry.serial_no))
        throw new BadAnswer('wechat', `certificate ${entry.serial_no} is not sealed for us`)
      return [entry.serial_no, readKey(pem.toString())]
    }),
  )
}

function bearsSerial(pem: Buffer, serial: string): boolean {
  try {
    return new X509Certificate(pem).serialNumber === serial.toUpperCase()
  } catch {
    return false
  }
}
