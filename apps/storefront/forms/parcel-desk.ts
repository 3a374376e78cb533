import { askAboutParcel } from '#care/parcel-desk'
import type { OrderId } from '#model/sales/orders'
import { idIn } from '../loaders/ids.ts'
import { orderPage } from '../loaders/orders.ts'
import type { Form } from '../page.ts'
import { textOf } from './fields.ts'

/** When does it leave, or where is it: whichever the order gives occasion for. */
const ask: Form = {
  path: '/orders/:id/ask',
  page: orderPage,
  needs: 'shopper',
  once: true,
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const { kind } = await askAboutParcel(ctx, { orderId, question: textOf(body, 'question') })
    return `/orders/${orderId}?done=asked_${kind}#asked`
  },
}

export const parcelDeskForms: readonly Form[] = [ask]
