import { sql } from 'kysely'
import type { Reader } from '#platform/context'
import { fold } from './fold.ts'
import { searchLimits } from './model.ts'

/**
 * How what is typed may go on, from what is said of the goods on sale: words that begin so, or whose pinyin or initials do; what most goods are
 * called by first. Of several words the last one is completed. Nothing for nothing typed.
 */
export async function suggestWords({ db, shopId, locale }: Reader, typed: string): Promise<string[]> {
  const folded = fold(typed.slice(0, searchLimits.text)).trimStart()
  const at = folded.lastIndexOf(' ') + 1
  const [before, begun] = [folded.slice(0, at), folded.slice(at)]
  if (!begun) return []
  const begins = `${begun.replaceAll(/[\\%_]/g, '\\$&')}%`
  const isLatin = /^[a-z]+$/.test(begun)
  const { rows } = await sql<{ word: string }>`
    select word from (
      select word, products from goods.search_words where shop_id = ${shopId} and locale = ${locale} and products > 0 and word like ${begins}
      union select word, products from goods.search_words where ${isLatin} and shop_id = ${shopId} and locale = ${locale} and products > 0 and spelling like ${begins}
      union select word, products from goods.search_words where ${isLatin} and shop_id = ${shopId} and locale = ${locale} and products > 0 and initials like ${begins}) w
    order by word = ${begun} desc, products desc, word limit ${searchLimits.suggestions}`.execute(db)
  return rows.map(({ word }) => `${before}${word}`)
}
