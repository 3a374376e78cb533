import { refusal } from '#kernel/refusal'
import { keepAnOwner, refuseManagingMore } from '#office/roles'
import type { AccountId, Context } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lockAccount, updateAccount } from './account-store.ts'
import { endSessions } from './session.ts'

export const disablesSelf = refusal(
  'conflict',
  'accounts.disables_self',
  (_: object) => 'nobody disables the own account',
)

/** Stops an account: it cannot sign in and its sessions end at once. Again changes nothing. @throws accountNotFound, disablesSelf, holdsMore, lastOwner */
export async function disableAccount(ctx: Context, accountId: AccountId): Promise<void> {
  if (accountId === ctx.actor.id) throw disablesSelf({})
  await setStatus(ctx, accountId, 'disabled')
}

/** Lets a disabled account sign in again. @throws accountNotFound, holdsMore */
export function enableAccount(ctx: Context, accountId: AccountId): Promise<void> {
  return setStatus(ctx, accountId, 'active')
}

async function setStatus(ctx: Context, accountId: AccountId, status: 'active' | 'disabled'): Promise<void> {
  await refuseManagingMore(ctx, accountId)
  await transaction(ctx, async (tx) => {
    const { status: before } = await lockAccount(tx, accountId)
    if (before === status || before === 'closed') return
    if (status === 'disabled') await keepAnOwner(tx, accountId, { everywhere: true })
    await updateAccount(tx, accountId, { status })
    if (status === 'disabled') await endSessions(tx, accountId)
    await publish(tx, {
      type: `account.${status === 'active' ? 'enabled' : 'disabled'}`,
      aggregate: 'account',
      id: accountId,
      data: { before, after: status },
    })
  })
}
