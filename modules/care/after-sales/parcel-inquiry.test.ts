import { expect, test } from 'vitest'
import { openNotices } from '#office/notices'
import { historyOf } from '#platform/events'
import { findOrder } from '#sales/orders'
import { parcelsOf, reportStalled } from '#supply/shipping'
import { aCaringShop, apply, aShippedOrder, inShop, messagesIn, type ShippedOrder } from '#test/cases'
import { testDatabase } from '#test/database'
import { type SellingShop, track } from '#test/orders'
import { afterSalesListeners, closeInquiry, findCases, loadCase, ownCases, refuseCase, watchClocks } from './index.ts'

const { db } = await testDatabase()

/** The shipping clock strikes and what follows is told, each thing twice. */
async function strike(shop: SellingShop, duration: Temporal.DurationLike): Promise<void> {
  const { ctx } = inShop(shop, duration)
  await reportStalled(ctx)
  await shop.tell({ twice: true, at: ctx.now })
}

const inquiries = async ({ ctx }: SellingShop) => (await findCases(ctx, { kind: 'parcel_inquiry' })).rows
const kinds = async ({ ctx }: SellingShop) =>
  (await openNotices(ctx, new Set(['aftersales.decide']))).map(({ kind }) => kind)

async function aSilentParcel(): Promise<{ shop: SellingShop; sold: ShippedOrder }> {
  const shop = await aCaringShop(db)
  return { shop, sold: await aShippedOrder(shop, { status: 'shipped' }) }
}

test('LOG-06 a parcel that is silent for more than 48 hours opens one case; desk and buyer are told once', async () => {
  const { shop, sold } = await aSilentParcel()
  await strike(shop, { hours: 48 })
  expect(await inquiries(shop)).toEqual([])

  await strike(shop, { hours: 49 })
  await strike(shop, { hours: 60 })

  const [found, ...more] = await inquiries(shop)
  expect(more).toEqual([])
  expect(found).toMatchObject({
    status: 'open',
    reason: 'no_tracking',
    orderId: sold.order.id,
    solveBy: shop.ctx.now.add({ hours: 49 + 24 }),
  })
  expect(found!.number).toMatch(/^PI\d{14}$/)
  expect(await kinds(shop)).toEqual(['parcel.stalled'])
  expect((await messagesIn(shop)).map(([template, body]) => [template, body.includes(found!.number)])).toEqual([
    ['case.stalled', true],
  ])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'none', headline: 'shipped' })
  expect(await ownCases(sold.buyer.ctx, sold.buyer.ctx.actor.id)).toEqual([])
})

test('LOG-06 the desk closes the case and the buyer is told; its clock alarms like any other', async () => {
  const { shop } = await aSilentParcel()
  await strike(shop, { hours: 49 })
  const [found] = await inquiries(shop)
  await watchClocks(inShop(shop, { days: 4 }).ctx)
  expect((await kinds(shop)).toSorted()).toEqual(['case.solve_broken', 'parcel.stalled'])
  await expect(refuseCase(shop.ctx, { caseId: found!.id, reason: '没有' })).rejects.toMatchObject({
    code: 'cases.cannot',
  })

  expect(await closeInquiry(inShop(shop, { days: 4 }).ctx, found!.id)).toMatchObject({ status: 'settled', alarm: null })

  expect(await kinds(shop)).toEqual([])
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.stalled', 'case.found'])
  await expect(closeInquiry(shop.ctx, found!.id)).rejects.toMatchObject({ code: 'cases.cannot' })
})

test('LOG-06 a parcel that falls silent again after its case was closed opens the same case again', async () => {
  const { shop, sold } = await aSilentParcel()
  await strike(shop, { hours: 49 })
  const [found] = await inquiries(shop)
  await closeInquiry(inShop(shop, { hours: 50 }).ctx, found!.id)
  await track(inShop(shop, { hours: 51 }), sold.order.id, 'in_transit')
  await strike(shop, { hours: 98 })
  expect(await loadCase(shop.ctx, found!.id)).toMatchObject({ status: 'settled' })

  await strike(shop, { hours: 101 })

  expect(await inquiries(shop)).toMatchObject([
    { id: found!.id, status: 'open', settledAt: null, solveBy: shop.ctx.now.add({ hours: 101 + 24 }) },
  ])
  expect(await kinds(shop)).toEqual(['parcel.stalled'])
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.stalled', 'case.found', 'case.stalled'])
})

test('LOG-06 hearing late of a silence that was looked into opens nothing again', async () => {
  const { shop, sold } = await aSilentParcel()
  await strike(shop, { hours: 49 })
  const [found] = await inquiries(shop)
  const after = inShop(shop, { hours: 50 }).ctx
  await closeInquiry(after, found!.id)

  const [parcel] = await parcelsOf(shop.ctx, sold.order.id)
  const event = (await historyOf(shop.ctx, parcel!.id)).find(({ type }) => type === 'parcel.stalled')!
  await afterSalesListeners.find(({ on }) => on.includes(event.type))!.run(after, event)

  expect(await inquiries(shop)).toMatchObject([{ status: 'settled' }])
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual(['case.stalled', 'case.found'])
})

test('LOG-06 an inquiry that is still open does not keep the after-sales of its order open', async () => {
  const { shop, sold } = await aSilentParcel()
  await strike(shop, { hours: 49 })
  const asked = await apply(shop, { of: sold, kind: 'refund', reason: 'late' })
  await refuseCase(shop.ctx, { caseId: asked.id, reason: '包裹在途' })

  expect((await inquiries(shop))[0]).toMatchObject({ status: 'open' })
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled' })
})
