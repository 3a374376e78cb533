import { createHash } from 'node:crypto'
import { refusal } from '#kernel/refusal'
import { mediaLimits, type PictureFormat, type PictureWidth } from './model.ts'

export const pictureNotFound = refusal(
  'not_found',
  'media.not_found',
  (d: { pictureId: string }) => `there is no picture ${d.pictureId}`,
)
export const noPicture = refusal(
  'invalid',
  'media.no_picture',
  (_: { field: string }) => 'the bytes are no picture we take',
)
export const pictureBroken = refusal(
  'invalid',
  'media.broken',
  (_: { field: string }) => 'the picture cannot be decoded',
)
export const pictureTooLarge = refusal(
  'invalid',
  'media.too_large',
  (d: { field: string; bytes: number }) => `${d.bytes} bytes are too many`,
)
export const tooManyPixels = refusal(
  'invalid',
  'media.too_many_pixels',
  (d: { field: string; pixels: number }) => `${d.pixels} pixels are too many`,
)
export const altMissing = refusal(
  'invalid',
  'media.alt_missing',
  (_: { field: string }) => 'the picture has no description',
)
export const altTooLong = refusal(
  'invalid',
  'media.alt_too_long',
  (d: { field: string; most: number }) => `a description has at most ${d.most} characters`,
)

export type PictureType = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/** What the first bytes say the file is, whatever its name or sender claims. */
export function typeOf(bytes: Uint8Array): PictureType | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 32)).toString('latin1')
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (/^GIF8[79]a/.test(head)) return 'gif'
  if (/^RIFF....WEBP/s.test(head)) return 'webp'
  if (/^....ftyp(?:avif|avis|mif1....(?:.{4})*avif)/s.test(head)) return 'avif'
  return undefined
}

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** What stands in the row of a picture whose content another row of the shop has already. */
export const twinOf = (hash: string, id: string): string => `${hash}~${id}`
/** The content's hash out of a picture's row; undefined while the picture waits for its file. */
export const contentIn = (sha: string): string | undefined =>
  sha.startsWith('waiting:') ? undefined : sha.split('~')[0]

const folder = (hash: string): string => `pictures/${hash.slice(0, 2)}/${hash}`
export const originalKey = (hash: string): string => `${folder(hash)}.original`
export const sizeKey = (hash: string, width: PictureWidth, format: PictureFormat): string =>
  `${folder(hash)}-${width}.${format}`

/** Whose content lies under a key of ours. */
export const hashIn = (key: string): string | undefined => /^pictures\/..\/([0-9a-f]{64})[.-]/.exec(key)?.[1]

/** @throws altMissing, altTooLong */
export function checkAlt(alt: string, altEn: string): void {
  if (!alt.trim() && !altEn.trim()) throw altMissing({ field: 'alt' })
  for (const [field, text] of Object.entries({ alt, altEn }))
    if (text.length > mediaLimits.alt) throw altTooLong({ field, most: mediaLimits.alt })
}
