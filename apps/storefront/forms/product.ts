import { productBySlug } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import { addToCart, buyNow } from '#sales/carts'
import { stopWaiting, waitForStock } from '#sales/favourites'
import { ownPath } from '../loaders/account.ts'
import { idIn } from '../loaders/ids.ts'
import { productPage, variantWith } from '../loaders/product.ts'
import type { Form } from '../page.ts'
import { doneAt, textOf, wholeOf } from './fields.ts'

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

/** To be told when a variant is back, or no longer. It is named by the chosen options, or by `v` from a list; a stranger signs in and finds it chosen. */
const wait: Form = {
  path: `${productPage.path}/wait`,
  page: productPage,
  needs: 'anyone',
  async run({ ctx, params, body }) {
    const named = body.has('v') && idIn<VariantId>(textOf(body, 'v'))
    const variantId = named || variantWith(await productBySlug(ctx, params.slug ?? ''), ctx, body)
    const here = `/products/${params.slug}`
    if (!variantId) return `${here}?${wanted(body)}`
    const chosen = `${here}?v=${variantId}`
    if (ctx.actor.kind !== 'shopper') return `/sign-in?${new URLSearchParams({ next: chosen })}`
    const isStopped = textOf(body, 'do') === 'stop'
    await (isStopped ? stopWaiting : waitForStock)(ctx, variantId)
    const next = body.get('next')
    return doneAt(next ? ownPath(next) : chosen, isStopped ? 'not_waiting' : 'waiting')
  },
}

export const productForms: readonly Form[] = [put, wait]
