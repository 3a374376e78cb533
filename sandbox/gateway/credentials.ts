import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
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
}

interface PlatformKeyFile {
  readonly serial: string
  readonly privateKeyPem: string
  readonly certificatePem: string
}

interface KeyFile {
  readonly merchant: Omit<MerchantCredentials, 'baseUrl' | 'platformKeys'>
  /** The newest last: it signs. */
  readonly platform: readonly PlatformKeyFile[]
}

export interface PlatformKey {
  readonly serial: string
  readonly privateKey: KeyObject
  readonly certificatePem: string
}

export interface Keys {
  readonly merchant: KeyFile['merchant']
  readonly merchantPublicKey: KeyObject
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
  let file = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeyFile) : firstKeys(now())
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
    platform,
    signing: () => platform().at(-1)!,
    credentials: (baseUrl) => ({
      baseUrl,
      ...file.merchant,
      platformKeys: Object.fromEntries(file.platform.map((key) => [key.serial, key.certificatePem])),
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

const firstKeys = (now: Temporal.Instant): KeyFile => ({
  merchant: {
    appId: `wx${randomBytes(8).toString('hex')}`,
    merchantId: `19${String(randomBytes(4).readUInt32BE() % 100_000_000).padStart(8, '0')}`,
    merchantSerial: newSerial(),
    merchantPrivateKeyPem: newPrivateKeyPem(),
    apiV3Key: randomBytes(16).toString('hex'),
  },
  platform: [newPlatformKey(now)],
})

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
