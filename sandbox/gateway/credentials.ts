import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomInt,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { selfSigned } from './certificate.ts'

/** What a merchant needs to talk to this gateway; the content of merchant.json. */
export interface MerchantCredentials {
  readonly baseUrl: string
  readonly appId: string
  readonly merchantId: string
  readonly merchantSerial: string
  readonly merchantPrivateKeyPem: string
  readonly apiV3Key: string
  /** The platform's certificates in PEM, by serial. */
  readonly platformKeys: Readonly<Record<string, string>>
  /** The same merchant at Alipay and at Stripe; they answer at the same address. */
  readonly alipay: AlipayCredentials
  readonly stripe: StripeCredentials
}

export interface AlipayCredentials {
  readonly appId: string
  readonly sellerId: string
  readonly appPrivateKeyPem: string
  readonly alipayPublicKeyPem: string
}

export interface StripeCredentials {
  readonly accountId: string
  readonly secretKey: string
  readonly webhookSecret: string
}

interface PlatformKeyFile {
  readonly serial: string
  readonly privateKeyPem: string
  readonly certificatePem: string
}

interface KeyFile {
  readonly merchant: Omit<MerchantCredentials, 'baseUrl' | 'platformKeys' | 'alipay' | 'stripe'>
  /** The newest last: it signs. */
  readonly platform: readonly PlatformKeyFile[]
  readonly alipay: Omit<AlipayCredentials, 'alipayPublicKeyPem'> & { readonly platformPrivateKeyPem: string }
  readonly stripe: StripeCredentials
}

export interface PlatformKey {
  readonly serial: string
  readonly privateKey: KeyObject
  readonly certificatePem: string
}

export interface AlipayKeys {
  readonly appId: string
  readonly sellerId: string
  readonly appPublicKey: KeyObject
  /** Alipay's own, which signs answers and notifications. */
  readonly privateKey: KeyObject
}

export interface Keys {
  readonly merchant: KeyFile['merchant']
  readonly merchantPublicKey: KeyObject
  readonly alipay: AlipayKeys
  readonly stripe: StripeCredentials
  /** The key that signs now. */
  signing(): PlatformKey
  platform(): readonly PlatformKey[]
  credentials(baseUrl: string): MerchantCredentials
  /** Replaces the platform's signing key, as WeChat does every few years. */
  rotate(): PlatformKey
}

/** Reads the gateway's keys from its store folder; makes them on the first run. */
export function openKeys(storeFolder: string, now: () => Temporal.Instant): Keys {
  const path = join(storeFolder, 'keys.json')
  mkdirSync(storeFolder, { recursive: true, mode: 0o700 })
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<KeyFile>) : {}
  let file: KeyFile = { ...firstKeys(now(), kept), ...kept }
  writeSecret(path, file)
  const platform = () =>
    file.platform.map(({ serial, privateKeyPem, certificatePem }) => ({
      serial,
      certificatePem,
      privateKey: createPrivateKey(privateKeyPem),
    }))
  return {
    merchant: file.merchant,
    merchantPublicKey: createPublicKey(file.merchant.merchantPrivateKeyPem),
    alipay: toAlipayKeys(file.alipay),
    stripe: file.stripe,
    platform,
    signing: () => platform().at(-1)!,
    credentials: (baseUrl) => ({
      baseUrl,
      ...file.merchant,
      platformKeys: Object.fromEntries(file.platform.map((key) => [key.serial, key.certificatePem])),
      alipay: {
        appId: file.alipay.appId,
        sellerId: file.alipay.sellerId,
        appPrivateKeyPem: file.alipay.appPrivateKeyPem,
        alipayPublicKeyPem: publicPem(file.alipay.platformPrivateKeyPem),
      },
      stripe: file.stripe,
    }),
    rotate: () => {
      file = { ...file, platform: [...file.platform, newPlatformKey(now())] }
      writeSecret(path, file)
      return platform().at(-1)!
    },
  }
}

/** Writes merchant.json, which whoever starts the shop hands to it. */
export function writeMerchantFile(storeFolder: string, credentials: MerchantCredentials): void {
  writeSecret(join(storeFolder, 'merchant.json'), credentials)
}

function writeSecret(path: string, content: object): void {
  writeFileSync(`${path}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

const publicPem = (privatePem: string): string =>
  createPublicKey(privatePem).export({ type: 'spki', format: 'pem' }).toString()

const toAlipayKeys = ({ appId, sellerId, appPrivateKeyPem, platformPrivateKeyPem }: KeyFile['alipay']): AlipayKeys => ({
  appId,
  sellerId,
  appPublicKey: createPublicKey(appPrivateKeyPem),
  privateKey: createPrivateKey(platformPrivateKeyPem),
})

/** Only what is not kept yet: making keys takes its time. */
const firstKeys = (now: Temporal.Instant, kept: Partial<KeyFile>): KeyFile => ({
  merchant: kept.merchant ?? {
    appId: `wx${randomBytes(8).toString('hex')}`,
    merchantId: `19${String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, '0')}`,
    merchantSerial: newSerial(),
    merchantPrivateKeyPem: newPrivateKeyPem(),
    apiV3Key: randomBytes(16).toString('hex'),
  },
  platform: kept.platform ?? [newPlatformKey(now)],
  alipay: kept.alipay ?? {
    appId: `2021${decimalDigits(12)}`,
    sellerId: `2088${decimalDigits(12)}`,
    appPrivateKeyPem: newPrivateKeyPem(),
    platformPrivateKeyPem: newPrivateKeyPem(),
  },
  stripe: kept.stripe ?? {
    accountId: `acct_${randomBytes(8).toString('hex')}`,
    secretKey: `sk_test_${randomBytes(24).toString('hex')}`,
    webhookSecret: `whsec_${randomBytes(24).toString('hex')}`,
  },
})

const decimalDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('')

function newPlatformKey(now: Temporal.Instant): PlatformKeyFile {
  const [serial, privateKeyPem] = [newSerial(), newPrivateKeyPem()]
  const privateKey = createPrivateKey(privateKeyPem)
  const from = now.subtract({ hours: 24 })
  const certificatePem = selfSigned({
    privateKey,
    serial,
    commonName: 'Zhanggui sandbox payment gateway',
    from,
    until: from.add({ hours: 24 * 365 * 5 }),
  })
  return { serial, privateKeyPem, certificatePem }
}

const newPrivateKeyPem = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

/** Twenty bytes as in real certificates, the first kept from 0x40 to 0x7f so that it is positive and never shortened. */
function newSerial(): string {
  const bytes = randomBytes(20)
  bytes[0] = (bytes[0]! & 0x3f) | 0x40
  return bytes.toString('hex').toUpperCase()
}
