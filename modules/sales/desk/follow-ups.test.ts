import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { listMessages } from '#platform/messages'
import { confirmReceipt, setAfterSales } from '#sales/orders'
import { later } from '#test/context'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop } from '#test/orders'
import { askFeedback, findFollowUps, followUpOf, giveFeedback } from './index.ts'

const { db } = await testDatabase()

test('ORD-20 some days after the receipt the buyer is asked once, with a link, and the answer stands on the list', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  await confirmReceipt(buyer.ctx, order.id)
  await askFeedback(later(shop.ctx, { hours: 71 }))
  expect(await followUpOf(shop.ctx, order.id)).toBeUndefined()
  await expect(giveFeedback(buyer.ctx, { orderId: order.id, rating: 5 })).rejects.toMatchObject({
    code: 'desk.not_asked',
  })

  await askFeedback(later(shop.ctx, { hours: 72 }))
  await askFeedback(later(shop.ctx, { hours: 96 }))
  const asked = (await listMessages(shop.ctx, {})).rows.filter(({ template }) => template === 'order.feedback_asked')
  expect(asked).toHaveLength(1)
  expect(asked[0]!.body).toContain(`/orders/${order.id}#feedback`)
  expect((await findFollowUps(shop.ctx, { answered: false })).rows).toMatchObject([{ orderNumber: order.number }])

  await giveFeedback(buyer.ctx, { orderId: order.id, rating: 2, words: '杯口有划痕' })
  await expect(giveFeedback(buyer.ctx, { orderId: order.id, rating: 5 })).rejects.toMatchObject({
    code: 'desk.not_asked',
  })
  expect((await findFollowUps(shop.ctx, { atMost: 3 })).rows).toMatchObject([{ rating: 2, words: '杯口有划痕' }])
  expect((await findFollowUps(shop.ctx, { atMost: 1 })).rows).toEqual([])
})

test('ORD-20 sales long past are not asked about', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  await confirmReceipt(buyer.ctx, order.id)
  await askFeedback(later(shop.ctx, { hours: 24 * 40 }))
  expect(await followUpOf(shop.ctx, order.id)).toBeUndefined()
})

test('ORD-20 while a case of the order is open its buyer is not asked how it was', async () => {
  const shop = await aSellingShop(db)
  const { order, buyer } = await anOrder(shop, { status: 'delivered' })
  await confirmReceipt(buyer.ctx, order.id)
  const afterSales = (status: 'open' | 'settled') =>
    transaction(shop.ctx, (tx) => setAfterSales(tx, { orderId: order.id, status }))
  await afterSales('open')
  await askFeedback(later(shop.ctx, { hours: 72 }))
  expect(await followUpOf(shop.ctx, order.id)).toBeUndefined()

  await afterSales('settled')
  await askFeedback(later(shop.ctx, { hours: 96 }))
  expect(await followUpOf(shop.ctx, order.id)).toMatchObject({ rating: null })
})
