import { productBySlug } from '#goods/catalog'
import { addToCart, buyNow } from '#sales/carts'
import { productPage, variantWith } from '../loaders/product.ts'
import type { Form } from '../page.ts'
import { textOf, wholeOf } from './fields.ts'

const put: Form = {
  path: productPage.path,
  page: productPage,
  needs: 'anyone',
  once: true,
  async run({ ctx, params, body }) {
    const here = `/products/${params.slug}`
    const variantId = variantWith(await productBySlug(ctx, params.slug ?? ''), ctx, body)
    if (!variantId) return `${here}?${wanted(body)}`
    const line = { variantId, quantity: wholeOf(body, 'quantity') }
    if (textOf(body, 'do') === 'buy') return `/checkout?cart=${await buyNow(ctx, line)}`
    await addToCart(ctx, line)
    return `${here}?v=${variantId}&done=added`
  },
}

/** The chosen options go back into the address, so that the page can say that nobody makes them together. */
const wanted = (body: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...body].filter(([name]) => /^o\d$/.test(name)))

export const productForms: readonly Form[] = [put]
