import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { Case } from '#model/care/after-sales'
import type { OrderId } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf, publish } from '#platform/events'
import { findOrder, linesOf, refundableLines } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, reportShort, startPicking } from '#supply/warehouse'
import { aCaringShop, apply, aReturn, arrive, aShippedOrder, aSibling, grade, inShop, messagesIn } from '#test/cases'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { type SellingShop, ship, track } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'
import {
  approveCase,
  claimable,
  claimedUnits,
  endForgottenExchanges,
  loadCase,
  payInstead,
  returnInstead,
  withdrawCase,
} from './index.ts'

const { db } = await testDatabase()

/** A case's goods leave and arrive as an order's do. */
const goOut = (shop: SellingShop, { id }: Pick<Case, 'id'>) => ship(shop, id as string as OrderId)
const getThere = (shop: SellingShop, { id }: Pick<Case, 'id'>) => track(shop, id as string as OrderId, 'signed')

async function anExchange(
  shop: SellingShop,
  { pieces = [1], onHand = 5 }: { pieces?: number[]; onHand?: number } = {},
) {
  const sold = await aShippedOrder(shop)
  const green = await aSibling(shop, sold.goods, { onHand })
  const wish = { of: sold, kind: 'exchange', replacementId: green.variantId, pieces, reason: 'quality' } as const
  return { sold, green, wish }
}

test('AFS-02 an exchange: others are kept from approval on, leave once the old ones are checked, and no money moves', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, wish } = await anExchange(shop)
  const costBefore = await balanceOf(shop.ctx, 'cost_of_goods')

  const { id, number } = await aReturn(shop, { ...wish, status: 'sent_back' })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 5, available: 4 })
  expect(await outboundsOf(shop.ctx, id)).toEqual([])
  await arrive(shop, id)
  expect(await grade(shop, id, ['flawed'])).toMatchObject({
    status: 'replacing',
    amount: money(0),
    lines: [{ received: 1, restocked: 0, resent: 1, replacement: { sku: green.sku } }],
  })
  const [outbound] = await outboundsOf(shop.ctx, id)
  expect(outbound).toMatchObject({
    status: 'released',
    sourceNumber: number,
    carrier: sold.order.carrier,
    dispatchBy: shop.ctx.now.add({ hours: 48 }),
    requests: [`售后换货，原订单 ${sold.order.number}`],
    lines: [{ sku: green.sku, quantity: 1 }],
  })

  await goOut(shop, { id })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'on_the_way', sentAt: shop.ctx.now })
  await getThere(shop, { id })
  await shop.tell({ twice: true })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', settledAt: shop.ctx.now })

  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
  expect(shop.gateway.balance).toBe(sold.order.total.minor)
  expect(await findOrder(shop.ctx, sold.order.id)).toMatchObject({ afterSales: 'settled', payment: 'paid' })
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ shipped: 2, returned: 1, refunded: money(0) }])
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 4, available: 4 })
  expect(await balanceOf(shop.ctx, 'cost_of_goods')).toEqual(costBefore)
  expect((await messagesIn(shop)).map(([template]) => template)).toEqual([
    'case.approved_exchange',
    'case.arrived',
    'case.replacing',
    'case.on_the_way',
    'case.settled',
  ])
  expect((await historyOf(shop.ctx, id)).map(({ type }) => type).slice(-3)).toEqual([
    'case.graded',
    'case.sent',
    'case.settled',
  ])
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-02 an exchange is for the same product at the same price, and for what is there', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, wish } = await anExchange(shop, { pieces: [2], onHand: 1 })
  const dear = await aSibling(shop, sold.goods, { price: money(2_600) })
  const { goods: other } = await aShippedOrder(shop)
  const field = `lines.${sold.lines[0]!.id}`
  for (const { variantId } of [dear, other])
    await expect(apply(shop, { ...wish, replacementId: variantId })).rejects.toMatchObject({
      code: 'cases.no_replacement',
      details: { field },
    })
  await expect(apply(shop, wish)).rejects.toMatchObject({
    code: 'cases.replacement_sold_out',
    details: { field, most: 1 },
  })
  const one = await apply(shop, { ...wish, pieces: [1] })
  expect(one).toMatchObject({ amount: money(0), lines: [{ replacement: { variantId: green.variantId } }] })
  expect(await apply(shop, { ...wish, pieces: [1], replacementId: undefined })).toMatchObject({
    lines: [{ replacement: { variantId: sold.goods.variantId } }],
  })
})

test('AFS-02 two exchanges for one piece: one is approved, and approving twice keeps one piece', async () => {
  const shop = await aCaringShop(db)
  const { green, wish } = await anExchange(shop, { onHand: 1 })
  const [first, second] = [await apply(shop, wish), await apply(shop, wish)]

  const results = await Promise.allSettled([first, second].map(({ id }) => approveCase(shop.ctx, id)))
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'inventory.out_of_stock' },
  })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 1, available: 0 })

  const again = await aCaringShop(db)
  const other = await anExchange(again)
  const { id } = await apply(again, other.wish)
  const twice = await Promise.allSettled([approveCase(again.ctx, id), approveCase(again.ctx, id)])
  expect(twice.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await stockOf(again.ctx, other.green.variantId)).toMatchObject({ available: 4 })
})

test('AFS-02 what did not come, or is not ours, is not replaced, and is on sale again', async () => {
  const shop = await aCaringShop(db)
  const { green, wish } = await anExchange(shop, { pieces: [2] })
  const { id } = await aReturn(shop, { ...wish, status: 'approved' })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ available: 3 })
  await arrive(shop, id, [1])
  expect(await grade(shop, id)).toMatchObject({ status: 'replacing', lines: [{ resent: 1 }] })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 5, available: 4 })

  const foreign = await aReturn(shop, { ...wish, pieces: [1], status: 'arrived' })
  expect(await grade(shop, foreign.id, ['wrong_goods'])).toMatchObject({ status: 'settled', lines: [{ resent: 0 }] })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ available: 4 })
  expect((await messagesIn(shop)).at(-1)?.[0]).toBe('case.not_replaced')
})

test('AFS-02 an exchange that is withdrawn or forgotten lets its goods go', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, wish } = await anExchange(shop)
  const withdrawn = await aReturn(shop, { ...wish, status: 'approved' })
  await withdrawCase(sold.buyer.ctx, withdrawn.id)
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ available: 5 })

  const forgotten = await aReturn(shop, { ...wish, status: 'approved' })
  await endForgottenExchanges(inShop(shop, { hours: 24 * 7 }).ctx)
  expect(await loadCase(shop.ctx, forgotten.id)).toMatchObject({ status: 'approved' })
  await endForgottenExchanges(inShop(shop, { hours: 24 * 7 + 1 }).ctx)
  expect(await loadCase(shop.ctx, forgotten.id)).toMatchObject({ status: 'withdrawn' })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ available: 5 })
  expect((await messagesIn(shop)).at(-1)?.[0]).toBe('case.lapsed')
})

test('AFS-02 an exchange that cannot be sent is paid back instead, and none of it leaves', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, wish } = await anExchange(shop)
  const early = await aReturn(shop, { ...wish, status: 'approved' })
  await expect(payInstead(shop.ctx, early.id)).rejects.toMatchObject({ code: 'cases.not_for_kind' })
  expect(await returnInstead(shop.ctx, early.id)).toMatchObject({
    kind: 'return',
    status: 'approved',
    amount: money(2_900),
    lines: [{ replacement: null, refund: money(2_500) }],
  })
  await arrive(shop, early.id)
  expect(await grade(shop, early.id)).toMatchObject({ status: 'refunding', amount: money(2_900) })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 5, available: 5 })

  const late = await aReturn(shop, { ...wish, status: 'refunding' })
  expect(late.status).toBe('replacing')
  expect(await payInstead(shop.ctx, late.id)).toMatchObject({ status: 'refunding', amount: money(2_900) })
  await expect(returnInstead(shop.ctx, late.id)).rejects.toMatchObject({ code: 'cases.cannot' })
  await shop.tell()
  expect(await loadCase(shop.ctx, late.id)).toMatchObject({ status: 'settled' })
  expect(await outboundsOf(shop.ctx, late.id)).toMatchObject([{ status: 'cancelled' }])
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 5, available: 5 })
  expect(await refundsOf(shop.ctx, sold.order.id)).toMatchObject([{ amount: money(2_900) }, { amount: money(2_900) }])
  expect((await findOrder(shop.ctx, sold.order.id))?.refunded).toEqual(money(5_800))
})

test('AFS-09 what was missing is sent again at once from stock, at the shop’s loss and without money', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'reshipment', reason: 'missing' })
  expect(await approveCase(shop.ctx, id)).toMatchObject({ status: 'replacing', lines: [{ resent: 1 }] })
  await expect(approveCase(shop.ctx, id)).rejects.toMatchObject({ code: 'cases.cannot' })
  expect(await stockOf(shop.ctx, sold.goods.variantId)).toMatchObject({ onHand: 8, available: 7 })
  const [line] = (await refundableLines(shop.ctx, sold.order.id)).lines
  expect(claimable(line!, (await claimedUnits(shop.ctx, sold.order.id)).get(line!.line.id))).toBe(1)

  await goOut(shop, { id })
  expect(await balanceOf(shop.ctx, 'stock_losses')).toEqual(money(1_000))
  expect(await stockOf(shop.ctx, sold.goods.variantId)).toMatchObject({ onHand: 7, available: 7 })
  await getThere(shop, { id })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled' })
  expect(await parcelsOf(shop.ctx, id)).toMatchObject([{ status: 'signed' }])
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ shipped: 2, returned: 0 }])
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-02 what cannot be sent again is paid back: found short in the warehouse the desk of cases hears of it', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'reshipment', reason: 'missing' })
  await approveCase(shop.ctx, id)
  const [{ id: outboundId } = { id: undefined }] = await outboundsOf(shop.ctx, id)
  const { picks } = await startPicking(as(shop.ctx, mei), { outboundId: outboundId! })
  await expect(payInstead(shop.ctx, id)).rejects.toMatchObject({ code: 'warehouse.outbound_under_way' })
  const short = { scanId: newId(), outboundId: outboundId!, pickId: picks[0]!.id, reason: 'missing' } as const
  await reportShort(as(shop.ctx, mei), short)
  expect(
    (await openNotices(shop.ctx, new Set(['aftersales.decide']))).map(({ kind, subjectId }) => [kind, subjectId]),
  ).toContainEqual(['outbound.short', id])

  expect(await payInstead(shop.ctx, id)).toMatchObject({ status: 'refunding', amount: money(2_900) })
  await shop.tell()
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', lines: [{ resent: 0 }] })
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-02 a parcel of a case that comes back instead of arriving is told to the desk, and the case stays open', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await apply(shop, { of: sold, kind: 'reshipment', reason: 'missing' })
  await approveCase(shop.ctx, id)
  await goOut(shop, { id })
  await track(shop, id as string as OrderId, 'returned')
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'on_the_way' })
  expect((await openNotices(shop.ctx, new Set(['aftersales.decide']))).map(({ kind }) => kind)).toContain(
    'case.parcel_returned',
  )
})

test('AFS-02 I45 whatever is exchanged, sent again and paid back in whatever order, no unit is sent or paid twice', {
  timeout: 60_000,
}, async () => {
  const shop = await aCaringShop(db)
  const kinds = fc.constantFrom('return', 'exchange', 'reshipment', 'refund')
  const wish = fc.record({ kind: kinds, quantity: fc.integer({ min: 1, max: 3 }), paidInstead: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 4 }), async (wishes) => {
      const sold = await aShippedOrder(shop)
      for (const { kind, quantity, paidInstead } of wishes) {
        const opened = await apply(shop, { of: sold, kind, pieces: [quantity] }).catch(() => undefined)
        if (!opened) continue
        await approveCase(shop.ctx, opened.id)
        if (kind === 'return' || kind === 'exchange') {
          await arrive(shop, opened.id)
          await grade(shop, opened.id)
        }
        if (paidInstead) await payInstead(shop.ctx, opened.id).catch(() => undefined)
        if ((await loadCase(shop.ctx, opened.id)).status === 'replacing') await goOut(shop, opened)
      }
      const order = (await findOrder(shop.ctx, sold.order.id))!
      const [line] = await linesOf(shop.ctx, order)
      expect(order.refunded.minor).toBeLessThanOrEqual(5_800)
      expect(line!.returned).toBeLessThanOrEqual(line!.shipped)
    }),
    { numRuns: 5 },
  )
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-02 what is no longer sold is not offered in exchange, though the same again is', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, wish } = await anExchange(shop)
  await db.updateTable('goods.variants').set({ status: 'retired' }).where('id', '=', green.variantId).execute()

  await expect(apply(shop, wish)).rejects.toMatchObject({ code: 'cases.no_replacement' })
  expect(await apply(shop, { ...wish, replacementId: sold.goods.variantId })).toMatchObject({ status: 'applied' })
})

test('AFS-02 an exchange that is paid back pays for the pieces that came and were ours, not for those that were asked for', async () => {
  const shop = await aCaringShop(db)
  const { sold, wish } = await anExchange(shop, { pieces: [2] })
  const { id } = await aReturn(shop, { ...wish, status: 'approved' })
  await arrive(shop, id, [1])
  await grade(shop, id)

  expect(await payInstead(shop.ctx, id)).toMatchObject({ status: 'refunding', amount: money(2_900) })
  expect(await refundsOf(shop.ctx, sold.order.id)).toMatchObject([{ amount: money(2_900) }])
})

test('SEC-03 AFS-02 who is forgotten with an order is forgotten with what went out for its cases, and nobody else', async () => {
  const shop = await aCaringShop(db)
  const { sold, wish } = await anExchange(shop)
  const { wish: other } = await anExchange(shop)
  const sent = async (of: typeof wish) => {
    const { id } = await aReturn(shop, { ...of, status: 'sent_back' })
    await arrive(shop, id)
    await grade(shop, id, ['flawed'])
    await goOut(shop, { id })
    return id
  }
  const [forgotten, kept] = [await sent(wish), await sent(other)]

  const about = { type: 'order.recipient_forgotten', aggregate: 'order', id: sold.order.id }
  await transaction(shop.ctx, (tx) => publish(tx, about))
  await shop.tell()

  const boxes = await db
    .selectFrom('supply.outbounds')
    .select('source_id')
    .where('source_id', 'in', [forgotten, kept])
    .where('recipient_cipher', 'is', null)
    .execute()
  expect(boxes).toEqual([{ source_id: forgotten }])
})
