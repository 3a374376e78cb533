import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { pictureFile } from '#goods/media'
import type { PictureId } from '#model/goods/media'
import type { Context } from '#platform/context'

/** What a card shows: no price, for the card is kept by others and the price changes. */
export interface ShareCard {
  readonly title: string
  readonly shopName: string
  readonly pictureId: PictureId | undefined
}

/** The measures that messengers and networks show whole. Source: https://ogp.me, Facebook's and X's guides. */
export const cardSize = { width: 1_200, height: 630 } as const

const drawnSo = '1' // another look is another file

/** A product's card as a JPEG: its picture beside its name. Drawn for the first who asks and kept with the files. */
export async function shareCard(ctx: Context, card: ShareCard): Promise<Buffer> {
  const { files } = ctx.outside
  const state = createHash('sha256')
    .update(JSON.stringify({ drawnSo, ...card }))
    .digest('hex')
  const key = `cards/${state.slice(0, 2)}/${state}.jpg`
  return (await files.get(key)) ?? drawOnce(ctx, key, card)
}

const underWay = new Map<string, Promise<Buffer>>()

function drawOnce(ctx: Context, key: string, card: ShareCard): Promise<Buffer> {
  const drawing =
    underWay.get(key) ??
    draw(ctx, card)
      .then(async (bytes) => {
        await ctx.outside.files.put(key, bytes)
        return bytes
      })
      .finally(() => underWay.delete(key))
  underWay.set(key, drawing)
  return drawing
}

const ink = '#1d1d1f'
const quiet = '#6f6a63'
const paper = { r: 250, g: 248, b: 245 }
const margin = 64

async function draw(ctx: Context, { title, shopName, pictureId }: ShareCard): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const side = cardSize.height
  const picture = pictureId && (await pictureFile(ctx, pictureId, 960, 'webp'))
  const left = picture ? side : 0
  const width = cardSize.width - left - 2 * margin
  const name = await words({ text: title, size: picture ? 52 : 68, colour: ink, width, height: 330 })
  const shop = await words({ text: shopName, size: 30, colour: quiet, width: width - 84, height: 50 })
  const seal = await sharp(sealFile).resize(60).toBuffer()
  return sharp({ create: { ...cardSize, channels: 3, background: paper } })
    .composite([
      ...(picture
        ? [{ input: await sharp(picture).resize(side, side, { fit: 'cover' }).toBuffer(), left: 0, top: 0 }]
        : []),
      { input: name, left: left + margin, top: margin + 20 },
      { input: seal, left: left + margin, top: side - margin - 60 },
      { input: shop, left: left + margin + 84, top: side - margin - 46 },
    ])
    .jpeg({ quality: 82 })
    .toBuffer()
}

const sealFile = new URL('./public/assets/seal-192.png', import.meta.url).pathname
const fontFile = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
)

interface Words {
  readonly text: string
  readonly size: number
  readonly colour: string
  readonly width: number
  readonly height: number
}

/** A text as a picture, with as many lines as the height allows; the servers need no fonts of their own. */
async function words({ text, size, colour, width, height }: Words): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  const drawn = await sharp({
    text: {
      text: `<span foreground="${colour}">${escaped(text)}</span>`,
      font: `Noto Sans SC Bold ${size}`,
      fontfile: fontFile,
      width,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
      spacing: Math.round(size / 6),
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true })
  if (drawn.info.height <= height) return drawn.data
  return sharp(drawn.data).extract({ left: 0, top: 0, width: drawn.info.width, height }).toBuffer()
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => signs[sign]!)
