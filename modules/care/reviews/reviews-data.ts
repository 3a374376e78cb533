import type { PersonalData } from '#office/privacy'
import type { ShopId, Tx } from '#platform/context'
import { countReview } from './count-review.ts'
import { toReview } from './review.ts'

/** What somebody said about purchases. The stars stay and count, without a name; words and pictures go, and so does what a shop said about the buyer. */
export const reviewsPersonalData: PersonalData = {
  name: 'reviews',
  collect: async (reader, customerId) => ({
    reviews: await reader.db
      .selectFrom('care.reviews')
      .select([
        'order_number as orderNumber',
        'name',
        'stars',
        'words',
        'follow_up as followUp',
        'author',
        'anonymous',
        'reply',
        'written_at as writtenAt',
        'followed_up_at as followedUpAt',
      ])
      .where('customer_id', '=', customerId)
      .orderBy('written_at')
      .execute(),
    orders: await reader.db
      .selectFrom('care.order_ratings')
      .select(['order_id as orderId', 'description', 'service', 'logistics', 'rated_at as ratedAt'])
      .where('customer_id', '=', customerId)
      .orderBy('rated_at')
      .execute(),
    aboutYou: await reader.db
      .selectFrom('care.buyer_ratings')
      .select(['order_id as orderId', 'stars', 'words', 'rated_at as ratedAt'])
      .where('customer_id', '=', customerId)
      .orderBy('rated_at')
      .execute(),
  }),
  async erase(tx, customerId) {
    const rows = await tx.db
      .selectFrom('care.reviews')
      .selectAll()
      .where('customer_id', '=', customerId)
      .orderBy('id')
      .forUpdate()
      .execute()
    for (const row of rows) await eraseOne({ ...tx, shopId: row.shop_id as ShopId }, row)
    await tx.db.updateTable('care.buyer_ratings').set({ words: '' }).where('customer_id', '=', customerId).execute()
  },
}

async function eraseOne(tx: Tx, row: Parameters<typeof toReview>[0]): Promise<void> {
  const erased = await tx.db
    .updateTable('care.reviews')
    .set({
      author: '',
      words: '',
      picture_ids: [],
      follow_up: null,
      follow_up_picture_ids: [],
      followed_up_at: null,
    })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await countReview(tx, { before: toReview(row), after: toReview(erased) })
}
