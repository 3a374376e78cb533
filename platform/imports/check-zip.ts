import { inflateRawSync } from 'node:zlib'
import { importLimits, importLocked, importTooLarge, importUnreadable } from './import.ts'

/**
 * Unpacks every part of a ZIP once, never beyond the limit, so that a small file cannot grow to gigabytes in a reader that trusts
 * the sizes written in it. Source: APPNOTE.TXT 4.3 and 4.4 (PKWARE).
 * @throws importTooLarge, importLocked, importUnreadable
 */
export function checkZip(bytes: Uint8Array): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left: number = importLimits.unpacked
  for (const part of partsOf(zip)) left -= sizeOf(part, left)
}

interface Part {
  readonly stored: Buffer
  readonly method: number
}

function* partsOf(zip: Buffer): Generator<Part> {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > zip.length) throw broken()
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  for (let seen = 0; seen < count; seen += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) throw broken()
    if (zip.readUInt16LE(at + 8) & 1) throw importLocked({ field: 'file' })
    yield partAt(zip, at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function partAt(zip: Buffer, at: number): Part {
  const from = zip.readUInt32LE(at + 42)
  if (from + 30 > zip.length) throw broken()
  const start = from + 30 + zip.readUInt16LE(from + 26) + zip.readUInt16LE(from + 28)
  return { method: zip.readUInt16LE(at + 10), stored: zip.subarray(start, start + zip.readUInt32LE(at + 20)) }
}

function sizeOf({ stored, method }: Part, most: number): number {
  const size = method === 8 ? inflatedSize(stored, most) : stored.length
  if (size > most) throw tooLarge()
  return size
}

function inflatedSize(stored: Buffer, most: number): number {
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge() : broken()
  }
}

const tooLarge = () => importTooLarge({ field: 'file', most: importLimits.unpacked / 1_048_576 })
const broken = () => importUnreadable({ field: 'file', row: 1, reason: 'the ZIP archive is damaged' })
