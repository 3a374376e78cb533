import { screeningSettings } from '#goods/screening'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import { type FlawCode, type PictureMeasures, type PlatformCode, picturePlatforms } from './model.ts'
import { mediaSettings } from './settings.ts'

export interface PlatformRule {
  readonly platform: PlatformCode
  readonly leastSide: number
  /** Width:height of a main picture as people write it; none: any. */
  readonly ratios: readonly string[]
}

export interface PictureRules {
  readonly platforms: readonly PlatformRule[]
  readonly leastSharpness: number
  /** What breaks the rules keeps a listing from sale. */
  readonly block: boolean
}

/** Something about a picture that breaks a rule. */
export interface PictureFlaw {
  readonly code: FlawCode
  /** Which picture of those that were judged, from 1. */
  readonly at: number
  readonly details: Readonly<Record<string, string | number>>
}

const words = (list: string): string[] => list.split(/[\s,，、]+/).filter((word) => word !== '')

/** What the platforms that this shop sells on ask of pictures. */
export async function pictureRules(reader: Reader): Promise<PictureRules> {
  const { platforms } = await readSettings(reader, screeningSettings)
  const set = await readSettings(reader, mediaSettings)
  const targets = new Set(words(platforms))
  const codes = (Object.keys(picturePlatforms) as PlatformCode[]).filter((code) => targets.has(code))
  return {
    leastSharpness: set.leastSharpness,
    block: set.rulesBlock,
    platforms: codes.map((platform) => ({
      platform,
      leastSide: set[`${platform}Side`],
      ratios: words(set[`${platform}Ratios`]).filter((ratio) => shapeOf(ratio) !== undefined),
    })),
  }
}

/** Judges pictures in their order, the first as the main one; those that wait for their file are passed over. Pure. */
export function flawsOf(pictures: readonly PictureMeasures[], rules: PictureRules): PictureFlaw[] {
  const main = pictures.findIndex((picture) => !picture.waits)
  return pictures.flatMap((picture, index) =>
    picture.waits
      ? []
      : [
          ...rules.platforms.flatMap((rule) => tooSmall(picture, rule)),
          ...(index === main ? rules.platforms.flatMap((rule) => wrongShape(picture, rule)) : []),
          ...blurred(picture, rules),
        ].map((flaw) => ({ ...flaw, at: index + 1 })),
  )
}

type Flaw = Omit<PictureFlaw, 'at'>

function tooSmall({ width, height }: PictureMeasures, { platform, leastSide }: PlatformRule): Flaw[] {
  if (Math.min(width, height) >= leastSide) return []
  return [{ code: 'too_small', details: { ...picturePlatforms[platform], width, height, least: leastSide } }]
}

function wrongShape({ width, height }: PictureMeasures, { platform, ratios }: PlatformRule): Flaw[] {
  if (ratios.length === 0 || ratios.some((ratio) => isShape(width / height, shapeOf(ratio)!))) return []
  return [
    { code: 'wrong_shape', details: { ...picturePlatforms[platform], width, height, ratios: ratios.join(' / ') } },
  ]
}

function blurred({ sharpness }: PictureMeasures, { leastSharpness }: PictureRules): Flaw[] {
  if (sharpness === null || sharpness >= leastSharpness) return []
  return [{ code: 'blurred', details: { sharpness: Math.round(sharpness), least: leastSharpness } }]
}

function shapeOf(ratio: string): number | undefined {
  const [, width, height] = /^(\d{1,3})[:：](\d{1,3})$/.exec(ratio) ?? []
  return Number(width) > 0 && Number(height) > 0 ? Number(width) / Number(height) : undefined
}

/** Cut by hand, a side is a few pixels off: two in a hundred are let pass. */
const isShape = (found: number, wanted: number): boolean => Math.abs(found / wanted - 1) <= 0.02
