import { sql } from 'kysely'
import { dayIn } from '#kernel/day'
import type { Context, Reader } from '#platform/context'
import { fold } from './fold.ts'
import { searchLimits } from './model.ts'

/** So many different words of a day are kept: what a machine types at random must not fill the table. */
const mostADay = 2_000
/** What looks like a telephone number, an address of mail or a card was typed by mistake and is nobody's business. */
const isPrivate = /@|\d{7}/
const keptDays = 90

/** Counts a search that nothing in the shop suits, on the shop's day. */
export async function noteMissed(
  reader: Reader,
  { text, timeZone }: { readonly text: string; readonly timeZone: string },
): Promise<void> {
  const word = fold(text.slice(0, searchLimits.text)).trim()
  if (!word || isPrivate.test(word)) return
  const day = dayIn(reader.now, timeZone)
  await sql`
    insert into goods.missed_searches as m (shop_id, day, locale, word, last_at)
    select ${reader.shopId}, ${day}, ${reader.locale}, ${word}, ${reader.now}
    where (select count(*) from goods.missed_searches where shop_id = ${reader.shopId} and day = ${day}) < ${mostADay}
    on conflict (shop_id, day, locale, word) do update set times = m.times + 1, last_at = excluded.last_at`.execute(
    reader.db,
  )
}

export interface MissedSearch {
  readonly word: string
  readonly locale: string
  /** Days on which it was searched, and how often in all. */
  readonly days: number
  readonly times: number
  readonly lastAt: Temporal.Instant
}

/** What was searched since a day and found nothing, the most frequent first, at most 200. */
export async function missedSearches({ db, shopId }: Reader, since: Temporal.PlainDate): Promise<MissedSearch[]> {
  const { rows } = await sql<MissedSearch>`
    select word, locale, count(*)::int8 as days, sum(times)::int8 as times, max(last_at) as "lastAt"
    from goods.missed_searches where shop_id = ${shopId} and day >= ${since}
    group by word, locale order by sum(times) desc, max(last_at) desc, word limit 200`.execute(db)
  return rows
}

/** Job. Forgets what was searched in vain long ago. */
export async function forgetMissed({ db, shopId, now }: Context): Promise<void> {
  const before = dayIn(now, 'Asia/Shanghai').subtract({ days: keptDays })
  await sql`delete from goods.missed_searches where shop_id = ${shopId} and day < ${before}`.execute(db)
}
