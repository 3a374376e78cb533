import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'

export interface AuthenticatorGiven {
  /** The page that asks, as the browser sees it. */
  readonly origin: string
  /** The relying party it takes the request for. */
  readonly rpId?: string
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()
const base64url = (bytes: Buffer): string => bytes.toString('base64url')

/**
 * A security key in software: one key on P-256 that counts its signatures, as a browser hands its answers on.
 * Source: W3C Web Authentication, level 3, sections 6.1 and 6.5; RFC 9052 for the form of the key
 */
export function anAuthenticator({ origin, rpId = new URL(origin).hostname }: AuthenticatorGiven) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const credentialId = randomBytes(16)
  let counter = 0
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(++counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count])
  }
  return {
    /** Sets the counter back, as a copy of the key would. */
    rewind() {
      counter = 0
    },
    make({ challenge }: Pick<PublicKeyCredentialCreationOptionsJSON, 'challenge'>) {
      const length = Buffer.from([0, credentialId.length])
      const data = Buffer.concat([
        head(0x45),
        Buffer.alloc(16),
        length,
        credentialId,
        coseOf(publicKey.export({ format: 'jwk' })),
      ])
      return {
        id: base64url(credentialId),
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(unattested(data)),
        transports: ['usb'],
      }
    },
    sign({ challenge }: Pick<PublicKeyCredentialRequestOptionsJSON, 'challenge'>) {
      const data = head(0x05)
      const client = clientData('webauthn.get', challenge)
      return {
        id: base64url(credentialId),
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)),
      }
    },
  }
}

/** CBOR of `{ 1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y }`. */
function coseOf({ x = '', y = '' }: { x?: string; y?: string }): Buffer {
  const part = (label: number, value: string) =>
    Buffer.concat([Buffer.from([label, 0x58, 32]), Buffer.from(value, 'base64url')])
  return Buffer.concat([Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1]), part(0x21, x), part(0x22, y)])
}

/** CBOR of `{ fmt: 'none', attStmt: {}, authData }`. */
function unattested(authData: Buffer): Buffer {
  const word = (text: string) => Buffer.concat([Buffer.from([0x60 + text.length]), Buffer.from(text)])
  return Buffer.concat([
    Buffer.from([0xa3]),
    ...[word('fmt'), word('none'), word('attStmt'), Buffer.from([0xa0]), word('authData')],
    Buffer.from([0x58, authData.length]),
    authData,
  ])
}
