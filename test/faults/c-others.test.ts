import { expect, test } from 'vitest'
import type { OrderId } from '#model/sales/orders'
import type { TrackingState } from '#platform/carriers'
import type { Outside } from '#platform/outside'
import { cancelOrder, findOrder, startPayment } from '#sales/orders'
import { applyTracking, parcelsOf, trackingOf } from '#supply/shipping'
import { testDatabase } from '#test/database'
import { aBuyer, anOrder, aProduct, aSellingShop, payFor, place, type SellingShop } from '#test/orders'
import { sound } from './support/sound.ts'

const { db } = await testDatabase()

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]))

const journey: readonly TrackingState[] = ['accepted', 'in_transit', 'delivering', 'signed']

test('C23 in all 24 orders of what a carrier tells, each told twice and mixed with a stranger’s parcel, a parcel ends signed and its order delivered once', async () => {
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  for (const sequence of permutations(journey)) {
    const { order } = await anOrder(shop, { status: 'shipped' })
    const [parcel] = await parcelsOf(shop.ctx, order.id)
    const tell = (state: TrackingState, waybillNumber: string) =>
      applyTracking(shop.ctx, [
        {
          carrier: 'ZTO',
          waybillNumber,
          at: shop.ctx.now.add({ minutes: journey.indexOf(state) }),
          state,
          text: state,
        },
      ])
    for (const state of sequence) {
      expect(await tell(state, parcel!.waybillNumber!)).toBe('1 of 1 parcels')
      expect(await tell(state, 'STRANGER')).toBe('0 of 1 parcels')
      await tell(state, parcel!.waybillNumber!)
    }
    await shop.tell()

    expect((await parcelsOf(shop.ctx, order.id))[0], sequence.join()).toMatchObject({ status: 'signed' })
    expect((await trackingOf(shop.ctx, [parcel!.id])).get(parcel!.id)).toHaveLength(journey.length)
    expect(await findOrder(shop.ctx, order.id)).toMatchObject({ headline: 'delivered' })
    expect(await signedEvents(shop, order.id)).toBe(1)
  }
  await sound(db)
}, 240_000)

const signedEvents = async ({ ctx }: SellingShop, orderId: OrderId): Promise<number> =>
  (
    await db
      .selectFrom('platform.events')
      .select('data')
      .where('shop_id', '=', ctx.shopId)
      .where('type', '=', 'parcel.signed')
      .execute()
  ).filter(({ data }) => (data as { sourceId?: string }).sourceId === orderId).length

/** A port at which every call fails. */
const away = <Port extends object>(name: string): Port =>
  new Proxy({} as Port, {
    get: () => () => Promise.reject(new Error(`${name} is away`)),
  })
const ports: [string, Partial<Outside>][] = [
  ['the carrier', { carriers: away('carriers') }],
  ['the file store', { files: away('files') }],
  ['downloads', { downloads: away('downloads') }],
  ['every webhook target', { webhooks: away('webhooks') }],
  ['mail and SMS', { senders: { email: away('mail'), sms: away('sms') } }],
]

test.each(ports)(
  'C24 without %s an order is placed, paid, released to the warehouse and cancelled',
  async (_, outside) => {
    const shop = await aSellingShop(db, { now: Temporal.Now.instant(), outside })
    const buyer = await aBuyer(shop, [{ of: await aProduct(shop) }])
    const order = await place(buyer)
    await payFor(shop, buyer, order.id)
    expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'paid', headline: 'released' })

    await cancelOrder(buyer.ctx, { orderId: order.id, reason: 'changed_mind' })
    await shop.tell()
    expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'refunded', headline: 'cancelled' })
    await sound(db)
  },
)

test('C24 without the payment provider an order is placed and waits; its buyer hears that the payment is not confirmed', async () => {
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  shop.gateway.failNext('create', 'no_answer')
  const { order, buyer } = await anOrder(shop)
  await expect(startPayment(buyer.ctx, { orderId: order.id })).rejects.toMatchObject({ code: 'payments.unconfirmed' })
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'awaiting', headline: 'awaiting_payment' })
  await sound(db)
})
