import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { transaction } from '#platform/database'
import { findEvents, publish } from '#platform/events'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()

async function aShopWithEvents(types: readonly string[]) {
  const ctx = aContext(db)
  for (const [index, type] of types.entries())
    await transaction({ ...ctx, now: ctx.now.add({ minutes: index }) }, (tx) =>
      publish(tx, { type, aggregate: 'order', id: newId(), data: { index } }),
    )
  return ctx
}

test('SEC-09 the audit trail lists what happened newest first, page after page, and nothing of another shop', async () => {
  const ctx = await aShopWithEvents(['order.placed', 'order.paid', 'order.shipped', 'refund.approved', 'order.paid'])
  await aShopWithEvents(['order.placed'])

  const first = await findEvents(ctx, { limit: 2 })
  const second = await findEvents(ctx, { limit: 2, cursor: first.next })
  const third = await findEvents(ctx, { limit: 2, cursor: second.next })

  expect([...first.rows, ...second.rows, ...third.rows].map(({ data }) => data.index)).toEqual([4, 3, 2, 1, 0])
  expect(third.next).toBeUndefined()
})

test('SEC-09 it is searched by kind of event, by time and by who did it', async () => {
  const ctx = await aShopWithEvents(['order.placed', 'order_note.paid', 'refund.approved', 'order.paid'])
  const indexes = async (wish: Parameters<typeof findEvents>[1]) =>
    (await findEvents(ctx, wish)).rows.map(({ data }) => data.index)

  expect(await indexes({ types: ['order.*'] })).toEqual([3, 0])
  expect(await indexes({ types: ['refund.approved'] })).toEqual([2])
  expect(await indexes({ from: ctx.now.add({ minutes: 1 }), until: ctx.now.add({ minutes: 3 }) })).toEqual([2, 1])
  expect(await indexes({ actorKind: 'guest' })).toEqual([])
})
