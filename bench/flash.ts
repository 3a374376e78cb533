import { newId } from '#kernel/id'
import type { VariantId } from '#model/goods/catalog'
import { type Database, openDatabase, transaction } from '#platform/database'
import { changeSetting } from '#platform/settings'
import { markHot, receiveStock } from '#supply/inventory'
import { aBuyer, aProduct, aSellingShop, type SellingShop } from '#test/orders'
import { stockOf } from '#test/stock'
import { type Generator, openGenerator, rateOf } from './load/open-generator.ts'
import type { ClaimArgs } from './load/scripts/claims.ts'
import type { GuardedArgs } from './load/scripts/guarded-updates.ts'
import type { PlaceArgs } from './load/scripts/place-orders.ts'
import { type Bench, type Benchmark, repeat } from './support/benchmark.ts'
import { fillBuyers } from './support/buyers.ts'
import { freshDatabase, run } from './support/fresh-database.ts'
import { against, figure, type Metric } from './support/metric.ts'

const crowd = 256
const plenty = 30_000
const few = { stock: 1_000, attempts: 20_000 }
const longest = 60

/** Everybody wants the same thing at the same moment. */
export const flash: Benchmark = {
  name: 'flash',
  about:
    'Very many want one variant at the same moment: 256 callers, 30,000 pieces. An attempt is a claim as placing an order makes it, the use case `claimStock` over the product’s pool of 16 connections in one process, committed, with its reservation written; beside it one row updated under its guard, one transaction each, by as many callers over as large a pool. Then 20,000 attempts at 1,000 pieces: the run fails when another number than 1,000 is sold, or when anybody is served who came after somebody that was refused.',
  async run(bench) {
    const url = await freshDatabase(bench)
    const db = openDatabase({ url, poolWaitMillis: 30_000 })
    bench.atEnd(() => db.destroy())
    const generator = openGenerator()
    bench.atEnd(() => generator.stop())
    const stage: Stage = { bench, url, db, generator, shop: await aSellingShop(db, { now: Temporal.Now.instant() }) }
    const runs = await repeat(bench, () => claimsBesideUpdates(stage))
    const sold = await repeat(bench, () => sellFew(stage))
    return [
      against({ metric: 'claims of one variant', unit: '1/s', runs, atLeast: 3 }),
      ...percentiles('claim', runs),
      figure({
        metric: 'sold of 1,000 to 20,000 attempts',
        unit: 'pieces',
        runs: sold.map((each) => each.sold),
        atLeast: few.stock,
      }),
      figure({ metric: 'attempts at 1,000 pieces', unit: '1/s', runs: sold.map((each) => each.perSecond) }),
      ...percentiles('refusal', sold),
      ...(await wholeOrders(stage)),
    ]
  },
}

interface Stage {
  readonly bench: Bench
  readonly url: string
  readonly db: Database
  readonly generator: Generator
  readonly shop: SellingShop
}

interface Percentiles {
  readonly p50: number
  readonly p99: number
}

const percentiles = (what: string, runs: readonly Percentiles[]): Metric[] =>
  (['p50', 'p99'] as const).map((part) =>
    figure({ metric: `${what} ${part}`, unit: 'ms', runs: runs.map((each) => each[part]) }),
  )

async function claimsBesideUpdates(stage: Stage) {
  const { bench, url, generator } = stage
  await oneLevel(url)
  const updated = await generator.run<GuardedArgs>({
    script: new URL('./load/scripts/guarded-updates.ts', import.meta.url),
    args: { url },
    connections: crowd,
    seconds: bench.seconds,
  })
  const { claimed } = await claim(stage, { stock: plenty, attempts: plenty })
  return { value: rateOf(claimed), limit: rateOf(updated), ...claimed.endings.done! }
}

/** A rush for few pieces. @throws Error when more or fewer are sold than there are */
async function sellFew(stage: Stage) {
  const { claimed, variantId } = await claim(stage, few)
  const { done, refused } = claimed.endings
  const { reserved, available } = await stockOf(stage.shop.ctx, variantId)
  if (
    done?.count !== few.stock ||
    refused?.count !== few.attempts - few.stock ||
    reserved !== few.stock ||
    available !== 0
  )
    throw new Error(
      `${done?.count} served, ${refused?.count} refused, ${reserved} of ${few.stock} reserved: ${claimed.fault}`,
    )
  return { sold: reserved, perSecond: few.attempts / claimed.seconds, p50: refused.p50, p99: refused.p99 }
}

async function claim({ generator, url, shop }: Stage, { stock, attempts }: { stock: number; attempts: number }) {
  const { variantId } = await aHotProduct(shop, stock)
  const claimed = await generator.run<ClaimArgs>({
    script: new URL('./load/scripts/claims.ts', import.meta.url),
    args: { url, shopId: shop.ctx.shopId, variantId },
    connections: crowd,
    seconds: longest,
    acts: attempts,
  })
  return { claimed, variantId }
}

/** A product that staff have marked, with so many pieces; a delivery has at most some thousand. */
async function aHotProduct(shop: SellingShop, stock: number) {
  const most = 5_000
  const { ctx, warehouseId, binId } = shop
  const goods = await aProduct(shop, { onHand: Math.min(stock, most) })
  for (let left = stock - most; left > 0; left -= most)
    await transaction(ctx, (tx) =>
      receiveStock(tx, {
        warehouseId,
        binId,
        variantId: goods.variantId,
        quantity: Math.min(left, most),
        lot: { number: 'L1' },
        cause: 'test',
        causeId: newId(),
      }),
    )
  await markHot(ctx, { variantId: goods.variantId, hot: true })
  return goods
}

const oneLevel = (url: string): Promise<void> =>
  run(
    url,
    `drop schema if exists minimal cascade; create schema minimal;
    create table minimal.levels (variant_id uuid primary key, on_hand int not null, reserved int not null, check (reserved <= on_hand)) with (fillfactor = 70);
    insert into minimal.levels select gen_random_uuid(), 100000000, 0;
    analyze minimal.levels`,
  )

/** Whole orders of one piece of one variant, marked as hot and not. */
async function wholeOrders(stage: Stage): Promise<Metric[]> {
  const metrics: Metric[] = []
  for (const hot of [true, false]) {
    const runs = await repeat(stage.bench, () => ordersOf(stage, hot))
    metrics.push(figure({ metric: `orders of one ${hot ? 'hot' : 'other'} variant`, unit: '1/s', runs }))
  }
  return metrics
}

/** In a generator of its own: what is hot is remembered by a process for some seconds. */
async function ordersOf({ bench, url, db, shop }: Stage, hot: boolean): Promise<number> {
  const { variantId, ...goods } = await aHotProduct(shop, plenty)
  if (!hot) await markHot(shop.ctx, { variantId, hot })
  await transaction(shop.ctx, (tx) => changeSetting(tx, 'inventory.hotAt', hot ? 100 : 0)) // else the crowd would mark it
  const { cartId, total } = await aBuyer(shop, [{ of: { variantId, ...goods } }])
  await db.updateTable('sales.carts').set({ status: 'abandoned' }).where('status', '=', 'active').execute()
  await fillBuyers(
    url,
    { shopId: shop.ctx.shopId, templateCart: cartId },
    bench.seconds * 2_500,
    cartLine(shop, variantId),
  )
  const generator = openGenerator()
  bench.atEnd(() => generator.stop())
  const placed = await generator.run<PlaceArgs>({
    script: new URL('./load/scripts/place-orders.ts', import.meta.url),
    args: { url, shopId: shop.ctx.shopId, total },
    connections: 64,
    seconds: bench.seconds,
    acts: bench.seconds * 2_500,
  })
  return rateOf(placed)
}

const cartLine = ({ ctx }: SellingShop, variantId: VariantId): string => `
  insert into sales.cart_lines (id, shop_id, cart_id, product_id, variant_id, quantity, seen_minor, added_at)
    select gen_random_uuid(), '${ctx.shopId}', f.cart, v.product_id, v.id, 1, 2500, now() from fresh f, goods.variants v where v.id = '${variantId}'`
