import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { Tx } from '#platform/context'
import { recountCategories } from './finished-lists.ts'
import { type Part, rankedOf, termsOf } from './terms.ts'
import { cutAsTaught } from './vocabulary.ts'

type ProductId = Id<'Product'>

/**
 * Brings the search documents of products up to date, in the transaction that changed them. Every product with a name
 * has one for each language; it is found while the product is on sale and keeps its stock and sales marks throughout.
 */
export async function reindexProducts(tx: Tx, productIds: readonly ProductId[]): Promise<void> {
  if (productIds.length === 0) return
  recountCategories(tx)
  await cutAsTaught(tx)
  const sources = await readSources(tx, [...new Set(productIds)].sort())
  const documents = sources.flatMap((source) => (['zh', 'en'] as const).map((locale) => toDocument(source, locale)))
  if (documents.length > 0) await writeDocuments(tx, documents)
}

interface Text {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly selling_points: readonly string[]
}
interface Source {
  readonly id: ProductId
  readonly status: string
  readonly kind: string
  readonly on_sale_at: string | null
  readonly brand_id: string | null
  readonly tags: readonly string[]
  readonly keywords: readonly string[]
  readonly attributes: Readonly<Record<string, string | number | { zh: string; en: string }>>
  readonly texts: Readonly<Partial<Record<Locale, Text>>> | null
  readonly categories: readonly { id: string; zh: string | null; en: string | null }[] | null
  readonly choices:
    | readonly { code: string; kind: string; options: readonly { code: string; zh: string; en: string }[] }[]
    | null
  readonly brand: { zh: string; en: string } | null
  readonly variants:
    | readonly { sku: string; barcode: string | null; minor: number | null; values: readonly string[] | null }[]
    | null
}

/** Everything a document is made of, one row a product. */
async function readSources(tx: Tx, ids: readonly ProductId[]): Promise<Source[]> {
  const { rows } = await sql<Source>`
    select p.id, p.status, p.kind, p.on_sale_at::text, p.brand_id, p.tags, p.keywords, p.attributes,
      (select jsonb_object_agg(t.locale, jsonb_build_object('name', t.name, 'title', t.title, 'description', left(t.description, 4000), 'selling_points', t.selling_points))
        from goods.product_texts t where t.shop_id = p.shop_id and t.product_id = p.id) as texts,
      path.categories, path.choices,
      (select jsonb_build_object('zh', b.name, 'en', b.name_en) from goods.brands b where b.id = p.brand_id) as brand,
      (select jsonb_agg(jsonb_build_object('sku', v.sku, 'barcode', v.barcode, 'minor', c.list_minor, 'values',
          (select jsonb_agg(distinct w) from goods.variant_texts vt, unnest(vt.option_values) w where vt.shop_id = v.shop_id and vt.variant_id = v.id)))
        from goods.variants v left join goods.prices c on c.shop_id = v.shop_id and c.variant_id = v.id
        where v.shop_id = p.shop_id and v.product_id = p.id and v.status = 'active') as variants
    from goods.products p
    left join lateral (
      with recursive up as (
        select c.id, c.parent_id, 0 as height from goods.categories c where c.id = p.category_id
        union all select c.id, c.parent_id, up.height + 1 from goods.categories c join up on c.id = up.parent_id where up.height < 20)
      select jsonb_agg(jsonb_build_object('id', up.id,
          'zh', (select name from goods.category_texts where category_id = up.id and locale = 'zh'),
          'en', (select name from goods.category_texts where category_id = up.id and locale = 'en'))) as categories,
        (select jsonb_agg(jsonb_build_object('code', a.code, 'kind', a.kind, 'options', a.options))
          from goods.category_attributes a where a.category_id in (select id from up)) as choices
      from up) path on true
    where p.shop_id = ${tx.shopId} and p.id = any(${ids}::uuid[])
    order by p.id`.execute(tx.db)
  return rows.filter((row) => row.texts)
}

interface Document {
  readonly product_id: string
  readonly locale: Locale
  readonly terms: string
  readonly ranked: string
  readonly category_ids: readonly string[]
  readonly brand_id: string | null
  readonly facets: readonly string[]
  readonly from_minor: number
  readonly to_minor: number
  readonly in_stock: boolean
  /** `infinity` while the product is not on sale: never reached, so never found. */
  readonly on_sale_at: string
}

function toDocument(source: Source, locale: Locale): Document {
  const prices = (source.variants ?? []).flatMap(({ minor }) => minor ?? [])
  const parts = partsOf(source, locale)
  return {
    product_id: source.id,
    locale,
    terms: termsOf(parts),
    ranked: rankedOf(parts),
    category_ids: (source.categories ?? []).map(({ id }) => id),
    brand_id: source.brand_id,
    facets: facetsOf(source),
    from_minor: prices.length ? Math.min(...prices) : 0,
    to_minor: prices.length ? Math.max(...prices) : 0,
    in_stock: source.kind === 'service',
    on_sale_at: source.status === 'on_sale' && source.on_sale_at ? source.on_sale_at : 'infinity',
  }
}

function partsOf(source: Source, locale: Locale): Part[] {
  const text = source.texts?.[locale] ?? source.texts?.zh ?? source.texts?.en
  const variants = source.variants ?? []
  const named = (both: { zh: string | null; en: string | null }) => both[locale] ?? both.zh ?? both.en ?? ''
  return [
    { kind: 'name', text: text?.name ?? '' },
    { kind: 'sign', text: variants.map(({ sku, barcode }) => `${sku} ${barcode ?? ''}`).join(' ') },
    { kind: 'sign', text: source.brand ? `${source.brand.zh} ${source.brand.en}` : '' },
    {
      kind: 'said',
      text: [text?.title, ...source.tags, ...source.keywords, ...attributeWords(source, locale)].join(' '),
    },
    { kind: 'said', text: (source.categories ?? []).map(named).join(' ') },
    {
      kind: 'further',
      text: [...(text?.selling_points ?? []), ...variants.flatMap(({ values }) => values ?? [])].join(' '),
    },
    { kind: 'further', text: (text?.description ?? '').replace(/<[^>]*>/g, ' ') },
  ]
}

function attributeWords({ attributes, choices }: Source, locale: Locale): string[] {
  return Object.entries(attributes).map(([code, value]) => {
    if (typeof value === 'object') return value[locale] || value.zh || value.en
    const option = choices?.find((choice) => choice.code === code)?.options.find((one) => one.code === value)
    return option?.[locale] ?? String(value)
  })
}

/** `code=choice` for each choice a product has made, `tag=word` for its tags. */
function facetsOf({ attributes, choices, tags }: Source): string[] {
  const chosen = Object.entries(attributes).filter(([code]) =>
    choices?.some((choice) => choice.code === code && choice.kind === 'choice'),
  )
  return [...chosen.map(([code, value]) => `${code}=${String(value)}`), ...tags.map((tag) => `tag=${tag}`)]
}

async function writeDocuments(tx: Tx, documents: readonly Document[]): Promise<void> {
  await sql`
    insert into goods.search_documents
      (shop_id, product_id, locale, terms, ranked, category_ids, brand_id, facets, from_minor, to_minor, in_stock, on_sale_at)
    select ${tx.shopId}, d.product_id, d.locale, d.terms::tsvector, d.ranked::tsvector, d.category_ids, d.brand_id, d.facets, d.from_minor, d.to_minor, d.in_stock, d.on_sale_at
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as d(product_id uuid, locale text, terms text, ranked text, category_ids uuid[],
      brand_id uuid, facets text[], from_minor bigint, to_minor bigint, in_stock boolean, on_sale_at timestamptz)
    on conflict (shop_id, product_id, locale) do update set
      terms = excluded.terms, ranked = excluded.ranked, category_ids = excluded.category_ids, brand_id = excluded.brand_id, facets = excluded.facets,
      from_minor = excluded.from_minor, to_minor = excluded.to_minor, on_sale_at = excluded.on_sale_at`.execute(tx.db)
}
