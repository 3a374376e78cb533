import { expect, test } from 'vitest'
import { openNotices } from '#office/notices'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { as, mei } from '#test/context'
import { testDatabase } from '#test/database'
import { aReleasedOutbound, aShop, aStockedVariant, aWarehouse } from '#test/stock'
import { startPicking, takeNextTask, withdrawOutbounds } from './index.ts'

const { db } = await testDatabase()

const waiting = async (ctx: Context) =>
  (await openNotices(ctx, new Set(['outbound.pick']))).map(({ subject, subjectId }) => `${subject} ${subjectId}`)

test('OUT-01 a released outbound waits for a picker until somebody begins, or it is withdrawn', async () => {
  const ctx = await aShop(db)
  const place = await aWarehouse(ctx)
  const item = await aStockedVariant(ctx, place, 10)
  const [first, second, third] = [
    await aReleasedOutbound(ctx, [{ item, quantity: 1 }]),
    await aReleasedOutbound(ctx, [{ item, quantity: 1 }], { dispatchBy: ctx.now }),
    await aReleasedOutbound(ctx, [{ item, quantity: 1 }]),
  ]
  expect(await waiting(ctx)).toHaveLength(3)

  await startPicking(as(ctx, mei), { outboundId: first.outboundIds[0]! })
  expect(await waiting(ctx)).not.toContain(`outbound ${first.outboundIds[0]}`)
  await takeNextTask(as(ctx, { ...mei, name: 'Bob' }), { warehouseId: place.warehouseId })
  expect(await waiting(ctx)).toEqual([`outbound ${third.outboundIds[0]}`])
  await transaction(ctx, (tx) => withdrawOutbounds(tx, { sourceId: third.sourceId }))
  expect(await waiting(ctx)).toEqual([])
  expect(second.outboundIds).toHaveLength(1)
})
