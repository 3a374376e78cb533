import { openDatabase } from '#platform/database'
import { aBuyer, aProduct, aSellingShop } from '#test/orders'
import { type Generator, openGenerator, rateOf } from './load/open-generator.ts'
import type { MinimalArgs } from './load/scripts/minimal-orders.ts'
import type { PlaceArgs } from './load/scripts/place-orders.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { fillBuyers } from './support/buyers.ts'
import { freshDatabase, run } from './support/fresh-database.ts'
import { against, figure, type Metric } from './support/metric.ts'
import { wholeFlow } from './support/whole-flow.ts'

const connections = 16
const goods = 300
/** PostgreSQL plans a statement anew on each connection until its sixth time. */
const warm = 20

/** Orders of two lines from carts that stand ready, as fast as the database and one process take them. */
export const checkout: Benchmark = {
  name: 'checkout',
  about:
    'Placing an order of two lines from a cart that stands ready, at 16 callers with one pool of 16 connections, beside the smallest transaction that deserves the name: seven round trips (begin, lock a cart, insert an order, two lines and an event, take two levels, commit) on the same pool and machine, both on connections that have done it twenty times. Then the whole flow over the store API of a started house, as the storefront asks for it, at 16 clients and with a new shopper each time: two things into the cart, an address, the last confirmation, the order, its payment at the sandbox’s cashier, and the answer that it is paid; house, cashier and database share the machine.',
  async run(bench) {
    const url = await freshDatabase(bench)
    const shop = await openShop(url)
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    const runs = await repeat(bench, async () => {
      const most = bench.seconds * 2_500
      await minimalTables(url, most)
      const minimal = await generator.run<MinimalArgs>({
        script: new URL('./load/scripts/minimal-orders.ts', import.meta.url),
        args: { url },
        connections,
        warm,
        seconds: bench.seconds,
        acts: most - warm * connections,
      })
      await fillCarts(url, shop, most)
      const placed = await generator.run<PlaceArgs>({
        script: new URL('./load/scripts/place-orders.ts', import.meta.url),
        args: { url, shopId: shop.shopId, total: shop.total },
        connections,
        warm,
        seconds: bench.seconds,
        acts: most - warm * connections,
      })
      return { value: rateOf(placed), limit: rateOf(minimal), ...placed.endings.done! }
    })
    return [
      against({ metric: 'place order', unit: '1/s', runs, atLeast: 0.4 }),
      ...(['p50', 'p95', 'p99'] as const).map(
        (part): Metric => figure({ metric: `place order ${part}`, unit: 'ms', runs: runs.map((each) => each[part]) }),
      ),
      ...(await flowMetrics(bench, generator)),
    ]
  },
}

/** In a database of its own: the house would otherwise work on what was ordered before it opened. */
async function flowMetrics(bench: Bench, generator: Generator): Promise<Metric[]> {
  const databaseUrl = await freshDatabase(bench)
  return wholeFlow({ bench, generator, databaseUrl, ...(await openShop(databaseUrl)) })
}

type Shop = Omit<PlaceArgs, 'url'> & { readonly templateCart: string; readonly variantIds: readonly string[] }

/** A shop with goods enough, and one buyer whose cart is the pattern of all others. */
async function openShop(url: string): Promise<Shop> {
  const db = openDatabase({ url, poolWaitMillis: 30_000 })
  const shop = await aSellingShop(db, { now: Temporal.Now.instant() })
  const shelf = []
  for (let count = 0; count < goods; count++) shelf.push(await aProduct(shop, { onHand: 9_999 }))
  const { cartId, total } = await aBuyer(shop, [{ of: shelf[0]! }, { of: shelf[1]! }])
  await db.destroy()
  return { shopId: shop.ctx.shopId, total, templateCart: cartId, variantIds: shelf.map(({ variantId }) => variantId) }
}

/** As many buyers with an address and two different goods in their carts, chosen at random. */
const fillCarts = (url: string, shop: Shop, most: number): Promise<void> =>
  fillBuyers(
    url,
    shop,
    most,
    `create temporary table shelf as select v.id, v.product_id, p.list_minor, row_number() over () as place from goods.variants v
      join goods.prices p on p.variant_id = v.id where v.shop_id = '${shop.shopId}';
    insert into sales.cart_lines (id, shop_id, cart_id, product_id, variant_id, quantity, seen_minor, added_at)
      select gen_random_uuid(), '${shop.shopId}', f.cart, s.product_id, s.id, 1, s.list_minor, now()
      from (select cart, 1 + floor(random() * ${goods})::int as one, floor(random() * ${goods - 1})::int as step from fresh) f
      join shelf s on s.place in (f.one, 1 + (f.one + f.step) % ${goods})`,
  )

const minimalTables = (url: string, most: number): Promise<void> =>
  run(
    url,
    `drop schema if exists minimal cascade; create schema minimal;
    create table minimal.carts (id uuid primary key, status text not null);
    create table minimal.orders (id uuid primary key, cart_id uuid not null unique, total bigint not null, at timestamptz not null);
    create table minimal.lines (id uuid primary key, order_id uuid not null, variant_id uuid not null, quantity int not null);
    create table minimal.events (id uuid primary key, order_id uuid not null, data jsonb not null);
    create table minimal.levels (variant_id uuid primary key, on_hand int not null, reserved int not null, check (reserved <= on_hand)) with (fillfactor = 70);
    insert into minimal.levels select gen_random_uuid(), 1000000, 0 from generate_series(1, ${goods});
    insert into minimal.carts select gen_random_uuid(), 'active' from generate_series(1, ${most});
    analyze`,
  )
