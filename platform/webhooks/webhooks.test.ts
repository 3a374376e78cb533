import { createHmac } from 'node:crypto'
import { Webhook as Verifier } from 'standardwebhooks'
import { Type } from 'typebox'
import { beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, historyOf, publish } from '#platform/events'
import { changeSetting } from '#platform/settings'
import { aContext, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { attemptDelivery } from './deliver.ts'
import {
  changeWebhook,
  createWebhook,
  findDeliveries,
  loadDelivery,
  loadWebhook,
  type NewWebhook,
  pauseWebhook,
  pingWebhook,
  registerWebhooks,
  removeWebhook,
  replayDelivery,
  replayFailed,
  resumeWebhook,
  rotateSecret,
  sendDue,
  tellSubscribers,
  type WebhookMessage,
  type WebhookReply,
  webhookClockJobs,
} from './index.ts'

const { db } = await testDatabase()
registerWebhooks([
  {
    type: 'test.sold',
    permission: 'orders.read',
    title: { zh: '测试', en: 'Test' },
    schema: Type.Object({ number: Type.String() }),
    build: async (_ctx, { data }) => ({ number: data.number }),
  },
])

/** The other side: what it answers, and what it was sent. */
let answers: (message: WebhookMessage) => WebhookReply
let sent: WebhookMessage[]
let ctx: Context

const ok: WebhookReply = { status: 200, excerpt: 'thanks', millis: 12 }
const broken: WebhookReply = { status: 500, excerpt: 'oh no', millis: 30 }

beforeEach(() => {
  sent = []
  answers = () => ok
  const webhooks = {
    refuses: (url: string) => (url.startsWith('https:') ? undefined : 'https'),
    send: async (message: WebhookMessage) => {
      sent.push(message)
      return answers(message)
    },
  }
  ctx = aContext(db, { actor: { ...lin, permissions: new Set(['orders.read']) }, outside: { webhooks } })
})

const anEndpoint = (url = 'https://erp.example/in') => createWebhook(ctx, { url, events: ['test.sold'] })

async function anEvent(subject: string = newId()): Promise<EventRecord> {
  const data = { number: 'SO1', phone: '13800000001' }
  await transaction(ctx, (tx) => publish(tx, { type: 'test.sold', aggregate: 'order', id: subject, data }))
  return (await historyOf(ctx, subject)).at(-1)!
}

const told = async (context = ctx) => {
  const event = await anEvent()
  await tellSubscribers(context, event)
  return event
}
const only = async ({ id: webhookId }: Pick<NewWebhook, 'id'>) => {
  const { rows } = await findDeliveries(ctx, { webhookId })
  expect(rows).toHaveLength(1)
  return loadDelivery(ctx, rows[0]!.id)
}

test('a message is signed as Standard Webhooks say, and says what happened to which version of what', async () => {
  const { secret } = await anEndpoint()
  const event = await told()

  expect(sent).toHaveLength(1)
  const { headers, body } = sent[0]!
  expect(JSON.parse(body)).toEqual({
    id: event.id,
    type: 'test.sold',
    timestamp: ctx.now.toString({ smallestUnit: 'millisecond' }),
    payloadVersion: '2026-11',
    subject: { kind: 'order', id: event.aggregateId, version: 1 },
    data: { number: 'SO1' },
  })
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signed = `${event.id}.${ctx.now.epochMilliseconds / 1_000}.${body}`
  expect(headers).toMatchObject({
    'webhook-id': event.id,
    'webhook-timestamp': String(ctx.now.epochMilliseconds / 1_000),
    'webhook-signature': `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  })
})

test('a receiver who verifies with the published library takes our message and refuses a changed one', async () => {
  ctx = { ...ctx, now: Temporal.Now.instant() }
  const { secret } = await anEndpoint()
  await told()

  const { headers, body } = sent[0]!
  expect(new Verifier(secret).verify(body, { ...headers })).toMatchObject({ type: 'test.sold' })
  expect(() => new Verifier(secret).verify(body.replace('SO1', 'SO2'), { ...headers })).toThrow()
})

test('an event told twice is one message to each endpoint that asked, and none to the others', async () => {
  const [first, second] = [await anEndpoint(), await anEndpoint('https://bi.example/in')]
  const elsewhere = { ...ctx, shopId: newId<'Shop'>() }
  await createWebhook(elsewhere, { url: 'https://other.example', events: ['test.sold'] })
  const event = await anEvent()

  await Promise.all([tellSubscribers(ctx, event), tellSubscribers(ctx, event)])
  await tellSubscribers(ctx, event)

  expect(sent.map(({ url }) => url).toSorted()).toEqual(['https://bi.example/in', 'https://erp.example/in'])
  expect([(await only(first)).status, (await only(second)).status]).toEqual(['delivered', 'delivered'])
})

test('what is not taken is tried again ten times over some three days, and the log says what was answered', async () => {
  const endpoint = await anEndpoint()
  answers = () => broken
  await told()
  for (const wait of [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
    const before = sent.length
    await sendDue(later(ctx, { seconds: wait - 1 }))
    expect(sent).toHaveLength(before)
    ctx = later(ctx, { seconds: wait })
    await sendDue(ctx)
    expect(sent).toHaveLength(before + 1)
  }

  const delivery = await only(endpoint)
  expect(delivery).toMatchObject({ status: 'failed', attempts: 10, nextAt: null })
  expect(delivery.log).toHaveLength(10)
  expect(delivery.log[0]).toMatchObject({ responseStatus: 500, responseExcerpt: 'oh no', millis: 30 })
  expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('an endpoint that answers again gets what waited, and its failures are forgotten', async () => {
  const endpoint = await anEndpoint()
  answers = () => ({ problem: 'ECONNREFUSED', excerpt: '', millis: 1 })
  await told()
  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ failures: 1, failingSince: ctx.now })

  answers = () => ok
  await sendDue(later(ctx, { minutes: 1 }))

  expect(await only(endpoint)).toMatchObject({ status: 'delivered', attempts: 2 })
  expect((await only(endpoint)).log[0]).toMatchObject({ responseStatus: null, problem: 'ECONNREFUSED' })
  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ failures: 0, failingSince: null })
})

test('a message that has arrived is not sent again by a job that is told twice', async () => {
  const endpoint = await anEndpoint()
  await told()
  const { id } = await only(endpoint)
  expect([sent.length, await attemptDelivery(later(ctx, { hours: 1 }), id)]).toEqual([1, undefined])
  expect(sent).toHaveLength(1)
})

test('two workers at once make one attempt', async () => {
  await anEndpoint()
  answers = () => broken
  await told()
  const due = later(ctx, { minutes: 1 })

  await Promise.all([sendDue(due), sendDue(due), sendDue(due)])

  expect(sent).toHaveLength(2)
})

test('five days of nothing but failures pause an endpoint; what happens meanwhile waits until it is resumed', async () => {
  const endpoint = await anEndpoint()
  answers = () => broken
  await told()
  ctx = later(ctx, { days: 5 })
  await sendDue(ctx)

  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ status: 'paused', pausedBecause: 'failing' })
  expect((await historyOf(ctx, endpoint.id)).at(-1)).toMatchObject({
    type: 'webhook.paused',
    data: { because: 'failing', url: 'https://erp.example/in' },
  })
  answers = () => ok
  const before = sent.length
  await told()
  await sendDue(later(ctx, { hours: 1 }))
  const [waiting] = (await findDeliveries(ctx, { webhookId: endpoint.id })).rows
  expect(await attemptDelivery(later(ctx, { hours: 1 }), waiting!.id)).toBeUndefined()
  expect(sent).toHaveLength(before)

  await resumeWebhook(later(ctx, { hours: 2 }), endpoint.id)
  await sendDue(later(ctx, { days: 1 }))
  const { rows } = await findDeliveries(ctx, { webhookId: endpoint.id })
  expect(rows.map(({ status }) => status)).toEqual(['delivered', 'delivered'])
})

test('so many failures in a row pause an endpoint on its first day', async () => {
  const endpoint = await anEndpoint()
  await transaction(ctx, (tx) => changeSetting(tx, 'webhooks.pauseAfterFailures', 3))
  answers = () => broken
  for (let count = 1; count < 3; count++) await told()
  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ status: 'active' })
  await told()
  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ status: 'paused', pausedBecause: 'failing' })
})

test('who answers with another address has not taken the message', async () => {
  const endpoint = await anEndpoint()
  answers = () => ({ status: 302, excerpt: '', millis: 1 })
  await told()
  expect(await only(endpoint)).toMatchObject({ status: 'waiting', attempts: 1 })
})

test('what still waits is not thrown away, however old; what arrived is not sent again with what was given up', async () => {
  const endpoint = await anEndpoint()
  await told()
  await pauseWebhook(ctx, endpoint.id)
  await told()
  expect(await replayFailed(ctx, { webhookId: endpoint.id, since: ctx.now })).toBe(0)

  await webhookClockJobs.find(({ name }) => name === 'webhooks.purge')!.run(later(ctx, { days: 31 }))
  const { rows } = await findDeliveries(ctx, { webhookId: endpoint.id })
  expect(rows.map(({ status }) => status)).toEqual(['waiting'])
})

test('an endpoint that says it is gone is paused at once', async () => {
  const endpoint = await anEndpoint()
  answers = () => ({ status: 410, excerpt: '', millis: 1 })
  await told()
  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ status: 'paused', pausedBecause: 'gone' })
})

test('an endpoint that struggles is left to the clock and holds nobody up', async () => {
  const endpoint = await anEndpoint()
  answers = () => broken
  for (let count = 0; count < 3; count++) await told()
  const before = sent.length

  await told()

  expect(sent).toHaveLength(before)
  await sendDue(later(ctx, { minutes: 1 }))
  expect(sent).toHaveLength(before + 1)
  expect((await loadWebhook(ctx, endpoint.id)).failures).toBe(4)
})

test('E16 a new secret signs beside the old one for a day, then alone', async () => {
  ctx = { ...ctx, now: Temporal.Now.instant() }
  const endpoint = await anEndpoint()
  const secret = await rotateSecret(ctx, endpoint.id)
  await told()
  const both = sent[0]!
  for (const one of [endpoint.secret, secret]) new Verifier(one).verify(both.body, { ...both.headers })

  await told(later(ctx, { hours: 25 }))

  const [signature, ...others] = sent[1]!.headers['webhook-signature']!.split(' ')
  expect([signature?.startsWith('v1,'), others]).toEqual([true, []])
  const stored = await db
    .selectFrom('platform.webhook_secrets')
    .selectAll()
    .where('endpoint_id', '=', endpoint.id)
    .execute()
  expect(stored.map(({ secret_cipher }) => secret_cipher.toString('latin1')).join()).not.toContain('whsec_')
})

test('E16 a second new secret does not prolong the life of the first', async () => {
  const endpoint = await anEndpoint()
  await rotateSecret(ctx, endpoint.id)
  await rotateSecret(later(ctx, { hours: 20 }), endpoint.id)
  await told(later(ctx, { hours: 25 }))
  expect(sent[0]!.headers['webhook-signature']!.split(' ')).toHaveLength(2)
})

test('one message, or all that were given up, are sent again under the same ids', async () => {
  const endpoint = await anEndpoint()
  await told()
  const { id, messageId } = await only(endpoint)
  expect(await replayDelivery(ctx, id)).toMatchObject({ status: 'delivered', messageId, log: [{}, {}] })
  expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual([messageId, messageId])

  await db.updateTable('platform.webhook_deliveries').set({ status: 'failed' }).where('id', '=', id).execute()
  expect(await replayFailed(ctx, { webhookId: endpoint.id, since: later(ctx, { days: 1 }).now })).toBe(0)
  expect(await replayFailed(ctx, { webhookId: endpoint.id, since: ctx.now })).toBe(1)
  await sendDue(ctx)
  expect(await only(endpoint)).toMatchObject({ status: 'delivered', attempts: 1 })
})

test('a ping goes out also while an endpoint is paused, and shows what came back', async () => {
  const endpoint = await anEndpoint()
  await pauseWebhook(ctx, endpoint.id)
  const delivery = await loadDelivery(ctx, await pingWebhook(ctx, endpoint))
  expect(delivery).toMatchObject({ type: 'webhook.ping', status: 'delivered', log: [{ responseExcerpt: 'thanks' }] })
})

test('nobody is told what they may not read, nor at an address that is refused, nor of what does not exist', async () => {
  const clerk = { ...ctx, actor: lin }
  await expect(createWebhook(clerk, { url: 'https://a.example', events: ['test.sold'] })).rejects.toMatchObject({
    code: 'webhooks.event_not_yours',
    details: { permission: 'orders.read' },
  })
  await expect(anEndpoint('http://a.example')).rejects.toMatchObject({ code: 'webhooks.url_refused' })
  await expect(createWebhook(ctx, { url: 'https://a.example', events: ['order.bought'] })).rejects.toMatchObject({
    code: 'webhooks.event_unknown',
  })
  const endpoint = await anEndpoint()
  await expect(changeWebhook(clerk, { webhookId: endpoint.id, events: ['test.sold'] })).rejects.toMatchObject({
    code: 'webhooks.event_not_yours',
  })
  await expect(changeWebhook(ctx, { webhookId: endpoint.id, url: 'http://a.example' })).rejects.toMatchObject({
    code: 'webhooks.url_refused',
  })
})

test('S05 whoever may not read what an endpoint is told neither sends it elsewhere nor reads it in the log, but may say what it is for', async () => {
  const endpoint = await anEndpoint()
  const clerk = { ...ctx, actor: lin }
  await expect(changeWebhook(clerk, { webhookId: endpoint.id, url: 'https://mine.example' })).rejects.toMatchObject({
    code: 'webhooks.event_not_yours',
    details: { permission: 'orders.read' },
  })
  expect(await changeWebhook(clerk, { webhookId: endpoint.id, description: 'ERP' })).toMatchObject({
    url: endpoint.url,
    description: 'ERP',
  })

  await told()
  const { id } = (await findDeliveries(clerk, { webhookId: endpoint.id })).rows[0]!
  const seen = await loadDelivery(clerk, id)
  expect([seen.body, seen.log.map(({ responseExcerpt }) => responseExcerpt)]).toEqual(['', ['']])
  expect((await loadDelivery(ctx, id)).body).toContain('SO1')
})

test('of thirty endpoints made at once a shop keeps twenty', async () => {
  const made = await Promise.allSettled(Array.from({ length: 30 }, () => anEndpoint()))
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
})

test('a removed endpoint is told nothing, and old messages are thrown away', async () => {
  const endpoint = await anEndpoint()
  answers = () => broken
  await told()
  await removeWebhook(ctx, endpoint.id)
  const [waiting] = (await findDeliveries(ctx, { webhookId: endpoint.id })).rows
  await sendDue(later(ctx, { hours: 1 }))
  expect(await attemptDelivery(later(ctx, { hours: 1 }), waiting!.id)).toBeUndefined()
  expect(sent).toHaveLength(1)
  await expect(loadWebhook(ctx, endpoint.id)).rejects.toMatchObject({ code: 'webhooks.not_found' })

  const purge = webhookClockJobs.find(({ name }) => name === 'webhooks.purge')!
  await purge.run(later(ctx, { days: 29 }))
  expect((await findDeliveries(ctx, { webhookId: endpoint.id })).rows).toHaveLength(1)
  await purge.run(later(ctx, { days: 31 }))
  expect((await findDeliveries(ctx, { webhookId: endpoint.id })).rows).toEqual([])
})
