import { refusal } from '#kernel/refusal'
import { checkMayGive, formerStaff, grantRoles, leaveShop, type RolesGiven, shopsOf } from '#office/roles'
import type { AccountId, Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { accountNotFound, checkDisplayName, checkUserName } from './account.ts'
import { lockAccount, updateAccount } from './account-store.ts'
import { hashPassword } from './password.ts'
import { openAccount } from './register-shopper.ts'
import { endSessions } from './session.ts'
import { newTemporaryPassword, replaceByTemporary, type TemporaryPassword } from './temporary-password.ts'

export const endsOwnEmployment = refusal(
  'conflict',
  'accounts.ends_own_employment',
  (_: object) => 'nobody ends the own employment',
)

export interface HireStaff extends RolesGiven {
  readonly userName: string
  readonly displayName: string
}

/**
 * Opens an account for somebody who begins to work in this shop, with a temporary password to hand over. Not to be called with an
 * idempotency key, under which the answer would be stored.
 *
 * @throws userNameInvalid, displayNameInvalid, userNameTaken, roleUnknown
 * @throws permissionNotHeld when a role allows what whoever gives it may not
 */
export async function hireStaff(ctx: Context, wanted: HireStaff): Promise<TemporaryPassword & { id: AccountId }> {
  const ready = await readyToHire(wanted)
  return transaction(ctx, (tx) => hire(tx, ready))
}

export interface ReadyToHire extends HireStaff {
  readonly password: string
  readonly passwordHash: string
}

/** Checks the names and makes the password: hashing takes its time and stays outside the transaction. @throws userNameInvalid, displayNameInvalid */
export async function readyToHire({ userName, displayName, ...given }: HireStaff): Promise<ReadyToHire> {
  const names = { userName: checkUserName(userName, { ofStaff: true }), displayName: checkDisplayName(displayName) }
  const password = newTemporaryPassword()
  return { ...names, ...given, password, passwordHash: await hashPassword(password) }
}

/** Opens the account in the shop of the transaction. @throws userNameTaken, roleUnknown, permissionNotHeld */
export async function hire(tx: Tx, ready: ReadyToHire): Promise<TemporaryPassword & { id: AccountId }> {
  const { roles, warehouses, password, passwordHash, ...names } = ready
  await checkMayGive(tx, { roles, warehouses })
  const { id } = await openAccount(tx, { kind: 'staff', ...names, passwordHash })
  const until = await replaceByTemporary(tx, id, passwordHash)
  await grantRoles(tx, { accountId: id, roles, warehouses })
  return { id, password, until }
}

/**
 * Somebody stops working in this shop: roles and sessions end at once, and so do the API keys they made here. Who works nowhere else can no
 * longer sign in. What they did stays on record.
 *
 * @throws accountNotFound, endsOwnEmployment, lastOwner
 */
export async function endEmployment(ctx: Context, accountId: AccountId): Promise<void> {
  if (accountId === ctx.actor.id) throw endsOwnEmployment({})
  await transaction(ctx, async (tx) => {
    const { status } = await lockAccount(tx, accountId)
    const before = await leaveShop(tx, accountId)
    const keys = await revokeKeysOf(tx, accountId)
    await endSessions(tx, accountId)
    const worksElsewhere = (await shopsOf(tx.db, accountId)).length > 0
    if (!worksElsewhere && status === 'active') await updateAccount(tx, accountId, { status: 'disabled' })
    const data = { before: { roles: before }, after: { roles: [] }, keysRevoked: keys }
    await publish(tx, { type: 'account.employment_ended', aggregate: 'account', id: accountId, data })
  })
}

/** The names of the keys that an account made in this shop and that end now. */
async function revokeKeysOf(tx: Tx, accountId: AccountId): Promise<readonly string[]> {
  const revoked = await tx.db
    .updateTable('office.api_keys')
    .set({ revoked_at: tx.now, revoked_by_name: tx.actor.name })
    .where('shop_id', '=', tx.shopId)
    .where('created_by', '=', accountId)
    .where('revoked_at', 'is', null)
    .returning(['id', 'name', 'prefix'])
    .execute()
  for (const { id, name, prefix } of revoked)
    await publish(tx, { type: 'api_key.revoked', aggregate: 'api_key', id, data: { name, prefix } })
  return revoked.map(({ name }) => name)
}

/**
 * Takes somebody on again who worked here, with new roles and, when they work nowhere else, a temporary password; who does keeps the own one.
 * Not to be called with an idempotency key, under which the answer would be stored.
 * @throws accountNotFound for somebody who has not left this shop
 * @throws roleUnknown, permissionNotHeld
 */
export async function hireAgain(
  ctx: Context,
  { accountId, roles, warehouses }: RolesGiven & { readonly accountId: AccountId },
): Promise<TemporaryPassword | null> {
  const password = newTemporaryPassword()
  const passwordHash = await hashPassword(password)
  return transaction(ctx, async (tx) => {
    if (!(await formerStaff(tx)).has(accountId)) throw accountNotFound({})
    await lockAccount(tx, accountId)
    await checkMayGive(tx, { roles, warehouses })
    const worksElsewhere = (await shopsOf(tx.db, accountId)).length > 0
    await grantRoles(tx, { accountId, roles, warehouses })
    const data = { roles, warehouses }
    await publish(tx, { type: 'account.employment_resumed', aggregate: 'account', id: accountId, data })
    if (worksElsewhere) return null
    await updateAccount(tx, accountId, { status: 'active' })
    return { password, until: await replaceByTemporary(tx, accountId, passwordHash) }
  })
}
