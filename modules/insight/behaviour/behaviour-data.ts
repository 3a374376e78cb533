import type { PersonalData } from '#office/privacy'
import { forgetSteps } from './choice.ts'

const mostHandedOut = 5_000

/** What an account looked at, and whether it lets us remember that. */
export const behaviourPersonalData: PersonalData = {
  name: 'visits',
  async collect({ db }, accountId) {
    const choice = await db
      .selectFrom('insight.behaviour_choices')
      .select(['agrees', 'at'])
      .where('customer_id', '=', accountId)
      .executeTakeFirst()
    const steps = await db
      .selectFrom('insight.behaviour_events')
      .select(['at', 'kind', 'page', 'product_id as productId', 'query', 'source', 'referrer'])
      .where('customer_id', '=', accountId)
      .orderBy('at', 'desc')
      .limit(mostHandedOut)
      .execute()
    return { choice: choice ?? null, steps }
  },
  async erase(tx, accountId) {
    await forgetSteps(tx, { accountId })
    await tx.db.deleteFrom('insight.behaviour_choices').where('customer_id', '=', accountId).execute()
  },
}
