import type { Carrier } from '#model/supply/shipping'
import { type TrackedOrder, trackOrder } from '#sales/orders'
import { listCarriers } from '#supply/shipping'
import type { Page } from '../page.ts'

export interface TrackPage {
  readonly found: TrackedOrder | undefined
  readonly carriers: readonly Carrier[]
}

/** An order by its number and its recipient's phone, for whoever bought as a guest or is not signed in here. */
export const trackPage: Page<TrackPage> = {
  path: '/track',
  shows: 'track',
  needs: 'anyone',
  async load({ ctx, form }) {
    if (!form || (form.problem && form.problem.field !== 'code')) return { found: undefined, carriers: [] }
    const asked = { number: form.values.get('number') ?? '', phone: form.values.get('phone') ?? '' }
    return { found: await trackOrder(ctx, asked), carriers: await listCarriers(ctx) }
  },
}
