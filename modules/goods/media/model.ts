import type { Id } from '#kernel/id'

export { mediaText } from './text.ts'

export type PictureId = Id<'Picture'>
export type PictureFormat = 'avif' | 'webp'

/** The widths every picture is made in: a card on a phone, a card on a desk or half a phone, a detail page. */
export const pictureWidths = [160, 480, 960] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const mediaLimits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, alt: 300 } as const

/** Where a browser finds a picture. The content behind an address never changes. */
export const picturePath = (id: PictureId, width: PictureWidth, format: PictureFormat): string =>
  `/pictures/${id}/${width}.${format}`
