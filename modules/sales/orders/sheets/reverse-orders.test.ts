import fc from 'fast-check'
import { expect, test } from 'vitest'
import { balanceOf } from '#office/ledger'
import { addRequest, cancelOrder, findOrders, orderImport, trackingImport } from '#sales/orders'
import { paymentsOf } from '#sales/payments'
import { parcelsOf } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, lin, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { bring, takeBack, takeBackNow } from '#test/exchange'
import { asHouse } from '#test/goods'
import { anOrder, aProduct, aSellingShop, type SellingShop } from '#test/orders'
import { brokenStockRules, stockOf } from '#test/stock'

const { db } = await testDatabase()
const kind = orderImport()
const heads = [
  '订单号',
  '付款状态',
  '商家编码',
  '数量',
  '单价',
  '应付金额',
  '收货人',
  '收货电话',
  '省',
  '市',
  '区县',
  '详细地址',
]
const place = ['浙江省', '杭州市', '西湖区', '文三路 90 号']

async function aShop() {
  const selling = await aSellingShop(db)
  const shop: SellingShop = { ...selling, ctx: asHouse(selling.ctx) }
  const tea = await aProduct(shop)
  const sheet = (...numbers: string[]) => [
    heads,
    ...numbers.map((number) => [number, '已付款', tea.sku, '1', '10.00', '10.00', '安小姐', '13800138000', ...place]),
  ]
  const byNumber = async () =>
    new Map((await findOrders(shop.ctx)).rows.map((order) => [order.externalNumber?.slice(0, 3), order]))
  const stock = () => stockOf(shop.ctx, tea.variantId)
  return { shop, tea, sheet, byNumber, stock }
}

test('CAT-14 orders of an import are taken back unless somebody worked on them; goods and books are as if they had never come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('none', 'request', 'cancel', 'pick'), { minLength: 4, maxLength: 4 }),
      async (edits) => {
        const { shop, sheet, byNumber, stock } = await aShop()
        const before = await stock()
        await bring(shop.ctx, kind, sheet('N-0', 'N-1', 'N-2', 'N-3'))
        await shop.tell()
        const orders = await byNumber()
        for (const [at, edit] of edits.entries()) {
          const { id: orderId } = orders.get(`N-${at}`)!
          if (edit === 'request') await addRequest(as(shop.ctx, lin), { orderId, kind: 'gift', text: '礼品包装' })
          if (edit === 'cancel') await cancelOrder(as(shop.ctx, lin), { orderId, reason: 'test' })
          if (edit === 'pick') {
            const [outbound] = await outboundsOf(shop.ctx, orderId)
            await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
          }
        }
        await shop.tell()
        const { kept } = await takeBack(shop.ctx, kind)
        await shop.tell()

        const standing = edits.filter((edit) => edit === 'request' || edit === 'pick').length
        expect(Object.keys(kept)).toHaveLength(standing)
        expect(await stock()).toMatchObject({ onHand: before.onHand, reserved: before.reserved + standing })
        expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(standing * 1_000)
        expect((await balanceOf(shop.ctx, 'refunds')).minor).toBe(0)
        expect(await brokenStockRules(shop.ctx)).toEqual([])
      },
    ),
    { numRuns: 4 },
  )
})

test('the buyer of an order that was taken back hears nothing, nobody is asked to give money back, and the sheet may come again', async () => {
  const { shop, sheet, byNumber } = await aShop()
  await bring(shop.ctx, kind, sheet('N-0'))
  await shop.tell()
  const messages = () =>
    db.selectFrom('platform.messages').select('template').where('shop_id', '=', shop.ctx.shopId).execute()
  const notices = () => db.selectFrom('office.notices').select('kind').where('shop_id', '=', shop.ctx.shopId).execute()
  const told = await messages()
  const { id } = (await byNumber()).get('N-0')!
  expect(await takeBack(shop.ctx, kind)).toEqual({ reversed: 1, kept: {} })
  await shop.tell()

  expect(await messages()).toEqual(told)
  expect((await notices()).map((notice) => notice.kind)).not.toContain('refund.elsewhere')
  expect((await paymentsOf(shop.ctx, id))[0]).toMatchObject({ refunded: { minor: 1_000 } })
  expect(await bring(shop.ctx, kind, sheet('N-0'))).toMatchObject({ created: 1 })
  expect(await bring(shop.ctx, kind, sheet('N-0'))).toMatchObject({ unchanged: 1 })
})

test('an order that is cancelled by hand while its import is taken back ends once', async () => {
  const { shop, sheet, byNumber, stock } = await aShop()
  const before = await stock()
  await bring(shop.ctx, kind, sheet('N-0', 'N-1'))
  await shop.tell()
  const orders = await byNumber()
  await Promise.all([
    takeBackNow(shop.ctx, kind),
    ...[...orders.values()].map(({ id }) => cancelOrder(as(shop.ctx, lin), { orderId: id, reason: 'test' })),
  ])
  await shop.tell()

  expect((await findOrders(shop.ctx)).rows.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
  expect(await stock()).toEqual(before)
  expect((await balanceOf(shop.ctx, 'customer_deposits')).minor).toBe(0)
})

test('CAT-14 a waybill number comes off a parcel that is being picked; what was sent stays sent', async () => {
  const tracking = trackingImport()
  const selling = await aSellingShop(db)
  const ctx = asHouse(selling.ctx)
  const [picked, sent] = [
    (await anOrder(selling, { status: 'released' })).order,
    (await anOrder(selling, { status: 'released' })).order,
  ]
  const [outbound] = await outboundsOf(ctx, picked.id)
  await startPicking(as(ctx, mei), { outboundId: outbound!.id })
  const sheet = [
    ['订单号', '快递公司', '运单号'],
    [picked.number, 'ZTO', '73100012345678'],
    [sent.number, 'ZTO', '73100012345679'],
  ]
  await bring(ctx, tracking, sheet)

  expect(await takeBack(ctx, tracking)).toEqual({
    reversed: 1,
    kept: { '73100012345679': 'tracking_import.left_house' },
  })
  expect(await parcelsOf(ctx, picked.id)).toMatchObject([{ status: 'announced', waybillNumber: null }])
  expect(await bring(ctx, tracking, sheet)).toMatchObject({ updated: 1, unchanged: 1 })
})
