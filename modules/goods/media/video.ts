import { refusal } from '#kernel/refusal'
import { type VideoType, videoLimits } from './model.ts'
import { sha256 } from './picture.ts'

export const noVideo = refusal(
  'invalid',
  'media.no_video',
  (_: { field: 'file' }) => 'the bytes are neither MP4 nor WebM',
)
export const videoTooLarge = refusal(
  'invalid',
  'media.video_too_large',
  (d: { field: 'file'; most: number }) => `a film has at most ${d.most} MB`,
)
export const videoWordsMissing = refusal(
  'invalid',
  'media.video_words_missing',
  (_: { field: 'words' }) => 'nothing says what is seen in the film',
)
export const captionsInvalid = refusal(
  'invalid',
  'media.captions_invalid',
  (d: { field: 'captions' | 'captionsEn' }) => `${d.field} are no WebVTT`,
)
export const videoNotFound = refusal(
  'not_found',
  'media.video_not_found',
  (d: { productId: string }) => `the product ${d.productId} has no film`,
)

/** What the first bytes say the film is, whatever its name or sender claims. @throws noVideo, videoTooLarge */
export function videoTypeOf(bytes: Uint8Array): VideoType {
  if (bytes.byteLength > videoLimits.bytes) throw videoTooLarge({ field: 'file', most: videoLimits.bytes / 1_048_576 })
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1')
  if (/^....ftyp(?:isom|iso[2-9]|mp4[12]|avc1|M4V |MSNV|dash)/s.test(head)) return 'mp4'
  if (head.startsWith('\x1aE\xdf\xa3') && head.includes('webm')) return 'webm'
  throw noVideo({ field: 'file' })
}

/** Captions as they are kept; null for none. @throws captionsInvalid */
export function captionsIn(text: string, field: 'captions' | 'captionsEn'): string | null {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (!plain) return null
  if (!/^WEBVTT(\s|$)/.test(plain) || plain.length > videoLimits.captions) throw captionsInvalid({ field })
  return plain
}

export const videoKey = (hash: string, type: VideoType): string => `videos/${hash.slice(0, 2)}/${hash}.${type}`

export const versionOf = (hash: string, ...captions: readonly (string | null)[]): string =>
  sha256(JSON.stringify([hash, ...captions])).slice(0, 16)
