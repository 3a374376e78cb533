import { sql } from 'kysely'
import { pageOf, productsOf } from '#goods/catalog'
import { productsWithWords } from '#goods/search'
import { decodeCursor, type Page, toPage } from '#kernel/page'
import type { Both, Product, ProductId } from '#model/goods/catalog'
import type { Reader } from '#platform/context'
import type { KnowledgeCard, PriceLevel } from './model.ts'

/** A product as service staff need it: the card, and what the catalogue knows. */
export interface Known {
  readonly product: Product
  readonly card: KnowledgeCard
  readonly facts: readonly { readonly name: Both; readonly value: Both }[]
}

export interface FindKnown {
  /** Words of the product or of its card, or the start of a SKU code. */
  readonly text?: string
  readonly cursor?: string
  readonly limit?: number
}

/** Products on sale or delisted with their cards, the newest first, one page. */
export async function findKnown(reader: Reader, { text, cursor, limit = 20 }: FindKnown): Promise<Page<Known>> {
  const [after] = cursor ? decodeCursor(cursor, 1) : []
  const { rows } = await sql<{ id: ProductId }>`
    select p.id from goods.products p
    where p.shop_id = ${reader.shopId} and p.status in ('on_sale', 'delisted') ${matching(reader, text)}
      ${cursor ? sql`and p.id < ${after}::uuid` : sql``}
    order by p.id desc limit ${limit + 1}`.execute(reader.db)
  const page = toPage(rows, limit, (row) => [row.id])
  return {
    ...page,
    rows: await known(
      reader,
      page.rows.map(({ id }) => id),
    ),
  }
}

function matching(reader: Reader, text: string | undefined) {
  const term = text?.trim()
  if (!term) return sql``
  const safe = term.replaceAll(/[\\%_]/g, '\\$&')
  return sql`and (p.id in (${productsWithWords(reader, term)})
    or p.id in (select v.product_id from goods.variants v where v.shop_id = ${reader.shopId} and v.sku like ${`${safe}%`})
    or p.id in (select k.product_id from goods.knowledge_cards k where k.shop_id = ${reader.shopId}
      and k.material || ' ' || k.uses || ' ' || k.answers ilike ${`%${safe}%`}))`
}

async function known(reader: Reader, ids: readonly ProductId[]): Promise<Known[]> {
  const products = await productsOf(reader, ids)
  const cards = await cardsOf(reader, ids)
  return Promise.all(
    ids.map(async (id) => {
      const product = products.get(id)!
      return { product, card: cards.get(id) ?? emptyCard(id), facts: (await pageOf(reader, product)).facts }
    }),
  )
}

/** The cards of some products; one that nobody has written is missing. */
export async function cardsOf(reader: Reader, ids: readonly ProductId[]): Promise<Map<ProductId, KnowledgeCard>> {
  const rows = await reader.db
    .selectFrom('goods.knowledge_cards')
    .selectAll()
    .where('shop_id', '=', reader.shopId)
    .where('product_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.product_id as ProductId,
      {
        productId: row.product_id as ProductId,
        material: row.material,
        priceLevel: row.price_level as PriceLevel | null,
        uses: row.uses,
        answers: row.answers,
        updatedAt: row.updated_at,
        updatedBy: row.updated_by,
      },
    ]),
  )
}

export const emptyCard = (productId: ProductId): KnowledgeCard => ({
  productId,
  material: '',
  priceLevel: null,
  uses: '',
  answers: '',
  updatedAt: null,
  updatedBy: null,
})
