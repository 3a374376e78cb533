import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Reader } from '#platform/context'

export interface FinishedPage {
  readonly productId: Id<'Product'>
  readonly onSale: boolean
  /** The page as JSON without its closing brace; null when it is to be made anew. */
  readonly page: string | null
}

interface PageRow extends FinishedPage {
  readonly n: number
}

/** The pages of the products at these addresses of the storefront, in the caller's language, on sale or delisted; undefined where there is none. One statement; `filledPage` of the catalogue adds what is available. */
export async function finishedPages(
  { db, shopId, locale }: Reader,
  slugs: readonly string[],
): Promise<(FinishedPage | undefined)[]> {
  const { rows } = await sql<PageRow>`
    select r.n::int as n, p.id as "productId", p.status = 'on_sale' as "onSale", case when d.page_tree = t.changes then d.page end as page
    from json_array_elements_text(${JSON.stringify(slugs)}::json) with ordinality r(slug, n)
    join goods.products p on p.shop_id = ${shopId} and p.slug = r.slug and p.status in ('on_sale', 'delisted')
    cross join goods.category_tree t
    left join goods.search_documents d on d.shop_id = ${shopId} and d.product_id = p.id and d.locale = ${locale}`.execute(
    db,
  )
  const pages: (FinishedPage | undefined)[] = slugs.map(() => undefined)
  for (const row of rows) pages[row.n - 1] = row
  return pages
}
