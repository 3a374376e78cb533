import { hours } from '#kernel/day'
import { refusal } from '#kernel/refusal'
import { readPhone } from '#model/office/accounts'
import type { TrackedStep } from '#model/supply/shipping'
import type { Context } from '#platform/context'
import { readSettings } from '#platform/settings'
import { countUse } from '#platform/throttle'
import { trackingOf } from '#supply/shipping'
import { findOrders } from './find-orders.ts'
import type { Order } from './model.ts'
import { parcelsOfOrder } from './parcels-of-order.ts'
import { orderSettings } from './settings.ts'

export const trackingThrottled = refusal(
  'forbidden',
  'orders.tracking_throttled',
  (d: { retryAfterSeconds: number }) => `no further look for ${d.retryAfterSeconds} s`,
)

export const notTracked = refusal(
  'invalid',
  'orders.not_tracked',
  (_: { field: 'number' }) => 'no order with this number goes to this phone',
)

export interface TrackOrder {
  readonly number: string
  /** The whole number of whoever receives it. */
  readonly phone: string
}

/** How far an order is, for whoever knows its number and its recipient's: no name, no address, no goods, no amount. */
export interface TrackedOrder {
  readonly order: Pick<
    Order,
    'number' | 'headline' | 'placedAt' | 'dispatchBy' | 'arrivesFrom' | 'arrivesTo' | 'shippedAt'
  >
  readonly parcels: readonly {
    readonly carrier: string
    readonly waybillNumber: string | null
    readonly status: string
    readonly steps: readonly TrackedStep[]
  }[]
}

/** @throws notTracked, the same whether the order's number or the phone is wrong */
export async function findTracked(ctx: Context, { number, phone }: TrackOrder): Promise<Order> {
  const wanted = { number: number.trim(), phone: keptPhone(phone) }
  const isWhole = wanted.phone.replace(/\D/g, '').length >= 7
  const [order] = isWhole && wanted.number ? (await findOrders(ctx, { ...wanted, limit: 1 })).rows : []
  if (!order) throw notTracked({ field: 'number' })
  return order
}

/** As orders keep it: a mobile number of mainland China without its country code, another country's with it, blanks left out. */
const keptPhone = (phone: string): string => readPhone(phone)?.replace(/^\+86/, '') ?? phone.trim()

/** @throws notTracked, the same whether the order's number or the phone is wrong */
export async function trackOrder(ctx: Context, asked: TrackOrder): Promise<TrackedOrder> {
  const order = await findTracked(ctx, asked)
  const parcels = (await parcelsOfOrder(ctx, order)).filter(({ status }) => status !== 'cancelled')
  const steps = await trackingOf(
    ctx,
    parcels.map(({ id }) => id),
  )
  return {
    order,
    parcels: parcels.map(({ id, carrier, waybillNumber, status }) => ({
      carrier,
      waybillNumber,
      status,
      steps: steps.get(id) ?? [],
    })),
  }
}

/**
 * Counts a look at an order by its number: whoever tries numbers is stopped.
 * @throws trackingThrottled beyond thirty an hour from one network
 */
export async function countTracking(ctx: Context, network: string): Promise<void> {
  const { trackingsPerNetwork } = await readSettings(ctx, orderSettings)
  const limit = {
    key: `track:${ctx.vault.index('track', network).toString('base64url')}`,
    most: trackingsPerNetwork,
    window: hours(1),
  }
  const { allowed, retryAfterSeconds } = await countUse(ctx.db, limit, ctx.now)
  if (!allowed) throw trackingThrottled({ retryAfterSeconds })
}
