import { networkOf } from '#office/accounts'
import { countTracking, trackOrder } from '#sales/orders'
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

export const trackForms: readonly Form[] = [find]
