import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import { balanceOf } from '#office/ledger'
import { paymentsOf } from '#sales/payments'
import { listExceptions, takeBill } from '#sales/settlement'
import { aWechatBill, type BillLineGiven } from '#test/bills'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop } from '#test/orders'
import { sound } from './support/sound.ts'

const { db } = await testDatabase()
const today = Temporal.Now.instant()
let shop: SellingShop
let lines: BillLineGiven[]

/** A shop with three paid orders, and the lines of a bill that agrees with all of them. */
beforeEach(async () => {
  shop = await aSellingShop(db, { now: today })
  lines = []
  for (let count = 0; count < 3; count++) {
    const { order } = await anOrder(shop, { status: 'paid' })
    const [payment] = await paymentsOf(shop.ctx, order.id)
    const minor = order.total.minor
    lines.push({ number: payment!.number, minor, ref: payment!.providerRef!, fee: Math.round((minor * 6) / 1_000) })
  }
})

const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
const take = (given: readonly BillLineGiven[], day = dayOf(today), daysLater = 1) =>
  takeBill(
    { ...shop.ctx, now: today.add({ hours: 24 * daysLater }) },
    { provider: 'wechat', fileName: `${day}.csv`, bytes: aWechatBill(given, day.toString()) },
  )
const breaks = async () =>
  (await listExceptions(shop.ctx, {})).rows.map(({ kind, ours, theirs }) => [
    kind,
    ours?.minor ?? null,
    theirs?.minor ?? null,
  ])
/** What the provider holds for us once it has kept its fees. */
const net = () => lines.reduce((all, { minor, fee }) => all + minor - fee!, 0)
const clearing = async () => (await balanceOf(shop.ctx, 'provider_clearing')).minor

test('C21 a statement that agrees leaves nothing open, and taking it in again changes nothing', async () => {
  expect(await take(lines)).toMatchObject({ matched: 3, open: 0 })
  const before = await clearing()
  await take(lines)
  expect([await breaks(), await clearing()]).toEqual([[], before])
  await sound(db)
})

const edits: [string, (all: BillLineGiven[]) => BillLineGiven[], (all: BillLineGiven[]) => unknown[]][] = [
  ['lacks a line', ([, ...rest]) => rest, ([first]) => [['missing_there', first!.minor, null]]],
  ['has a line too many', (all) => [...all, { number: 'ELSEWHERE', minor: 500 }], () => [['missing_here', null, 500]]],
  [
    'has another amount',
    ([first, ...rest]) => [{ ...first!, minor: first!.minor + 1 }, ...rest],
    ([first]) => [['amount', first!.minor, first!.minor + 1]],
  ],
  [
    'has another fee',
    ([first, ...rest]) => [{ ...first!, fee: 400 }, ...rest],
    ([first]) => [['fee', first!.fee, 400]],
  ],
]
test.each(edits)(
  'C21 a statement that %s leaves exactly that open, once, however often it is taken in',
  async (_, edit, expected) => {
    await take(edit(lines))
    await take(edit(lines))
    await take(edit(lines), dayOf(today), 2)

    expect(await breaks()).toEqual(expected(lines))
    await sound(db)
  },
)

test('C21 a statement with a line twice moves money in the books once and leaves that open, once', async () => {
  const { minor } = lines[0]!
  await take([...lines, lines[0]!])
  await take([...lines, lines[0]!, { number: 'ELSEWHERE', minor: 0 }], dayOf(today), 2)
  await take(lines)

  expect((await breaks()).filter(([kind]) => kind !== 'missing_here')).toEqual([['twice', minor, 2 * minor]])
  expect(await clearing()).toBe(net())
  await sound(db)
})

test('C21 a line that stands on the next day’s statement is missed until that comes, and then settled by itself', async () => {
  const [late, ...rest] = lines
  await take(rest)
  expect(await breaks()).toEqual([['missing_there', late!.minor, null]])

  await take([late!], dayOf(today).add({ days: 1 }), 2)
  expect(await breaks()).toEqual([])
  expect(await clearing()).toBe(net())
  expect(await balanceOf(shop.ctx, 'provider_fees_due')).toEqual(money(0))
  await sound(db)
})
