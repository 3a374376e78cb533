import { sql } from 'kysely'
import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf, type Listener, publish, startRelay } from '#platform/events'
import { prepareJobs } from '#platform/jobs'
import { aContext, lin } from '#test/context'
import { testDatabase } from '#test/database'
import {
  changeWebhook,
  createWebhook,
  pauseWebhook,
  registerWebhooks,
  removeWebhook,
  subscribedEvents,
  tellSubscribers,
} from './index.ts'

const { db, url } = await testDatabase()
await prepareJobs(url)
const types = ['test.made', 'test.gone']
registerWebhooks(
  types.map((type) => ({
    type,
    permission: 'products.read',
    title: { zh: '测试', en: 'Test' },
    schema: Type.Object({}),
    build: async () => ({}),
  })),
)
const listeners: readonly Listener[] = [
  { name: 'test.tell', on: types, wanted: subscribedEvents, run: tellSubscribers },
  { name: 'test.index', on: ['test.made'], run: async () => {} },
]

const aHouse = () =>
  aContext(db, {
    actor: { ...lin, permissions: new Set(['products.read']) },
    outside: { webhooks: { refuses: () => undefined, send: async () => ({ status: 200, excerpt: '', millis: 1 }) } },
  })
const subscribe = (ctx: Context, ...events: string[]) => createWebhook(ctx, { url: 'https://erp.example/in', events })

async function anEvent(ctx: Context, type = 'test.made'): Promise<string> {
  const id = newId()
  await transaction(ctx, (tx) => publish(tx, { type, aggregate: 'test', id }))
  return (await historyOf(ctx, id))[0]!.id
}

async function handOn(): Promise<void> {
  const relay = startRelay(db, listeners, (error) => {
    throw error
  })
  await relay.drain()
  await relay.stop()
}

async function toldOf({ shopId }: Context, name = 'test.tell'): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select j.payload->>'eventId' as id from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${name} and j.payload->>'shopId' = ${shopId} order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

test('an event makes no message job in a shop that nobody asked to be told of it, and is heard by all others', async () => {
  const [quiet, other, asking] = [aHouse(), aHouse(), aHouse()]
  await subscribe(other, 'test.gone')
  await subscribe(asking, 'test.made')
  const [unheard, passed, heard] = [await anEvent(quiet), await anEvent(other), await anEvent(asking)]
  await anEvent(asking, 'test.gone')
  await handOn()

  expect([await toldOf(quiet), await toldOf(other), await toldOf(asking)]).toEqual([[], [], [heard]])
  expect([await toldOf(quiet, 'test.index'), await toldOf(other, 'test.index')]).toEqual([[unheard], [passed]])
})

test('a paused endpoint still wants its events, a changed one those it names now, a removed one none', async () => {
  const ctx = aHouse()
  const endpoint = await subscribe(ctx, 'test.gone')
  await changeWebhook(ctx, { webhookId: endpoint.id, events: ['test.made'] })
  await pauseWebhook(ctx, endpoint.id)
  const waiting = await anEvent(ctx)
  await handOn()
  await removeWebhook(ctx, endpoint.id)
  await anEvent(ctx)
  await handOn()

  expect(await toldOf(ctx)).toEqual([waiting])
})

test('while events flow and are handed on, every event published after a subscription was confirmed is told', async () => {
  const ctx = aHouse()
  const relay = startRelay(db, listeners, (error) => {
    throw error
  })
  let confirmed = false
  const owed: string[] = []
  const flow = async () => {
    for (let at = 0; at < 25; at++) {
      const isOwed = confirmed
      const id = await anEvent(ctx)
      if (isOwed) owed.push(id)
    }
  }
  const drain = async () => {
    for (let at = 0; at < 25; at++) await relay.drain()
  }
  const join = async () => {
    await anEvent(ctx)
    await subscribe(ctx, 'test.made')
    confirmed = true
  }
  await Promise.all([flow(), flow(), drain(), join()])
  await relay.drain()
  await relay.stop()
  await handOn()

  expect(owed.length).toBeGreaterThan(0)
  expect(await toldOf(ctx)).toEqual(expect.arrayContaining(owed))
})
