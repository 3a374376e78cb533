import { sql } from 'kysely'
import { productsWithWords } from '#goods/search'
import type { Id } from '#kernel/id'
import type { Money } from '#kernel/money'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { Reader } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Price, PriceProposalId } from './model.ts'
import { toPrice } from './price-store.ts'
import { priceSettings } from './settings.ts'

export interface FindPrices {
  /** Words of the product, or the start of a SKU code. */
  readonly text?: string
  /** Only what costs more with us than with the cheapest competitor. */
  readonly dearer?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** A variant's price beside what it costs us and what others ask. */
export interface PriceRow extends Price {
  readonly variantId: Id<'Variant'>
  readonly productId: Id<'Product'>
  readonly sku: string
  readonly name: string
  readonly specification: string
  readonly version: number
  /** The lowest price of a competitor seen lately (setting `prices.competitorDays`). */
  readonly competitor: { readonly price: Money; readonly source: string; readonly seenOn: Temporal.PlainDate } | null
  readonly proposalId: PriceProposalId | null
}

interface Row {
  id: Id<'Variant'>
  product_id: Id<'Product'>
  position: number
  sku: string
  name: string | null
  option_values: string[] | null
  currency: string
  list_minor: number
  was_minor: number | null
  cost_minor: number | null
  version: number
  competitor_minor: number | null
  competitor_source: string | null
  competitor_seen: Temporal.PlainDate | null
  proposal_id: PriceProposalId | null
}

/** The price screen: active variants with price, cost and the cheapest competitor, newest products first, one page. */
export async function findPrices(
  reader: Reader & { readonly now: Temporal.Instant },
  { text, dearer = false, cursor, limit = 50 }: FindPrices,
): Promise<Page<PriceRow>> {
  const { competitorDays } = await readSettings(reader, priceSettings)
  const since = reader.now
    .subtract({ hours: competitorDays * 24 })
    .toString()
    .slice(0, 10)
  const [product, position, id] = cursor ? decodeCursor(cursor, 3) : []
  const { rows } = await sql<Row>`
    select v.id, v.product_id, v.position, v.sku, t.name, vt.option_values, c.currency, c.list_minor, c.was_minor, c.cost_minor, c.version,
      k.price_minor as competitor_minor, k.source as competitor_source, k.seen_on as competitor_seen,
      (select p.id from goods.price_proposals p
        where p.shop_id = v.shop_id and p.variant_id = v.id and p.status in ('proposed', 'approved')) as proposal_id
    from goods.variants v
    join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
    left join lateral (
      select t.name from goods.product_texts t where t.shop_id = v.shop_id and t.product_id = v.product_id
      order by t.locale = ${reader.locale} desc limit 1) t on true
    left join lateral (
      select t.option_values from goods.variant_texts t where t.shop_id = v.shop_id and t.variant_id = v.id
      order by t.locale = ${reader.locale} desc limit 1) vt on true
    left join lateral (
      select k.price_minor, k.source, k.seen_on from goods.competitor_prices k
      where k.shop_id = v.shop_id and k.product_id = v.product_id and k.seen_on >= ${since}::date and k.currency = c.currency
      order by k.price_minor, k.seen_on desc limit 1) k on true
    where v.shop_id = ${reader.shopId} and v.status = 'active' ${matching(reader, text)}
      ${dearer ? sql`and k.price_minor < c.list_minor` : sql``}
      ${cursor ? sql`and (v.product_id, -v.position, v.id) < (${product}::uuid, ${position}::int, ${id}::uuid)` : sql``}
    order by v.product_id desc, v.position, v.id desc limit ${limit + 1}`.execute(reader.db)
  const page = toPage(rows, limit, (row) => [row.product_id, -row.position, row.id])
  return { ...page, rows: page.rows.map(toRow) }
}

function matching(reader: Reader, text: string | undefined) {
  const term = text?.trim()
  if (!term) return sql``
  const prefix = `${term.replaceAll(/[\\%_]/g, '\\$&')}%`
  return sql`and (v.sku like ${prefix} or v.product_id in (${productsWithWords(reader, term)}))`
}

const toRow = (row: Row): PriceRow => ({
  ...toPrice(row),
  variantId: row.id,
  productId: row.product_id,
  sku: row.sku,
  name: row.name ?? row.sku,
  specification: (row.option_values ?? []).join(' / '),
  version: row.version,
  competitor:
    row.competitor_minor === null
      ? null
      : {
          price: { minor: row.competitor_minor, currency: row.currency },
          source: row.competitor_source!,
          seenOn: row.competitor_seen!,
        },
  proposalId: row.proposal_id,
})
