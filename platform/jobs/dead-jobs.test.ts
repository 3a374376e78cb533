import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { ShopId } from '#platform/context'
import { countJobs, deadJobs, discardJobs, prepareJobs, reviveJobs } from '#platform/jobs'
import { aContext } from '#test/context'
import { testDatabase } from '#test/database'

const { db, url } = await testDatabase()
await prepareJobs(url)

/** A job that has been tried so often; eight times is the end. */
async function aJob(shopId: ShopId | undefined, name: string, attempts = 8): Promise<string> {
  const payload = JSON.stringify(shopId ? { shopId, eventId: newId() } : {})
  const { rows } = await sql<{
    id: string
  }>`select id::text from graphile_worker.add_job(${name}, ${payload}::json, max_attempts := 8)`.execute(db)
  const { id } = rows[0]!
  await sql`update graphile_worker._private_jobs set attempts = ${attempts}, last_error = 'the printer is on fire' where id = ${id}::bigint`.execute(
    db,
  )
  return id
}

test('dead jobs are counted and listed by name, each shop seeing its own', async () => {
  const [mine, other] = [aContext(db), aContext(db)]
  await aJob(mine.shopId, 'test.print')
  await aJob(mine.shopId, 'test.send')
  await aJob(mine.shopId, 'test.send', 3)
  await aJob(mine.shopId, 'test.send', 0)
  await aJob(other.shopId, 'test.send')
  expect((await deadJobs(db, mine.shopId)).map(({ name }) => name).sort()).toEqual(['test.print', 'test.send'])
  expect(await deadJobs(db, mine.shopId, { name: 'test.print' })).toHaveLength(1)
  expect(await countJobs(db, mine.shopId)).toEqual([
    { name: 'test.print', waiting: 0, running: 0, failing: 0, dead: 1 },
    { name: 'test.send', waiting: 1, running: 0, failing: 1, dead: 1 },
  ])
})

test('a discarded job is gone, and the log says who threw it away and why; again nothing happens', async () => {
  const ctx = aContext(db)
  const [first, second] = [await aJob(ctx.shopId, 'test.throw'), await aJob(ctx.shopId, 'test.throw')]
  const discard = () => discardJobs(ctx, { ids: [first], reason: '订单早已关闭' })
  expect((await Promise.all([discard(), discard()])).sort()).toEqual([0, 1])
  expect((await deadJobs(db, ctx.shopId)).map(({ id }) => id)).toEqual([second])
  const events = await db
    .selectFrom('platform.events')
    .select(['type', 'actor_name', 'data'])
    .where('shop_id', '=', ctx.shopId)
    .execute()
  expect(events).toMatchObject([
    {
      type: 'job.discarded',
      actor_name: 'Lin',
      data: { job: 'test.throw', reason: '订单早已关闭', lastError: 'the printer is on fire' },
    },
  ])
})

test('nobody revives or discards what belongs to another shop, is not dead, or does not exist', async () => {
  const [mine, other] = [aContext(db), aContext(db)]
  const ids = [await aJob(other.shopId, 'test.keep'), await aJob(mine.shopId, 'test.keep', 2), '987654321']
  expect(await reviveJobs(db, mine.shopId, ids)).toBe(0)
  expect(await discardJobs(mine, { ids, reason: 'a try' })).toBe(0)
  expect(await deadJobs(db, other.shopId)).toHaveLength(1)
})
