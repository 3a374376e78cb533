import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money, sum } from '#kernel/money'
import type { Case } from '#model/care/after-sales'
import type { OrderId } from '#model/sales/orders'
import { linesOf } from '#sales/orders'
import { refundsOf } from '#sales/payments'
import { aCaringShop, aReturn, arrive, aShippedOrder, aSibling, grade, inShop, type ShippedOrder } from '#test/cases'
import { testDatabase } from '#test/database'
import { aProduct, type SellingShop, ship, track } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'
import { applyForCase, approveCase, loadCase, sentPieces } from './index.ts'

const { db } = await testDatabase()

/** Two cups were bought and one was exchanged for a green one, which has arrived. */
async function anExchanged(shop: SellingShop) {
  const sold = await aShippedOrder(shop)
  const green = await aSibling(shop, sold.goods)
  const { id } = await aReturn(shop, {
    of: sold,
    kind: 'exchange',
    replacementId: green.variantId,
    status: 'refunding',
  })
  await getThere(shop, id)
  const [piece] = await sentPieces(shop.ctx, sold.order.id)
  return { sold, green, piece: piece! }
}

async function getThere(shop: SellingShop, id: Case['id']): Promise<void> {
  await ship(shop, id as string as OrderId)
  await track(shop, id as string as OrderId, 'signed')
  await shop.tell()
}

const ask = (
  shop: SellingShop,
  { order, buyer, lines }: ShippedOrder,
  {
    kind = 'return',
    ...wish
  }: { kind?: 'return' | 'exchange' | 'refund'; quantity?: number; sentLineId?: Case['lines'][number]['id'] },
): Promise<Case> =>
  applyForCase(
    { ...buyer.ctx, now: shop.ctx.now },
    {
      orderId: order.id,
      kind,
      reason: 'no_reason',
      description: '',
      lines: [{ lineId: lines[0]!.id, quantity: 1, ...wish }],
    },
  )

async function complete(shop: SellingShop, { id, kind }: Case): Promise<void> {
  await approveCase(shop.ctx, id)
  if (kind === 'refund') return shop.tell()
  await arrive(shop, id)
  await grade(shop, id)
  await shop.tell()
  if (kind === 'exchange') await getThere(shop, id)
}

test('AFS-02 what was got in exchange is returned like what was ordered: as the goods it is, for what was paid, once', async () => {
  const shop = await aCaringShop(db)
  const { sold, green, piece } = await anExchanged(shop)
  expect(piece).toMatchObject({ left: 1, item: { variantId: green.variantId } })
  const { sentLineId } = piece

  const back = await ask(shop, sold, { sentLineId })
  expect(back).toMatchObject({ amount: money(2_500), lines: [{ sku: green.sku, sentLineId }] })
  await expect(ask(shop, sold, { sentLineId })).rejects.toMatchObject({ code: 'cases.not_in_order' })
  await complete(shop, back)

  expect(await loadCase(shop.ctx, back.id)).toMatchObject({ status: 'settled', amount: money(2_500) })
  expect(await stockOf(shop.ctx, green.variantId)).toMatchObject({ onHand: 5, available: 5 })
  expect(await linesOf(shop.ctx, sold.order)).toMatchObject([{ shipped: 2, returned: 1 }])
  expect(await sentPieces(shop.ctx, sold.order.id)).toEqual([])
  expect(await ask(shop, sold, {})).toMatchObject({ amount: money(2_500), lines: [{ sku: sold.goods.sku }] })
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('AFS-02 it has a return window of its own, and is asked for apart from what was ordered', async () => {
  const shop = await aCaringShop(db)
  const { sold, piece } = await anExchanged(shop)
  const { sentLineId } = piece
  const wish = { lineId: sold.lines[0]!.id, quantity: 1 }
  const both = { orderId: sold.order.id, kind: 'return', reason: 'other', description: '都退' } as const
  await expect(applyForCase(sold.buyer.ctx, { ...both, lines: [wish, { ...wish, sentLineId }] })).rejects.toMatchObject(
    { code: 'cases.one_of_line' },
  )
  const late = inShop(shop, { hours: 24 * 8 })
  await expect(ask(late, sold, { sentLineId })).rejects.toMatchObject({ code: 'cases.window_over' })
  await db
    .updateTable('care.cases')
    .set({ settled_at: late.ctx.now })
    .where('id', '=', (await loadCaseOf(sentLineId)).id)
    .execute()
  expect(await ask(late, sold, { sentLineId })).toMatchObject({ status: 'applied' })
  await expect(ask(late, sold, {})).rejects.toMatchObject({ code: 'cases.window_over' })
})

const loadCaseOf = (lineId: string) =>
  db.selectFrom('care.case_lines').select('case_id as id').where('id', '=', lineId).executeTakeFirstOrThrow()

test('AFS-02 two applications at once for the one piece: one stands', async () => {
  const shop = await aCaringShop(db)
  const { sold, piece } = await anExchanged(shop)
  const results = await Promise.allSettled([1, 2].map(() => ask(shop, sold, piece)))
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('AFS-02 however often goods are exchanged, returned and refunded, a line gives back no more than was paid for it', async () => {
  const kinds = fc.array(fc.tuple(fc.constantFrom('return', 'exchange', 'refund' as const), fc.boolean()), {
    minLength: 3,
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(kinds, async (wishes) => {
      const shop = await aCaringShop(db)
      const { sold } = await anExchanged(shop)
      for (const [kind, ofPiece] of wishes) {
        const [piece] = await sentPieces(shop.ctx, sold.order.id)
        const wish = ofPiece && piece ? { kind, sentLineId: piece.sentLineId } : { kind }
        const opened = await ask(shop, sold, wish).catch(() => undefined)
        if (opened) await complete(shop, opened)
      }
      const given = sum(
        (await refundsOf(shop.ctx, sold.order.id)).map(({ amount }) => amount),
        'CNY',
      )
      const [line] = await linesOf(shop.ctx, sold.order)
      expect(given.minor).toBeLessThanOrEqual(5_000)
      expect(line!.refunded).toEqual(given)
      expect(await brokenStockRules(shop.ctx)).toEqual([])
    }),
    { numRuns: 3 },
  )
}, 60_000)

test('AFS-02 a piece that was got in exchange for one line is not given back as another', async () => {
  const shop = await aCaringShop(db)
  const [tea, cup] = [await aProduct(shop), await aProduct(shop)]
  const sold = await aShippedOrder(shop, { lines: [{ of: tea }, { of: cup }] })
  const { id } = await aReturn(shop, { of: sold, kind: 'exchange', status: 'refunding' })
  await getThere(shop, id)
  const [piece] = await sentPieces(shop.ctx, sold.order.id)
  const other = sold.lines.find((line) => line.id !== piece!.orderLineId)!

  await expect(ask(shop, { ...sold, lines: [other] }, { sentLineId: piece!.sentLineId })).rejects.toMatchObject({
    code: 'cases.not_in_order',
    details: { field: `lines.${other.id}` },
  })
})

test('AFS-02 what is still on its way in exchange cannot be given back', async () => {
  const shop = await aCaringShop(db)
  const sold = await aShippedOrder(shop)
  const { id } = await aReturn(shop, { of: sold, kind: 'exchange', status: 'refunding' })
  expect(await sentPieces(shop.ctx, sold.order.id)).toEqual([])

  await getThere(shop, id)
  expect(await sentPieces(shop.ctx, sold.order.id)).toMatchObject([{ left: 1 }])
})

test('AFS-02 a box with other goods in it does not use up the piece that was to come back', async () => {
  const shop = await aCaringShop(db)
  const { sold, piece } = await anExchanged(shop)
  const back = await ask(shop, sold, { sentLineId: piece.sentLineId })
  await approveCase(shop.ctx, back.id)
  await arrive(shop, back.id)
  await grade(shop, back.id, ['wrong_goods'])

  expect(await sentPieces(shop.ctx, sold.order.id)).toMatchObject([{ sentLineId: piece.sentLineId, left: 1 }])
})
