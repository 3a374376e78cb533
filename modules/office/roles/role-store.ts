import { sql } from 'kysely'
import { newId } from '#kernel/id'
import type { Reader, Tx } from '#platform/context'
import { presetRoles } from './model.ts'
import {
  checkPermissions,
  checkRoleName,
  isPreset,
  type Role,
  type RoleDraft,
  type RoleId,
  roleNameTaken,
  roleNotFound,
} from './role.ts'
import { rolesText } from './text.ts'

const members = sql<number>`(select count(*)::int8 from office.staff_roles s where s.shop_id = r.shop_id and s.role_id = r.id)`

const roleRows = (reader: Pick<Reader, 'db' | 'shopId'>) =>
  reader.db
    .selectFrom('office.roles as r')
    .select([
      'r.id',
      'r.code',
      'r.name',
      'r.name_en',
      'r.permissions',
      'r.needs_second_factor',
      'r.preset',
      members.as('members'),
    ])
    .where('r.shop_id', '=', reader.shopId)

type RoleRow = Awaited<ReturnType<ReturnType<typeof roleRows>['executeTakeFirstOrThrow']>>

const toRole = (row: RoleRow): Role => ({
  id: row.id as RoleId,
  code: row.code,
  name: { zh: row.name, en: row.name_en },
  permissions: row.permissions,
  needsSecondFactor: row.needs_second_factor,
  preset: row.preset,
  isPreset: isPreset(row.code),
  members: row.members,
})

/** The roles of this shop, those that every shop begins with first, the owner's at the head. */
export async function listRoles(reader: Pick<Reader, 'db' | 'shopId'>): Promise<Role[]> {
  const roles = (await roleRows(reader).orderBy('r.code').execute()).map(toRole)
  const order = Object.keys(presetRoles)
  const place = ({ code, isPreset }: Role) => (isPreset ? order.indexOf(code) : order.length)
  return roles.toSorted((a, b) => place(a) - place(b))
}

/** Of each permission the names of the roles that allow it and that somebody holds: whom to ask for what one may not do oneself. */
export async function whoMay(reader: Pick<Reader, 'db' | 'shopId'>, wanted: readonly string[]) {
  const held = wanted.length === 0 ? [] : (await listRoles(reader)).filter(({ members }) => members > 0)
  return wanted.map((permission) => ({
    permission,
    roles: held.filter((role) => role.permissions.includes(permission)).map(({ name }) => name),
  }))
}

/** One role of this shop. @throws roleNotFound */
export async function loadRole(reader: Pick<Reader, 'db' | 'shopId'>, roleId: RoleId): Promise<Role> {
  const row = await roleRows(reader).where('r.id', '=', roleId).executeTakeFirst()
  if (!row) throw roleNotFound({ roleId })
  return toRole(row)
}

/** The same, locked until the transaction ends. @throws roleNotFound */
export async function lockRole(tx: Tx, roleId: RoleId): Promise<Role> {
  const row = await roleRows(tx).where('r.id', '=', roleId).forUpdate('r').executeTakeFirst()
  if (!row) throw roleNotFound({ roleId })
  return toRole(row)
}

/** Names are what people choose by, so no two roles of a shop share one. @throws roleNameInvalid, roleNameTaken, permissionUnknown */
export async function checkDraft(tx: Tx, draft: RoleDraft, except?: RoleId) {
  const name = checkRoleName(draft.name, 'name')
  const nameEn = checkRoleName(draft.nameEn, 'nameEn')
  const twin = (await listRoles(tx)).find((role) => role.id !== except && role.name.zh === name)
  if (twin) throw roleNameTaken({ field: 'name', name })
  return { name, nameEn, permissions: checkPermissions(draft.permissions), needsSecondFactor: draft.needsSecondFactor }
}

/** Gives a new shop its preset roles. Doing it again leaves what the shop has made of them. */
export async function presetShopRoles(tx: Tx): Promise<void> {
  for (const [code, granted] of Object.entries(presetRoles)) {
    const text = rolesText[`roles.${code}` as keyof typeof rolesText]
    await tx.db
      .insertInto('office.roles')
      .values({
        id: newId(),
        shop_id: tx.shopId,
        code,
        name: text.zh,
        name_en: text.en,
        permissions: [...granted],
        preset: code,
      })
      .onConflict((conflict) => conflict.constraint('roles_code_key').doNothing())
      .execute()
  }
}
