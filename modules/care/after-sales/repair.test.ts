import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Case } from '#model/care/after-sales'
import type { OrderId } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { linesOf } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { outboundsOf, rejectPicked } from '#supply/warehouse'
import { aCaringShop, apply, aReturn, arrive, aShippedOrder, grade, inShop, messagesIn } from '#test/cases'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { handOut, type SellingShop, track } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'
import {
  approveCase,
  beginRepair,
  chooseAfterRepair,
  finishRepair,
  giveUpRepair,
  loadCase,
  watchClocks,
} from './index.ts'

const { db } = await testDatabase()

/** An order of two kettles with a year of warranty. */
async function aKettle(shop: SellingShop, months: number | null = 12) {
  const sold = await aShippedOrder(shop)
  await db
    .updateTable('goods.products')
    .set({ warranty_months: months })
    .where('id', '=', sold.goods.productId)
    .execute()
  return sold
}

const wish = { kind: 'repair', reason: 'quality' } as const
const bench = (shop: SellingShop) => as(shop.ctx, mei)
const templates = async (shop: SellingShop) => (await messagesIn(shop)).map(([template]) => template.slice(5))

async function aRepair(shop: SellingShop): Promise<{ sold: Awaited<ReturnType<typeof aKettle>>; id: Case['id'] }> {
  const sold = await aKettle(shop)
  const { id } = await aReturn(shop, { of: sold, ...wish, status: 'arrived' })
  return { sold, id }
}

test('AFS-24 a repair under warranty: it comes, is mended and goes back with a parcel, and is never our stock', async () => {
  const shop = await aCaringShop(db)
  const { sold, id } = await aRepair(shop)
  const before = await stockOf(shop.ctx, sold.goods.variantId)

  expect(await beginRepair(bench(shop), id)).toMatchObject({ status: 'repairing', amount: money(0) })
  expect(await finishRepair(bench(shop), { caseId: id, finding: ' 换了密封圈 ' })).toMatchObject({
    status: 'replacing',
    finding: '换了密封圈',
  })
  const [outbound] = await outboundsOf(shop.ctx, id)
  expect(outbound).toMatchObject({ source: 'repair', status: 'picked', lines: [{ quantity: 1, picked: 1 }] })
  await shop.tell()
  await handOut(shop, id as string as OrderId)
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'on_the_way', sentAt: shop.ctx.now })
  await track(shop, id as string as OrderId, 'signed')
  await shop.tell({ twice: true })

  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', lines: [{ received: 1, restocked: 0 }] })
  expect(await stockOf(shop.ctx, sold.goods.variantId)).toEqual(before)
  expect(await brokenStockRules(shop.ctx)).toEqual([])
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ shipped: 2, returned: 0, refunded: money(0) }])
  expect(await refundsOf(shop.ctx, sold.order.id)).toEqual([])
  expect(await templates(shop)).toEqual(['approved_repair', 'arrived', 'repairing', 'mended', 'on_the_way', 'settled'])
  expect(await apply(shop, { of: sold, pieces: [2] })).toMatchObject({ status: 'applied' })
})

test('AFS-24 what has no warranty, or one that is over, is not mended for a buyer; staff may', async () => {
  const shop = await aCaringShop(db)
  const bare = await aKettle(shop, null)
  await expect(apply(shop, { of: bare, ...wish })).rejects.toMatchObject({ code: 'cases.no_warranty' })
  const sold = await aKettle(shop, 1)
  expect(await apply(inShop(shop, { hours: 24 * 27 }), { of: sold, ...wish })).toMatchObject({ status: 'applied' })
  const later = inShop(shop, { hours: 24 * 40 })
  await expect(apply(later, { of: sold, ...wish })).rejects.toMatchObject({ code: 'cases.warranty_over' })
  expect(await apply(later, { of: bare, ...wish, by: later.ctx })).toMatchObject({ status: 'applied' })
})

test('AFS-24 what cannot be mended: the money comes as from a return, once the piece is graded, and only once', async () => {
  const shop = await aCaringShop(db)
  const { sold, id } = await aRepair(shop)
  await giveUpRepair(bench(shop), { caseId: id, finding: '主板进水' })
  const buyer = { ...sold.buyer.ctx, now: shop.ctx.now }

  const both = await Promise.allSettled([1, 2].map(() => chooseAfterRepair(buyer, { caseId: id, choice: 'refund' })))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await loadCase(shop.ctx, id)).toMatchObject({
    kind: 'return',
    status: 'arrived',
    amount: money(2_900),
    freight: money(400),
  })
  await expect(chooseAfterRepair(buyer, { caseId: id, choice: 'as_is' })).rejects.toMatchObject({
    code: 'cases.not_for_kind',
  })
  const asked = await openNotices(shop.ctx, new Set(['aftersales.grade']))
  expect(asked.map(({ kind }) => kind)).toContain('case.chosen')
  await grade(shop, id, ['unusable'])
  await shop.tell({ twice: true })
  expect(await loadCase(shop.ctx, id)).toMatchObject({ status: 'settled', amount: money(2_900), freight: money(400) })
  expect(await refundsOf(shop.ctx, sold.order.id)).toMatchObject([{ amount: money(2_900) }])
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-24 what cannot be mended is exchanged for the same again, or goes back as it is', async () => {
  const shop = await aCaringShop(db)
  const { sold, id } = await aRepair(shop)
  await beginRepair(bench(shop), id)
  await giveUpRepair(bench(shop), { caseId: id, finding: '无配件' })
  const buyer = { ...sold.buyer.ctx, now: shop.ctx.now }
  expect(await chooseAfterRepair(buyer, { caseId: id, choice: 'exchange' })).toMatchObject({
    kind: 'exchange',
    status: 'arrived',
    lines: [{ replacement: { sku: sold.goods.sku } }],
  })
  expect(await grade(shop, id, ['unusable'])).toMatchObject({ status: 'replacing', lines: [{ resent: 1 }] })

  const other = await aRepair(shop)
  await giveUpRepair(bench(shop), { caseId: other.id, finding: '无配件' })
  expect(await chooseAfterRepair(shop.ctx, { caseId: other.id, choice: 'as_is' })).toMatchObject({
    kind: 'repair',
    status: 'replacing',
  })
  expect(await outboundsOf(shop.ctx, other.id)).toMatchObject([{ source: 'repair' }])
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-24 a repair is not graded, a return is not mended, an empty box ends it, and its words are needed', async () => {
  const shop = await aCaringShop(db)
  const { sold, id } = await aRepair(shop)
  await expect(grade(shop, id)).rejects.toMatchObject({ code: 'cases.not_for_kind' })
  await beginRepair(bench(shop), id)
  await expect(finishRepair(bench(shop), { caseId: id, finding: ' ' })).rejects.toThrow()
  const twice = await Promise.allSettled([1, 2].map(() => finishRepair(bench(shop), { caseId: id, finding: '已换泵' })))
  expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const [outbound] = await outboundsOf(shop.ctx, id)
  await expect(
    rejectPicked(bench(shop), {
      scanId: id,
      outboundId: outbound!.id,
      lineId: outbound!.lines[0]!.id,
      quantity: 1,
      reason: 'damaged',
    }),
  ).rejects.toMatchObject({ code: 'warehouse.outbound_cannot' })

  const back = await aReturn(shop, { of: sold, status: 'arrived' })
  await expect(beginRepair(bench(shop), back.id)).rejects.toMatchObject({ code: 'cases.not_for_kind' })
  const empty = await apply(shop, { of: await aKettle(shop), ...wish })
  await approveCase(shop.ctx, empty.id)
  expect(await arrive(shop, empty.id, [0])).toMatchObject({ status: 'settled', differs: true })
})

test('AFS-24 a repair that takes longer than promised is owned up to', async () => {
  const shop = await aCaringShop(db)
  const { id } = await aRepair(shop)
  await beginRepair(bench(shop), id)
  await watchClocks(inShop(shop, { hours: 24 * 14 }).ctx)
  expect((await loadCase(shop.ctx, id)).alarm).toBeNull()
  await watchClocks(inShop(shop, { hours: 24 * 16 }).ctx)
  expect((await loadCase(shop.ctx, id)).alarm).toBe('broken')
})
