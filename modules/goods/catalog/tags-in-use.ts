import { sql } from 'kysely'
import type { Reader } from '#platform/context'

/** Of these tags those that a product of the shop bears, in whatever case. */
export async function tagsInUse({ db, shopId }: Reader, tags: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ tag: string }>`
    select wanted.tag from unnest(${[...tags]}::text[]) as wanted (tag)
    where exists (
      select from goods.products p, unnest(p.tags) as worn (tag) where p.shop_id = ${shopId} and lower(worn.tag) = lower(wanted.tag))`.execute(
    db,
  )
  return new Set(rows.map(({ tag }) => tag))
}
