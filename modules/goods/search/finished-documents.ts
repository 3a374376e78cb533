import { sql } from 'kysely'
import type { Id } from '#kernel/id'
import type { Locale } from '#kernel/text'
import type { Reader } from '#platform/context'

/** The state of a product's document before its finished texts were made: what is made from it is kept only while nothing has changed since. */
export interface DocumentState {
  readonly productId: Id<'Product'>
  readonly locale: Locale
  readonly changes: number
  /** How often the category tree had changed. */
  readonly tree: number
}

/** To be read before anything that a finished text is made from. */
export async function documentStates(reader: Reader, productIds: readonly Id<'Product'>[]): Promise<DocumentState[]> {
  const { rows } = await sql<DocumentState>`
    select d.product_id as "productId", d.locale, d.changes, t.changes as tree
    from goods.search_documents d cross join goods.category_tree t
    where d.shop_id = ${reader.shopId} and d.product_id = any(${productIds}::uuid[])`.execute(reader.db)
  return rows
}

export interface FinishedDocument extends DocumentState {
  /** The product in a list, as JSON without its closing brace. */
  readonly card: string
  /** Its page, as JSON without its closing brace. */
  readonly page: string
}

/** Keeps finished texts, but not those of products that have changed meanwhile or that somebody is changing now: nobody waits for them. */
export async function keepDocuments(reader: Reader, documents: readonly FinishedDocument[]): Promise<void> {
  if (documents.length === 0) return
  await sql`
    update goods.search_documents d set card = n.card, page = n.page, page_tree = n.tree
    from (
      select l.product_id, l.locale, n.card, n.page, n.tree
      from json_to_recordset(${JSON.stringify(documents)}::json) as n("productId" uuid, locale text, changes bigint, tree bigint, card text, page text)
      join goods.search_documents l on l.shop_id = ${reader.shopId} and l.product_id = n."productId" and l.locale = n.locale
      where l.changes = n.changes
      for no key update of l skip locked) n
    where d.shop_id = ${reader.shopId} and d.product_id = n.product_id and d.locale = n.locale`.execute(reader.db)
}
