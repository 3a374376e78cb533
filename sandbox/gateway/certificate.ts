import { createPublicKey, type KeyObject, sign } from 'node:crypto'

/**
 * A self-signed X.509 certificate, because WeChat Pay hands out its public keys in that form and Node can read
 * certificates but not write them. Source: RFC 5280 section 4.1; only what a v3 certificate must have.
 */
export function selfSigned(request: {
  readonly privateKey: KeyObject
  /** Hexadecimal; the number everybody names the key by. */
  readonly serial: string
  readonly commonName: string
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}): string {
  const name = sequence(set(sequence(commonNameOid, der(0x0c, Buffer.from(request.commonName)))))
  const publicKey = createPublicKey(request.privateKey).export({ type: 'spki', format: 'der' })
  const toSign = sequence(
    der(0xa0, integer('02')),
    integer(request.serial),
    sha256WithRsa,
    name,
    sequence(utcTime(request.from), utcTime(request.until)),
    name,
    publicKey,
  )
  const signature = sign('sha256', toSign, request.privateKey)
  return pem(sequence(toSign, sha256WithRsa, der(0x03, Buffer.concat([Buffer.from([0]), signature]))))
}

function der(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const hex = length.toString(16)
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
const set = (...parts: Buffer[]): Buffer => der(0x31, Buffer.concat(parts))
const integer = (hex: string): Buffer => der(0x02, Buffer.from(hex, 'hex'))
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
/** YYMMDDHHMMSSZ, good until 2049. */
const utcTime = (at: Temporal.Instant): Buffer =>
  der(0x17, Buffer.from(`${at.toString({ smallestUnit: 'second' }).slice(2, -1).replace(/\D/g, '')}Z`))
const commonNameOid = oid('550403')
const sha256WithRsa = sequence(oid('2a864886f70d01010b'), der(0x05, Buffer.alloc(0)))

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/(.{64})(?!$)/g, '$1\n')}\n-----END CERTIFICATE-----\n`
