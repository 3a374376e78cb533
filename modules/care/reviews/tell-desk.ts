import { notify } from '#office/notices'
import type { Tx } from '#platform/context'
import type { Review } from './model.ts'

/** Tells the desk of a review that somebody should answer (three stars and fewer) or look at before everybody reads it. */
export async function tellDesk(tx: Tx, review: Review): Promise<void> {
  if (review.stars <= 3) await tell(tx, review, 'low')
  if (review.state === 'held') await tell(tx, review, 'held')
}

const tell = (tx: Tx, { id, orderNumber, stars, name }: Review, what: 'low' | 'held'): Promise<void> =>
  notify(tx, {
    permission: 'reviews.answer',
    kind: `review.${what}`,
    subject: 'review',
    subjectId: id,
    data: { number: orderNumber, stars, name },
    dedupeKey: `review.${what}:${id}`,
  })
