import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { Type } from 'typebox'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf, type Listener, publish, startRelay } from '#platform/events'
import { prepareJobs, startJobs } from '#platform/jobs'
import {
  createWebhook,
  findDeliveries,
  loadDelivery,
  loadWebhook,
  type NewWebhook,
  registerWebhooks,
  replayFailed,
  resumeWebhook,
  rotateSecret,
  sendDue,
  tellSubscribers,
  webhookSender,
} from '#platform/webhooks'
import { aContext, later, lin } from '#test/context'
import { testDatabase } from '#test/database'
import { sound } from './support/sound.ts'

const { db, url: databaseUrl } = await testDatabase()
registerWebhooks([
  {
    type: 'test.sold',
    permission: 'orders.read',
    title: { zh: '测试', en: 'Test' },
    schema: Type.Object({ number: Type.String() }),
    build: async (_ctx, { data }) => ({ number: data.number }),
  },
])

interface Told {
  readonly path: string
  readonly id: string
  readonly headers: Record<string, string>
  readonly body: string
}

/** The other side, at one address: each path misbehaves as its behaviour says. */
type Behaviour = (response: ServerResponse, request: IncomingMessage) => void
let behaviours: Record<string, Behaviour> = {}
let told: Told[] = []
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      const headers = request.headers as Record<string, string>
      const path = request.url!
      told.push({ path, id: headers['webhook-id']!, headers, body: Buffer.concat(chunks).toString() })
      behaviours[path]?.(response, request)
    })
})
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
afterAll(() => server.close().closeAllConnections())
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

let ctx: Context
beforeEach(() => {
  told = []
  behaviours = {}
  const webhooks = webhookSender({ privateHosts: [], mayCallItself: true, totalMillis: 500 })
  const actor = { ...lin, permissions: new Set(['orders.read']) }
  ctx = aContext(db, { actor, now: Temporal.Now.instant(), outside: { webhooks } })
})

const answers =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, headers).end('answered')

async function anEndpoint(path: string, behaviour: Behaviour): Promise<NewWebhook> {
  behaviours[path] = behaviour
  return createWebhook(ctx, { url: `${origin}${path}`, events: ['test.sold'] })
}

async function sell(subject: string = newId(), inShop = ctx) {
  await transaction(inShop, (tx) =>
    publish(tx, { type: 'test.sold', aggregate: 'order', id: subject, data: { number: 'SO1' } }),
  )
  const event = (await historyOf(inShop, subject)).at(-1)!
  await tellSubscribers(inShop, event)
  return event
}

const only = async ({ id: webhookId }: Pick<NewWebhook, 'id'>) => {
  const { rows } = await findDeliveries(ctx, { webhookId })
  expect(rows).toHaveLength(1)
  return loadDelivery(ctx, rows[0]!.id)
}
const minutes = (from: Temporal.Instant, to: Temporal.Instant | null) => Math.round(from.until(to!).total('minutes'))

test.each<[string, Behaviour, object, number]>([
  ['500', answers(500), { responseStatus: 500, problem: null }, 0],
  ['a redirect for good', answers(301, { location: '/elsewhere' }), { responseStatus: 301 }, 0],
  ['429 and a wish for ten minutes', answers(429, { 'retry-after': '600' }), { responseStatus: 429 }, 10],
  ['503 and a wish for a week', answers(503, { 'retry-after': '604800' }), { responseStatus: 503 }, 60],
  ['silence', () => {}, { responseStatus: null, problem: 'no answer within 500 ms' }, 0],
  ['a reset', (_, request) => request.socket.resetAndDestroy(), { responseStatus: null, problem: 'ECONNRESET' }, 0],
  [
    'half an answer',
    (response) => response.writeHead(200, { 'content-length': '9' }).write('1', () => response.destroy()),
    { responseStatus: null },
    0,
  ],
])(
  'E08 a target that answers with %s is a failed attempt, tried again when it is due, and told once it is well',
  async (_, behaviour, attempt, rest) => {
    const endpoint = await anEndpoint('/in', behaviour)
    await sell()

    const failed = await only(endpoint)
    expect(failed).toMatchObject({ status: 'waiting', attempts: 1, log: [attempt] })
    expect(minutes(ctx.now, failed.nextAt)).toBe(rest)
    expect(told.map(({ path }) => path)).toEqual(['/in'])

    behaviours['/in'] = answers(204)
    await sendDue(later(ctx, { minutes: rest, seconds: 6 }))
    expect(await only(endpoint)).toMatchObject({ status: 'delivered', attempts: 2 })
    expect(new Set(told.map(({ id }) => id)).size).toBe(1)
    await sound(db)
  },
)

test('E08 a target that says it is gone is paused at once, and one that answers with 10 MB costs 2 kB', async () => {
  const gone = await anEndpoint('/gone', answers(410))
  let sent = 0
  const flood = await anEndpoint('/flood', (response) => {
    response.writeHead(200)
    const pour = (): void => {
      while (!response.destroyed && sent < 10_000_000) {
        sent += 65_536
        if (!response.write('x'.repeat(65_536))) return void response.once('drain', pour)
      }
      response.end()
    }
    pour()
  })
  await sell()

  expect(await loadWebhook(ctx, gone.id)).toMatchObject({ status: 'paused', pausedBecause: 'gone' })
  const { status, log } = await only(flood)
  expect([status, log[0]?.responseExcerpt.length]).toEqual(['delivered', 2_000])
  await expect.poll(() => behaviours && sent).toBeLessThan(10_000_000)
})

test('E09 a target dead for five days is paused, staff are told, and after it resumes the whole range is replayed', async () => {
  const endpoint = await anEndpoint('/in', answers(500))
  const events = [await sell(), await sell()]
  for (const days of [1, 2, 3, 4, 5]) for (const hour of [0, 12]) await sendDue(later(ctx, { days, hours: hour }))

  expect(await loadWebhook(ctx, endpoint.id)).toMatchObject({ status: 'paused', pausedBecause: 'failing' })
  expect((await historyOf(ctx, endpoint.id)).at(-1)).toMatchObject({ type: 'webhook.paused' })

  await db
    .updateTable('platform.webhook_deliveries')
    .set({ status: 'failed' })
    .where('endpoint_id', '=', endpoint.id)
    .execute()
  behaviours['/in'] = answers(200)
  told = []
  const sixth = later(ctx, { days: 6 })
  await resumeWebhook(sixth, endpoint.id)
  expect(await replayFailed(sixth, { webhookId: endpoint.id, since: ctx.now })).toBe(2)
  await sendDue(sixth)
  expect(told.map(({ id }) => id).toSorted()).toEqual(events.map(({ id }) => id).toSorted())
  await sound(db)
})

test('E10 one slow target of two: it gets at most four messages at once, and the other all of its own within five seconds', async () => {
  await prepareJobs(databaseUrl)
  ctx = { ...ctx, outside: { ...ctx.outside, webhooks: webhookSender({ privateHosts: [], mayCallItself: true }) } }
  let [underWay, most] = [0, 0]
  await anEndpoint('/slow', (response) => {
    underWay += 1
    most = Math.max(most, underWay)
    setTimeout(() => {
      underWay -= 1
      response.writeHead(200).end()
    }, 3_000)
  })
  await anEndpoint('/quick', answers(200))
  const listener: Listener = { name: 'test.tell', on: ['test.sold'], run: tellSubscribers }
  const arrived = new Map<string, number>()
  behaviours['/quick'] = (response, request) => {
    arrived.set(String(request.headers['webhook-id']), performance.now())
    response.writeHead(200).end()
  }
  const jobs = await startJobs({
    db,
    url: databaseUrl,
    listeners: [listener],
    clockJobs: [],
    shops: async () => [ctx.shopId],
    contextFor: () => ({ ...ctx, now: Temporal.Now.instant() }),
    onError: () => {},
  })
  const relay = startRelay(db, [listener], () => {})

  const happened = new Map<string, number>()
  for (let count = 0; count < 300; count++) {
    const subject = newId()
    await transaction(ctx, (tx) =>
      publish(tx, { type: 'test.sold', aggregate: 'order', id: subject, data: { number: 'SO1' } }),
    )
    happened.set((await historyOf(ctx, subject))[0]!.id, performance.now())
  }
  await expect.poll(() => arrived.size, { timeout: 30_000 }).toBe(300)
  await relay.stop()
  await jobs.stop()

  const delays = [...arrived].map(([id, at]) => at - happened.get(id)!).toSorted((a, b) => a - b)
  expect(delays[Math.floor(delays.length * 0.95)]).toBeLessThan(5_000)
  expect(most).toBeLessThanOrEqual(4)
  await sound(db)
})

test('E16 for a day after its secret was replaced each message bears both signatures, as another implementation finds', async () => {
  const endpoint = await anEndpoint('/in', answers(200))
  const fresh = await rotateSecret(ctx, endpoint.id)
  await sell()
  const signed = told[0]!
  for (const secret of [endpoint.secret, fresh])
    expect(new Verifier(secret).verify(signed.body, signed.headers)).toMatchObject({ type: 'test.sold' })

  const dayLater = later(ctx, { hours: 24, seconds: 1 })
  await sell(newId(), dayLater)
  expect(told[1]!.headers['webhook-signature']!.split(' ')).toHaveLength(1)
})

test('E17 whatever the order in which messages arrive, the version of their subject tells the newest', async () => {
  const endpoint = await anEndpoint('/in', answers(500))
  const subject = newId()
  for (let change = 0; change < 4; change++) await sell(subject)
  const { rows } = await findDeliveries(ctx, { webhookId: endpoint.id })
  const bodies = await Promise.all(rows.map(async ({ id }) => JSON.parse((await loadDelivery(ctx, id)).body)))

  for (const order of permutations(bodies)) {
    let known = { version: 0, id: '' }
    for (const { id, subject: about } of order)
      if (about.version > known.version) known = { version: about.version, id }
    expect(known).toEqual({ version: 4, id: (await historyOf(ctx, subject)).at(-1)!.id })
  }
})

const permutations = <Item>(items: readonly Item[]): Item[][] =>
  items.length < 2
    ? [[...items]]
    : items.flatMap((item) => permutations(items.filter((each) => each !== item)).map((rest) => [item, ...rest]))
