import { grantRoles, rolesInShop } from '#office/roles'
import type { AccountId, Reader, Tx } from '#platform/context'
import { checkDisplayName, checkUserName } from './account.ts'
import type { AccountStatus } from './model.ts'
import { checkPassword, hashPassword } from './password.ts'
import { openAccount } from './register-shopper.ts'

export interface CreateStaff {
  readonly userName: string
  readonly displayName: string
  readonly password: string
  /** Codes of the shop's roles: `ops`, `warehouse` … */
  readonly roles: readonly string[]
}

/**
 * Opens an account for somebody who works in this shop.
 * @throws userNameInvalid, displayNameInvalid, passwordWeak, userNameTaken
 * @throws roleUnknown
 */
export async function createStaff(tx: Tx, { userName, displayName, password, roles }: CreateStaff): Promise<AccountId> {
  const name = checkUserName(userName, { ofStaff: true })
  const passwordHash = await hashPassword(checkPassword(password, name))
  const account = await openAccount(tx, {
    kind: 'staff',
    userName: name,
    displayName: checkDisplayName(displayName),
    passwordHash,
  })
  await grantRoles(tx, { accountId: account.id, roles })
  return account.id
}

export interface StaffMember {
  readonly id: AccountId
  readonly userName: string
  readonly displayName: string
  readonly status: AccountStatus
  readonly roles: readonly string[]
}

/** Everybody who has a role in this shop, by name. */
export async function findStaff(reader: Reader): Promise<StaffMember[]> {
  const roles = await rolesInShop(reader)
  if (roles.size === 0) return []
  const rows = await reader.db
    .selectFrom('office.accounts')
    .select(['id', 'user_name', 'display_name', 'status'])
    .where('id', 'in', [...roles.keys()])
    .orderBy('display_name')
    .execute()
  return rows.map((row) => ({
    id: row.id as AccountId,
    userName: row.user_name,
    displayName: row.display_name,
    status: row.status as AccountStatus,
    roles: roles.get(row.id as AccountId) ?? [],
  }))
}
