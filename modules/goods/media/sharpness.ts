import sharp from 'sharp'
import { mediaLimits } from './model.ts'

const seenAt = 960

/**
 * How sharp a picture is as buyers see it, in points: the standard deviation of its Laplacian in grey at 960 pixels, times 100. A photo in focus has
 * 40 and more, one out of focus or blown up from a thumbnail less than 35.
 */
export async function sharpnessOf(bytes: Uint8Array): Promise<number> {
  const { data, info } = await sharp(bytes, { limitInputPixels: mediaLimits.pixels })
    .autoOrient()
    .greyscale()
    .resize({ width: seenAt, height: seenAt, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const { sharpness } = await sharp(data, { raw: { width, height, channels } }).stats()
  return Math.round(sharpness * 100)
}
