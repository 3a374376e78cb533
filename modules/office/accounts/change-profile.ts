import type { Locale } from '#kernel/text'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { checkDisplayName, needAccountId } from './account.ts'
import { lockAccount, updateAccount } from './account-store.ts'
import type { Account } from './model.ts'

/** Changes the name shown and the language of messages of the signed-in account. @throws displayNameInvalid */
export function changeProfile(
  ctx: Context,
  { displayName, locale }: { displayName?: string; locale?: Locale },
): Promise<Account> {
  return transaction(ctx, async (tx) => {
    const before = await lockAccount(tx, needAccountId(tx.actor))
    const name = displayName === undefined ? before.displayName : checkDisplayName(displayName)
    const after = await updateAccount(tx, before.id, { display_name: name, locale: locale ?? before.locale })
    const said = ({ kind, displayName: shown, locale: language }: Account) => ({
      kind,
      displayName: shown,
      locale: language,
    })
    await publish(tx, {
      type: 'account.changed',
      aggregate: 'account',
      id: before.id,
      data: { before: said(before), after: said(after) },
    })
    return after
  })
}
