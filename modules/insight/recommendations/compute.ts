import { sql } from 'kysely'
import { setRankingFacts } from '#goods/search'
import type { Id } from '#kernel/id'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { readSettings } from '#platform/settings'
import { neighboursOf } from './neighbours.ts'
import { readSteps } from './read-steps.ts'
import { sequencesOf } from './sequences.ts'
import { recommendationSettings } from './settings.ts'

type ProductId = Id<'Product'>

/** Neighbours kept of each product: enough to fill a page after what is sold out has been left out. */
const mostKept = 40
const batch = 500

/**
 * Job. Finds out anew what belongs together, what is popular, and how often a product that is looked at is bought; tells the last to the search. Safe to repeat: the same
 * past gives the same answer, and only what changed is written.
 */
export async function computeRecommendations(ctx: Context): Promise<void> {
  const { pastDays, topDays } = await readSettings(ctx, recommendationSettings)
  const daysAgo = (days: number) => ctx.now.subtract({ hours: 24 * days })
  const steps = await readSteps(ctx, daysAgo(pastDays))
  const { sequences, items } = sequencesOf(steps)
  const neighbours = await neighboursOf(sequences)
  for (let from = 0; from < items.length; from += batch) {
    const rows = items.slice(from, from + batch).map((productId, index) => {
      const kept = neighbours[from + index]!.slice(0, mostKept)
      return {
        product_id: productId,
        neighbour_ids: kept.map(({ item }) => items[item]!),
        scores: kept.map(({ score }) => score),
        people: kept.map(({ people }) => people),
      }
    })
    await transaction(ctx, (tx) => saveNeighbours(tx, rows))
  }
  await transaction(ctx, (tx) => forgetOthers(tx, items))
  await transaction(ctx, (tx) => countFigures(tx, daysAgo(topDays)))
  await transaction(ctx, tellSearch)
  await noteRun(ctx, { people: sequences.starts.length - 1, steps: steps.length, products: items.length })
}

interface NeighbourRow {
  readonly product_id: ProductId
  readonly neighbour_ids: readonly ProductId[]
  readonly scores: readonly number[]
  readonly people: readonly number[]
}

async function saveNeighbours(tx: Tx, rows: readonly NeighbourRow[]): Promise<void> {
  await sql`
    insert into insight.product_neighbours as kept (shop_id, product_id, neighbour_ids, scores, people)
    select ${tx.shopId}::uuid, n.product_id, n.neighbour_ids, n.scores, n.people
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(product_id uuid, neighbour_ids uuid[], scores real[], people int[])
    on conflict (shop_id, product_id) do update set neighbour_ids = excluded.neighbour_ids, scores = excluded.scores, people = excluded.people
    where (kept.neighbour_ids, kept.scores, kept.people) is distinct from (excluded.neighbour_ids, excluded.scores, excluded.people)`.execute(
    tx.db,
  )
}

/** What nobody had since stands beside nothing any more. */
async function forgetOthers(tx: Tx, kept: readonly ProductId[]): Promise<void> {
  await tx.db
    .deleteFrom('insight.product_neighbours')
    .where('shop_id', '=', tx.shopId)
    .where((row) => row.not(row('product_id', '=', sql<string>`any (${kept}::uuid[])`)))
    .execute()
}

/** A purchase counts half of what it did after so many days: what sells in a season is popular in it. */
const halfLifeDays = 14
/** A look counts so much of a purchase. */
const lookShare = 0.02

/** Of every product on sale: pieces and buyers of paid orders since a moment, looks at it, and its popularity, in which the last days count most. */
async function countFigures(tx: Tx, since: Temporal.Instant): Promise<void> {
  const aged = (at: string) =>
    sql`power(0.5, greatest(0, extract(epoch from ${tx.now}::timestamptz - ${sql.raw(at)}) / 86400) / ${halfLifeDays})`
  await sql`
    insert into insight.product_figures as kept (shop_id, product_id, category_id, sold, buyers, views, popularity)
    select p.shop_id, p.id, p.category_id, coalesce(s.sold, 0), coalesce(s.buyers, 0), coalesce(v.views, 0), coalesce(s.worth, 0) + ${lookShare} * coalesce(v.worth, 0)
    from goods.products p
    left join (
      select l.product_id, sum(l.quantity)::int as sold, count(distinct coalesce(o.customer_id, o.id))::int as buyers, sum(${aged('o.placed_at')}) as worth
      from sales.orders o join sales.order_lines l on l.shop_id = o.shop_id and l.order_id = o.id
      where o.shop_id = ${tx.shopId} and o.placed_at >= ${since} and o.paid_at is not null and o.status <> 'cancelled'
      group by l.product_id) s on s.product_id = p.id
    left join (
      select product_id, count(*)::int as views, sum(${aged('at')}) as worth from insight.behaviour_events
      where shop_id = ${tx.shopId} and at >= ${since} and kind = 'view' group by product_id) v on v.product_id = p.id
    where p.shop_id = ${tx.shopId} and p.status = 'on_sale'
    on conflict (shop_id, product_id) do update set category_id = excluded.category_id, sold = excluded.sold, buyers = excluded.buyers,
      views = excluded.views, popularity = excluded.popularity
    where (kept.category_id, kept.sold, kept.buyers, kept.views, kept.popularity)
      is distinct from (excluded.category_id, excluded.sold, excluded.buyers, excluded.views, excluded.popularity)`.execute(
    tx.db,
  )
  await sql`
    delete from insight.product_figures f where f.shop_id = ${tx.shopId}
      and not exists (select from goods.products p where p.shop_id = f.shop_id and p.id = f.product_id and p.status = 'on_sale')`.execute(
    tx.db,
  )
}

/** Where looks are counted, how many of those who look buy is a sign of what to show first. */
async function tellSearch(tx: Tx): Promise<void> {
  const rows = await tx.db
    .selectFrom('insight.product_figures')
    .select(['product_id', 'views', 'buyers'])
    .where('shop_id', '=', tx.shopId)
    .where('views', '>', 0)
    .execute()
  const facts = rows.map(
    ({ product_id, views, buyers }) =>
      [product_id as ProductId, { seen: views, bought: Math.min(buyers, views) }] as const,
  )
  await setRankingFacts(tx, new Map(facts))
}

async function noteRun(ctx: Context, counts: { people: number; steps: number; products: number }): Promise<void> {
  await ctx.db
    .insertInto('insight.recommendation_runs')
    .values({ shop_id: ctx.shopId, at: ctx.now, ...counts })
    .onConflict((conflict) => conflict.column('shop_id').doUpdateSet({ at: ctx.now, ...counts }))
    .execute()
}
