import { staffPassword } from '#demo/shop'
import { encodeCursor } from '#kernel/page'
import { statusesOf } from '#kernel/steps'
import { afterSalesSteps, fulfilmentSteps, headlines, orderPaymentSteps, reviewSteps } from '#model/sales/orders'
import { type Generator, openGenerator, rateOf } from './load/open-generator.ts'
import { plansOf } from './order-plans.ts'
import { withClient } from './seed/cluster.ts'
import { type Dataset, dataset } from './seed/dataset.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { against, figure, type Metric } from './support/metric.ts'
import { openHouse } from './support/open-house.ts'

const get = new URL('./load/scripts/get.ts', import.meta.url)
const connections = 2
const most = { ratio: 2, millis: 300 }

/** What staff look at all day, when the orders of years lie behind it. */
export const orders: Benchmark = {
  name: 'orders',
  about:
    'The order list of the console with its lines and masked recipients, its filters and its counters, over the API as staff: 95 of 100 answers among 1,000,000 orders, compared with 10,000 in the same run (the limit); 2 connections.',
  async run(bench) {
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    const [few, many] = [
      await deskOn(bench, 'medium'),
      await deskOn(bench, bench.quick && !bench.part ? 'small' : 'large'),
    ]
    for (const plan of await plansOf(many.data)) bench.say(plan)
    const metrics: Metric[] = []
    const names = Object.keys(few.looks).filter((name) => name.includes(bench.part ?? ''))
    for (const name of names) metrics.push(...(await measured(bench, { name, few, many, generator })))
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

/** Addresses of each kind, for what there is in this database. */
async function looksOf({ databaseUrl }: Dataset): Promise<Desk['looks']> {
  return withClient(databaseUrl, async (client) => {
    const column = async (query: string) =>
      (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
    const some = (what: string) =>
      column(
        `select ${what} as value from sales.orders where shop_id = (select id from office.shops where is_default) order by md5(id::text) limit 100`,
      )
    const days = await some(`to_char(placed_at, 'YYYY-MM-DD')`)
    const { rows: places } = await client.query<{ at: string; id: string }>(
      `select to_char(placed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, id from sales.orders order by md5(id::text) limit 100`,
    )
    return {
      'list, newest': [list],
      'list, from anywhere': places.map(({ at, id }) => `${list}?cursor=${encodeCursor([at, id])}`),
      'filter by queue': headlines.map((queue) => `${list}?headline=${queue}`),
      'filter by state': states.map((state) => `${list}?${state}`),
      'filter by number': (await some('number')).map((number) => `${list}?number=${number}`),
      'filter by customer': (await some('customer_id::text')).map((id) => `${list}?customerId=${id}`),
      'filter by day': days.map((day) => `${list}?from=${day}&to=${day}`),
      'filter by the last digits of a phone': Array.from(
        { length: 100 },
        (_, index) => `${list}?phone=${String(index * 97).padStart(4, '0')}`,
      ),
      counters: [`${list}/counters`],
    }
  })
}
