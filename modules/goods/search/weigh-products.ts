import { sql } from 'kysely'
import type { Context } from '#platform/context'
import { factorRows } from './factors.ts'

/** Less is not worth a write. */
const noticeable = 0.005
/** Nobody who sells meanwhile waits long for a row. */
const atATime = 500

interface Weighed {
  readonly product_id: string
  readonly locale: string
  readonly boost: number
}

/** Job. Makes of what was told about each product the factor its matches are multiplied by. Safe to repeat; rows that somebody holds wait for the next turn. */
export async function weighProducts(ctx: Context): Promise<void> {
  const { rows } = await sql<Weighed>`
    select f.product_id, f.locale, f.boost::real from (${await factorRows(ctx)}) f
    join goods.search_documents d on d.shop_id = ${ctx.shopId} and d.product_id = f.product_id and d.locale = f.locale
    where abs(d.boost - f.boost) > ${noticeable}::real`.execute(ctx.db)
  for (let at = 0; at < rows.length; at += atATime) await keep(ctx, rows.slice(at, at + atATime))
}

async function keep(ctx: Context, weighed: readonly Weighed[]): Promise<void> {
  await sql`
    update goods.search_documents d set boost = n.boost
    from (
      select l.product_id, l.locale, n.boost from json_to_recordset(${JSON.stringify(weighed)}::json) as n(product_id uuid, locale text, boost real)
      join goods.search_documents l on l.shop_id = ${ctx.shopId} and l.product_id = n.product_id and l.locale = n.locale
      for no key update of l skip locked) n
    where d.shop_id = ${ctx.shopId} and d.product_id = n.product_id and d.locale = n.locale`.execute(ctx.db)
}
