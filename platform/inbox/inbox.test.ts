import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { findFact, keepFact, keepForgedFact, settleFact } from '#platform/inbox'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const reader = aContext(db)
const notice = { provider: 'wechat', eventId: 'e-1', headers: { 'wechatpay-serial': '47' }, body: Buffer.from('paid') }

test('a fact told five times at once is kept once', async () => {
  const kept = await Promise.all(Array.from({ length: 5 }, () => keepFact(reader, notice)))

  expect(new Set(kept.map(({ id }) => id)).size).toBe(1)
  expect(kept.filter(({ isNew }) => isNew)).toHaveLength(1)
})

test('the first outcome of a fact stays', async () => {
  const { id } = await keepFact(reader, { ...notice, eventId: 'e-2' })

  await settleFact(reader, id, 'applied')
  await settleFact(reader, id, 'ignored')

  const row = await db.selectFrom('platform.inbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    outcome: 'applied',
    processed_at: reader.now,
    headers: notice.headers,
    body: notice.body,
  })
})

test('a kept fact is found with its very bytes, in its own shop only', async () => {
  const { id } = await keepFact(reader, { ...notice, eventId: 'e-3' })

  const found = await findFact(reader, id)

  expect(found).toEqual({ ...notice, id, eventId: 'e-3', receivedAt: reader.now, isProcessed: false })
  expect(await findFact({ ...reader, shopId: newId<'Shop'>() }, id)).toBeUndefined()
})

test('of many forged facts only so many an hour are kept', async () => {
  for (const eventId of ['f-1', 'f-2', 'f-3', 'f-4'])
    await keepForgedFact(reader, { ...notice, eventId }, { reason: 'signature', mostAnHour: 2 })

  const kept = await db
    .selectFrom('platform.inbox')
    .select(['event_id', 'outcome'])
    .where('provider', '=', 'forged')
    .execute()
  expect(kept).toEqual([
    { event_id: 'f-1', outcome: 'signature' },
    { event_id: 'f-2', outcome: 'signature' },
  ])
})
