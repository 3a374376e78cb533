import { randomUUID } from 'node:crypto'
import type { AccountId, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import type { VisitorId } from './model.ts'

export interface ChooseVisits {
  readonly agrees: boolean
  /** What this browser was known by until now. */
  readonly visitorId?: VisitorId
}

/**
 * A visitor says whether we may remember what they look at. Agreeing answers what their browser is known by from now on; refusing takes the person out of everything that was
 * kept. A signed-in shopper decides for the account too.
 */
export function chooseVisits(ctx: Context, { agrees, visitorId }: ChooseVisits): Promise<VisitorId | undefined> {
  return transaction(ctx, async (tx) => {
    const accountId = tx.actor.kind === 'shopper' ? tx.actor.id : null
    if (accountId) await keepChoice(tx, accountId, agrees)
    if (!agrees) await forgetSteps(tx, { visitorId, accountId: accountId ?? undefined })
    return agrees ? (visitorId ?? (randomUUID() as VisitorId)) : undefined
  })
}

async function keepChoice(tx: Tx, accountId: AccountId, agrees: boolean): Promise<void> {
  const before = await agreesToVisits(tx, accountId)
  if (before === agrees) return
  await tx.db
    .insertInto('insight.behaviour_choices')
    .values({ customer_id: accountId, agrees, at: tx.now })
    .onConflict((conflict) => conflict.column('customer_id').doUpdateSet({ agrees, at: tx.now }))
    .execute()
  await publish(tx, {
    type: 'customer.visits_chosen',
    aggregate: 'customer',
    id: accountId,
    data: { before: before ?? null, after: agrees },
  })
}

/** What an account chose; undefined before it did. */
export async function agreesToVisits({ db }: Pick<Reader, 'db'>, accountId: AccountId): Promise<boolean | undefined> {
  const row = await db
    .selectFrom('insight.behaviour_choices')
    .select('agrees')
    .where('customer_id', '=', accountId)
    .executeTakeFirst()
  return row?.agrees
}

/** Takes a person out of what was kept, in all shops: the steps stay and are nobody's. */
export async function forgetSteps(
  tx: Tx,
  { visitorId, accountId }: { readonly visitorId?: VisitorId | undefined; readonly accountId?: AccountId | undefined },
): Promise<void> {
  const nobody = { visitor_id: null, session_id: null, customer_id: null }
  if (visitorId)
    await tx.db.updateTable('insight.behaviour_events').set(nobody).where('visitor_id', '=', visitorId).execute()
  if (!accountId) return
  const browsers = tx.db
    .selectFrom('insight.behaviour_events')
    .select('visitor_id')
    .where('customer_id', '=', accountId)
  await tx.db
    .updateTable('insight.behaviour_events')
    .set(nobody)
    .where((row) => row.or([row('customer_id', '=', accountId), row('visitor_id', 'in', browsers)]))
    .execute()
}
