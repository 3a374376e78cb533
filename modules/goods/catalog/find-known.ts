import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import type { BrandId, Product, ProductId } from './model.ts'
import { loadWhole } from './product-rows.ts'

/** Products that came from another system, by the name they have there. */
export async function productsBySource(
  reader: Reader,
  source: string,
  keys: readonly string[],
): Promise<Map<string, Product>> {
  const rows = await reader.db
    .selectFrom('goods.products')
    .select('id')
    .where('shop_id', '=', reader.shopId)
    .where('source', '=', source)
    .where('source_key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  const products = await loadWhole(
    reader,
    rows.map((row) => row.id as ProductId),
  )
  return new Map([...products.values()].map((product) => [product.sourceKey!, product]))
}

export interface Holders {
  readonly slugs: ReadonlyMap<string, ProductId>
  readonly skus: ReadonlyMap<string, ProductId>
  readonly barcodes: ReadonlyMap<string, ProductId>
}

/** Which products hold these addresses, codes and barcodes already. */
export async function holdersOf(
  reader: Reader,
  wanted: { slugs: readonly string[]; skus: readonly string[]; barcodes: readonly string[] },
): Promise<Holders> {
  const { rows } = await sql<{ kind: keyof Holders; value: string; id: ProductId }>`
    select 'slugs' as kind, slug as value, id from goods.products where shop_id = ${reader.shopId} and slug = any(${wanted.slugs}::text[])
    union all select 'skus', sku, product_id from goods.variants where shop_id = ${reader.shopId} and sku = any(${wanted.skus}::text[])
    union all select 'barcodes', barcode, product_id from goods.variants
      where shop_id = ${reader.shopId} and barcode = any(${wanted.barcodes}::text[]) and barcode is not null and status = 'active'`.execute(
    reader.db,
  )
  const of = (kind: keyof Holders) => new Map(rows.filter((row) => row.kind === kind).map((row) => [row.value, row.id]))
  return { slugs: of('slugs'), skus: of('skus'), barcodes: of('barcodes') }
}

/** Brands we know, by slug. */
export async function brandIdsOf(reader: Reader, slugs: readonly string[]): Promise<Map<string, BrandId>> {
  const rows = await reader.db
    .selectFrom('goods.brands')
    .select(['id', 'slug'])
    .where('slug', '=', sql<string>`any(${slugs}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.slug, row.id as BrandId]))
}
