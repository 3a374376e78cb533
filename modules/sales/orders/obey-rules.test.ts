import { expect, test } from 'vitest'
import { examine } from '#insight/doctor'
import { money } from '#kernel/money'
import type { Condition, RuleAction } from '#model/sales/rules'
import { balanceOf } from '#office/ledger'
import { systemActor } from '#platform/context'
import { openDatabase, transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { issuesOfOrder } from '#sales/desk'
import { createRule, findHits, findRules } from '#sales/rules'
import { availabilityOf, reservationsOf } from '#supply/inventory'
import { listCarriers, saveCarrier } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import {
  addSf,
  anOrder,
  aProduct,
  aSellingShop,
  inAnotherWarehouse,
  payFor,
  placeAnother,
  type SellingShop,
  ship,
} from '#test/orders'
import {
  cancelOrder,
  changeItems,
  findOrder,
  linesOf,
  markOrder,
  mergeOrders,
  refundOrder,
  reviewOrder,
  tryRules,
  unmergeOrder,
  wouldHaveMet,
} from './index.ts'
import { mergeByRule } from './merge-by-rule.ts'
import type { Order } from './model.ts'
import { validateOrder } from './validate-order.ts'

const { db, url } = await testDatabase()

const now = async (shop: SellingShop, { id }: Pick<Order, 'id'>) => (await findOrder(shop.ctx, id))!
const rule = (shop: SellingShop, name: string, action: RuleAction, ...conditions: Condition[]) =>
  createRule(shop.ctx, { name, enabled: true, conditions, action })
const aShop = () => aSellingShop(db, { now: Temporal.Now.instant() })
const hitsOf = async (shop: SellingShop, { id }: Pick<Order, 'id'>) =>
  (await findHits(shop.ctx, { orderId: id })).rows.map(({ ruleName, outcome }) =>
    `${ruleName} ${outcome.code} ${outcome.what}`.trim(),
  )
const sound = async (shop: SellingShop) =>
  expect((await examine(db, { shopId: shop.ctx.shopId })).filter(({ broken }) => broken > 0)).toEqual([])
const from = (minor: number): Condition => ({ field: 'amount', from: minor, to: null })
const says = (...any: string[]): Condition => ({ field: 'words', any, not: false })
const approve = { kind: 'review', decision: 'approve', reason: '' } as const
const ask = (reason: string) => ({ kind: 'review', decision: 'ask', reason }) as const
const merge = { kind: 'merging', decision: 'merge', withinHours: 24 } as const

test('ORD-03 a rule gives an order to a person or holds it, with its reason in the queue; one that says yes releases what the settings would keep back', async () => {
  const shop = await aShop()
  await transaction(shop.ctx, async (tx) => {
    await changeSetting(tx, 'orders.releaseAutomatically', false)
    await changeSetting(tx, 'orders.reviewAmount', 5_000)
  })
  await rule(shop, '贵的看一眼', ask('核对电话'), from(20_000))
  await rule(
    shop,
    '两件先挂起',
    { kind: 'review', decision: 'hold', reason: '等确认' },
    { field: 'pieces', from: 3, to: 3 },
  )
  await rule(shop, '其余放行', approve)
  const [dear, three, plain] = [
    (await anOrder(shop, { status: 'paid', lines: [{ of: await aProduct(shop, { price: money(20_000) }) }] })).order,
    (await anOrder(shop, { status: 'paid', lines: [{ of: await aProduct(shop), quantity: 3 }] })).order,
    (await anOrder(shop, { status: 'paid' })).order,
  ]

  expect(dear).toMatchObject({ headline: 'in_review', reviewReasons: ['large_amount', 'rule'] })
  expect(three).toMatchObject({ headline: 'on_hold' })
  expect(plain).toMatchObject({ headline: 'released', reviewReasons: [] })
  expect(await issuesOfOrder(shop.ctx, dear.id)).toMatchObject([{ kind: 'review', data: { reason: '核对电话' } }])
  expect(await hitsOf(shop, dear)).toEqual(['贵的看一眼 asked 核对电话'])
  expect(await hitsOf(shop, plain)).toEqual(['其余放行 approved'])
  expect((await historyOf(shop.ctx, dear.id)).find(({ type }) => type === 'order.ruled')?.data).toMatchObject({
    rule: '贵的看一眼',
    met: [{ condition: from(20_000), actual: 20_000 }],
  })
  await reviewOrder(shop.ctx, { orderId: dear.id, decision: 'approve' })
  expect(await now(shop, dear)).toMatchObject({ headline: 'released' })
  await sound(shop)
})

test('ORD-03 a rule that says yes does not speak for goods that are not there', async () => {
  const shop = await aShop()
  await rule(shop, '都放行', approve)
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'orders.releaseAutomatically', false))
  const { order, buyer } = await anOrder(shop)
  const [zto] = await listCarriers(shop.ctx)
  await transaction(shop.ctx, (tx) => saveCarrier(tx, { ...zto!, enabled: false }))
  await payFor(shop, buyer, order.id)
  expect(await now(shop, order)).toMatchObject({ headline: 'in_review', reviewReasons: ['address_unreachable'] })
  expect(await hitsOf(shop, order)).toEqual(['都放行 not_approved'])
})

test('ORD-07 a gift is a line for nothing with stock of its own: once per order however often the job runs, free again when the order is cancelled', async () => {
  const shop = await aShop()
  const fan = await aProduct(shop, { name: '团扇', onHand: 3 })
  await rule(shop, '满二十送扇', { kind: 'gift', sku: fan.sku, quantity: 2, stop: false }, from(2_000))
  const { order, buyer } = await anOrder(shop)
  await payFor(shop, buyer, order.id)
  await shop.tell({ twice: true })
  for (const _ of [1, 2]) await validateOrder(as(shop.ctx, systemActor('test')), order.id)

  const gift = (await linesOf(shop.ctx, order)).at(-1)!
  expect(gift).toMatchObject({ sku: fan.sku, quantity: 2, total: money(0), agreed: { gift: true } })
  expect(await now(shop, order)).toMatchObject({ total: order.total, items: order.items, headline: 'released' })
  expect((await outboundsOf(shop.ctx, order.id)).flatMap(({ lines }) => lines.map(({ sku }) => sku))).toContain(fan.sku)
  expect(await availabilityOf(shop.ctx, [fan.variantId])).toEqual(new Map([[fan.variantId, 1]]))
  expect(await findRules(shop.ctx)).toMatchObject([{ hits: 1 }])
  const second = await anOrder(shop, { status: 'paid' })
  expect(await hitsOf(shop, second.order)).toEqual([`满二十送扇 gift_out_of_stock ${fan.sku} × 2`])
  expect(second.order).toMatchObject({ headline: 'released' })

  await cancelOrder(shop.ctx, { orderId: order.id, reason: 'changed_mind' })
  await shop.tell()
  expect(await availabilityOf(shop.ctx, [fan.variantId])).toEqual(new Map([[fan.variantId, 3]]))
  await sound(shop)
})

test('ORD-07 an order with a gift is shipped whole, and what was paid for comes back without the gift', async () => {
  const shop = await aShop()
  const fan = await aProduct(shop, { name: '团扇' })
  await rule(shop, '送扇', { kind: 'gift', sku: fan.sku, quantity: 1, stop: false })
  const { order } = await anOrder(shop, { status: 'shipped' })
  expect(order).toMatchObject({ headline: 'shipped' })
  const [paid, gift] = await linesOf(shop.ctx, order)
  expect([paid!.shipped, gift!.shipped]).toEqual([2, 1])
  expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(0)
  await transaction(shop.ctx, (tx) =>
    refundOrder(tx, {
      orderId: order.id,
      cause: 'test',
      causeId: order.id,
      reason: 'damaged',
      lines: [
        { lineId: paid!.id, quantity: 2 },
        { lineId: gift!.id, quantity: 1 },
      ],
    }),
  )
  await shop.tell()
  expect((await now(shop, order)).refunded).toEqual(paid!.subtotal)
  await sound(shop)
})

test('ORD-07 a gift does not go out alone: an order of which staff take everything else is cancelled', async () => {
  const shop = await aShop()
  const fan = await aProduct(shop, { name: '团扇' })
  await rule(shop, '送扇', { kind: 'gift', sku: fan.sku, quantity: 1, stop: false })
  const { order } = await anOrder(shop, { status: 'released' })
  const [paid] = await linesOf(shop.ctx, order)

  await changeItems(shop.ctx, { orderId: order.id, lines: [{ lineId: paid!.id, quantity: 0 }], reason: '买家不要了' })
  await shop.tell()

  expect((await now(shop, order)).headline).toBe('cancelled')
  expect((await outboundsOf(shop.ctx, order.id)).map(({ status }) => status)).toEqual(['cancelled'])
  await sound(shop)
})

test('a rule changes the carrier at the freight agreed, and one that cannot go there leaves the order as it is', async () => {
  const shop = await aShop()
  await addSf(shop, money(1_800))
  await rule(shop, '急件走顺丰', { kind: 'carrier', carrier: 'SF' }, says('加急'))
  const [plain, hurry] = [await anOrder(shop), await anOrder(shop)]
  await markOrder(shop.ctx, { orderId: hurry.order.id, note: '客户要加急' })
  for (const { buyer, order } of [plain, hurry]) await payFor(shop, buyer, order.id)

  expect(await now(shop, plain.order)).toMatchObject({ carrier: 'ZTO', headline: 'released' })
  expect(await now(shop, hurry.order)).toMatchObject({ carrier: 'SF', total: hurry.order.total, headline: 'released' })
  expect(await outboundsOf(shop.ctx, hurry.order.id)).toMatchObject([{ carrier: 'SF' }])
  await transaction(shop.ctx, (tx) =>
    tx.db
      .updateTable('supply.carriers')
      .set({ enabled: false })
      .where('shop_id', '=', tx.shopId)
      .where('code', '=', 'SF')
      .execute(),
  )
  const late = await anOrder(shop)
  await markOrder(shop.ctx, { orderId: late.order.id, note: '加急' })
  await payFor(shop, late.buyer, late.order.id)
  expect(await now(shop, late.order)).toMatchObject({ carrier: 'ZTO' })
  await sound(shop)
})

test('ORD-06 a rule sends an order from another warehouse when that has everything; otherwise nothing moves and nothing is lost', async () => {
  const shop = await aShop()
  const [cup, pot] = [await aProduct(shop), await aProduct(shop, { name: '壶' })]
  const chengdu = await inAnotherWarehouse(shop, cup, 4)
  await rule(shop, '成都发', { kind: 'warehouse', warehouseId: chengdu })
  const whole = await anOrder(shop, { status: 'paid', lines: [{ of: cup, quantity: 2 }] })
  const torn = await anOrder(shop, {
    status: 'paid',
    lines: [
      { of: cup, quantity: 1 },
      { of: pot, quantity: 1 },
    ],
  })
  const placesOf = async (order: Order) => (await reservationsOf(shop.ctx, order.id)).map((each) => each.warehouseId)

  expect(await placesOf(whole.order)).toEqual([chengdu])
  expect(await outboundsOf(shop.ctx, whole.order.id)).toMatchObject([{ warehouseId: chengdu }])
  expect(await placesOf(torn.order)).toEqual([shop.warehouseId, shop.warehouseId])
  expect((await hitsOf(shop, torn.order))[0]).toContain('warehouse_lacks')
  expect(await availabilityOf(shop.ctx, [cup.variantId, pot.variantId])).toEqual(
    new Map([
      [cup.variantId, 11],
      [pot.variantId, 9],
    ]),
  )
  await sound(shop)
})

test('ORD-08 orders of one buyer to one address leave in one box by a rule; one that another rule leaves to a person stays alone', async () => {
  const shop = await aShop()
  await rule(shop, '不合', { kind: 'merging', decision: 'leave', withinHours: 1 }, says('分开'))
  await rule(shop, '同址合并', merge)
  const first = await anOrder(shop, { status: 'paid' })
  const another = async (note: string) => {
    const id = await placeAnother(first.buyer, await aProduct(shop))
    if (note) await markOrder(shop.ctx, { orderId: id, note })
    await payFor(shop, first.buyer, id)
    return now(shop, { id })
  }
  const apart = await another('请分开发')
  const second = await another('')
  await shop.tell({ twice: true })

  expect(apart.shipmentId).toBeNull()
  const shipmentId = (await now(shop, first.order)).shipmentId
  expect(shipmentId).not.toBeNull()
  expect(second.shipmentId).toBe(shipmentId)
  expect(await hitsOf(shop, second)).toEqual([`同址合并 merged ${first.order.number}`])
  expect(await hitsOf(shop, apart)).toEqual(['不合 left'])
  await ship(shop, shipmentId! as never)
  expect(await now(shop, second)).toMatchObject({ headline: 'shipped', total: second.total })
  await sound(shop)
})

test('ORD-08 what is being picked is not merged by a rule, nor what was placed too long before', async () => {
  const shop = await aShop()
  await rule(shop, '合', { ...merge, withinHours: 1 })
  const first = await anOrder(shop, { status: 'paid' })
  await startPicking(as(shop.ctx, mei), { outboundId: (await outboundsOf(shop.ctx, first.order.id))[0]!.id })
  const second = await placeAnother(first.buyer, await aProduct(shop))
  await payFor(shop, first.buyer, second)
  expect((await now(shop, { id: second })).shipmentId).toBeNull()

  const old = await anOrder(shop, { status: 'paid' })
  await transaction(shop.ctx, (tx) =>
    tx.db
      .updateTable('sales.orders')
      .set({ placed_at: shop.ctx.now.subtract({ hours: 2 }) })
      .where('shop_id', '=', tx.shopId)
      .where('id', '=', old.order.id)
      .execute(),
  )
  const later = await placeAnother(old.buyer, await aProduct(shop))
  await payFor(shop, old.buyer, later)
  expect((await now(shop, { id: later })).shipmentId).toBeNull()
})

test('two processes that check the same order, and merge the same two, give one gift, count one hit and pack one box', async () => {
  const shop = await aShop()
  const fan = await aProduct(shop, { name: '团扇' })
  await rule(shop, '送扇', { kind: 'gift', sku: fan.sku, quantity: 1, stop: false })
  await rule(shop, '合', merge)
  const first = await anOrder(shop)
  const secondId = await placeAnother(first.buyer, await aProduct(shop))
  const other = openDatabase({ url })
  const processes = [db, other].map((each) => ({ ...shop.ctx, db: each, actor: systemActor('worker') }))
  await transaction(shop.ctx, (tx) =>
    tx.db
      .updateTable('sales.orders')
      .set({ payment_status: 'paid', paid_at: shop.ctx.now, dispatch_by: shop.ctx.now.add({ hours: 48 }) })
      .where('shop_id', '=', tx.shopId)
      .where('id', 'in', [first.order.id, secondId])
      .execute(),
  )
  const ids = [first.order.id, secondId]
  await Promise.all(processes.flatMap((ctx) => ids.map((id) => validateOrder(ctx, id))))
  await Promise.all(processes.flatMap((ctx) => ids.map((id) => mergeByRule(ctx, id))))
  await other.destroy()

  const orders = await Promise.all(ids.map((id) => now(shop, { id })))
  expect(new Set(orders.map(({ shipmentId }) => shipmentId)).size).toBe(1)
  expect(orders[0]!.shipmentId).not.toBeNull()
  for (const order of orders)
    expect((await linesOf(shop.ctx, order)).filter((line) => line.agreed.gift)).toHaveLength(1)
  expect((await findRules(shop.ctx)).map(({ hits }) => hits)).toEqual([2, 2])
  expect(await availabilityOf(shop.ctx, [fan.variantId])).toEqual(new Map([[fan.variantId, 8]]))
  const merged = (await historyOf(shop.ctx, secondId)).filter(({ type }) => type === 'order.ruled')
  expect(merged).toHaveLength(2)
})

test('whoever takes a merged order out of its box again is not overruled by the job that comes twice', async () => {
  const shop = await aShop()
  await rule(shop, '合', merge)
  const first = await anOrder(shop, { status: 'paid' })
  const second = await placeAnother(first.buyer, await aProduct(shop))
  await payFor(shop, first.buyer, second)
  await unmergeOrder(shop.ctx, second)
  await mergeByRule(as(shop.ctx, systemActor('worker')), second)
  expect((await now(shop, { id: second })).shipmentId).toBeNull()
  await mergeOrders(shop.ctx, { orderIds: [first.order.id, second] })
  expect((await now(shop, { id: second })).shipmentId).not.toBeNull()
})

test('the test box says of an order, or one that is made up, which rules meet it and what the others miss, and changes nothing', async () => {
  const shop = await aShop()
  const { order, goods } = await anOrder(shop, { status: 'paid' })
  const history = await historyOf(shop.ctx, order.id)
  await rule(shop, '贵', ask('贵'), from(9_900))
  await createRule(shop.ctx, { name: '关着', enabled: false, conditions: [], action: ask('x') })
  await rule(
    shop,
    '两件',
    ask('两件'),
    { field: 'sku', any: [goods.sku], not: false },
    { field: 'buyer', any: ['first'], not: false },
  )
  await rule(shop, '兜底', approve)
  const told = (tried: Awaited<ReturnType<typeof tryRules>>) =>
    tried.map(({ rule: { name }, meets, decides }) => `${name} ${meets} ${decides}`)

  const tried = await tryRules(shop.ctx, { number: ` ${order.number.toLowerCase()} ` })
  expect(told(tried)).toEqual(['贵 false false', '关着 true false', '两件 true true', '兜底 true false'])
  expect(tried[0]!.judged).toMatchObject([{ holds: false, actual: order.total.minor }])
  const madeUp = { amountMinor: 9_900, districtCode: '330106', goods: [], words: '', payment: 'wechat', isFirst: false }
  expect(told(await tryRules(shop.ctx, { madeUp }))).toEqual([
    '贵 true true',
    '关着 true false',
    '两件 false false',
    '兜底 true false',
  ])
  expect(await historyOf(shop.ctx, order.id)).toEqual(history)
  await expect(tryRules(shop.ctx, { number: 'SO-NIX' })).rejects.toMatchObject({ code: 'orders.not_found' })
})

test('before a rule is switched on one sees how many of the last orders it would have met', async () => {
  const shop = await aShop()
  await anOrder(shop)
  const [small, large] = [
    await anOrder(shop, { status: 'paid' }),
    await anOrder(shop, { status: 'paid', lines: [{ of: await aProduct(shop), quantity: 5 }] }),
  ]
  expect(await wouldHaveMet(shop.ctx, [])).toMatchObject({
    asked: 2,
    met: [{ id: large.order.id }, { id: small.order.id }],
  })
  expect(await wouldHaveMet(shop.ctx, [from(12_000)])).toMatchObject({
    asked: 2,
    met: [{ number: large.order.number }],
  })
  await expect(wouldHaveMet(shop.ctx, [{ field: 'words', any: [], not: false }])).rejects.toMatchObject({
    code: 'rules.condition_invalid',
  })
})
