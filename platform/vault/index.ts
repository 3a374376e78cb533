import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Seals personal data and makes blind indexes that find it again. Keys are derived from the installation's secret. */
export interface Vault {
  /** AES-256-GCM: version byte, nonce, tag, cipher text. */
  seal(text: string): Buffer
  /** @throws Error when the bytes were changed or sealed with another secret */
  open(sealed: Uint8Array): string
  /** The same text gives the same index; the index does not give the text. `purpose` keeps indexes of different things apart. */
  index(purpose: string, text: string): Buffer
}

const version = 1

export function openVault(secret: Uint8Array): Vault {
  const key = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'zhanggui', purpose, 32))
  const sealKey = key('seal')
  const indexKey = key('index')
  return {
    seal(text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.from([version]), nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const bytes = Buffer.from(sealed)
      if (bytes[0] !== version) throw new Error('sealed with an unknown version of the vault')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(1, 13)).setAuthTag(
        bytes.subarray(13, 29),
      )
      return Buffer.concat([decipher.update(bytes.subarray(29)), decipher.final()]).toString('utf8')
    },
    index: (purpose, text) => createHmac('sha256', indexKey).update(`${purpose}\0${text}`).digest(),
  }
}
