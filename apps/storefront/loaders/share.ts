import { productBySlug } from '#goods/catalog'
import type { Both } from '#model/goods/catalog'
import type { Page } from '../page.ts'

export interface SharePage {
  readonly slug: string
  readonly name: Both
  /** The squares of the QR code of the product's address, as the path of an SVG, and how many stand in a row. */
  readonly code: { readonly path: string; readonly side: number }
}

/** A product to hand on: its card, its address and a code for a phone's camera. */
export const sharePage: Page<SharePage> = {
  path: '/products/:slug/share',
  shows: 'share',
  needs: 'anyone',
  async load({ ctx, shop, params }) {
    const { product } = await productBySlug(ctx, params.slug ?? '')
    const { zh, en } = product.texts
    const inShop = shop.isDefault ? '' : `/s/${shop.code}`
    const path = `${ctx.locale === 'en' ? '/en' : ''}${inShop}/products/${encodeURIComponent(product.slug)}`
    return {
      slug: product.slug,
      name: { zh: zh?.name ?? en?.name ?? '', en: en?.name ?? zh?.name ?? '' },
      code: await qrCode(`${ctx.outside.publicUrl}${path}`),
    }
  },
}

async function qrCode(text: string): Promise<SharePage['code']> {
  const { default: bwip } = await import('bwip-js')
  const [symbol] = bwip.raw('qrcode', text)
  if (!symbol || !('pixs' in symbol)) throw new Error(`${text} has no QR code`)
  const { pixs, pixx } = symbol
  const squares = [...pixs].flatMap((dark, at) => (dark ? [`M${at % pixx} ${Math.floor(at / pixx)}h1v1h-1z`] : []))
  return { path: squares.join(''), side: pixx }
}
