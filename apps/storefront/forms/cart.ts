import type { CartLineId } from '#model/sales/carts'
import { changeLine, clearInvalid, removeLine, selectLines } from '#sales/carts'
import { cartPage } from '../loaders/cart.ts'
import { idIn } from '../loaders/ids.ts'
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
    else await changeLine(ctx, { lineId, quantity: wholeOf(body, 'quantity') })
    return `/cart#line-${lineId}`
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

export const cartForms: readonly Form[] = [line, all, clear]
