import type { Id } from '#kernel/id'

export { mediaText } from './text.ts'

export type PictureId = Id<'Picture'>
export type PictureFormat = 'avif' | 'webp'

/** The widths every picture is made in: a card on a phone, a card on a desk or half a phone, a detail page. */
export const pictureWidths = [160, 480, 960] as const
export type PictureWidth = (typeof pictureWidths)[number]

export const mediaLimits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, alt: 300 } as const

/** The platforms whose picture rules we know. */
export const picturePlatforms = {
  shop: { zh: '本店', en: 'our shop' },
  taobao: { zh: '淘宝', en: 'Taobao' },
  jd: { zh: '京东', en: 'JD' },
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
  douyin: { zh: '抖音', en: 'Douyin' },
} as const
export type PlatformCode = keyof typeof picturePlatforms

export type FlawCode = 'too_small' | 'wrong_shape' | 'blurred'

/** What the picture rules look at. */
export interface PictureMeasures {
  readonly width: number
  readonly height: number
  /** In points: see `sharpnessOf`; null: not measured yet. */
  readonly sharpness: number | null
  readonly waits: boolean
}

/** Where a browser finds a picture. The content behind an address never changes. */
export const picturePath = (id: string, width: PictureWidth, format: PictureFormat): string =>
  `/pictures/${id}/${width}.${format}`
