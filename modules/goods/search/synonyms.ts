import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { starterSynonyms } from './starter-synonyms.ts'
import { forgetVocabulary } from './vocabulary.ts'

/** Takes over the house's own synonyms of the trade, except groups that the shop has already. Returns how many came. Safe to repeat. */
export function takeStarterSynonyms(ctx: Context): Promise<number> {
  return transaction(ctx, async (tx) => {
    forgetVocabulary(tx)
    const rows = starterSynonyms.map((group) => ({ id: newId(), ...group }))
    const { rows: added } = await sql`
      insert into goods.search_synonyms (shop_id, id, words, one_way, weight_percent, changed_at)
      select ${tx.shopId}, n.id, n.words, n."oneWay", n."weightPercent", ${tx.now}
      from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, words text[], "oneWay" boolean, "weightPercent" int)
      where not exists (select from goods.search_synonyms s where s.shop_id = ${tx.shopId} and s.words = n.words)
      returning id`.execute(tx.db)
    return added.length
  })
}
