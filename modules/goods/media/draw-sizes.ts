import { mediaLimits, type PictureFormat, type PictureWidth } from './model.ts'
import { noPicture, pictureBroken, pictureTooLarge, tooManyPixels, typeOf } from './picture.ts'
import { seePicture, sharpnessOf } from './sharpness.ts'

export interface Checked {
  readonly width: number
  readonly height: number
  readonly sharpness: number
}

/**
 * Checks an upload by its first bytes, its measures and by decoding all of it.
 * @throws noPicture, pictureTooLarge, tooManyPixels, pictureBroken
 */
export async function checkPicture(bytes: Uint8Array, field = 'file'): Promise<Checked> {
  const { width, height } = await drawableSize(bytes, field)
  try {
    return { width, height, sharpness: await sharpnessOf(await seePicture(bytes)) }
  } catch {
    throw pictureBroken({ field })
  }
}

/** How large a picture is that is worth trying to draw. @throws noPicture, pictureTooLarge, tooManyPixels, pictureBroken */
async function drawableSize(bytes: Uint8Array, field: string): Promise<{ width: number; height: number }> {
  if (bytes.byteLength > mediaLimits.bytes) throw pictureTooLarge({ field, bytes: bytes.byteLength })
  if (!typeOf(bytes)) throw noPicture({ field })
  const size = await sizeOf(bytes, field)
  if (size.width * size.height > mediaLimits.pixels) throw tooManyPixels({ field, pixels: size.width * size.height })
  return size
}

/** The longer side of what is kept of a stranger's photo. */
const photoSide = 1_600

/**
 * A stranger's photo drawn anew: upright, not larger than a page needs, and without anything the file said beside the picture (where it
 * was taken, by which device). @throws noPicture, pictureTooLarge, tooManyPixels, pictureBroken
 */
export async function redraw(bytes: Uint8Array, field = 'file'): Promise<Buffer> {
  await drawableSize(bytes, field)
  const { default: sharp } = await import('sharp')
  try {
    const photo = sharp(bytes, { limitInputPixels: mediaLimits.pixels, failOn: 'error' }).autoOrient()
    return await photo
      .resize({ width: photoSide, height: photoSide, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82, effort: 3 })
      .toBuffer()
  } catch {
    throw pictureBroken({ field })
  }
}

async function sizeOf(bytes: Uint8Array, field: string): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp')
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata()
    return autoOrient
  } catch {
    throw pictureBroken({ field })
  }
}

/**
 * Draws a picture in one size and format, upright and without metadata (a photo may tell where it was taken). A smaller original is
 * never blown up; of moving pictures the first frame counts.
 */
export async function drawSize(bytes: Uint8Array, width: PictureWidth, format: PictureFormat): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const upright = sharp(bytes, { limitInputPixels: mediaLimits.pixels, failOn: 'error' }).autoOrient()
  const small = upright.resize({ width, withoutEnlargement: true })
  return (
    format === 'avif' ? small.avif({ quality: 55, effort: 2 }) : small.webp({ quality: 78, effort: 3 })
  ).toBuffer()
}
