import type { Id } from '#kernel/id'

export { mediaText } from './text.ts'

export type PictureId = Id<'Picture'>
export type PictureFormat = 'avif' | 'webp'

/** The widths a picture is made in: a thumbnail, a card on a phone, the whole width of one, a detail page, and what one looks closer at. */
export const pictureWidths = [160, 320, 480, 720, 960, 1440] as const
export type PictureWidth = (typeof pictureWidths)[number]

/** The widths worth offering of a picture this wide: up to the first that shows all it has. */
export function widthsUpTo(width: number): PictureWidth[] {
  const enough = pictureWidths.find((each) => each >= width) ?? pictureWidths.at(-1)!
  return pictureWidths.filter((each) => each <= enough)
}

export const mediaLimits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, alt: 300 } as const

export const videoTypes = ['mp4', 'webm'] as const
export type VideoType = (typeof videoTypes)[number]

/** A film of at most 60 MB; captions are WebVTT. */
export const videoLimits = { bytes: 60 * 1024 * 1024, words: 200, captions: 9_000 } as const

/** What a product shows in motion. */
export interface ProductVideo {
  readonly productId: Id<'Product'>
  readonly type: VideoType
  readonly bytes: number
  /** Stands in its address, and changes with film and captions. */
  readonly version: string
  /** Shown until it is played; null: the product's first picture. */
  readonly posterId: PictureId | null
  /** What is seen in it, for whoever does not see it. */
  readonly words: Readonly<Record<'zh' | 'en', string>>
  /** The languages in which it has captions. */
  readonly captions: readonly ('zh' | 'en')[]
}

type Addressed = Pick<ProductVideo, 'productId' | 'version' | 'type'>

/** Where a browser finds a film, and its captions. What lies at an address never changes. */
export const videoPath = ({ productId, version, type }: Addressed): string => `/videos/${productId}/${version}.${type}`
export const captionsPath = ({ productId, version }: Addressed, locale: 'zh' | 'en'): string =>
  `/videos/${productId}/${version}-${locale}.vtt`

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
