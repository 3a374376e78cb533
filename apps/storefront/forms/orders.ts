import { isRefusal } from '#kernel/refusal'
import type { AddressId } from '#model/sales/customers'
import type { OrderId } from '#model/sales/orders'
import { onlineMethods } from '#model/sales/payments'
import type { VoucherId } from '#model/sales/vouchers'
import { loadShop } from '#office/shops'
import type { AccountId } from '#platform/context'
import { addToCart, notForSale } from '#sales/carts'
import { loadAddress } from '#sales/customers'
import {
  cancelOrder,
  changeRecipient,
  confirmReceipt,
  extendReceipt,
  giveBackVoucher,
  linesOf,
  loadOrder,
  makeAppointment,
  payOnDelivery,
  startPayment,
} from '#sales/orders'
import { appointmentInPast } from '#sales/vouchers'
import { idIn } from '../loaders/ids.ts'
import { cashierPage, orderPage, recipientPage } from '../loaders/orders.ts'
import { baseOf, type Form } from '../page.ts'
import { textOf } from './fields.ts'

const pay: Form = {
  path: cashierPage.path,
  page: cashierPage,
  needs: 'shopper',
  async run({ ctx, params, body, place, visitor }) {
    const orderId = idIn<OrderId>(params.id)
    const here = `/orders/${orderId}/pay`
    if (textOf(body, 'method') === 'cod') {
      await payOnDelivery(ctx, orderId)
      return `/orders/${orderId}?done=on_delivery`
    }
    const { payUrl } = await startPayment(ctx, {
      orderId,
      method: onlineMethods.find((each) => each === textOf(body, 'method')),
      returnPath: `${baseOf(place)}${here}?back=1`,
      buyerIp: visitor.ip,
    })
    return { to: here, outside: payUrl }
  },
}

export const cancelReasons = ['changed_mind', 'wrong_address', 'ordered_twice', 'too_slow'] as const

const cancel: Form = {
  path: '/orders/:id/cancel',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const reason = cancelReasons.find((each) => each === textOf(body, 'reason')) ?? cancelReasons[0]
    await cancelOrder(ctx, { orderId, reason })
    return `/orders/${orderId}?done=cancelled`
  },
}

const receive: Form = {
  path: '/orders/:id/receive',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    const orderId = idIn<OrderId>(params.id)
    await confirmReceipt(ctx, orderId)
    return `/orders/${orderId}?done=received`
  },
}

const redirectParcel: Form = {
  path: recipientPage.path,
  page: recipientPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const orderId = idIn<OrderId>(params.id)
    const { recipient } = await loadAddress(ctx, ctx.actor.id as AccountId, idIn<AddressId>(textOf(body, 'address')))
    await changeRecipient(ctx, { orderId, recipient })
    return `/orders/${orderId}?done=address_changed`
  },
}

/** What is still sold goes into the cart; the rest is left out and said so. When nothing is, the order's page says which. */
const again: Form = {
  path: '/orders/:id/again',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    const order = await loadOrder(ctx, idIn<OrderId>(params.id))
    const lines = await linesOf(ctx, order)
    let missing = 0
    for (const { variantId, quantity } of lines) {
      try {
        await addToCart(ctx, { variantId, quantity })
      } catch (error) {
        if (!isRefusal(error, notForSale)) throw error
        missing += 1
      }
    }
    if (missing === lines.length) return `/orders/${order.id}?done=added_none`
    return missing > 0 ? '/cart?done=added_some' : '/cart?done=added'
  },
}

const extend: Form = {
  path: '/orders/:id/extend',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    const orderId = idIn<OrderId>(params.id)
    await extendReceipt(ctx, orderId)
    return `/orders/${orderId}?done=receipt_extended`
  },
}

const appoint: Form = {
  path: '/orders/:id/vouchers/:voucher/appointment',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params, body }) {
    const { timeZone } = await loadShop(ctx)
    const voucherId = idIn<VoucherId>(params.voucher)
    await makeAppointment(ctx, { voucherId, at: instantOf(textOf(body, 'at'), timeZone) })
    return `/orders/${idIn<OrderId>(params.id)}?done=appointed`
  },
}

/** A wall-clock time of the shop's as a date field sends it. @throws appointmentInPast when it is none */
function instantOf(wallClock: string, timeZone: string): Temporal.Instant {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wallClock)) throw appointmentInPast({ field: 'at' })
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant()
}

const giveBack: Form = {
  path: '/orders/:id/vouchers/:voucher/give-back',
  page: orderPage,
  needs: 'shopper',
  async run({ ctx, params }) {
    await giveBackVoucher(ctx, idIn<VoucherId>(params.voucher))
    return `/orders/${idIn<OrderId>(params.id)}?done=given_back`
  },
}

export const orderForms: readonly Form[] = [pay, cancel, receive, redirectParcel, again, extend, appoint, giveBack]
