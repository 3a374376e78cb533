import type { Id } from '#kernel/id'
import { refusal } from '#kernel/refusal'
import type { Actor } from '#platform/context'
import { type Permission, permissions, presetRoles, roleLimits } from './model.ts'

export type RoleId = Id<'Role'>

/** What members of staff who hold it may do in one shop. */
export interface Role {
  readonly id: RoleId
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly permissions: readonly string[]
  /** Its members sign in with a second factor. */
  readonly needsSecondFactor: boolean
  /** Code of the preset that it began with; null for one begun from nothing. */
  readonly preset: string | null
  /** One that every shop begins with: it stays, whatever it allows. */
  readonly isPreset: boolean
  /** How many people hold it. */
  readonly members: number
}

/** What somebody says of a role. Which preset a new one begins with is said once. */
export interface RoleDraft {
  readonly name: string
  readonly nameEn: string
  readonly permissions: readonly string[]
  readonly needsSecondFactor: boolean
}

/** Roles that somebody has or is to have in a shop. */
export interface RolesGiven {
  /** Codes of the roles. */
  readonly roles: readonly string[]
  /** Ids of the warehouses for which a role is given, by its code; a role that is not named is given for all of them. */
  readonly warehouses?: Readonly<Record<string, readonly string[]>>
}

export const roleNotFound = refusal(
  'not_found',
  'roles.not_found',
  (d: { roleId: string }) => `there is no role ${d.roleId}`,
)
export const roleUnknown = refusal(
  'invalid',
  'roles.unknown',
  (d: { field: 'roles'; role: string }) => `there is no role ${d.role}`,
)
export const roleNameInvalid = refusal(
  'invalid',
  'roles.name_invalid',
  (_: { field: 'name' | 'nameEn' }) => 'a role has a name of 1 to 40 characters',
)
export const roleNameTaken = refusal(
  'conflict',
  'roles.name_taken',
  (d: { field: 'name'; name: string }) => `another role is called ${d.name}`,
)
export const permissionUnknown = refusal(
  'invalid',
  'roles.permission_unknown',
  (d: { field: 'permissions'; permission: string }) => `there is no permission ${d.permission}`,
)
export const permissionNotHeld = refusal(
  'forbidden',
  'roles.permission_not_held',
  (d: { field: 'permissions' | 'roles'; permission: string }) => `nobody gives ${d.permission} without holding it`,
)
export const presetUnknown = refusal(
  'invalid',
  'roles.preset_unknown',
  (d: { field: 'preset'; preset: string }) => `there is no preset ${d.preset}`,
)
export const ownerIsFixed = refusal(
  'conflict',
  'roles.owner_is_fixed',
  (_: { field: 'permissions' | 'warehouses' }) => 'the owner may do everything, or a shop could lock itself out',
)
export const roleInUse = refusal(
  'conflict',
  'roles.in_use',
  (d: { members: number }) => `${d.members} people hold this role`,
)
export const rolePreset = refusal('conflict', 'roles.preset', (_: object) => 'a role that every shop begins with stays')
export const lastOwner = refusal(
  'conflict',
  'roles.last_owner',
  (_: object) => 'a shop keeps one owner who can sign in',
)
export const holdsMore = refusal(
  'forbidden',
  'roles.holds_more',
  (d: { permission: string }) => `the colleague may do ${d.permission}, who asks may not`,
)

export const isPreset = (code: string): boolean => Object.hasOwn(presetRoles, code)

/** The name of a role, tidied. @throws roleNameInvalid */
export function checkRoleName(text: string, field: 'name' | 'nameEn'): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length < 1 || [...name].length > roleLimits.name) throw roleNameInvalid({ field })
  return name
}

/** In the order of the list of all permissions, each once. @throws permissionUnknown */
export function checkPermissions(wanted: readonly string[]): Permission[] {
  const unknown = wanted.find((one) => !(permissions as readonly string[]).includes(one))
  if (unknown !== undefined) throw permissionUnknown({ field: 'permissions', permission: unknown })
  return permissions.filter((one) => wanted.includes(one))
}

/** Whether somebody holds a permission in all of these warehouses; in all of the shop unless some are named. */
export function holds(
  who: Pick<Actor, 'permissions' | 'within'> | undefined,
  permission: string,
  warehouses?: readonly string[],
): boolean {
  const own = who?.within?.[permission]
  return who?.permissions.has(permission) === true && (!own || warehouses?.every((one) => own.includes(one)) === true)
}

/** The house itself may give everything, people what they hold, where they hold it. @throws permissionNotHeld */
export function checkHeld(
  actor: Actor,
  given: Iterable<string>,
  field: 'permissions' | 'roles',
  warehouses?: readonly string[],
): void {
  if (actor.kind === 'system') return
  for (const permission of given)
    if (!holds(actor, permission, warehouses)) throw permissionNotHeld({ field, permission })
}
