import { sql } from 'kysely'
import type { Locale } from '#kernel/text'
import type { Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { fold } from './fold.ts'
import { type Called, gatherWords } from './gather-words.ts'
import { forgetLesson } from './lexicon.ts'
import { blurred, syllablesOf } from './sounds.ts'
import { cutAsTaught } from './vocabulary.ts'
import { isHan } from './words.ts'

/**
 * Job. Learns from names, brands, categories, tags and attributes which words are said of the goods, and from the synonyms which others mean the same, when any of
 * them has changed since. Safe to repeat.
 */
export async function learnWords(ctx: Context): Promise<void> {
  const seen = await stateOf(ctx)
  const last = await ctx.db
    .selectFrom('goods.search_lessons')
    .select('seen')
    .where('shop_id', '=', ctx.shopId)
    .executeTakeFirst()
  if (last?.seen === seen) return
  await cutAsTaught(ctx)
  for (const locale of ['zh', 'en'] as const) await learn(ctx, locale)
  await transaction(ctx, (tx) => keepLesson(tx, seen))
}

async function keepLesson(tx: Tx, seen: string): Promise<void> {
  forgetLesson(tx)
  await sql`
    insert into goods.search_lessons (shop_id, seen, learnt_at) values (${tx.shopId}, ${seen}, ${tx.now})
    on conflict (shop_id) do update set seen = excluded.seen, learnt_at = excluded.learnt_at`.execute(tx.db)
}

/** Changes with every change of a product on sale and of the dictionary. */
async function stateOf({ db, shopId, now }: Reader): Promise<string> {
  const { rows } = await sql<{ state: string }>`
    select concat_ws(' ', count(*), sum(changes), (select count(*) from goods.search_dictionary), (select max(added_at) from goods.search_dictionary),
      (select concat_ws(' ', count(*), max(changed_at)) from goods.search_synonyms y where y.shop_id = ${shopId})) as state
    from goods.search_documents where shop_id = ${shopId} and on_sale_at <= ${now}`.execute(db)
  return rows[0]!.state
}

async function learn(ctx: Context, locale: Locale): Promise<void> {
  const said = gatherWords(await calledIn(ctx, locale))
  for (const word of await taughtIn(ctx, locale)) if (!said.has(word)) said.set(word, 0)
  const words = [...said].map(([word, products]) => ({
    word,
    products,
    ...spelt(word),
  }))
  await transaction(ctx, async (tx) => {
    await sql`delete from goods.search_words where shop_id = ${tx.shopId} and locale = ${locale}`.execute(tx.db)
    await sql`
      insert into goods.search_words (shop_id, locale, word, spelling, initials, sounds, products)
      select ${tx.shopId}, ${locale}, n.word, n.spelling, n.initials, n.sounds, n.products
      from json_to_recordset(${JSON.stringify(words)}::json) as n(word text, spelling text, initials text, sounds text, products int)
      on conflict do nothing`.execute(tx.db)
  })
}

/** A word as its sound is typed: in full, by its first letters, and blurred. A Latin word is spelt as it is. */
function spelt(word: string): { readonly spelling: string; readonly initials: string; readonly sounds: string } {
  if (!isHan(word)) return { spelling: word, initials: word, sounds: word }
  const syllables = syllablesOf(word)
  return {
    spelling: syllables.join('').replaceAll(' ', ''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
    sounds: syllables.map(blurred).join(' '),
  }
}

/** Words that staff have taught: none of the goods may say them, yet who types their pinyin means them. */
async function taughtIn({ db, shopId }: Reader, locale: Locale): Promise<string[]> {
  const groups = await db.selectFrom('goods.search_synonyms').select('words').where('shop_id', '=', shopId).execute()
  const words = new Set(groups.flatMap((group) => group.words.map(fold)))
  return [...words].filter((word) => (locale === 'zh' ? /^\p{Script=Han}{2,8}$/u : /^[a-z]{4,}$/).test(word))
}

async function calledIn({ db, shopId, now }: Reader, locale: Locale): Promise<Called[]> {
  const { rows } = await sql<Called>`
    select t.name, array_remove(p.tags || coalesce((
      select array_agg(distinct coalesce(o ->> ${locale}, o ->> 'zh')) from goods.category_attributes a, jsonb_array_elements(a.options) o
      where p.attributes ? a.code and o ->> 'code' = p.attributes ->> a.code), '{}') || array[case when ${locale} = 'zh' then b.name else b.name_en end,
      (select name from goods.category_texts c where c.category_id = p.category_id and c.locale = ${locale})], null) as signs
    from goods.products p
    join goods.product_texts t on t.shop_id = p.shop_id and t.product_id = p.id and t.locale = ${locale}
    left join goods.brands b on b.id = p.brand_id
    where p.shop_id = ${shopId} and p.status = 'on_sale' and p.on_sale_at <= ${now}`.execute(db)
  return rows
}
