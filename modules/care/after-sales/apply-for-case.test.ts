import { expect, test } from 'vitest'
import { addPicture } from '#goods/media'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { OrderLineId } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { findOrder, linesOf, refundableLines } from '#sales/orders'
import { aCaringShop, apply, aReturn, aShippedOrder, inShop, type ShippedOrder } from '#test/cases'
import { onDelivery, sellForCash } from '#test/cash'
import { testDatabase } from '#test/database'
import { pictureBytes } from '#test/goods'
import { aBuyer, anOrder, aProduct, payFor, place, type SellingShop, ship } from '#test/orders'
import { aGuest, aShopper } from '#test/people'
import { type ApplyForCase, applyForCase, claimable, claimedUnits, refuseCase, withdrawCase } from './index.ts'

const { db } = await testDatabase()
const shop = await aCaringShop(db)

const wish = ({ order, lines }: ShippedOrder, given: Partial<ApplyForCase> = {}): ApplyForCase => ({
  orderId: order.id,
  kind: 'return',
  lines: [{ lineId: lines[0]!.id, quantity: 1 }],
  reason: 'no_reason',
  description: '',
  ...given,
})

const claimableOf = async ({ ctx }: SellingShop, { order }: ShippedOrder): Promise<number[]> => {
  const { lines } = await refundableLines(ctx, order.id)
  const claimed = await claimedUnits(ctx, order.id)
  return lines.map((each) => claimable(each, claimed.get(each.line.id)))
}

test('AFS-02 a buyer applies within seven days of delivery with reason and pictures; the desk is told and the order says so', async () => {
  const sold = await aShippedOrder(shop)
  const pictureId = await addPicture(sold.buyer.ctx, { bytes: await pictureBytes(), alt: '缺口' })

  const inTime = inShop(shop, { days: 7 })
  const opened = await applyForCase(
    { ...sold.buyer.ctx, now: inTime.ctx.now },
    wish(sold, { reason: 'damaged', description: ' 杯口缺了一角 ', pictureIds: [pictureId, pictureId] }),
  )

  expect(opened).toMatchObject({
    kind: 'return',
    status: 'applied',
    orderNumber: sold.order.number,
    reason: 'damaged',
    description: '杯口缺了一角',
    amount: money(2_900),
    pictureIds: [pictureId],
    lines: [{ sku: sold.goods.sku, quantity: 1, refund: money(2_500), received: 0, grade: null }],
    solveBy: inTime.ctx.now.add({ hours: 24 }),
  })
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'open', headline: 'after_sales' })
  const notices = await openNotices(shop.ctx, new Set(['aftersales.decide']))
  expect(notices.find(({ subjectId }) => subjectId === opened.id)).toMatchObject({
    kind: 'case.applied',
    subject: 'case',
    data: { number: opened.number, kindName: { zh: '退货退款', en: 'Return and refund' } },
  })
})

test('AFS-02 after the window the buyer is refused with its last day, and staff may still apply for them', async () => {
  const sold = await aShippedOrder(shop)
  const late = inShop(shop, { days: 7, seconds: 1 })

  await expect(apply(late, { of: sold })).rejects.toMatchObject({
    code: 'cases.window_over',
    details: { until: '2026-03-09' },
  })
  expect(await apply(late, { of: sold, by: late.ctx })).toMatchObject({
    status: 'applied',
    customerId: sold.buyer.ctx.actor.id,
  })
})

test('AFS-02 before delivery no window runs: goods that left may be claimed', async () => {
  const sold = await aShippedOrder(shop, { status: 'shipped' })
  expect(await apply(inShop(shop, { days: 30 }), { of: sold, kind: 'refund', reason: 'late' })).toMatchObject({
    status: 'applied',
  })
})

test('AFS-02 an order that is unpaid, or has not left, is cancelled and not returned', async () => {
  const unpaid = await anOrder(shop)
  const unshipped = await anOrder(shop, { status: 'released' })
  for (const [{ order, buyer }, code] of [
    [unpaid, 'cases.not_paid'],
    [unshipped, 'cases.not_shipped'],
  ] as const) {
    const lines = [{ lineId: newId<'OrderLine'>() as OrderLineId, quantity: 1 }]
    const input = { orderId: order.id, kind: 'refund', lines, reason: 'late', description: '' } as const
    await expect(applyForCase(buyer.ctx, input)).rejects.toMatchObject({ code })
  }
})

test('AFS-02 another buyer, or a guest, finds no order to apply for', async () => {
  const sold = await aShippedOrder(shop)
  for (const stranger of [await aShopper(shop.ctx, 'Bob'), aGuest(shop.ctx)])
    await expect(applyForCase(stranger, wish(sold))).rejects.toMatchObject({
      kind: 'not_found',
      code: 'orders.not_found',
    })
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'none' })
})

test('AFS-02 lines of another order, nothing at all, no pieces and half a piece are refused by name', async () => {
  const [sold, other] = [await aShippedOrder(shop), await aShippedOrder(shop)]
  const foreign = other.lines[0]!.id
  const lineId = sold.lines[0]!.id
  for (const [lines, refused] of [
    [[{ lineId: foreign, quantity: 1 }], { code: 'cases.not_in_order', details: { field: `lines.${foreign}` } }],
    [[], { code: 'cases.nothing_chosen', details: { field: 'lines' } }],
    [[{ lineId, quantity: 0 }], { code: 'quantity.out_of_range', details: { field: `lines.${lineId}` } }],
    [[{ lineId, quantity: 0.5 }], { code: 'quantity.out_of_range' }],
    [[{ lineId, quantity: -1 }], { code: 'quantity.out_of_range' }],
  ] as const)
    await expect(applyForCase(sold.buyer.ctx, wish(sold, { lines }))).rejects.toMatchObject(refused)
})

test('AFS-02 “other” needs a word of explanation, six pictures are enough, and they must be the shop’s own', async () => {
  const sold = await aShippedOrder(shop)
  const ask = (given: Partial<ApplyForCase>) => applyForCase(sold.buyer.ctx, wish(sold, given))
  await expect(ask({ reason: 'other', description: '  ' })).rejects.toMatchObject({
    code: 'cases.description_missing',
    details: { field: 'description' },
  })
  const many = Array.from({ length: 7 }, () => newId<'Picture'>())
  await expect(ask({ pictureIds: many })).rejects.toMatchObject({ code: 'cases.too_many_pictures' })

  const elsewhere = await aCaringShop(db)
  const foreign = await addPicture(elsewhere.ctx, { bytes: await pictureBytes(), alt: '别家' })
  await expect(ask({ pictureIds: [foreign] })).rejects.toMatchObject({ code: 'media.not_found' })
})

test('B22 I45 nobody claims more than was shipped, or the same unit twice, whether in one application or two', async () => {
  const sold = await aShippedOrder(shop)
  const lineId = sold.lines[0]!.id
  const most = { code: 'cases.too_many', details: { field: `lines.${lineId}`, name: '龙井茶', most: 2 } }
  await expect(apply(shop, { of: sold, pieces: [3] })).rejects.toMatchObject(most)
  const twice = [2, 1].map((quantity) => ({ lineId, quantity }))
  await expect(applyForCase(sold.buyer.ctx, wish(sold, { lines: twice }))).rejects.toMatchObject(most)

  await apply(shop, { of: sold, pieces: [1] })
  await expect(apply(shop, { of: sold, kind: 'refund', pieces: [2] })).rejects.toMatchObject({ details: { most: 1 } })
  await apply(shop, { of: sold, kind: 'refund', pieces: [1] })
  await expect(apply(shop, { of: sold, pieces: [1] })).rejects.toMatchObject({ details: { most: 0 } })
})

test('B22 I45 two applications at once for the last unit: one is taken, the other refused', async () => {
  const sold = await aShippedOrder(shop, { lines: [{ of: await aProduct(shop) }] })

  const results = await Promise.allSettled([
    apply(shop, { of: sold, kind: 'return' }),
    apply(shop, { of: sold, kind: 'refund' }),
  ])

  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'cases.too_many' } })
  expect(await claimableOf(shop, sold)).toEqual([0])
})

test('AFS-03 a case that was withdrawn or refused gives its units back to be claimed again', async () => {
  const sold = await aShippedOrder(shop)
  const [first, second] = [await apply(shop, { of: sold }), await apply(shop, { of: sold })]
  expect(await claimableOf(shop, sold)).toEqual([0])

  await withdrawCase(sold.buyer.ctx, first.id)
  expect(await claimableOf(shop, sold)).toEqual([1])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'open' })
  await refuseCase(shop.ctx, { caseId: second.id, reason: '非质量问题' })
  expect(await claimableOf(shop, sold)).toEqual([2])
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled' })
})

test('AFS-03 two cases of one order withdrawn at once leave nothing open on the order', async () => {
  const sold = await aShippedOrder(shop)
  const cases = [await apply(shop, { of: sold }), await aReturn(shop, { of: sold, status: 'approved' })]

  await Promise.all(cases.map(({ id }) => withdrawCase(sold.buyer.ctx, id)))

  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled' })
})

test('I45 units that were refunded before they left cannot be returned', async () => {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity: 2 }])
  const { id } = await place(buyer)
  await payFor(shop, buyer, id)
  await db.updateTable('sales.order_lines').set({ shipped: 1 }).where('order_id', '=', id).execute()
  const { lines } = await refundableLines(shop.ctx, id)
  expect(lines.map((each) => [each.left, claimable(each)])).toEqual([[2, 1]])
})

test('AFS-02 PAY-09 what the courier was not yet paid for is refused at the door, and not returned', async () => {
  const forCash = await aCaringShop(db)
  await sellForCash(forCash)
  const { order, buyer } = await onDelivery(forCash)
  await ship(forCash, order.id)
  const [line] = await linesOf(forCash.ctx, order)

  const asked = { orderId: order.id, kind: 'return', reason: 'no_reason', description: '' } as const
  await expect(applyForCase(buyer.ctx, { ...asked, lines: [{ lineId: line!.id, quantity: 1 }] })).rejects.toMatchObject(
    { code: 'cases.not_paid' },
  )
})
