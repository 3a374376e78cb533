import { type Generator, openGenerator, rateOf } from './load/open-generator.ts'
import { oneOf, randomOf } from './load/script.ts'
import { withClient } from './seed/cluster.ts'
import { type Dataset, dataset } from './seed/dataset.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { against, figure, type Metric } from './support/metric.ts'
import { openBareServer } from './support/open-bare-server.ts'
import { openHouse } from './support/open-house.ts'

const get = new URL('./load/scripts/get.ts', import.meta.url)
const connections = 16

/** What shoppers look at, from the API and as a page. */
export const browse: Benchmark = {
  name: 'browse',
  about:
    'What shoppers look at, among 10,000 products: random category pages of 24, products and searches as JSON, and the storefront’s product page; 16 connections. *Not cached* runs with `PAGE_CACHE_SECONDS=0`: every answer is asked of the database. The limit is bare Fastify answering the same bytes.',
  async run(bench) {
    const data = await dataset(bench, bench.quick ? 'small' : 'medium')
    const looks = (await looksOf(data)).filter(({ name }) => name.includes(bench.part ?? ''))
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    const house = async (seconds: number) => {
      const env = { ROLE: 'web', PAGE_CACHE_SECONDS: String(seconds) }
      const opened = await openHouse({ ...data, env })
      bench.atEnd(() => opened.stop())
      return opened.url
    }
    const [fresh, cached] = [await house(0), await house(60)]
    const metrics: Metric[] = []
    for (const look of looks) metrics.push(...(await measured(bench, { look, generator, fresh, cached })))
    return metrics
  },
}

interface Look {
  readonly name: string
  readonly paths: readonly string[]
  /** The least parts of the limit, not cached and cached. */
  readonly fresh: number
  readonly cached: number
  /** Milliseconds that 99 of 100 uncached answers stay below. */
  readonly p99?: number
}

interface Measure {
  readonly look: Look
  readonly generator: Generator
  readonly fresh: string
  readonly cached: string
}

/** The limit and both houses take turns, so that each run is compared with the machine of its own moment. */
async function measured(bench: Bench, { look, generator, fresh, cached }: Measure): Promise<Metric[]> {
  const { name, paths } = look
  const few = paths.slice(0, 50)
  await lookOnce(fresh, paths)
  const bare = await openBareServer(fresh, few)
  let seed = 0
  const load = (url: string, asked: readonly string[], seconds = bench.seconds) =>
    generator.run({ script: get, args: { url, paths: asked, seed: ++seed }, connections, seconds })
  for (const [url, asked] of [
    [bare.url, few],
    [fresh, paths],
    [cached, few],
  ] as const)
    await load(url, asked, 1)
  const runs = await repeat(bench, async () => {
    const limit = rateOf(await load(bare.url, few))
    const slow = await load(fresh, paths)
    return { limit, fresh: rateOf(slow), p99: slow.endings.done!.p99, cached: rateOf(await load(cached, few)) }
  })
  bare.stop()
  bench.say(`${name} is measured`)
  const rate = (kind: 'fresh' | 'cached') => runs.map((run) => ({ value: run[kind], limit: run.limit }))
  return [
    against({ metric: `${name}, not cached`, unit: '1/s', runs: rate('fresh'), atLeast: look.fresh }),
    figure({ metric: `${name}, not cached: p99`, unit: 'ms', runs: runs.map(({ p99 }) => p99), atMost: look.p99 }),
    against({ metric: `${name}, cached`, unit: '1/s', runs: rate('cached'), atLeast: look.cached }),
  ]
}

/** Somebody has seen everything before, as in a shop that is open: cards and pages are made for the first who looks. */
async function lookOnce(url: string, paths: readonly string[]): Promise<void> {
  for (const some of chunksOf([...new Set(paths)]))
    await Promise.all(some.map(async (path) => (await fetch(`${url}${path}`)).arrayBuffer()))
}

const chunksOf = (paths: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(paths.length / connections) }, (_, at) =>
    paths.slice(at * connections, (at + 1) * connections),
  )

const perPage = 24

/** Random addresses, the same at every run. */
export async function looksOf({ databaseUrl }: Dataset): Promise<Look[]> {
  return withClient(databaseUrl, async (client) => {
    const column = async (query: string) =>
      (await client.query<{ value: string }>(query)).rows.map(({ value }) => value)
    const pages = await column(
      `select c.slug || '&page=' || page as value
       from goods.categories c
       join lateral (select count(*) as count from goods.search_documents d where d.category_ids @> array[c.id] and d.locale = 'zh') d on true
       cross join generate_series(1, least(20, ceil(d.count / ${perPage}.0)::int)) page order by 1`,
    )
    const slugs = await column(`select slug as value from goods.products where status = 'on_sale' order by 1`)
    const words = await column(
      `select distinct word as value from (select name, locale from goods.product_texts) t
       cross join lateral regexp_split_to_table(case when locale = 'en' then lower(name) else right(name, 2) || ' ' || left(name, 2) end, '[^[:alpha:]]+') word
       where length(word) >= 2 order by 1`,
    )
    const shuffled = <One>(list: readonly One[]) => {
      const random = randomOf(1)
      return Array.from({ length: 2_000 }, () => oneOf(random, list))
    }
    return [
      {
        name: 'category page as JSON',
        paths: shuffled(pages).map((page) => `/api/v1/store/products?size=${perPage}&category=${page}`),
        fresh: 0.1,
        cached: 0.5,
        p99: 30,
      },
      {
        name: 'product as JSON',
        paths: shuffled(slugs).map((slug) => `/api/v1/store/products/${slug}`),
        fresh: 0.12,
        cached: 0.5,
      },
      {
        name: 'search as JSON',
        paths: shuffled(words).map((word) => `/api/v1/store/products?size=${perPage}&text=${encodeURIComponent(word)}`),
        fresh: 0.04,
        cached: 0.5,
      },
      {
        name: 'storefront product page',
        paths: shuffled(slugs).map((slug) => `/products/${slug}`),
        fresh: 0.02,
        cached: 0.3,
      },
    ]
  })
}
