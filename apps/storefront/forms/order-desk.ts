import { ratings, shortageChoices } from '#model/sales/desk'
import type { OrderId } from '#model/sales/orders'
import { chooseSettlement, giveFeedback, settleConfirmation } from '#sales/desk'
import { idIn } from '../loaders/ids.ts'
import { orderPage } from '../loaders/orders.ts'
import type { Form } from '../page.ts'
import { textOf } from './fields.ts'

/** What the buyer wants instead of goods that are not there. */
const settleShortage: Form = {
  path: '/orders/:id/shortage',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const choice = shortageChoices.find((each) => each === textOf(body, 'choice')) ?? 'wait'
    await chooseSettlement(ctx, { orderId, choice, note: textOf(body, 'note').slice(0, 200) })
    return `/orders/${orderId}?done=shortage_chosen`
  },
}

/** The buyer says that the order is right as it stands, or what is wrong with it. */
const confirmContents: Form = {
  path: '/orders/:id/confirm',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const outcome = textOf(body, 'outcome') === 'declined' ? 'declined' : 'confirmed'
    await settleConfirmation(ctx, { orderId, outcome, note: textOf(body, 'note').slice(0, 200) })
    return `/orders/${orderId}?done=contents_${outcome}`
  },
}

/** How it was, in one to five and in words. */
const rate: Form = {
  path: '/orders/:id/feedback',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const rating = ratings.find((each) => String(each) === textOf(body, 'rating')) ?? 5
    await giveFeedback(ctx, { orderId, rating, words: textOf(body, 'words').slice(0, 500) })
    return `/orders/${orderId}?done=feedback_given`
  },
}

export const orderDeskForms: readonly Form[] = [settleShortage, confirmContents, rate]
