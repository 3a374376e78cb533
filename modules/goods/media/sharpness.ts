import type { Raw, Sharp } from 'sharp'
import { mediaLimits } from './model.ts'

const seenAt = 960

/** A picture as buyers see it: upright, at most 960 pixels wide and high, without metadata. */
export interface Seen {
  readonly data: Buffer
  readonly raw: Raw
}

/** Decodes a picture once for everything that is done with it then: reading the file costs the most. @throws Error when it cannot be decoded */
export async function seePicture(bytes: Uint8Array): Promise<Seen> {
  const { default: sharp } = await import('sharp')
  const upright = sharp(bytes, { limitInputPixels: mediaLimits.pixels, failOn: 'error' }).autoOrient()
  return toRaw(upright.resize({ width: seenAt, height: seenAt, fit: 'inside', withoutEnlargement: true }))
}

/** How sharp a picture is, in points: the standard deviation of its Laplacian in grey, times 100. A photo in focus has 40 and more, one out of focus or blown up from a thumbnail less than 35. */
export async function sharpnessOf({ data, raw }: Seen): Promise<number> {
  const { default: sharp } = await import('sharp')
  const grey = await toRaw(sharp(data, { raw }).greyscale())
  const { sharpness } = await sharp(grey.data, { raw: grey.raw }).stats()
  return Math.round(sharpness * 100)
}

async function toRaw(image: Sharp): Promise<Seen> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  return { data, raw: { width, height, channels } }
}
