import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '#platform/context'
import { type Facets, priceSteps, type SearchQuery, searchLimits } from './model.ts'

const mostHits = 5_000

/**
 * Counts in one scan what each choice would leave. A choice of an attribute is counted under the other filters only, so
 * that its neighbours stay to be chosen: `failed` names the filters a hit does not pass.
 */
export async function countFacets(reader: Reader, wanted: RawBuilder<unknown>, query: SearchQuery): Promise<Facets> {
  const { rows } = await sql<{ kind: string; value: string; count: number }>`
    with hits as materialized (
      select category_ids, brand_id, facets, from_minor, to_minor, in_stock, ${failed(query)} as failed
      from goods.search_documents where ${wanted} limit ${mostHits})
    select 'facet' as kind, f as value, count(*)::int8 as count from hits, unnest(facets) f
      where failed <@ array[split_part(f, '=', 1)] group by f
    union all select 'brand', brand_id::text, count(*)::int8 from hits where brand_id is not null and failed <@ array['brand'] group by brand_id
    union all select 'category', c::text, count(*)::int8 from hits, unnest(category_ids) c where failed = '{}' group by c
    union all select 'price', band::text, count(*)::int8 from hits,
      generate_series(width_bucket(from_minor, ${priceSteps}::bigint[]), width_bucket(to_minor, ${priceSteps}::bigint[])) band
      where failed <@ array['price'] group by band
    union all select 'stock', '', count(*)::int8 from hits where in_stock and failed = '{}'
    union all select 'lowest', '', min(from_minor) from hits where failed = '{}'
    union all select 'highest', '', max(to_minor) from hits where failed = '{}'
    order by 3 desc, 2`.execute(reader.db)
  return toFacets(rows)
}

function failed({ attributes, tags, brandIds, fromMinor, toMinor }: SearchQuery): RawBuilder<unknown> {
  const groups = Object.entries({ ...attributes, ...(tags?.length ? { tag: tags } : {}) })
  const checks = groups.map(
    ([code, choices]) =>
      sql`case when not facets && ${choices.map((choice) => `${code}=${choice}`)}::text[] then ${code}::text end`,
  )
  if (brandIds?.length)
    checks.push(sql`case when brand_id is null or brand_id <> all(${brandIds}::uuid[]) then 'brand' end`)
  if (fromMinor !== undefined || toMinor !== undefined)
    checks.push(
      sql`case when to_minor < ${fromMinor ?? 0}::bigint or from_minor > ${toMinor ?? Number.MAX_SAFE_INTEGER}::bigint then 'price' end`,
    )
  return checks.length === 0 ? sql`'{}'::text[]` : sql`array_remove(array[${sql.join(checks)}]::text[], null)`
}

interface Counted {
  readonly kind: string
  readonly value: string
  readonly count: number | null
}

/** Rows come by falling count, so the most frequent choices are kept. */
function toFacets(rows: readonly Counted[]): Facets {
  const of = (kind: string) => rows.filter((row) => row.kind === kind)
  const choices = Map.groupBy(of('facet'), ({ value }) => value.slice(0, value.indexOf('=')))
  const chosen = [...choices].map(([code, list]) => [code, counts(list, code.length + 1)] as const)
  return {
    attributes: Object.fromEntries(chosen.filter(([code]) => code !== 'tag')),
    tags: counts(choices.get('tag') ?? [], 'tag='.length),
    brands: counts(of('brand')),
    categories: counts(of('category')),
    prices: Object.fromEntries(
      of('price').map(({ value, count }) => [String(priceSteps[Number(value) - 1] ?? 0), count ?? 0]),
    ),
    inStock: of('stock')[0]?.count ?? 0,
    lowest: of('lowest')[0]?.count ?? null,
    highest: of('highest')[0]?.count ?? null,
  }
}

const counts = (rows: readonly Counted[], skip = 0): Record<string, number> =>
  Object.fromEntries(
    rows.slice(0, searchLimits.facetChoices).map(({ value, count }) => [value.slice(skip), count ?? 0]),
  )
