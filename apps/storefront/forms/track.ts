import { enterGuest, networkOf, requestCode } from '#office/accounts'
import { countTracking, guestBehind, trackOrder } from '#sales/orders'
import { trackPage } from '../loaders/track.ts'
import type { Answer, Form } from '../page.ts'
import { textOf } from './fields.ts'

/** What was asked for stays out of the address: it names a person. */
const find: Form = {
  path: trackPage.path,
  page: trackPage,
  needs: 'anyone',
  async run({ ctx, body, visitor }): Promise<Answer> {
    await countTracking(ctx, networkOf(visitor.ip))
    await trackOrder(ctx, { number: textOf(body, 'number'), phone: textOf(body, 'phone') })
    return { to: '', again: 'tracked' }
  },
}

/** What was bought as a guest is opened by a code to the phone it goes to: sent back, cancelled, changed as by any buyer. */
const enter: Form = {
  path: `${trackPage.path}/enter`,
  page: trackPage,
  needs: 'anyone',
  async run({ ctx, body, visitor }): Promise<Answer> {
    const phone = textOf(body, 'phone')
    await countTracking(ctx, networkOf(visitor.ip))
    const { orderId, accountId } = await guestBehind(ctx, { number: textOf(body, 'number'), phone })
    if (textOf(body, 'do') === 'code') {
      await requestCode(ctx, { phone, purpose: 'sign_in', visitor })
      return { to: '', again: 'code_sent' }
    }
    const session = await enterGuest(ctx, { accountId, phone, code: textOf(body, 'code'), visitor })
    return { to: `/orders/${orderId}`, session }
  },
}

export const trackForms: readonly Form[] = [find, enter]
