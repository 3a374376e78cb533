import { sql } from 'kysely'
import { setRankingFacts } from '#goods/search'
import type { ProductId } from '#model/goods/catalog'
import type { Tx } from '#platform/context'
import type { Rating, Review, Stars } from './model.ts'
import { type RatingRow, toRating } from './rating-of.ts'

type Counted = Pick<Review, 'productId' | 'stars' | 'state' | 'pictureIds' | 'followUp' | 'followUpPictureIds'>

const columns = ['one', 'two', 'three', 'four', 'five', 'pictured', 'followed_up'] as const
const columnOf: Readonly<Record<Stars, (typeof columns)[number]>> = {
  1: 'one',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
}

/**
 * Moves the rating of a product by what one of its reviews counts now and did not count before. The database adds, so two at once lose
 * nothing. Words and pictures out of sight are not counted as such; stars always are.
 */
export async function countReview(
  tx: Tx,
  { before, after }: { readonly before?: Counted; readonly after: Counted },
): Promise<void> {
  const had = before ? tally(before) : undefined
  const has = tally(after)
  const moved = columns.flatMap((column) => {
    const by = has[column] - (had?.[column] ?? 0)
    return by === 0 ? [] : [{ column, by }]
  })
  if (moved.length === 0) return
  await sql`insert into care.product_ratings (shop_id, product_id) values (${tx.shopId}, ${after.productId}) on conflict do nothing`.execute(
    tx.db,
  )
  const sums = moved.map(({ column, by }) => sql`${sql.ref(column)} = ${sql.ref(column)} + ${by}`)
  const { rows } = await sql<RatingRow>`
    update care.product_ratings set ${sql.join(sums)}
    where shop_id = ${tx.shopId} and product_id = ${after.productId} returning *`.execute(tx.db)
  await tellRanking(tx, after.productId, toRating(rows[0]!))
}

/** What is liked is found sooner. */
const tellRanking = (tx: Tx, productId: ProductId, { count: rated, average }: Rating): Promise<void> =>
  setRankingFacts(tx, new Map([[productId, { rated, ratingHundredths: Math.round((average ?? 0) * 100) }]]))

function tally({ stars, state, pictureIds, followUp, followUpPictureIds }: Counted) {
  const isShown = state === 'shown'
  const tallied = { one: 0, two: 0, three: 0, four: 0, five: 0, pictured: 0, followed_up: 0 }
  tallied[columnOf[stars]] = 1
  if (isShown && pictureIds.length + followUpPictureIds.length > 0) tallied.pictured = 1
  if (isShown && followUp !== null) tallied.followed_up = 1
  return tallied
}
