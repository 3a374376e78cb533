import { expect, test } from 'vitest'
import { money } from '#kernel/money'
import { findAccount, phoneOf } from '#office/accounts'
import { balanceOf } from '#office/ledger'
import { registerExportKind } from '#platform/exports'
import { cancelOrder, findOrders, linesOf, orderExport, orderImport } from '#sales/orders'
import { paymentsOf, refundsOf } from '#sales/payments'
import { reservationsOf } from '#supply/inventory'
import { testDatabase } from '#test/database'
import { bring, linesOf as csvLines, takeOut } from '#test/exchange'
import { asHouse } from '#test/goods'
import { aProduct, aSellingShop, type Goods, type SellingShop } from '#test/orders'
import { brokenStockRules } from '#test/stock'

const { db } = await testDatabase()
registerExportKind(orderExport())
const kind = orderImport()

const heads = [
  '订单号',
  '付款状态',
  '商家编码',
  '数量',
  '单价',
  '优惠',
  '运费',
  '应付金额',
  '收货人',
  '收货电话',
  '省',
  '市',
  '区县',
  '详细地址',
]
const place = ['浙江省', '杭州市', '西湖区', '文三路 90 号']

const row = (
  goods: Goods,
  given: Partial<Record<'number' | 'payment' | 'quantity' | 'price' | 'off' | 'freight' | 'total', string>> = {},
) => [
  given.number ?? 'A-1001',
  given.payment ?? '已付款',
  goods.sku,
  given.quantity ?? '2',
  given.price ?? '19.90',
  given.off ?? '3.00',
  given.freight ?? '8.00',
  given.total ?? '44.80',
  '安小姐',
  '138 0013 8000',
  ...place,
]

const aShop = async (): Promise<SellingShop> => {
  const shop = await aSellingShop(db)
  return { ...shop, ctx: asHouse(shop.ctx) }
}
const ordersIn = async ({ ctx }: SellingShop) => (await findOrders(ctx)).rows

test('CAT-14 an order of another system lands priced as its file says, its goods set aside, and goes the way of our own', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  const sheet = [heads, row(tea)]
  const tried = await bring(shop.ctx, kind, sheet, { dryRun: true })
  const done = await bring(shop.ctx, kind, sheet)
  await shop.tell()
  const [order] = await ordersIn(shop)

  expect(done).toEqual({ created: 1, updated: 0, unchanged: 0, failed: [] })
  expect(tried).toEqual(done)
  expect(order).toMatchObject({
    source: 'import',
    externalNumber: 'A-1001',
    items: money(3_980),
    discount: money(300),
    freight: money(800),
    total: money(4_480),
    payment: 'paid',
    headline: 'released',
    carrier: 'ZTO',
  })
  expect((await linesOf(shop.ctx, order!))[0]).toMatchObject({ unitPrice: money(1_990), total: money(4_480) })
  expect(await reservationsOf(shop.ctx, order!.id)).toMatchObject([{ quantity: 2 }])
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(4_480))
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('the buyer is the shopper with that number, opened where there is none, and is told nothing of what was placed elsewhere', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  await bring(shop.ctx, kind, [heads, row(tea), row(tea, { number: 'A-1002', payment: '未付款' })])
  await shop.tell()
  const [second, first] = await ordersIn(shop)
  const messages = await db
    .selectFrom('platform.messages')
    .select('template')
    .where('shop_id', '=', shop.ctx.shopId)
    .execute()

  expect(second!.customerId).toBe(first!.customerId)
  expect(await findAccount(shop.ctx, first!.customerId)).toMatchObject({ displayName: '安小姐', hasPassword: false })
  expect(await phoneOf(shop.ctx, first!.customerId)).toBe('+8613800138000')
  expect(messages.filter(({ template }) => ['order.placed', 'order.paid'].includes(template))).toEqual([])
  expect((await ordersIn(shop)).map(({ payment }) => payment).toSorted()).toEqual(['awaiting', 'paid'])
})

test('a repeat of the sheet, one after the other or at once, changes nothing', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  const sheet = [heads, row(tea)]
  const both = await Promise.all([bring(shop.ctx, kind, sheet), bring(shop.ctx, kind, sheet)])
  const again = await bring(shop.ctx, kind, sheet)

  expect(both.map(({ created }) => created).toSorted()).toEqual([0, 1])
  expect(again).toEqual({ created: 0, updated: 0, unchanged: 1, failed: [] })
  const [order, ...others] = await ordersIn(shop)
  expect(others).toEqual([])
  expect(await paymentsOf(shop.ctx, order!.id)).toMatchObject([{ provider: 'external', status: 'succeeded' }])
})

test('a Shopify export is known by its heads: several rows are one order, and what it does not say stays with its first row', async () => {
  const shop = await aShop()
  const [tea, cup] = [await aProduct(shop), await aProduct(shop)]
  const shopify = [
    'Name',
    'Email',
    'Financial Status',
    'Paid at',
    'Fulfillment Status',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Amount',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Lineitem discount',
    'Shipping Name',
    'Shipping Address1',
    'Shipping City',
    'Shipping Province Name',
    'Shipping Country',
    'Shipping Phone',
    'Source',
  ]
  const first = [
    '#1001',
    'ann@example.com',
    'paid',
    '2026-03-01 10:05:00 +0800',
    'unfulfilled',
    'CNY',
    '64.00',
    '10.00',
    '0.00',
    '74.00',
    '5.00',
    '2026-03-01 10:00:00 +0800',
    '2',
    'Tea',
    '25.00',
    tea.sku,
    '0.00',
    '王小明',
    '西湖区文三路 90 号',
    '杭州市',
    '浙江省',
    'CN',
    '+86 138 0013 8000',
    'web',
  ]
  const second = [
    '#1001',
    ...Array.from({ length: 11 }, () => ''),
    '1',
    'Cup',
    '19.00',
    cup.sku,
    '0.00',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ]
  const done = await bring(shop.ctx, kind, [shopify, first, second])
  const [order] = await ordersIn(shop)

  expect(done).toMatchObject({ created: 1, failed: [] })
  expect(order).toMatchObject({
    source: 'shopify',
    externalNumber: '#1001',
    total: money(7_400),
    districtCode: '330106',
  })
  expect(order!.placedAt.toString()).toBe('2026-03-01T02:00:00Z')
  expect(order!.lines.map(({ sku, quantity, total }) => [sku, quantity, total.minor])).toEqual([
    [tea.sku, 2, 5_363],
    [cup.sku, 1, 2_037],
  ])
})

test.each([
  ['a total that does not add up', { total: '44.81' }, 'total', 'order_import.total_differs'],
  ['a refunded order', { payment: 'refunded' }, 'payment', 'order_import.payment_other'],
  ['no pieces', { quantity: '0' }, 'quantity', 'sheet.number_invalid'],
  ['no price', { price: '' }, 'price', 'sheet.missing'],
  ['no quantity', { quantity: '' }, 'quantity', 'sheet.missing'],
  ['no total', { total: '' }, 'total', 'sheet.missing'],
])('%s is refused and the field is named', async (_, given, field, code) => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  const done = await bring(shop.ctx, kind, [heads, row(tea, given), row(tea, { number: 'A-2' })])

  expect(done.created).toBe(1)
  expect(done.failed).toContainEqual({ row: 2, field, code })
})

test.each([
  ['an order that was shipped elsewhere', '发货状态', 'fulfilled', 'fulfilment', 'order_import.shipped_already'],
  ['an order that was cancelled', '取消时间', '2026-03-01 10:00', 'cancelledAt', 'order_import.cancelled'],
  ['an order in other money', '币种', 'USD', 'currency', 'order_import.other_currency'],
  ['an order that goes abroad', '国家', 'US', 'country', 'order_import.abroad'],
])('%s is refused and stays where it is', async (_, head, said, field, code) => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  const sheet = [
    [...heads, head],
    [...row(tea), said],
    [...row(tea, { number: 'A-2' }), ''],
  ]
  const done = await bring(shop.ctx, kind, sheet)

  expect(done.created).toBe(1)
  expect(done.failed).toEqual([{ row: 2, field, code }])
})

test('goods, places and people nobody knows are refused by row', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  const wrong = (at: number, text: string) => row(tea).with(at, text).with(0, `B-${at}`)
  const done = await bring(shop.ctx, kind, [
    heads,
    wrong(2, 'NONE'),
    wrong(9, '1380'),
    row(tea).toSpliced(10, 3, '', '', '').with(0, 'C-9'),
    wrong(8, ''),
  ])

  expect(done.failed).toEqual([
    { row: 2, field: 'sku', code: 'sheet.sku_unknown' },
    { row: 3, field: 'phone', code: 'customers.phone_invalid' },
    { row: 4, field: 'district', code: 'customers.district_unknown' },
    { row: 5, field: 'recipient', code: 'customers.recipient_missing' },
  ])
  expect(await ordersIn(shop)).toEqual([])
})

test('a paid order without enough goods is taken over and waits for a person', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop, { onHand: 1 })
  await bring(shop.ctx, kind, [heads, row(tea)])
  await shop.tell()

  expect((await ordersIn(shop))[0]).toMatchObject({ headline: 'in_review', reviewReasons: ['stock_missing'] })
  expect(await brokenStockRules(shop.ctx)).toEqual([])
})

test('money that another system took is given back there: staff are asked to, and our books are even', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  await bring(shop.ctx, kind, [heads, row(tea)])
  const [order] = await ordersIn(shop)
  await cancelOrder(shop.ctx, { orderId: order!.id, reason: 'buyer' } as Parameters<typeof cancelOrder>[1])
  await shop.tell()
  const notices = await db.selectFrom('office.notices').select('kind').where('shop_id', '=', shop.ctx.shopId).execute()

  expect(await refundsOf(shop.ctx, order!.id)).toMatchObject([{ status: 'succeeded', amount: money(4_480) }])
  expect(notices.map((each) => each.kind)).toContain('refund.elsewhere')
  expect(await balanceOf(shop.ctx, 'customer_deposits')).toEqual(money(0))
  expect(await balanceOf(shop.ctx, 'provider_clearing')).toEqual(money(0))
})

test('what one house exports another takes over, and the first knows its own again', async () => {
  const [shop, other] = [await aShop(), await aShop()]
  const tea = await aProduct(shop)
  await bring(shop.ctx, kind, [
    heads,
    row(tea),
    row(tea, { number: 'A-2', payment: '未付款', quantity: '1', off: '', total: '27.90' }),
  ])
  const sheet = await takeOut(shop.ctx, 'orders', { personal: true })
  await db
    .updateTable('goods.variants')
    .set({ sku: tea.sku })
    .where('id', '=', (await aProduct(other)).variantId)
    .execute()

  expect(await bring(shop.ctx, kind, sheet)).toMatchObject({ unchanged: 2, created: 0, failed: [] })
  expect(await bring(other.ctx, kind, sheet)).toMatchObject({ unchanged: 0, created: 2, failed: [] })
  const totals = async (one: SellingShop) =>
    (await ordersIn(one)).map(({ total, externalNumber }) => [externalNumber, total.minor]).toSorted()
  expect(await totals(other)).toEqual(await totals(shop))
})

test('without personal data the file names nobody; the filters of the desk are those of the file', async () => {
  const shop = await aShop()
  const tea = await aProduct(shop)
  await bring(shop.ctx, kind, [heads, row(tea), row(tea, { number: 'A-2', payment: '未付款' })])
  const bare = (await takeOut(shop.ctx, 'orders')).toString()
  const waiting = csvLines(await takeOut(shop.ctx, 'orders', { filter: { headline: 'awaiting_payment' } }))

  for (const secret of ['安小姐', '13800138000', '文三路']) expect(bare).not.toContain(secret)
  expect(waiting.map((line) => line.订单号)).toEqual(['A-2'])
  expect(csvLines(await takeOut(shop.ctx, 'orders', { filter: { from: '2026-03-03' } }))).toEqual([])
})
