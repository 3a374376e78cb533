import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { DisputeStatus } from '#model/sales/payments'
import { balanceOf } from '#office/ledger'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { findOrder, orderPage, quoteCheckout, refundOrder, releaseOrder } from '#sales/orders'
import { testDatabase } from '#test/database'
import { aDisputeOf, anOrder, aSellingShop, asProvider, payFor, place, type SellingShop } from '#test/orders'
import { aCart } from '#test/people'
import { disputesOf, paymentsOf, receiveNotice } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop
beforeEach(async () => {
  shop = await aSellingShop(db)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
})

const minorOf = async (account: Parameters<typeof balanceOf>[1]) => (await balanceOf(shop.ctx, account)).minor
const balances = async () => ({
  held: await minorOf('provider_clearing'),
  disputed: await minorOf('money_in_dispute'),
  lost: await minorOf('chargebacks'),
})
const told = async () =>
  (await openNotices(shop.ctx, new Set(['payments.read'])))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('payment.disput'))
    .toSorted()

test('C19 money that a buyer’s bank takes back leaves what the provider holds; the order bears it and its goods stay, staff are told once', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  for (let times = 0; times < 3; times++) await aDisputeOf(shop, order.id)

  expect(await balances()).toEqual({ held: 0, disputed: order.total.minor, lost: 0 })
  expect(await told()).toEqual(['payment.disputed'])
  const { history, disputes } = await orderPage(shop.ctx, order.id)
  expect(disputes).toMatchObject([{ status: 'open', amount: order.total, reason: 'fraudulent' }])
  expect(history.filter(({ type }) => type === 'order.disputed')).toHaveLength(1)
  await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.money_disputed' })
})

const courses: [string, DisputeStatus[], DisputeStatus][] = [
  ['won', ['open', 'won'], 'won'],
  ['won, told before it was opened', ['won', 'open', 'won'], 'won'],
  ['lost', ['inquiry', 'open', 'lost'], 'lost'],
  ['lost, told first', ['lost', 'inquiry', 'open'], 'lost'],
  ['asked about only', ['inquiry', 'dropped'], 'dropped'],
]
test.each(courses)(
  'C19 a dispute that is %s ends once, and the books say whose the money is',
  async (_, states, ends) => {
    const { order } = await anOrder(shop, { status: 'paid' })
    const { minor } = order.total
    for (const state of states) await aDisputeOf(shop, order.id, { state, fee: money(state === 'open' ? 1_500 : 0) })

    const [dispute] = await disputesOf(shop.ctx, order.id)
    expect([dispute!.status, dispute!.closedAt]).toEqual([ends, shop.ctx.now])
    const fee = states.includes('open') ? 1_500 : 0
    const lost = ends === 'lost' ? minor : 0
    expect(await balances()).toEqual({ held: minor - lost - fee, disputed: 0, lost })
    expect(await told()).toContain(`payment.dispute_${ends}`)
    const closed = (await historyOf(shop.ctx, dispute!.id)).filter(({ type }) => type === 'dispute.closed')
    expect(closed).toHaveLength(1)
    expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'paid' })
  },
)

test.each<DisputeStatus[]>([['inquiry'], ['inquiry', 'open'], ['open', 'lost']])(
  'C19 goods stay while the bank asks, while it judges, and for good once the money is lost: %s',
  async (...states) => {
    const { order } = await anOrder(shop, { status: 'paid' })
    for (const state of states) await aDisputeOf(shop, order.id, { state })

    await expect(releaseOrder(shop.ctx, order.id)).rejects.toMatchObject({ code: 'orders.money_disputed' })
  },
)

test('C19 what was won may go to the warehouse, and the same buyer’s next order is looked at by a person', async () => {
  const { order, buyer, goods } = await anOrder(shop, { status: 'paid' })
  await aDisputeOf(shop, order.id)
  await aDisputeOf(shop, order.id, { state: 'won' })
  expect(await releaseOrder(shop.ctx, order.id)).toMatchObject({ fulfilment: 'released' })

  const cartId = await aCart(buyer.ctx, { of: goods.variantId })
  const { total } = await quoteCheckout(buyer.ctx, { cartId, addressId: buyer.address.id })
  const next = await place({ ...buyer, cartId, total })
  await payFor(shop, buyer, next.id)
  expect(await findOrder(shop.ctx, next.id)).toMatchObject({ review: 'waiting', reviewReasons: ['disputed_before'] })
})

test('C19 a chargeback after a refund is a second loss that the books show, without touching the refund or the stock', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const half = money(Math.floor(order.total.minor / 2))
  const favour = { orderId: order.id, cause: 'favour', causeId: newId(), reason: 'late', amount: half }
  await transaction(shop.ctx, (tx) => refundOrder(tx, favour))
  await shop.tell()
  await aDisputeOf(shop, order.id, { state: 'lost' })

  expect(await balances()).toEqual({ held: -half.minor, disputed: 0, lost: order.total.minor })
  expect(await findOrder(shop.ctx, order.id)).toMatchObject({ payment: 'partly_refunded', refunded: half })
})

test('C19 of five tellings at once one counts; a dispute about money we never took is kept as an orphan', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const [payment] = await paymentsOf(shop.ctx, order.id)
  const dispute = {
    providerRef: 'D1',
    paymentRef: payment!.providerRef!,
    state: 'lost',
    amount: order.total,
    fee: money(1_500),
    reason: 'general',
  } as const
  const tellings = Array.from({ length: 5 }, () => shop.gateway.noticeOfDispute(dispute))
  await Promise.all(tellings.map((each) => receiveNotice(asProvider(shop.ctx), each)))
  const stranger = shop.gateway.noticeOfDispute({ ...dispute, providerRef: 'D2', paymentRef: 'pi_nobody' })
  await receiveNotice(asProvider(shop.ctx), stranger)
  await shop.tell()

  expect(await disputesOf(shop.ctx, order.id)).toHaveLength(1)
  expect(await balances()).toEqual({ held: -1_500, disputed: 0, lost: order.total.minor })
  const notices = await openNotices(shop.ctx, new Set(['payments.read']))
  expect(notices.filter(({ kind }) => kind === 'payment.orphan')).toHaveLength(1)
})
