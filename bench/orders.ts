import type pg from 'pg'
import { staffPassword } from '#demo/shop'
import { encodeCursor } from '#kernel/page'
import { statusesOf } from '#kernel/steps'
import {
  afterSalesSteps,
  fulfilmentSteps,
  headlines,
  orderFlags,
  orderPaymentSteps,
  requestKinds,
  reviewSteps,
} from '#model/sales/orders'
import { openRecipient } from '#supply/shipping'
import { type Generator, openGenerator, rateOf } from './load/open-generator.ts'
import { orderPage } from './order-page.ts'
import { plansOf } from './order-plans.ts'
import { withClient } from './seed/cluster.ts'
import { type Dataset, dataset } from './seed/dataset.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { against, figure, type Metric } from './support/metric.ts'
import { openHouse } from './support/open-house.ts'
import { vaultOf } from './support/vault-of.ts'

const get = new URL('./load/scripts/get.ts', import.meta.url)
const connections = 2
const most = { ratio: 2, millis: 300 }

/** What staff look at all day, when the orders of years lie behind it. */
export const orders: Benchmark = {
  name: 'orders',
  about:
    'The order list of the console with its lines and masked recipients, its filters and its counters, over the API as staff in pages of 20: 95 of 100 answers among 1,000,000 orders, compared with 10,000 in the same run (the limit); 2 connections. Then the page of an order of the demo shop about which colleagues have said so much that it has 300 events, in Chromium until the first of them can be read.',
  async run(bench) {
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    const [few, many] = [
      await deskOn(bench, 'medium'),
      await deskOn(bench, bench.quick && bench.part === undefined ? 'small' : 'large'),
    ]
    for (const plan of await plansOf(many.data)) bench.say(plan)
    const metrics: Metric[] = []
    const names = Object.keys(few.looks).filter((name) => name.includes(bench.part ?? ''))
    for (const name of names) metrics.push(...(await measured(bench, { name, few, many, generator })))
    if (bench.part === undefined) metrics.push(...(await orderPage(bench)))
    return metrics
  },
}

interface Desk {
  readonly url: string
  readonly cookie: string
  readonly data: Dataset
  readonly looks: Readonly<Record<string, readonly string[]>>
}

async function deskOn(bench: Bench, name: 'small' | 'medium' | 'large'): Promise<Desk> {
  const data = await dataset(bench, name)
  const house = await openHouse({ ...data, env: { ROLE: 'web' } })
  bench.atEnd(() => house.stop())
  return { url: house.url, cookie: await signIn(house.url), data, looks: await looksOf(data) }
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/admin/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ userName: 'owner', password: staffPassword }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!answer.ok || !cookie) throw new Error(`staff could not sign in: ${answer.status} ${await answer.text()}`)
  return cookie
}

interface Measure {
  readonly name: string
  readonly few: Desk
  readonly many: Desk
  readonly generator: Generator
}

async function measured(bench: Bench, { name, few, many, generator }: Measure): Promise<Metric[]> {
  let seed = 0
  const p95 = async ({ url, cookie, looks }: Desk, seconds = bench.seconds) => {
    const args = { url, paths: looks[name]!, headers: { cookie }, seed: ++seed }
    const load = await generator.run({ script: get, args, connections, seconds })
    rateOf(load)
    return load.endings.done!.p95
  }
  for (const desk of [few, many]) await p95(desk, 1)
  const runs = await repeat(bench, async () => ({ limit: await p95(few), value: await p95(many) }))
  const shared = { metric: `${name}: p95`, unit: 'ms' }
  return [
    against({ ...shared, runs, atMost: most.ratio }),
    figure({
      ...shared,
      metric: `${shared.metric}, by itself`,
      runs: runs.map(({ value }) => value),
      atMost: most.millis,
    }),
  ]
}

const list = '/api/v1/admin/orders'

/** Every value of every axis, also those under which there is no order. */
const states = Object.entries({
  review: reviewSteps,
  payment: orderPaymentSteps,
  fulfilment: fulfilmentSteps,
  afterSales: afterSalesSteps,
}).flatMap(([axis, steps]) => statusesOf<string>(steps).map((status) => `${axis}=${status}`))

/** Pages of 20, because the queues of the smaller shop hold no more: both answer with as much. */
const pageOf20 = (filter: string): string => `${list}?limit=20&${filter}`

/** Addresses of each kind, for what there is in this database. */
async function looksOf(data: Dataset): Promise<Desk['looks']> {
  return withClient(data.databaseUrl, async (client) => {
    const orders = await someOrders(client)
    const phones = await phonesOf(client, data)
    const column = async (query: string) =>
      (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
    const tags = await column('select id as value from sales.order_tags order by name')
    const warehouses = await column('select id as value from supply.warehouses order by code')
    const staff = await column(`select id as value from office.accounts where kind = 'staff' order by user_name`)
    return {
      'list, newest': [pageOf20('')],
      'list, from anywhere': orders.map(({ at, id }) => pageOf20(`cursor=${encodeCursor([at, id])}`)),
      'filter by queue': headlines.map((queue) => pageOf20(`headline=${queue}`)),
      'filter by state': states.map(pageOf20),
      'filter by number': orders.map(({ number }) => pageOf20(`number=${number}`)),
      'filter by customer': orders.map(({ customer }) => pageOf20(`customerId=${customer}`)),
      'filter by day': orders.map(({ day }) => pageOf20(`from=${day}&to=${day}`)),
      'filter by phone': phones.map((phone) => pageOf20(`phone=${phone}`)),
      'filter by the last digits of a phone': phones.map((phone) => pageOf20(`phone=${phone.slice(-4)}`)),
      'filter by promise': ['late=true', 'dueWithin=24', 'dueWithin=168'].map(pageOf20),
      'filter by trouble': ['outOfStock=true', 'abnormal=true', 'packed=true', 'mergeable=true'].map(pageOf20),
      'filter by tag': [
        ...tags.flatMap((tag) => [`tagsAny=${tag}`, `tagsNone=${tag}`]),
        `tagsAny=${tags}`,
        `tagsAll=${tags}`,
        `tagsAll=${tags.slice(1)}`,
      ].map(pageOf20),
      'filter by words and flags': ['memo=true', 'noted=true', ...orderFlags.map((flag) => `flag=${flag}`)].map(
        pageOf20,
      ),
      'filter by SKU': orders.map(({ sku }) => pageOf20(`sku=${encodeURIComponent(sku)}`)),
      'filter by what no index holds': [
        'amountFrom=50000',
        'amountFrom=100000000',
        'weightFrom=3000',
        'weightFrom=100000000',
        ...warehouses.map((id) => `warehouseId=${id}`),
        ...requestKinds.map((kind) => `request=${kind}`),
      ].map(pageOf20),
      'timeline of an order': orders.map(({ id }) => `${list}/${id}/timeline`),
      'audit trail': ['about=access', 'about=money', 'type=order.paid', ...staff.map((id) => `actor=${id}`)].map(
        (filter) => `/api/v1/admin/audit?limit=20&${filter}`,
      ),
      'count of a view': ['', 'headline=pending', 'noted=true', 'late=true', `tagsAny=${tags[0]}`].map(
        (filter) => `${list}/count?${filter}`,
      ),
      counters: [`${list}/counters`],
    }
  })
}

async function someOrders(client: pg.Client) {
  const { rows } = await client.query<Record<'id' | 'number' | 'customer' | 'day' | 'at' | 'sku', string>>(
    `select id, number, customer_id as customer, (select sku from sales.order_lines l where l.shop_id = orders.shop_id and l.order_id = orders.id limit 1) as sku, to_char(placed_at, 'YYYY-MM-DD') as day,
       to_char(placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
     from sales.orders where shop_id = (select id from office.shops where is_default) order by md5(id::text) limit 100`,
  )
  return rows
}

async function phonesOf(client: pg.Client, { folder }: Dataset): Promise<string[]> {
  const vault = vaultOf(folder)
  const { rows } = await client.query<{ recipient_cipher: Buffer }>(
    `select recipient_cipher from sales.orders
     where shop_id = (select id from office.shops where is_default) and recipient_cipher is not null order by md5(id::text) limit 100`,
  )
  return rows.map((row) => openRecipient(vault, row.recipient_cipher).phone)
}
