import { createHash, randomBytes } from 'node:crypto'
import { reindexProducts } from '#goods/search'
import { openDatabase, transaction } from '#platform/database'
import { openVault } from '#platform/vault'
import { aBuyer, aProduct, aSellingShop, type Goods } from '#test/orders'
import type { Measured } from './load/measure.ts'
import { type Generator, openGenerator } from './load/open-generator.ts'
import type { CrowdArgs } from './load/scripts/crowd.ts'
import { type Shop, tokenOf } from './load/scripts/visit.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { freshDatabase, run } from './support/fresh-database.ts'
import { against, figure } from './support/metric.ts'
import { openHouse } from './support/open-house.ts'

const goods = 120
const visitors = 60_000
const times = 10
/** Who wait for their answers while the capacity is measured, and who do not wait for one another in the crowd. */
const [patient, crowd] = [24, 600]
const crowdSeconds = 6

const script = new URL('./load/scripts/crowd.ts', import.meta.url)

/** Ten times as many shoppers as the house can serve. */
export const overload: Benchmark = {
  name: 'overload',
  about:
    'Signed-in shoppers on visits through the storefront’s pages: a list, a product, a list, two products, one into the cart, and every third goes on to the checkout and orders; none is answered from memory. The capacity (the limit) is what 24 of them get who ask one thing after the other. Then ten times as many requests are sent every second over 600 connections: visits go on where they were answered, all other requests are new shoppers’, who leave when they are sent away. An answer counts that is good and comes within a second.',
  async run(bench) {
    const opened = await openCrowd(bench)
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    await load(generator, { ...opened, connections: patient, seconds: bench.quick ? 4 : 8 }) // warms up
    const runs = await repeat(bench, async () => {
      const calm = figuresOf(await load(generator, { ...opened, connections: patient, seconds: bench.seconds * 1.5 }))
      const perSecond = calm.served * times
      const rush = figuresOf(await load(generator, { ...opened, connections: crowd, seconds: crowdSeconds, perSecond }))
      bench.say(`${Math.round(calm.served)}/s alone; in the crowd ${JSON.stringify(rush.endings)}`)
      return { value: rush.served, limit: calm.served, rush, calm }
    })
    const each = (of: (rush: Figures) => number) => runs.map(({ rush }) => of(rush))
    return [
      against({ metric: 'answered within a second', unit: '1/s', runs, atLeast: 0.8 }),
      figure({
        metric: 'asked for, in capacities',
        unit: '×',
        runs: runs.map(({ rush, limit }) => rush.asked / limit),
      }),
      figure({ metric: 'p99 of good answers to browsing', unit: 'ms', runs: each(({ p99 }) => p99.browse) }),
      figure({ metric: 'p99 of good answers to carts and orders', unit: 'ms', runs: each(({ p99 }) => p99.buying) }),
      figure({ metric: 'p99 of being sent away', unit: 'ms', runs: each(({ p99 }) => p99.away) }),
      figure({ metric: 'good, but later than a second', unit: '%', runs: each(({ late }) => late) }),
      figure({
        metric: 'neither served nor told to come back',
        unit: '%',
        runs: each(({ wrong }) => wrong),
        atMost: 0,
      }),
      figure({ metric: 'orders placed', unit: '1/s', runs: each(({ orders }) => orders) }),
      figure({ metric: 'orders placed without the crowd', unit: '1/s', runs: runs.map(({ calm }) => calm.orders) }),
      figure({
        metric: 'notifications of providers let in',
        unit: '%',
        runs: each(({ callbacks }) => callbacks),
        atLeast: 100,
      }),
      figure({ metric: 'lists of staff let in', unit: '%', runs: each(({ lists }) => lists) }),
    ]
  },
}

type Load = Shop & { readonly connections: number; readonly seconds: number; readonly perSecond?: number }

const load = (generator: Generator, { seconds, ...args }: Load): Promise<Measured> =>
  generator.run<CrowdArgs>({ script, args, connections: args.connections, seconds })

interface Figures {
  readonly served: number
  readonly orders: number
  readonly asked: number
  readonly late: number
  readonly wrong: number
  readonly callbacks: number
  readonly lists: number
  readonly p99: { readonly browse: number; readonly buying: number; readonly away: number }
  readonly endings: Readonly<Record<string, number>>
}

const browsing = ['list', 'product']
const buying = ['cart', 'checkout', 'order']

function figuresOf({ endings, seconds, fault }: Measured): Figures {
  const counts = Object.fromEntries(Object.entries(endings).map(([name, { count }]) => [name, count]))
  const count = (...names: readonly string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  const worst = (...names: readonly string[]) => Math.max(0, ...names.map((name) => endings[name]?.p99 ?? 0))
  const others = Object.keys(counts).filter((name) => name.startsWith('other'))
  const all = count(...browsing, ...buying, 'late', 'sent away', 'failed', ...others)
  const share = (name: string) =>
    (100 * count(`${name} let in`)) / Math.max(1, count(`${name} let in`, `${name} sent away`))
  return {
    served: count(...browsing, ...buying) / seconds,
    orders: count('order') / seconds,
    asked: all / seconds,
    late: (100 * count('late')) / all,
    wrong: (100 * count('failed', ...others)) / all,
    callbacks: share('callback'),
    lists: share('staff list'),
    p99: { browse: worst(...browsing), buying: worst(...buying), away: worst('sent away') },
    endings: { ...counts, ...(fault && { [fault]: 1 }) },
  }
}

/** A shop with goods enough, a crowd of signed-in shoppers with an address each, and the house before it. */
async function openCrowd(bench: Bench): Promise<Shop> {
  const databaseUrl = await freshDatabase(bench)
  const [secret, salt] = ['the secret of a crowded house, not of a shop', randomBytes(8).toString('hex')]
  const slugs = await openShop(databaseUrl, secret)
  await fillHouse(databaseUrl, salt)
  const env = { PAGE_CACHE_SECONDS: '0', SECRET: secret, ROLE: 'web' }
  const house = await openHouse({ folder: 'overload', databaseUrl, env })
  bench.atEnd(() => house.stop())
  return { url: house.url, salt, visitors, slugs }
}

async function openShop(url: string, secret: string): Promise<Shop['slugs']> {
  const db = openDatabase({ url, poolWaitMillis: 30_000 })
  const opened = await aSellingShop(db, { now: Temporal.Now.instant() })
  const shop = { ...opened, ctx: { ...opened.ctx, vault: openVault(Buffer.from(secret)) } }
  const shelf: Goods[] = []
  for (let count = 0; count < goods; count++) shelf.push(await aProduct(shop, { onHand: 9_999 }))
  await transaction(shop.ctx, (tx) =>
    reindexProducts(
      tx,
      shelf.map(({ productId }) => productId),
    ),
  )
  await db.updateTable('goods.search_documents').set({ in_stock: true }).execute()
  await db.updateTable('office.shops').set({ is_default: true }).where('id', '=', shop.ctx.shopId).execute()
  await aBuyer(shop, [{ of: shelf[0]! }])
  const slugs = await db.selectFrom('goods.products').select('slug').execute()
  await db.destroy()
  return slugs.map(({ slug }) => slug)
}

/** As many like the one shopper there is, each signed in. */
async function fillHouse(url: string, salt: string): Promise<void> {
  const hashes = Array.from({ length: visitors }, (_, visitor) => hashToken(tokenOf(salt, visitor)).toString('hex'))
  await run(
    url,
    `create temporary table fresh as select gen_random_uuid() as id, gen_random_uuid() as address, decode(hash, 'hex') as hash
       from unnest('{${hashes.join(',')}}'::text[]) as hash;
    insert into office.accounts (id, kind, user_name, display_name, created_at) select id, 'shopper', id::text, 'Ann', now() from fresh;
    insert into office.sessions (token_hash, account_id, kind, created_at, seen_at, expires_at)
      select hash, id, 'shopper', now(), now(), now() + interval '1 day' from fresh;
    insert into sales.customers select (jsonb_populate_record(c, jsonb_build_object('id', f.id))).* from fresh f,
      sales.customers c where c.id = (select id from sales.customers limit 1);
    insert into sales.addresses select (jsonb_populate_record(a, jsonb_build_object('id', f.address, 'customer_id', f.id))).* from fresh f,
      sales.addresses a where a.id = (select id from sales.addresses limit 1);
    analyze`,
  )
}

const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()
