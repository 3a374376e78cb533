import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { personalData } from '#apps/house'
import { approveCase } from '#care/after-sales'
import { finishProducts } from '#goods/catalog'
import { changeSelling } from '#goods/listing'
import { reindexProducts } from '#goods/search'
import { chooseVisits, keepVisit } from '#insight/behaviour'
import { newId } from '#kernel/id'
import { money } from '#kernel/money'
import type { OrderId } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { askToClose, privacyClockJobs, registerPersonalData } from '#office/privacy'
import { transaction } from '#platform/database'
import { tellWaiting } from '#platform/events'
import { prepareJobs } from '#platform/jobs'
import { messageListeners, registerMarketingConsent, writeMessage } from '#platform/messages'
import { changeSetting } from '#platform/settings'
import { listDifferences, settleCash, takeStatement } from '#sales/collections'
import { agreesToNews, chooseNews } from '#sales/customers'
import { sendPart } from '#sales/desk'
import {
  cancelOrder,
  declineRefund,
  finishProduction,
  forgetRecipients,
  productionsOf,
  refundOrder,
  revealRecipient,
  startProduction,
} from '#sales/orders'
import { agreeToRefund, recordPayout } from '#sales/payments'
import { takeBill } from '#sales/settlement'
import { adjustStock, lotsOf, receiveStock } from '#supply/inventory'
import { parcelsOf } from '#supply/shipping'
import { acceptTransfer, receiveTransfer, sendTransfer, withdrawTransfer } from '#supply/transfers'
import { aWechatBill } from '#test/bills'
import { aCaringShop, anUnevenOrder, apply, aReturn, aShippedOrder, inShop } from '#test/cases'
import { onDelivery, sellForCash } from '#test/cash'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aBuyer, aDisputeOf, anOrder, aProduct, place, type SellingShop, ship, track } from '#test/orders'
import { aCart, anAddress, aShopper } from '#test/people'
import { aReceivedOrder, aReview } from '#test/reviews'
import { anAskedTransfer } from '#test/transfers'
import { checks, examine, examineIn } from './examine.ts'
import { lastExamination, watchHouse } from './watch-house.ts'

const { db, url } = await testDatabase()
let shop: SellingShop

/** A shop in which everything has happened once: sold, shipped, returned, cancelled, held, and left in a cart. */
beforeAll(async () => {
  shop = await aCaringShop(db, { now: Temporal.Now.instant() })
  await aReturn(inShop(shop, { hours: 1 }), { of: await anUnevenOrder(shop), status: 'settled', pieces: [2] })
  await anOrder(shop, { status: 'shipped', lines: [{ of: await aPerishable() }] })
  await anOrder(shop, { status: 'released' })
  await somethingSentAgain()
  const { order } = await anOrder(shop, { status: 'paid' })
  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  await aReview(await aReceivedOrder(shop))
  await aTransfer()
  await somethingMade()
  await anErased()
  await aToldCustomer()
  await aRememberedVisit()
  await revealRecipient(shop.ctx, { orderId: order.id, reason: '买家来电核对' })
  await aPaidCourier()
  await aBill()
  await aReduced()
  await aDispute()
  await largeRefunds()
  await somethingUnderWay()
  await somethingToFollow()
  await somethingSeen()
  const tea = await aProduct(shop)
  await aCart(await aShopper(shop.ctx, 'Bob'), { of: tea.variantId })
  await place(await aBuyer(shop, [{ of: tea }]))
  await forgetRecipients(inShop(shop, { hours: 24 * 1_100 }).ctx)
})

/** A piece that was missing and left once more; another is kept for an exchange. */
async function somethingSentAgain(): Promise<void> {
  const sold = await aShippedOrder(shop)
  await aReturn(shop, { of: sold, kind: 'exchange', status: 'approved' })
  const { id } = await apply(shop, { of: sold, kind: 'reshipment', reason: 'missing' })
  await approveCase(shop.ctx, id)
  await ship(shop, id as string as OrderId)
  const favour = await apply(shop, { of: sold, kind: 'compensation', amount: money(300) })
  await approveCase(shop.ctx, favour.id)
  const mended = await apply(shop, { of: await aShippedOrder(shop), kind: 'repair', by: shop.ctx })
  await approveCase(shop.ctx, mended.id)
  await shop.tell()
}

/** A bill that names what was taken so far, and one line of which we know nothing. */
async function aBill(): Promise<void> {
  const paid = await db
    .selectFrom('sales.payments')
    .select(['number', 'provider_ref', 'amount_minor'])
    .where('shop_id', '=', shop.ctx.shopId)
    .where('status', '=', 'succeeded')
    .where('method', '<>', 'cod')
    .execute()
  const lines = paid.map(({ number, provider_ref, amount_minor }) => ({
    number,
    ref: provider_ref!,
    minor: amount_minor,
  }))
  const day = shop.ctx.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const bytes = aWechatBill([...lines, { number: 'STRANGER', minor: 100 }], day.toString())
  await takeBill(shop.ctx, { provider: 'wechat', fileName: 'bill.csv', bytes })
}

/** Somebody who bought enough for ten yuan off, by a request that may be repeated. */
async function aReduced(): Promise<void> {
  const buyer = await aBuyer(shop, [{ of: await aProduct(shop), quantity: 8 }])
  const repeat = { scope: 'test', key: 'placed', fingerprint: 'same' }
  await place({ ...buyer, ctx: { ...buyer.ctx, repeat } })
}

/** A buyer's bank took the money back, and kept it. */
async function aDispute(): Promise<void> {
  const { order } = await anOrder(shop, { status: 'paid' })
  await aDisputeOf(shop, order.id, { state: 'lost' })
}

/** Refunds that were too much for one person: one agreed to, one turned down, one waiting. */
async function largeRefunds(): Promise<void> {
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: await aProduct(shop), quantity: 5 }] })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.oneRefunds', 0))
  const large = () => ({ orderId: order.id, cause: 'by_hand', causeId: newId(), reason: 'favour', amount: money(100) })
  const ask = () => transaction(as(shop.ctx, lin), (tx) => refundOrder(tx, large()))
  const [agreed, declined] = [await ask(), await ask(), await ask()]
  await agreeToRefund(as(shop.ctx, mei), agreed!.id)
  await declineRefund(as(shop.ctx, mei), { refundId: declined!.id, remark: '没有依据' })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'payments.oneRefunds', 200_000))
  await shop.tell()
}

/** Work in the hands of a worker that lives. */
async function somethingUnderWay(): Promise<void> {
  await prepareJobs(url)
  await sql`select graphile_worker.add_job('test.work', ${JSON.stringify({ shopId: shop.ctx.shopId })}::json)`.execute(
    db,
  )
  await sql`insert into platform.workers (id, seen_at) values ('alive', now())`.execute(db)
  await sql`update graphile_worker._private_jobs set locked_by = 'alive', locked_at = now() - interval '1 hour'`.execute(
    db,
  )
}

/** A product that shoppers have looked at, so that its card and its page are kept. */
async function somethingSeen(): Promise<void> {
  const { productId } = await aProduct(shop)
  await transaction(shop.ctx, (tx) => reindexProducts(tx, [productId]))
  await finishProducts(shop.ctx, [productId])
}

/** A cup that was made for its buyer, and left. */
async function somethingMade(): Promise<void> {
  const { productId, ...cup } = await aProduct(shop)
  await changeSelling(shop.ctx, { productId, joinsReductions: true, carriers: [], makeDays: 3 })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: { ...cup, productId } }] })
  const [{ id: productionId } = { id: undefined }] = await productionsOf(shop.ctx, order.id)
  await startProduction(shop.ctx, { productionId: productionId! })
  await finishProduction(shop.ctx, { productionId: productionId! })
}

/** Goods that went from one warehouse to another, and some of them missing. */
async function aTransfer(): Promise<void> {
  const { transferId, order } = await anAskedTransfer(shop, { quantity: 3 })
  const { ctx } = shop
  await acceptTransfer(ctx, transferId)
  await sendTransfer(ctx, transferId)
  await receiveTransfer(ctx, transferId, [{ lineId: order.lineId, received: 2 }])
  await shop.tell()
}

/** A courier was paid at one door and refused at another; the cash was handed in, and part of it given back by hand. */
async function aPaidCourier(): Promise<void> {
  await sellForCash(shop)
  const [paid, refused] = [await onDelivery(shop), await onDelivery(shop)]
  for (const { order } of [paid, refused]) await ship(shop, order.id)
  await track(shop, paid.order.id, 'signed')
  await track(shop, refused.order.id, 'returned')
  const [parcel] = await parcelsOf(shop.ctx, paid.order.id)
  const today = shop.ctx.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const [waybillNumber, collected] = [parcel!.waybillNumber!, money(paid.order.total.minor - 100)]
  const lines = [{ waybillNumber, collected, fee: money(50) }]
  await takeStatement(shop.ctx, { carrier: 'ZTO', reference: 'DS-1', receivedOn: today, lines })
  const [less] = (await listDifferences(shop.ctx, {})).rows
  await settleCash(shop.ctx, { id: less!.id, resolution: 'write_off', note: '短款' })
  const favour = { orderId: paid.order.id, cause: 'favour', causeId: newId(), reason: 'late', amount: money(500) }
  const refund = await transaction(shop.ctx, (tx) => refundOrder(tx, favour))
  await recordPayout(shop.ctx, { refundId: refund!.id, way: 'bank', reference: 'TX-1', note: '', paidOn: today })
  await shop.tell()
}

/** Somebody who has left. */
async function anErased(): Promise<void> {
  registerPersonalData(personalData)
  const gone = await aShopper(shop.ctx, 'Cas')
  await anAddress(gone)
  await askToClose(gone)
  const [eraseDue] = privacyClockJobs
  await eraseDue!.run(inShop(shop, { hours: 8 * 24 }).ctx)
  await shop.tell()
}

/** Somebody who lets us remember what they look at. */
async function aRememberedVisit(): Promise<void> {
  const eve = await aShopper(shop.ctx, 'Eve')
  const visitorId = await chooseVisits(eve, { agrees: true })
  const events = [{ id: newId(), kind: 'list', ago: 0 } as const]
  await keepVisit(shop.ctx, { page: 'home', visitorId, customerId: eve.actor.id, events })
  await shop.tell()
}

/** Somebody who asked for news and got some. */
async function aToldCustomer(): Promise<void> {
  registerMarketingConsent(agreesToNews)
  const dan = await aShopper(shop.ctx, 'Dan')
  await chooseNews(dan, { wants: true })
  await shop.tell()
  const news = {
    channel: 'sms',
    recipient: '+8613900000077',
    purpose: 'marketing',
    template: 'news',
    locale: 'zh',
  } as const
  await transaction(shop.ctx, (tx) => writeMessage(tx, { ...news, accountId: dan.actor.id, body: '春茶上市' }))
  const senders = { sms: { send: async () => 'accepted' } }
  await tellWaiting({ ...shop.ctx, outside: { ...shop.ctx.outside, senders } }, messageListeners)
}

/** An order that leaves in parts: a count found one piece of its two. */
async function somethingToFollow() {
  const { variantId, ...cup } = await aProduct(shop, { onHand: 2 })
  const { order } = await anOrder(shop, { status: 'paid', lines: [{ of: { ...cup, variantId }, quantity: 2 }] })
  const [lot] = await lotsOf(shop.ctx, variantId)
  const cause = { reason: '盘亏', causeId: newId() }
  await adjustStock(shop.ctx, { binId: shop.binId, lotId: lot!.id, variantId, change: -1, ...cause })
  await sendPart(shop.ctx, { orderId: order.id })
  await shop.tell()
}

async function aPerishable() {
  const cake = await aProduct(shop, { name: '桃酥', onHand: 0 })
  const today = shop.ctx.now.toZonedDateTimeISO('Asia/Shanghai').toPlainDate()
  const lot = { number: 'C1', producedOn: today.subtract({ days: 5 }), expiresOn: today.add({ days: 20 }) }
  const { warehouseId, binId } = shop
  const receipt = { warehouseId, binId, variantId: cake.variantId, quantity: 5, lot, cause: 'test', causeId: newId() }
  await transaction(shop.ctx, (tx) => receiveStock(tx, receipt))
  return cake
}

/** How each check is broken past the guards that stand before it. */
const faults: Readonly<Record<string, string>> = {
  I01: 'update supply.stock_levels set on_hand = on_hand + 1',
  I02: 'delete from supply.stock_levels',
  I03: 'alter table supply.stock_levels drop constraint stock_levels_promise; update supply.stock_levels set reserved = on_hand + 1',
  I04: "update supply.reservations set status = 'released' where status = 'held'",
  I05: "update supply.reservations set expires_at = now() - interval '1 hour' where status = 'held' and expires_at is not null",
  I06: 'update supply.bin_stock set quantity = quantity + 1',
  I07: 'set local session_replication_role = replica; delete from supply.lots',
  I08: 'update supply.lots set expires_on = current_date - 3, produced_on = null where expires_on is not null',
  I09: `alter table supply.stock_movements drop constraint stock_movements_once;
    insert into supply.stock_movements select gen_random_uuid(), shop_id, variant_id, warehouse_id, bucket, bin_id, lot_id, quantity, sellable, kind, cause, cause_id, reason, actor_name, at
    from supply.stock_movements limit 1`,
  I10: "update sales.orders set status = 'cancelled' where payment_status = 'awaiting'",
  I69: "update sales.productions set status = 'making', ended_at = null",
  I48: 'alter table supply.transfer_lines drop constraint transfer_lines_accounted; update supply.transfer_lines set lost = lost + 1',
  I11: 'alter table sales.orders drop constraint orders_total; update sales.orders set total_minor = total_minor + 1',
  I96: 'update sales.orders set weight_grams = weight_grams + 1',
  I12: 'alter table sales.order_lines drop constraint order_lines_sum; update sales.order_lines set total_minor = total_minor + 1',
  I13: `alter table sales.orders drop constraint orders_cart_once; update sales.orders set cart_id = (select cart_id from sales.orders where cart_id is not null limit 1)`,
  I19: "alter table sales.orders drop constraint orders_number_key; update sales.orders set number = 'same'",
  I36: "update sales.reductions set ends_at = starts_at + interval '1 minute'",
  I14: `drop index sales.carts_customer; insert into sales.carts (id, shop_id, customer_id, created_at, updated_at)
    select gen_random_uuid(), shop_id, customer_id, created_at, updated_at from sales.carts where status = 'active' and customer_id is not null`,
  I15: "update sales.carts set order_id = gen_random_uuid() where status = 'ordered'",
  I16: `alter table platform.events disable trigger user;
    update platform.events set data = jsonb_set(data, '{after,fulfilment}', '"received"') where type = 'order.paid'`,
  I17: `set local session_replication_role = replica; delete from platform.events where aggregate = 'order' and version = 2`,
  I18: "update sales.orders set payment_status = 'refunded' where payment_status = 'paid'",
  I20: 'update sales.payment_shares set amount_minor = amount_minor * 2',
  I21: "update sales.orders set payment_status = 'paid' where payment_status = 'awaiting'",
  I22: 'update sales.payments set refund_minor = 0',
  I23: "update sales.refunds set currency = 'USD'",
  I24: `alter table sales.payments drop constraint payments_provider_ref; update sales.payments set provider_ref = 'same' where provider_ref is not null`,
  I25: 'update care.cases set amount_minor = 1',
  I26: 'alter table sales.refunds drop constraint refunds_two_people; update sales.refunds set decider_id = requester_id where needs_second',
  I93: "update care.cases set amount_minor = amount_minor + 1 where kind = 'compensation'",
  I27: "alter table office.ledger_transfers disable trigger user; update office.ledger_transfers set debit = 'nowhere' where cause = 'payment'",
  I28: `alter table office.ledger_transfers disable trigger user; update office.ledger_transfers set amount_minor = 1 where cause = 'payment'`,
  I30: "alter table office.ledger_transfers disable trigger user; update office.ledger_transfers set currency = 'USD'",
  I31: `alter table office.ledger_transfers disable trigger user; update office.ledger_transfers set cause_id = gen_random_uuid() where cause = 'refund'`,
  I41: 'update supply.parcel_lines set source_line_id = gen_random_uuid()',
  I42: 'update sales.order_lines set shipped = 0 where shipped > 0 and returned = 0',
  I43: 'update supply.parcel_lines set quantity = quantity + 1',
  I44: "update sales.orders set payment_status = 'awaiting'",
  I45: 'alter table care.case_lines drop constraint case_lines_check; update care.case_lines set received = quantity + 1',
  I92: 'update care.case_lines set resent = 0 where resent > 0',
  I94: "update care.cases set kind = 'repair' where kind = 'return'",
  I46: `alter table supply.parcels drop constraint parcels_waybill; update supply.parcels set waybill_number = 'same'`,
  I50: 'update sales.bill_lines set amount_minor = amount_minor + 1',
  I52: 'update platform.idempotency_keys set result = null',
  I56: "update platform.workers set seen_at = now() - interval '1 hour'",
  I95: "update sales.shortages set status = 'settled', settled_at = now() where status = 'waiting'",
  I62: "update sales.orders set promise_alarm = 'broken' where status = 'open'",
  I54: "update platform.inbox set processed_at = null, received_at = now() - interval '1 hour'",
  I55: "set local session_replication_role = replica; delete from platform.events where type = 'order.paid'",
  I58: "update office.accounts set display_name = 'Cas' where status = 'closed'",
  I63: `set local session_replication_role = replica; update sales.payment_shares set order_id = gen_random_uuid()`,
  I64: 'alter table sales.refunds alter amount_minor type double precision',
  I59: "update platform.messages set sent_at = sent_at - interval '100 days' where purpose = 'marketing'",
  I60: "alter table platform.personal_reads disable trigger user; alter table platform.personal_reads drop constraint personal_reads_reason; update platform.personal_reads set reason = ''",
  I79: "update supply.outbounds b set recipient_cipher = '\\x00' from sales.orders o where o.id = b.source_id and o.recipient_cipher is null",
  I83: 'update insight.behaviour_choices set agrees = false',
  I65: 'update sales.orders set refunded_minor = 0 where refunded_minor > 0',
  I67: 'update sales.payment_shares set amount_minor = amount_minor + 1',
  I75: "update sales.cash_parcels set collected_minor = collected_minor + 1 where status = 'collected'",
  I76: 'update sales.cash_shares set amount_minor = amount_minor + 1',
  I77: "update sales.orders set waived_minor = waived_minor + 1 where cash_on_delivery and payment_status <> 'on_delivery'",
  I78: 'delete from sales.payouts',
  I82: "set local session_replication_role = replica; update goods.product_texts set name = name || '+'",
  I61: 'update care.reviews set customer_id = gen_random_uuid()',
  I90: 'update care.product_ratings set five = five + 1',
  I80: "update sales.disputes set status = 'won'",
  I66: "update platform.outbox set added_at = now() - interval '1 hour'",
}

/** What a check says of the database with a fault in it, which is taken back afterwards. */
async function withFault(id: string, fault: string) {
  const trx = await db.startTransaction().execute()
  try {
    await sql.raw(fault).execute(trx)
    const [found] = await examineIn(trx, { only: [id] })
    return found!
  } finally {
    await trx.rollback().execute()
  }
}

test('every check looked at rows of a shop in which everything has happened, and none finds a fault', async () => {
  const found = await examine(db)

  expect(found.filter(({ broken }) => broken > 0)).toEqual([])
  expect(found.filter(({ rows }) => rows === 0)).toEqual([])
})

test('every check has a fault that it is tried with', () => {
  expect(Object.keys(faults).toSorted()).toEqual(checks.map(({ id }) => id))
})

test.each(Object.entries(faults))('%s fires on a row that breaks it and names it', async (id, fault) => {
  const found = await withFault(id, fault)

  expect(found.broken).toBeGreaterThan(0)
  expect(found.violations[0]).toMatchObject({ shopId: expect.any(String), subject: expect.stringMatching(/./) })
})

test('I10 what a withdrawn transfer held is no fault until its order has heard of it, and one when it has not after a quarter of an hour', async () => {
  const other = await aCaringShop(db, { now: Temporal.Now.instant() })
  const { transferId } = await anAskedTransfer(other, { quantity: 3 })
  await withdrawTransfer(other.ctx, transferId, '不用了')
  const brokenAt = async (minutes: number) => {
    const at = other.ctx.now.add({ minutes })
    return (await examine(db, { shopId: other.ctx.shopId, only: ['I10'], at }))[0]!.broken
  }

  expect([await brokenAt(1), await brokenAt(20)]).toEqual([0, 1])
  await other.tell()
  expect(await brokenAt(20)).toBe(0)
})

test('a fault in one shop is not said of another', async () => {
  const other = await aCaringShop(db)
  const found = await examine(db, { shopId: other.ctx.shopId })
  expect(found.find(({ id }) => id === 'I11')).toMatchObject({ rows: 0, broken: 0 })
})

test('the daily examination keeps what it found and tells who may audit, once a day', async () => {
  const faulty = await aCaringShop(db, { now: Temporal.Now.instant() })
  await anOrder(faulty, { status: 'paid' })
  await db
    .updateTable('supply.stock_levels')
    .set((level) => ({ on_hand: level('on_hand', '+', 1) }))
    .where('shop_id', '=', faulty.ctx.shopId)
    .execute()

  await watchHouse(faulty.ctx)
  await watchHouse(faulty.ctx)

  const last = await lastExamination(faulty.ctx)
  expect(last?.checks.filter(({ broken }) => broken > 0).map(({ id }) => id)).toEqual(['I01'])
  const notices = await openNotices(faulty.ctx, new Set(['audit.read']))
  expect(notices.filter(({ kind }) => kind === 'doctor.broken')).toHaveLength(1)
})
