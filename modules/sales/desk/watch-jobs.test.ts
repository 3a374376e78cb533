import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { OrderId } from '#model/sales/orders'
import { historyOf } from '#platform/events'
import { prepareJobs } from '#platform/jobs'
import { testDatabase } from '#test/database'
import { anOrder, aSellingShop, type SellingShop } from '#test/orders'
import { issuesOfOrder, watchJobs } from './index.ts'

const { db, url } = await testDatabase()
await prepareJobs(url)

/** A job of the shop about an event, whose attempts are used up. */
async function deadJob({ ctx }: SellingShop, eventId: string): Promise<string> {
  const payload = JSON.stringify({ shopId: ctx.shopId, eventId })
  const { rows } = await sql<{ id: string }>`
    select id::text from graphile_worker.add_job('orders.releasePaid', ${payload}::json, max_attempts := 1)`.execute(db)
  await sql`update graphile_worker._private_jobs set attempts = 1, last_error = '打印机着火' where id = ${rows[0]!.id}::bigint`.execute(
    db,
  )
  return rows[0]!.id
}
const jobsOf = async ({ ctx }: SellingShop, orderId: OrderId) =>
  (await issuesOfOrder(ctx, orderId)).filter(({ kind }) => kind === 'job').map(({ status, data }) => ({ status, data }))

test('ORD-18 an order whose own work failed for good stands in the queue with what failed, until the work is done; no other order does', async () => {
  const shop = await aSellingShop(db)
  const [{ order }, { order: other }] = [await anOrder(shop), await anOrder(shop)]
  const [placed] = await historyOf(shop.ctx, order.id)
  const id = await deadJob(shop, placed!.id)
  await deadJob(shop, newId()) // of something that is not there any more

  await watchJobs(shop.ctx)
  await watchJobs(shop.ctx)
  const failed = { status: 'open', data: { job: 'orders.releasePaid', failure: '打印机着火' } }
  expect([await jobsOf(shop, order.id), await jobsOf(shop, other.id)]).toEqual([[failed], []])

  await sql`delete from graphile_worker._private_jobs where id = ${id}::bigint`.execute(db)
  const { order: theirs } = await anOrder(shop)
  const [event] = await historyOf(shop.ctx, theirs.id)
  await deadJob(shop, event!.id)
  await watchJobs({ ...shop.ctx, now: Temporal.Now.instant() })
  expect(await jobsOf(shop, order.id)).toEqual([{ ...failed, status: 'settled' }])
  expect(await jobsOf(shop, theirs.id)).toEqual([failed])
})
