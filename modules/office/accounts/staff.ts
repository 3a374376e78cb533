import { formerStaff, grantRoles, rolesInShop, warehousesOfStaff } from '#office/roles'
import type { AccountId, Reader, Tx } from '#platform/context'
import { checkDisplayName, checkUserName } from './account.ts'
import type { AccountStatus } from './model.ts'
import { checkPassword, hashPassword } from './password.ts'
import { openAccount } from './register-shopper.ts'
import { hasFactor } from './second-factor.ts'

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
  /** `left`: worked in this shop once. */
  readonly status: AccountStatus | 'left'
  /** Codes of the roles in this shop; of who has left, those they had. */
  readonly roles: readonly string[]
  /** For which warehouses a role was given, by its code; one that is not named holds in all of them. */
  readonly warehouses: Readonly<Record<string, readonly string[]>>
  readonly leftAt: Temporal.Instant | null
  readonly hasSecondFactor: boolean
  /** Until when a password that was given still opens; null once somebody has chosen their own. */
  readonly temporaryUntil: Temporal.Instant | null
}

/** Everybody who has a role in this shop, by name, and then those who had one. */
export async function findStaff(reader: Reader): Promise<StaffMember[]> {
  const [roles, former] = [await rolesInShop(reader), await formerStaff(reader)]
  const warehouses = await warehousesOfStaff(reader)
  const ids = [...roles.keys(), ...former.keys()]
  if (ids.length === 0) return []
  const rows = await reader.db
    .selectFrom('office.accounts as a')
    .select([
      'a.id',
      'a.user_name',
      'a.display_name',
      'a.status',
      'a.password_temporary_until',
      hasFactor.as('has_factor'),
    ])
    .where('a.id', 'in', ids)
    .orderBy('a.display_name')
    .execute()
  const members = rows.map((row): StaffMember => {
    const id = row.id as AccountId
    const left = former.get(id)
    return {
      id,
      userName: row.user_name,
      displayName: row.display_name,
      status: left ? 'left' : (row.status as AccountStatus),
      roles: left?.roles ?? roles.get(id) ?? [],
      warehouses: warehouses.get(id) ?? {},
      leftAt: left?.leftAt ?? null,
      hasSecondFactor: row.has_factor,
      temporaryUntil: row.password_temporary_until,
    }
  })
  return members.toSorted((a, b) => Number(a.status === 'left') - Number(b.status === 'left'))
}
