import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { type Money, money } from '#kernel/money'
import type { OrderId } from '#model/sales/orders'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { writeSheet } from '#platform/imports'
import { findOrder, gradeRefused, linesOf, refundOrder } from '#sales/orders'
import { findPayouts, recordPayout, refundsOf } from '#sales/payments'
import { availabilityOf } from '#supply/inventory'
import { applyTracking, parcelsOf } from '#supply/shipping'
import { aCashShop, onDelivery, signed } from '#test/cash'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { type SellingShop, ship } from '#test/orders'
import {
  cashByCarrier,
  findCash,
  listDifferences,
  listStatements,
  readStatement,
  settleCash,
  type TakeStatement,
  takeStatement,
  watchHandIns,
} from './index.ts'
import { choicesFor, readLines } from './model.ts'

const { db } = await testDatabase()
const today = Temporal.PlainDate.from('2026-03-02')

/** A parcel that was signed for and paid at the door: 58.00 unless the courier says another amount. */
async function aCollected(shop: SellingShop, collected?: Money) {
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  await signed(shop, order, collected)
  return { order, parcelId: parcel!.id, waybillNumber: parcel!.waybillNumber!, total: order.total }
}

const statement = (
  lines: readonly { waybillNumber: string; collected: Money; fee?: Money }[],
  more = {},
): TakeStatement => ({
  carrier: 'ZTO',
  reference: newId(),
  receivedOn: today,
  lines: lines.map((line) => ({ fee: money(0), ...line })),
  ...more,
})
const balance = async (shop: SellingShop, account: Parameters<typeof balanceOf>[1]) =>
  (await balanceOf(shop.ctx, account)).minor
const payment = async (shop: SellingShop, { id }: { id: OrderId }) => (await findOrder(shop.ctx, id))?.payment
const open = async (shop: SellingShop) => (await listDifferences(shop.ctx, {})).rows

test('PAY-09 a hand-in books money and fee and leaves nothing with the carrier; the same statement again changes nothing', async () => {
  const shop = await aCashShop(db)
  const { waybillNumber, total } = await aCollected(shop)
  const given = statement([{ waybillNumber, collected: total, fee: money(120) }], { reference: 'DSHK-1' })
  expect((await findCash(shop.ctx, { list: 'outstanding' })).rows).toMatchObject([{ outstanding: total }])

  const taken = await takeStatement(shop.ctx, given)
  const again = await takeStatement(shop.ctx, given)

  expect(again).toEqual(taken)
  expect(taken).toMatchObject({ lines: 1, matched: 1, open: 0, collected: total, fee: money(120) })
  expect((await listStatements(shop.ctx, {})).rows).toHaveLength(1)
  expect((await historyOf(shop.ctx, taken.id)).map(({ type }) => type)).toEqual(['cash.statement_taken'])
  expect(await balance(shop, 'carrier_receivables')).toBe(0)
  expect(await balance(shop, 'bank')).toBe(total.minor - 120)
  expect(await balance(shop, 'carrier_fees')).toBe(120)
  expect((await findCash(shop.ctx, { list: 'outstanding' })).rows).toEqual([])
  expect(await cashByCarrier(shop.ctx)).toMatchObject([{ collected: total, handedIn: total, outstanding: money(0) }])
  await expect(
    takeStatement(shop.ctx, { ...given, lines: [{ waybillNumber, collected: money(1), fee: money(0) }] }),
  ).rejects.toMatchObject({ code: 'collections.statement_differs' })
})

test('PAY-09 two hand-ins of one parcel at once: one is booked, the other waits as handed in before', async () => {
  const shop = await aCashShop(db)
  const { waybillNumber, total } = await aCollected(shop)
  const line = { waybillNumber, collected: total }

  await Promise.all([takeStatement(shop.ctx, statement([line])), takeStatement(shop.ctx, statement([line]))])

  expect(await balance(shop, 'bank')).toBe(total.minor)
  expect(await balance(shop, 'carrier_receivables')).toBe(0)
  const [twice, ...more] = await open(shop)
  expect([twice?.kind, more]).toEqual(['twice', []])
  await settleCash(shop.ctx, { id: twice!.id, resolution: 'book', note: '多交一次' })
  expect(await balance(shop, 'overpayments')).toBe(total.minor)
  await expect(settleCash(shop.ctx, { id: twice!.id, resolution: 'returned', note: '' })).rejects.toMatchObject({
    code: 'collections.difference_settled',
  })
})

test('PAY-09 less handed in stays outstanding until the rest comes or is written off; a waybill nobody knows is booked by a person', async () => {
  const shop = await aCashShop(db)
  const { waybillNumber, total } = await aCollected(shop)
  const lines = [
    { waybillNumber, collected: money(total.minor - 300) },
    { waybillNumber: 'STRANGER1', collected: money(1_000), fee: money(100) },
  ]
  expect(await takeStatement(shop.ctx, statement(lines))).toMatchObject({ matched: 0, open: 2 })
  expect(await balance(shop, 'carrier_receivables')).toBe(300)

  const differences = await open(shop)
  const of = (kind: string) => differences.find((each) => each.kind === kind)!
  await expect(settleCash(shop.ctx, { id: of('less').id, resolution: 'book', note: '' })).rejects.toMatchObject({
    code: 'collections.resolution_unfit',
  })
  await settleCash(shop.ctx, { id: of('less').id, resolution: 'write_off', note: '短款' })
  await settleCash(shop.ctx, { id: of('unknown_waybill').id, resolution: 'book', note: '' })

  expect(await balance(shop, 'carrier_receivables')).toBe(0)
  expect(await balance(shop, 'payment_differences')).toBe(300)
  expect(await balance(shop, 'overpayments')).toBe(900)
  expect(await cashByCarrier(shop.ctx)).toMatchObject([{ writtenOff: money(300), outstanding: money(0) }])
})

test('PAY-09 a courier who took less leaves the order unpaid until a person decides, or the carrier hands all of it in', async () => {
  const shop = await aCashShop(db)
  const given = await aCollected(shop, money(5_000))
  const handed = await aCollected(shop, money(5_000))
  expect(await payment(shop, given.order)).toBe('on_delivery')
  const mine = (await open(shop)).find(({ waybillNumber }) => waybillNumber === given.waybillNumber)!

  await settleCash(shop.ctx, { id: mine.id, resolution: 'accept', note: '老客户' })
  const whole = { waybillNumber: handed.waybillNumber, collected: handed.total }
  await takeStatement(shop.ctx, statement([whole]))
  await shop.tell()

  expect(await payment(shop, given.order)).toBe('paid')
  expect(await payment(shop, handed.order)).toBe('paid')
  expect(await open(shop)).toEqual([])
  expect(await balance(shop, 'cash_on_the_way')).toBe(0)
  expect(await balance(shop, 'payment_differences')).toBe(given.total.minor - 5_000)
  expect(await balance(shop, 'carrier_receivables')).toBe(5_000)
})

test('PAY-09 a hand-in of a parcel whose signature nobody told of pays its order', async () => {
  const shop = await aCashShop(db)
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)
  const [parcel] = await parcelsOf(shop.ctx, order.id)

  await takeStatement(shop.ctx, statement([{ waybillNumber: parcel!.waybillNumber!, collected: order.total }]))
  await shop.tell()

  expect(await payment(shop, order)).toBe('paid')
  expect(await balance(shop, 'bank')).toBe(order.total.minor)
})

test('PAY-09 cash that is not handed in within seven days raises an alarm, once', async () => {
  const shop = await aCashShop(db)
  await aCollected(shop)
  const alarms = async () =>
    (await openNotices(shop.ctx, new Set(['payments.settle']))).filter(({ kind }) => kind === 'cash.overdue')

  await watchHandIns(later(shop.ctx, { days: 6 }))
  expect(await alarms()).toEqual([])
  for (let run = 0; run < 2; run++) await watchHandIns(later(shop.ctx, { days: 7, hours: 1 }))

  expect(await alarms()).toMatchObject([{ data: { carrier: 'ZTO', count: 1, amount: 'CNY 58.00' } }])
  expect((await findCash(later(shop.ctx, { days: 8 }), { list: 'overdue' })).rows).toHaveLength(1)
})

test('PAY-09 the goods of a refused box come back by grade, once', async () => {
  const shop = await aCashShop(db)
  const { order, goods } = await onDelivery(shop)
  await ship(shop, order.id)
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  const [line] = await linesOf(shop.ctx, order)
  const grades = [{ lineId: line!.id, grade: 'as_new' as const }]
  await expect(gradeRefused(shop.ctx, { parcelId: parcel!.id, grades })).rejects.toMatchObject({
    code: 'orders.not_refused',
  })
  const { carrier, waybillNumber } = parcel!
  await applyTracking(shop.ctx, [
    { carrier, waybillNumber: waybillNumber!, at: shop.ctx.now, state: 'returned', text: '退回签收' },
  ])
  await shop.tell()
  const before = (await availabilityOf(shop.ctx, [goods.variantId])).get(goods.variantId)!
  expect((await findCash(shop.ctx, { list: 'to_grade' })).rows).toHaveLength(1)

  await expect(gradeRefused(shop.ctx, { parcelId: parcel!.id, grades: [] })).rejects.toMatchObject({
    code: 'orders.grade_missing',
  })
  await Promise.all([1, 2].map(() => gradeRefused(shop.ctx, { parcelId: parcel!.id, grades })))

  expect((await availabilityOf(shop.ctx, [goods.variantId])).get(goods.variantId)).toBe(before + 2)
  expect((await linesOf(shop.ctx, order))[0]).toMatchObject({ shipped: 2, returned: 2 })
  expect((await findCash(shop.ctx, { list: 'to_grade' })).rows).toEqual([])
})

test('PAY-09 a refund of cash waits for a person, who records once who paid it, how and when; the order follows', async () => {
  const shop = await aCashShop(db)
  const { order } = await aCollected(shop)
  await transaction(shop.ctx, (tx) =>
    refundOrder(tx, { orderId: order.id, cause: 'test', causeId: newId(), reason: 'damaged', amount: order.total }),
  )
  await shop.tell()
  const refundId = (await refundsOf(shop.ctx, order.id))[0]!.id
  expect((await findPayouts(shop.ctx)).rows).toMatchObject([{ refund: { id: refundId }, method: 'cod', payout: null }])
  const payout = { refundId, way: 'bank', reference: 'TX-1', note: '', paidOn: today } as const
  await expect(recordPayout(shop.ctx, { ...payout, reference: ' ' })).rejects.toMatchObject({
    code: 'payments.payout_without_reference',
  })

  const both = await Promise.allSettled([recordPayout(shop.ctx, payout), recordPayout(shop.ctx, payout)])
  await shop.tell()

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await payment(shop, order)).toBe('refunded')
  expect(await balance(shop, 'payouts_due')).toBe(0)
  expect(await balance(shop, 'bank')).toBe(-order.total.minor)
  expect((await findPayouts(shop.ctx, { open: false })).rows).toMatchObject([
    { payout: { way: 'bank', reference: 'TX-1', recordedBy: shop.ctx.actor.name } },
  ])
})

test('PAY-09 a statement is read from a sheet as carriers write it, CSV or Excel, or pasted; a wrong row is named', async () => {
  const table = [
    ['序号', '运单号', '代收货款金额', '手续费'],
    ['1', '78001', '¥1,058.00', '1.2'],
    ['2', '78002', '19.9', ''],
    ['', '合计', '1077.90', '1.2'],
  ]
  const lines = [
    { waybillNumber: '78001', collected: money(105_800), fee: money(120) },
    { waybillNumber: '78002', collected: money(1_990), fee: money(0) },
  ]
  const csv = table.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')
  for (const sheet of [Buffer.from(csv), await writeSheet('xlsx', table)])
    expect(await readStatement(sheet, 'CNY')).toEqual(lines)
  await expect(readStatement(Buffer.from('运单号,金额\n78001,abc'), 'CNY')).rejects.toMatchObject({
    code: 'collections.statement_line_invalid',
    details: { row: 2 },
  })
  await expect(readStatement(Buffer.from('a,b\n1,2'), 'CNY')).rejects.toMatchObject({
    code: 'collections.statement_columns_missing',
  })
  expect(readLines('78001\t1058.00 1.20\n\n78002，19.90', 'CNY')).toEqual({ lines })
  expect(readLines('78001 0', 'CNY')).toEqual({ wrong: '78001 0' })
})

test('PAY-09 property: whatever is handed in and decided, collected is handed in, written off and outstanding, and the books agree', async () => {
  const shop = await aCashShop(db)
  const parcels = [await aCollected(shop), await aCollected(shop, money(5_100))]
  const step = fc.record({
    of: fc.integer({ min: 0, max: 2 }),
    minor: fc.integer({ min: 1, max: 7_000 }),
    choice: fc.integer({ min: 0, max: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 3 }), async (steps) => {
      for (const { of, minor, choice } of steps) {
        const waybillNumber = parcels[of]?.waybillNumber ?? 'STRANGER'
        await takeStatement(shop.ctx, statement([{ waybillNumber, collected: money(minor), fee: money(minor % 7) }]))
        const [difference] = await open(shop)
        if (!difference) continue
        const options = choicesFor(difference.kind)
        await settleCash(shop.ctx, { id: difference.id, resolution: options[choice % options.length]!, note: '' })
      }
      const [zto] = await cashByCarrier(shop.ctx)
      const { collected, handedIn, writtenOff, outstanding } = zto!
      expect(handedIn.minor + writtenOff.minor + outstanding.minor).toBe(collected.minor)
      expect(await balance(shop, 'carrier_receivables')).toBe(outstanding.minor)
    }),
    { numRuns: 8 },
  )
})

test('PAY-09 boxes with cash are found by where they are, by carrier and by waybill', async () => {
  const shop = await aCashShop(db)
  const { order } = await onDelivery(shop)
  await ship(shop, order.id)
  const [parcel] = await parcelsOf(shop.ctx, order.id)
  const found = async (filter: Parameters<typeof findCash>[1]) =>
    (await findCash(shop.ctx, filter)).rows.map(({ id }) => id)

  const there = [{ list: 'on_the_way' }, { carrier: 'ZTO' }, { waybillNumber: ` ${parcel!.waybillNumber} ` }] as const
  const elsewhere = [
    { list: 'disputed' },
    { list: 'to_grade' },
    { carrier: 'SF' },
    { waybillNumber: 'NOBODYS' },
  ] as const
  for (const filter of there) expect(await found(filter)).toEqual([parcel!.id])
  for (const filter of elsewhere) expect(await found(filter)).toEqual([])
})
