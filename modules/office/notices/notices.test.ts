import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Actor, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { prepareJobs } from '#platform/jobs'
import { aContext, as, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { followHeldExport } from './held-exports.ts'
import {
  type Notify,
  noticesClockJobs,
  notify,
  openNotices,
  type SettleNotices,
  settleNotice,
  settleNotices,
} from './index.ts'

const { db, url } = await testDatabase()

const raise = (ctx: Context, given: Partial<Notify & { accountId: undefined }> = {}): Promise<void> =>
  transaction(ctx, (tx) =>
    notify(tx, {
      permission: 'orders.review',
      kind: 'order.in_review',
      subject: 'order',
      dedupeKey: newId(),
      ...given,
    }),
  )
const settle = (ctx: Context, what: SettleNotices): Promise<void> => transaction(ctx, (tx) => settleNotices(tx, what))
const reviewer: Actor = { ...lin, permissions: new Set(['orders.review']) }
const openIn = (ctx: Context, ...held: string[]) => openNotices(ctx, new Set(held))

test('a notice is written once per key and seen by those who hold its permission, newest first', async () => {
  const ctx = aContext(db)
  await raise(ctx, { dedupeKey: 'one', data: { number: 'SO1' } })
  await raise(ctx, { dedupeKey: 'one', data: { number: 'SO2' } })
  await raise(later(ctx, { minutes: 1 }), { dedupeKey: 'two', kind: 'order.short' })

  expect((await openIn(ctx, 'orders.review')).map(({ kind }) => kind)).toEqual(['order.short', 'order.in_review'])
  expect((await openIn(ctx, 'orders.review'))[1]).toMatchObject({ data: { number: 'SO1' } })
  expect([await openIn(ctx, 'stock.read'), await openIn(ctx), await openIn(aContext(db), 'orders.review')]).toEqual([
    [],
    [],
    [],
  ])
})

test('E02 a job that has used up its attempts is told to those who may revive it, once an hour', async () => {
  await prepareJobs(url)
  const ctx = { ...aContext(db), now: Temporal.Now.instant() }
  for (const name of ['test.print', 'test.print', 'test.send'])
    await sql`select graphile_worker.add_job(${name}, ${JSON.stringify({ shopId: ctx.shopId })}::json, max_attempts := 8)`.execute(
      db,
    )
  await sql`update graphile_worker._private_jobs set attempts = 8`.execute(db)
  const report = noticesClockJobs[0]!.run
  await report(ctx)
  await report(ctx)

  const told = (await openIn(ctx, 'jobs.manage')).map(({ kind, data }) => [kind, data])
  expect(told).toHaveLength(2)
  expect(told).toEqual(
    expect.arrayContaining([
      ['job.dead', { name: 'test.print', count: 2 }],
      ['job.dead', { name: 'test.send', count: 1 }],
    ]),
  )
})

test('dealing with a thing settles what was open about it, and only that', async () => {
  const ctx = aContext(db)
  const [mine, other] = [newId(), newId()]
  await raise(ctx, { subjectId: mine, kind: 'order.in_review' })
  await raise(ctx, { subjectId: mine, kind: 'order.short', permission: 'orders.change' })
  await raise(ctx, { subjectId: other, kind: 'order.in_review' })
  await raise(ctx, { subjectId: mine, kind: 'case.applied', subject: 'case' })
  const elsewhere = aContext(db)
  await raise(elsewhere, { subjectId: mine })

  await settle(ctx, { subject: 'order', subjectId: mine, kinds: ['order.short'] })
  expect((await openIn(ctx, 'orders.review', 'orders.change')).map(({ kind }) => kind).toSorted()).toEqual([
    'case.applied',
    'order.in_review',
    'order.in_review',
  ])
  await settle(ctx, { subject: 'order', subjectId: mine })
  expect((await openIn(ctx, 'orders.review')).map(({ kind, subjectId }) => [kind, subjectId]).toSorted()).toEqual([
    ['case.applied', mine],
    ['order.in_review', other],
  ])
  expect(await openIn(elsewhere, 'orders.review')).toHaveLength(1)
})

test('who dealt with a thing, and when, stands on its notice; dealing with it again changes nothing', async () => {
  const ctx = aContext(db)
  const subjectId = newId()
  await raise(ctx, { subjectId })
  await settle(ctx, { subject: 'order', subjectId })
  await settle(as(later(ctx, { days: 1 }), { ...lin, name: 'Bob' }), { subject: 'order', subjectId })

  const rows = await db
    .selectFrom('office.notices')
    .select(['done_at', 'done_by'])
    .where('shop_id', '=', ctx.shopId)
    .execute()
  expect(rows).toEqual([{ done_at: ctx.now, done_by: 'Lin' }])
})

test('somebody who holds its permission settles a notice by hand, once', async () => {
  const ctx = aContext(db)
  await raise(ctx)
  const { id } = (await openIn(ctx, 'orders.review'))[0]!
  const settleAs = (actor: Actor) => transaction(as(ctx, actor), (tx) => settleNotice(tx, id))

  await expect(settleAs(lin)).rejects.toMatchObject({ code: 'notices.not_found' })
  await settleAs(reviewer)
  await expect(settleAs(reviewer)).rejects.toMatchObject({ code: 'notices.not_found' })
  expect(await openIn(ctx, 'orders.review')).toEqual([])
})

test('a notice to one person is seen and settled by them alone, whatever others may do', async () => {
  const ctx = aContext(db)
  await db
    .insertInto('office.accounts')
    .values({ id: lin.id!, kind: 'staff', user_name: lin.id!, display_name: 'Lin', created_at: ctx.now })
    .execute()
  const said = { kind: 'order.mentioned', subject: 'order', dedupeKey: newId() }
  await transaction(ctx, (tx) => notify(tx, { ...said, accountId: lin.id! }))

  const [own] = await openNotices(ctx, new Set(), lin.id)
  expect(own).toMatchObject({ kind: 'order.mentioned' })
  expect(await openIn(ctx, '', 'orders.review')).toEqual([])
  const other: Actor = { ...reviewer, id: newId<'Account'>() }
  await expect(transaction(as(ctx, other), (tx) => settleNotice(tx, own!.id))).rejects.toMatchObject({
    code: 'notices.not_found',
  })
  await transaction(ctx, (tx) => settleNotice(tx, own!.id))
  expect(await openNotices(ctx, new Set(), lin.id)).toEqual([])
})

test('S37 an export that is kept back is told to those who may see the people in it, once, until somebody has agreed', async () => {
  const ctx = aContext(db)
  const about = {
    aggregateId: newId(),
    actorName: 'Lin',
    data: { number: 'EX1', rows: 1_200, permission: 'customers.reveal' },
  }
  await followHeldExport(ctx, { ...about, type: 'export.held' })
  await followHeldExport(ctx, { ...about, type: 'export.held' })
  expect(await openIn(ctx, 'customers.reveal')).toMatchObject([
    { kind: 'export.held', data: { number: 'EX1', rows: 1_200, by: 'Lin' } },
  ])
  expect(await openIn(ctx, 'exports.run')).toEqual([])

  await followHeldExport(ctx, { ...about, actorName: 'Mei', type: 'export.agreed' })
  expect(await openIn(ctx, 'customers.reveal')).toEqual([])
})
