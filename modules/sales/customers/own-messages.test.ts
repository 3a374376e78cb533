import { expect, test } from 'vitest'
import { transaction } from '#platform/database'
import { countUnread, type NewMessage, ownMessages, writeMessage } from '#platform/messages'
import { testDatabase } from '#test/database'
import { aShop } from '#test/goods'
import { aShopper, type ShopperContext } from '#test/people'
import { findCustomer, sawMessages } from './index.ts'

const { db } = await testDatabase()
const shop = await aShop(db)

const write = (to: ShopperContext, given: Partial<NewMessage> = {}): Promise<void> =>
  transaction(to, (tx) =>
    writeMessage(tx, {
      channel: 'sms',
      recipient: '+8613800138000',
      accountId: to.actor.id,
      purpose: 'service',
      template: 'order.shipped',
      locale: 'zh',
      body: '已发货',
      values: { number: 'SO-1' },
      ...given,
    }),
  )

test('ORD-21 ACC-04 a shopper reads what was written to them in all shops, newest first, without codes, and nobody else’s', async () => {
  const [ann, bob] = [await aShopper(shop), await aShopper(shop, 'Bob')]
  const elsewhere = { ...ann, shopId: (await aShop(db)).shopId, now: ann.now.add({ seconds: 5 }) }
  await write(ann)
  await write(ann, { purpose: 'security', template: 'code', body: '验证码 123456' })
  await write(elsewhere, { body: '已送达', template: 'order.delivered' })
  await write(bob, { body: 'Bob' })

  const { rows } = await ownMessages(ann, { accountId: ann.actor.id })
  expect(rows.map(({ body, shopId, values }) => [body, shopId, values.number])).toEqual([
    ['已送达', elsewhere.shopId, 'SO-1'],
    ['已发货', ann.shopId, 'SO-1'],
  ])
  const first = await ownMessages(ann, { accountId: ann.actor.id, limit: 1 })
  const rest = await ownMessages(ann, { accountId: ann.actor.id, limit: 1, cursor: first.next! })
  expect([first.rows[0]!.body, rest.rows[0]!.body, rest.next]).toEqual(['已送达', '已发货', undefined])
})

test('ORD-21 what came after the last look is unread; an earlier look that comes late makes nothing unread again', async () => {
  const ann = await aShopper(shop)
  const unread = async () => {
    const seenAt = (await findCustomer(ann, ann.actor.id))?.messagesSeenAt ?? null
    return countUnread(ann, { accountId: ann.actor.id, seenAt })
  }
  await write(ann)
  await write({ ...ann, now: ann.now.add({ minutes: 1 }) })
  expect(await unread()).toBe(2)
  await sawMessages({ ...ann, now: ann.now.add({ seconds: 90 }) })
  await sawMessages(ann)
  expect(await unread()).toBe(0)
  await write({ ...ann, now: ann.now.add({ minutes: 2 }) })
  expect(await unread()).toBe(1)
})
