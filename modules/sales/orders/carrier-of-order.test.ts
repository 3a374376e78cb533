import { beforeEach, expect, test } from 'vitest'
import { money } from '#kernel/money'
import type { Order } from '#model/sales/orders'
import { openNotices } from '#office/notices'
import { transaction } from '#platform/database'
import { parcelsOf, requestMissingWaybills, saveCarrierChoice } from '#supply/shipping'
import { outboundsOf, startPicking } from '#supply/warehouse'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { addSf, anOrder, aSellingShop, type SellingShop } from '#test/orders'
import { anAddressInput } from '#test/people'
import { carriersFor, changeRecipient, findOrder } from './index.ts'

const { db } = await testDatabase()
let shop: SellingShop

/** Beside ZTO, which goes everywhere but Xinjiang: SF, dearer, to Xinjiang and Zhejiang. */
beforeEach(async () => {
  shop = await aSellingShop(db)
  await addSf(shop, money(800))
})

const now = async (order: Order) => (await findOrder(shop.ctx, order.id))!
const recipient = { ...anAddressInput(), districtCode: '330106' }

test('LOG-02 an order keeps which carrier was chosen, why, and what stood against the others', async () => {
  await transaction(shop.ctx, (tx) =>
    saveCarrierChoice(tx, {
      name: '浙江用顺丰',
      applies: 'always',
      upToGrams: null,
      regions: ['33'],
      carriers: ['SF'],
      only: false,
      priority: 1,
    }),
  )
  const { order } = await anOrder(shop)
  expect(order).toMatchObject({
    carrier: 'SF',
    carrierWhy: {
      code: 'choice',
      choice: '浙江用顺丰',
      rejected: [{ carrier: 'ZTO', reason: 'not_preferred', fee: money(800) }],
    },
  })
})

test('LOG-03 the desk sees which carriers reach an order and at what freight', async () => {
  const { order } = await anOrder(shop)
  expect(await carriersFor(shop.ctx, order.id)).toMatchObject([
    { carrier: 'SF', quote: { fee: money(800), daysMax: 2 }, rejected: 'not_preferred' },
    { carrier: 'ZTO', quote: { fee: money(800), daysMax: 4 }, rejected: null },
  ])
})

test('LOG-02 a carrier asked for by the buyer is named by staff, and refused where it does not go', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const staff = as(shop.ctx, mei)
  await changeRecipient(staff, { orderId: order.id, recipient, carrier: 'SF' })
  expect(await now(order)).toMatchObject({ carrier: 'SF', carrierWhy: { code: 'asked' } })

  await expect(
    changeRecipient(staff, {
      orderId: order.id,
      recipient: { ...recipient, districtCode: '110105' },
      carrier: 'SF',
      acceptFreight: true,
    }),
  ).rejects.toMatchObject({ code: 'shipping.carrier_does_not_reach', details: { field: 'carrier', carrier: 'SF' } })
})

test('LOG-03 no waybill is fetched from a carrier that does not reach the address: staff are told, and another one goes', async () => {
  const { order } = await anOrder(shop, { status: 'paid' })
  const [rule] = await db
    .updateTable('supply.freight_rules')
    .set({ excluded: ['330106'] })
    .where('shop_id', '=', shop.ctx.shopId)
    .where('carrier', '=', 'ZTO')
    .returning('id')
    .execute()
  expect(rule).toBeDefined()
  const [outbound] = await outboundsOf(shop.ctx, order.id)
  await startPicking(as(shop.ctx, mei), { outboundId: outbound!.id })
  await shop.tell()
  await requestMissingWaybills({ ...shop.ctx, now: shop.ctx.now.add({ minutes: 11 }) })

  expect(await parcelsOf(shop.ctx, order.id)).toMatchObject([{ status: 'announced', waybillNumber: null }])
  const notices = await openNotices(shop.ctx, new Set(['outbound.read']))
  expect(notices.filter((each) => each.kind === 'parcel.unreachable')).toHaveLength(1)

  await changeRecipient(as(shop.ctx, mei), { orderId: order.id, recipient, carrier: 'SF' })
  await shop.tell()
  const live = (await parcelsOf(shop.ctx, order.id)).filter((parcel) => parcel.status !== 'cancelled')
  expect(live).toMatchObject([{ carrier: 'SF', status: 'labelled' }])
})
