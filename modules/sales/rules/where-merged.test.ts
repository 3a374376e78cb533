import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { testDatabase } from '#test/database'
import { aSellingShop } from '#test/orders'
import { createRule, removeRule, whereMerged } from './index.ts'
import type { RuleAction } from './model.ts'

const { db } = await testDatabase()
const draft = (action: RuleAction) => ({ name: '合并', enabled: true, conditions: [], action })
const merging = draft({ kind: 'merging', decision: 'merge', withinHours: 2 })

test('ORD-03 an order that goes out is heard of where a rule about merging is in force, and in no other shop', async () => {
  const shops = await Promise.all(Array.from({ length: 4 }, () => aSellingShop(db)))
  const [wants, off, gave, other] = shops.map(({ ctx }) => ctx) as [Context, Context, Context, Context]
  await createRule(wants, merging)
  await createRule(off, { ...merging, enabled: false })
  await removeRule(gave, (await createRule(gave, merging)).id)
  await db.updateTable('sales.order_rules').set({ enabled: true }).where('shop_id', '=', gave.shopId).execute()
  await createRule(other, draft({ kind: 'review', decision: 'hold', reason: '先别发' }))
  const events = shops.map(({ ctx: { shopId } }) => ({
    id: newId(),
    shopId,
    type: 'order.released',
    aggregateId: newId(),
  }))

  expect(await whereMerged(db, events)).toEqual([events[0]])
})
