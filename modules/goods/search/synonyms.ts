import { sql } from 'kysely'
import { type Id, newId } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { searchLimits } from './model.ts'
import { starterSynonyms } from './starter-synonyms.ts'
import { linesOf, type SynonymWords } from './synonym-lines.ts'
import { forgetVocabulary } from './vocabulary.ts'

export const synonymsInvalid = refusal(
  'invalid',
  'search.synonyms_invalid',
  (d: { field: 'words' | 'lines'; most: number; line?: number }) => `two to ${d.most} words of at most 40 characters`,
)
export const synonymsNotFound = refusal(
  'not_found',
  'search.synonyms_not_found',
  (d: { id: string }) => `no synonyms ${d.id}`,
)

export interface SynonymGroup extends SynonymWords {
  readonly id: Id<'SynonymGroup'>
}

/** All groups of a shop, those changed last first. */
export async function listSynonyms({ db, shopId }: Reader): Promise<SynonymGroup[]> {
  const rows = await db
    .selectFrom('goods.search_synonyms')
    .select(['id', 'words', 'one_way', 'weight_percent'])
    .where('shop_id', '=', shopId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as Id<'SynonymGroup'>,
    words: row.words,
    oneWay: row.one_way,
    weightPercent: row.weight_percent,
  }))
}

/**
 * Adds a group, or changes the one with this id. Searches understand it at once, those of other processes within three seconds.
 * @throws synonymsInvalid for fewer than two words, too many, or one too long
 * @throws synonymsNotFound for an id that is not this shop's
 */
export function saveSynonyms(
  ctx: Context,
  { id, ...group }: SynonymWords & { readonly id?: Id<'SynonymGroup'> },
): Promise<void> {
  const words = plainWords(group.words)
  if (!isGroup(words)) throw synonymsInvalid({ field: 'words', most: searchLimits.synonyms })
  return transaction(ctx, async (tx) => {
    const { rows } = id
      ? await sql`
          update goods.search_synonyms set words = ${words}::text[], one_way = ${group.oneWay}, weight_percent = ${group.weightPercent}, changed_at = ${tx.now}
          where shop_id = ${tx.shopId} and id = ${id} returning id`.execute(tx.db)
      : await insertGroups(tx, [{ ...group, words }])
    if (id && rows.length === 0) throw synonymsNotFound({ id })
    await changed(tx, { words })
  })
}

/** @throws synonymsNotFound */
export function removeSynonyms(ctx: Context, id: Id<'SynonymGroup'>): Promise<void> {
  return transaction(ctx, async (tx) => {
    const { rows } = await sql<{ words: string[] }>`
      delete from goods.search_synonyms where shop_id = ${tx.shopId} and id = ${id} returning words`.execute(tx.db)
    if (!rows[0]) throw synonymsNotFound({ id })
    await changed(tx, { removed: rows[0].words })
  })
}

/**
 * Takes over groups written one a line (`synonym-lines.ts`), except those the shop has already: all or nothing. Returns how many came. Safe to repeat.
 * @throws synonymsInvalid naming the first line that is no group
 */
export function importSynonyms(ctx: Context, text: string): Promise<number> {
  const groups = linesOf(text).map((group) => ({ ...group, words: plainWords(group.words) }))
  const wrong = groups.findIndex(({ words }) => !isGroup(words))
  if (wrong >= 0) throw synonymsInvalid({ field: 'lines', most: searchLimits.synonyms, line: wrong + 1 })
  return takeGroups(ctx, groups)
}

/** Takes over the house's own synonyms of the trade, except groups that the shop has already. Returns how many came. Safe to repeat. */
export const takeStarterSynonyms = (ctx: Context): Promise<number> => takeGroups(ctx, starterSynonyms)

function takeGroups(ctx: Context, groups: readonly SynonymWords[]): Promise<number> {
  return transaction(ctx, async (tx) => {
    const { rows } = await insertGroups(tx, groups)
    await changed(tx, { added: rows.length })
    return rows.length
  })
}

const insertGroups = (tx: Tx, groups: readonly SynonymWords[]) =>
  sql`
    insert into goods.search_synonyms (shop_id, id, words, one_way, weight_percent, changed_at)
    select ${tx.shopId}, n.id, n.words, n."oneWay", n."weightPercent", ${tx.now}
    from json_to_recordset(${JSON.stringify(groups.map((group) => ({ id: newId(), ...group })))}::json) as n(id uuid, words text[], "oneWay" boolean, "weightPercent" int)
    where not exists (select from goods.search_synonyms s where s.shop_id = ${tx.shopId} and s.words = n.words)
    returning id`.execute(tx.db)

async function changed(tx: Tx, data: Readonly<Record<string, unknown>>): Promise<void> {
  forgetVocabulary(tx)
  await publish(tx, { type: 'search.synonyms_changed', aggregate: 'shop', id: tx.shopId, data })
}

const plainWords = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.normalize('NFKC').trim().toLowerCase()).filter(Boolean)),
]
const isGroup = (words: readonly string[]): boolean =>
  words.length >= 2 &&
  words.length <= searchLimits.synonyms &&
  words.every(({ length }) => length <= searchLimits.hotWord)
