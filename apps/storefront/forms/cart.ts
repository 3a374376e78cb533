import type { VariantId } from '#model/goods/catalog'
import type { CartLineId } from '#model/sales/carts'
import { cartView, changeLine, clearInvalid, removeLine, selectLines, swapVariant } from '#sales/carts'
import { keepFavourite } from '#sales/favourites'
import { cartPage } from '../loaders/cart.ts'
import { idIn } from '../loaders/ids.ts'
import { swapPage } from '../loaders/swap.ts'
import type { Form } from '../page.ts'
import { textOf, wholeOf } from './fields.ts'

const line: Form = {
  path: '/cart/lines/:id',
  page: cartPage,
  needs: 'anyone',
  async run({ ctx, params, body }) {
    const lineId = idIn<CartLineId>(params.id)
    const wish = textOf(body, 'do')
    if (wish === 'remove') {
      await removeLine(ctx, lineId)
      return '/cart?done=removed'
    }
    if (wish === 'select' || wish === 'deselect') await changeLine(ctx, { lineId, selected: wish === 'select' })
    else await changeLine(ctx, { lineId, quantity: wholeOf(body, body.has('fit') ? 'fit' : 'quantity') })
    return `/cart#line-${lineId}`
  },
}

const swap: Form = {
  path: swapPage.path,
  page: swapPage,
  needs: 'anyone',
  async run({ ctx, params, body }) {
    const lineId = idIn<CartLineId>(params.id)
    const stands = await swapVariant(ctx, { lineId, variantId: idIn<VariantId>(textOf(body, 'variant')) })
    return `${cartPage.path}#line-${stands}`
  },
}

/** Out of the cart and into the favourites; whoever is not signed in is asked to, and finds the line still there. */
const keep: Form = {
  path: '/cart/lines/:id/keep',
  page: cartPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    const lineId = idIn<CartLineId>(params.id)
    const { lines } = await cartView(ctx)
    const line = lines.find(({ id }) => id === lineId)
    if (line) {
      await keepFavourite(ctx, line.productId)
      await removeLine(ctx, lineId)
    }
    return `${cartPage.path}?done=kept`
  },
}

const all: Form = {
  path: '/cart/select',
  page: cartPage,
  needs: 'anyone',
  async run({ ctx, body }) {
    await selectLines(ctx, { selected: textOf(body, 'do') === 'select' })
    return '/cart'
  },
}

const clear: Form = {
  path: '/cart/clear',
  page: cartPage,
  needs: 'anyone',
  async run({ ctx }) {
    await clearInvalid(ctx)
    return '/cart?done=removed'
  },
}

export const cartForms: readonly Form[] = [line, swap, keep, all, clear]
