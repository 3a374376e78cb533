import { isRefusal, refusal } from '#kernel/refusal'
import type { AccountId, Context, Reader, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { forgetPerson, publish } from '#platform/events'
import { readSettings } from '#platform/settings'
import { personalData } from './personal-data.ts'
import { privacySettings } from './settings.ts'

export const stillNeeded = refusal(
  'conflict',
  'privacy.still_needed',
  (_: { parts: string }) => 'something is under way that needs the account',
)

export interface Closing {
  readonly askedAt: Temporal.Instant
  /** Until then it can be withdrawn. */
  readonly dueAt: Temporal.Instant
}

/** The closing that the account has asked for; undefined when there is none. */
export async function closingOf(reader: Pick<Reader, 'db'>, accountId: AccountId): Promise<Closing | undefined> {
  const row = await reader.db
    .selectFrom('office.account_closings')
    .select(['asked_at', 'due_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row && { askedAt: row.asked_at, dueAt: row.due_at }
}

/** The signed-in shopper asks for the end of the account. It comes after the days of thought. Again changes nothing. @throws stillNeeded */
export async function askToClose(ctx: Context): Promise<Closing> {
  const accountId = ctx.actor.id as AccountId
  await refuseNeeded(ctx, accountId)
  const { thinkDays } = await readSettings(ctx, privacySettings)
  const dueAt = ctx.now.add({ hours: 24 * thinkDays })
  return transaction(ctx, async (tx) => {
    const asked = await tx.db
      .insertInto('office.account_closings')
      .values({ account_id: accountId, asked_at: tx.now, due_at: dueAt })
      .onConflict((conflict) => conflict.doNothing())
      .returning('account_id')
      .executeTakeFirst()
    if (asked) await tell(tx, accountId, 'account.closing_asked')
    return (await closingOf(tx, accountId))!
  })
}

/** The shopper stays. Again changes nothing. */
export function withdrawClosing(ctx: Context): Promise<void> {
  const accountId = ctx.actor.id as AccountId
  return transaction(ctx, async (tx) => {
    const gone = await tx.db
      .deleteFrom('office.account_closings')
      .where('account_id', '=', accountId)
      .where('erased_at', 'is', null)
      .returning('account_id')
      .executeTakeFirst()
    if (gone) await tell(tx, accountId, 'account.closing_withdrawn')
  })
}

/** Erases whoever has asked for it and thought long enough. Who is needed again meanwhile is looked at again next time. */
export async function eraseDue(ctx: Context): Promise<void> {
  const due = await ctx.db
    .selectFrom('office.account_closings')
    .select('account_id')
    .where('erased_at', 'is', null)
    .where('due_at', '<=', ctx.now)
    .orderBy('due_at')
    .limit(100)
    .execute()
  for (const { account_id } of due) await erase(ctx, account_id as AccountId)
}

/** One person, in one transaction: nobody is half erased. Another process that is at it already does it alone. */
async function erase(ctx: Context, accountId: AccountId): Promise<void> {
  if ((await neededBy(ctx, accountId)).length > 0) return
  try {
    await transaction(ctx, (tx) => eraseUnneeded(tx, accountId))
  } catch (error) {
    if (!isRefusal(error, stillNeeded)) throw error
  }
}

/** What is erased waits for an order that is being written with it; so the last look sees that order, and all of this is undone. @throws stillNeeded */
async function eraseUnneeded(tx: Tx, accountId: AccountId): Promise<void> {
  const taken = await tx.db
    .selectFrom('office.account_closings')
    .select('account_id')
    .where('account_id', '=', accountId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!taken) return
  await tx.db
    .updateTable('office.account_closings')
    .set({ erased_at: tx.now })
    .where('account_id', '=', accountId)
    .execute()
  await eraseAccount(tx, accountId)
  await refuseNeeded(tx, accountId)
}

/** Takes out what tells who somebody was, in all parts of the house. For people who asked for it, and for those whom a file brought by mistake. */
export async function eraseAccount(tx: Tx, accountId: AccountId): Promise<void> {
  for (const part of personalData()) await part.erase?.(tx, accountId)
  await forgetPerson(tx, accountId)
  await tell(tx, accountId, 'account.erased')
}

async function refuseNeeded(reader: Reader, accountId: AccountId): Promise<void> {
  const parts = await neededBy(reader, accountId)
  if (parts.length > 0) throw stillNeeded({ parts: parts.join(', ') })
}

async function neededBy(reader: Reader, accountId: AccountId): Promise<string[]> {
  const parts: string[] = []
  for (const { name, isNeeded } of personalData()) if (await isNeeded?.(reader, accountId)) parts.push(name)
  return parts
}

const tell = (tx: Tx, id: AccountId, type: string): Promise<void> =>
  publish(tx, { type, aggregate: 'account', id, data: {} })
