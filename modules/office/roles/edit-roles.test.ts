import { expect, test } from 'vitest'
import { newId } from '#kernel/id'
import { comparedWithPreset, permissions, presetOf } from '#model/office/roles'
import {
  assignRoles,
  changeRole,
  createRole,
  grantRoles,
  leaveShop,
  listRoles,
  loadRole,
  permissionsOf,
  presetShopRoles,
  type RoleDraft,
  refuseManagingMore,
  removeRole,
  rightsOf,
} from '#office/roles'
import { openShop } from '#office/shops'
import type { AccountId, Actor } from '#platform/context'
import { transaction } from '#platform/database'
import { historyOf } from '#platform/events'
import { aContext, as, lin } from '#test/context'
import { testDatabase } from '#test/database'

const { db } = await testDatabase()
const owner: Actor = { ...lin, permissions: new Set(permissions) }
/** Runs the staff and may not see the books. */
const manager: Actor = { ...lin, permissions: new Set(permissions.filter((one) => one !== 'ledger.read')) }

async function aShop() {
  const first = aContext(db)
  const code = `shop-${newId().slice(-8)}`
  const shopId = await db.transaction().execute((tx) => openShop(tx, first.now, { code, name: '小店', nameEn: 'Shop' }))
  const ctx = aContext(db, { shopId, actor: owner })
  await transaction(ctx, presetShopRoles)
  const roleOf = async (wanted: string) => (await listRoles(ctx)).find((role) => role.code === wanted)!
  return { ctx, roleOf }
}

async function aMember(ctx: ReturnType<typeof aContext>, role: string): Promise<AccountId> {
  const id = newId<'Account'>()
  const account = { id, kind: 'staff', user_name: id, display_name: 'Mei', created_at: ctx.now }
  await db.insertInto('office.accounts').values(account).execute()
  await transaction(ctx, (tx) => grantRoles(tx, { accountId: id, roles: [role] }))
  return id
}

const picker: RoleDraft = { name: '拣货', nameEn: 'Picker', permissions: ['outbound.pick'], needsSecondFactor: false }

test('ORG-05 whoever works here has a role: giving none is refused, and the roles stay as they were', async () => {
  const { ctx } = await aShop()
  const mei = await aMember(ctx, 'goods')

  await expect(assignRoles(ctx, { accountId: mei, roles: [] })).rejects.toMatchObject({ code: 'roles.unknown' })
  expect((await permissionsOf(ctx, mei)).has('products.read')).toBe(true)
})

test('ORG-05 a role of the shop’s own allows its members just what it names', async () => {
  const { ctx } = await aShop()
  const role = await createRole(ctx, { ...picker, name: '  拣货  员 ', permissions: ['outbound.pick', 'stock.read'] })

  const mei = await aMember(ctx, role.code)

  expect([...(await permissionsOf(ctx, mei))].sort()).toEqual(['outbound.pick', 'stock.read'])
  expect(await loadRole(ctx, role.id)).toMatchObject({ name: { zh: '拣货 员' }, isPreset: false, members: 1 })
})

test('ORG-05 SEC-09 changing a role leaves who, before and after in the log; the same again leaves nothing', async () => {
  const { ctx } = await aShop()
  const { id } = await createRole(ctx, picker)
  const after = { ...picker, permissions: ['stock.read', 'outbound.pick'], needsSecondFactor: true }

  await changeRole(ctx, { roleId: id, ...after })
  await changeRole(ctx, { roleId: id, ...after })

  const changes = (await historyOf(ctx, id)).filter(({ type }) => type === 'role.changed')
  expect(changes).toMatchObject([{ actorName: 'Lin', data: { before: picker, after } }])
})

test('ORG-05 S05 nobody gives a permission they do not hold: not to a new role, not to an old one, not by giving a role', async () => {
  const { ctx, roleOf } = await aShop()
  const by = as(ctx, manager)
  const books = { ...picker, permissions: ['ledger.read'] }
  const refused = { code: 'roles.permission_not_held', details: { permission: 'ledger.read' } }

  await expect(createRole(by, books)).rejects.toMatchObject(refused)
  const { id } = await createRole(by, picker)
  await expect(changeRole(by, { roleId: id, ...books })).rejects.toMatchObject(refused)
  const mei = await aMember(ctx, 'goods')
  await expect(assignRoles(by, { accountId: mei, roles: ['finance'] })).rejects.toMatchObject(refused)

  const finance = await roleOf('finance')
  const renamed = { name: '会计', nameEn: 'Accounts', permissions: finance.permissions, needsSecondFactor: true }
  expect(await changeRole(by, { roleId: finance.id, ...renamed })).toMatchObject({ name: { zh: '会计' } })
})

test('ORG-05 S05 the owner keeps every permission, and what every shop begins with stays', async () => {
  const { ctx, roleOf } = await aShop()
  const role = await roleOf('owner')
  const fewer = { name: '店主', nameEn: 'Owner', permissions: ['staff.manage'], needsSecondFactor: false }
  await expect(changeRole(ctx, { roleId: role.id, ...fewer })).rejects.toMatchObject({ code: 'roles.owner_is_fixed' })
  await expect(removeRole(ctx, role.id)).rejects.toMatchObject({ code: 'roles.preset' })
})

test('ORG-05 a role that somebody holds is not removed, an unused one is', async () => {
  const { ctx } = await aShop()
  const role = await createRole(ctx, picker)
  const mei = await aMember(ctx, role.code)
  await expect(removeRole(ctx, role.id)).rejects.toMatchObject({ code: 'roles.in_use', details: { members: 1 } })

  await assignRoles(ctx, { accountId: mei, roles: ['goods'] })
  await removeRole(ctx, role.id)

  await expect(loadRole(ctx, role.id)).rejects.toMatchObject({ code: 'roles.not_found' })
})

test('ORG-05 nobody changes their own roles, not even to have fewer', async () => {
  const { ctx } = await aShop()
  const mei = await aMember(ctx, 'owner')
  const asMei = as(ctx, { ...owner, id: mei })
  await aMember(ctx, 'owner')

  await expect(assignRoles(asMei, { accountId: mei, roles: ['goods'] })).rejects.toMatchObject({
    code: 'roles.changes_own',
  })
  expect((await permissionsOf(ctx, mei)).has('staff.manage')).toBe(true)
})

test('ORG-05 names and permissions of a role are checked', async () => {
  const { ctx } = await aShop()
  await createRole(ctx, picker)
  await expect(createRole(ctx, picker)).rejects.toMatchObject({ code: 'roles.name_taken' })
  await expect(createRole(ctx, { ...picker, name: ' ' })).rejects.toMatchObject({ code: 'roles.name_invalid' })
  await expect(createRole(ctx, { ...picker, name: '飞', permissions: ['fly'] })).rejects.toMatchObject({
    code: 'roles.permission_unknown',
    details: { permission: 'fly' },
  })
})

test('ORG-05 a shop keeps an owner, also when two put each other out at the same moment', async () => {
  const { ctx } = await aShop()
  const [ann, bob] = [await aMember(ctx, 'owner'), await aMember(ctx, 'owner')]

  const tries = await Promise.allSettled([
    assignRoles(ctx, { accountId: ann, roles: ['goods'] }),
    transaction(ctx, (tx) => leaveShop(tx, bob)),
  ])

  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(tries.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'roles.last_owner' } })
})

test('ORG-05 an owner who may not sign in keeps no shop: the last one who can stays', async () => {
  const { ctx } = await aShop()
  const [ann, bob] = [await aMember(ctx, 'owner'), await aMember(ctx, 'owner')]
  await db.updateTable('office.accounts').set({ status: 'disabled' }).where('id', '=', bob).execute()

  await expect(assignRoles(ctx, { accountId: ann, roles: ['goods'] })).rejects.toMatchObject({
    code: 'roles.last_owner',
  })
})

test('presetting the roles of a shop again leaves what the shop has made of them', async () => {
  const { ctx, roleOf } = await aShop()
  const { id } = await roleOf('goods')
  await changeRole(ctx, { roleId: id, ...picker, name: '选品' })
  await transaction(ctx, presetShopRoles)
  expect(await loadRole(ctx, id)).toMatchObject({ name: { zh: '选品' }, permissions: ['outbound.pick'] })
})

test('ORG-05 a role remembers its preset, and what a preset gains later is shown and given to nobody', async () => {
  const { ctx } = await aShop()
  const { code, permissions: wanted } = presetOf('picker')!
  const role = await createRole(ctx, { ...picker, permissions: wanted, preset: code })
  expect(comparedWithPreset(presetOf(role.preset)!, role.permissions)).toEqual({ more: [], fewer: [] })

  const grown = { permissions: [...wanted, 'stock.adjust' as const] }
  await transaction(ctx, presetShopRoles)

  const now = await loadRole(ctx, role.id)
  expect(now.permissions).toEqual(role.permissions)
  expect(comparedWithPreset(grown, now.permissions)).toEqual({ more: [], fewer: ['stock.adjust'] })
})

test('ORG-05 a role begins with a preset that exists, or with none', async () => {
  const { ctx } = await aShop()
  await expect(createRole(ctx, { ...picker, preset: 'king' })).rejects.toMatchObject({
    code: 'roles.preset_unknown',
    details: { field: 'preset', preset: 'king' },
  })
  expect((await createRole(ctx, picker)).preset).toBeNull()
})

const [north, south] = [newId<'Warehouse'>(), newId<'Warehouse'>()]

test('ORG-05 a role given for some warehouses holds in those; another role may widen it, and one without warehouses opens all', async () => {
  const { ctx } = await aShop()
  const [picks, looks] = [
    await createRole(ctx, picker),
    await createRole(ctx, { ...picker, name: '看', permissions: ['stock.read', 'orders.read'] }),
  ]
  const mei = await aMember(ctx, 'goods')

  const given = { accountId: mei, roles: [picks.code, looks.code] }
  await assignRoles(ctx, { ...given, warehouses: { [picks.code]: [north], [looks.code]: [north, south] } })
  expect((await rightsOf(ctx, mei)).within).toEqual({ 'outbound.pick': [north], 'stock.read': [north, south] })

  await assignRoles(ctx, { ...given, warehouses: { [picks.code]: [north] } })
  expect((await rightsOf(ctx, mei)).within).toEqual({ 'outbound.pick': [north] })
})

test('ORG-05 S05 nobody gives a warehouse they do not work in, nor sees to the account of somebody who works in more', async () => {
  const { ctx } = await aShop()
  const { code } = await createRole(ctx, picker)
  const inNorth = as(ctx, { ...owner, within: { 'outbound.pick': [north] } })
  const mei = await aMember(ctx, code)
  const refused = { code: 'roles.permission_not_held', details: { permission: 'outbound.pick' } }

  await expect(refuseManagingMore(inNorth, mei)).rejects.toMatchObject({ code: 'roles.holds_more' })
  const bob = await aMember(ctx, 'finance')
  await expect(assignRoles(inNorth, { accountId: bob, roles: [code] })).rejects.toMatchObject(refused)
  const wider = { accountId: bob, roles: [code], warehouses: { [code]: [north, south] } }
  await expect(assignRoles(inNorth, wider)).rejects.toMatchObject(refused)

  await assignRoles(inNorth, { ...wider, warehouses: { [code]: [north] } })
  await refuseManagingMore(inNorth, bob)
  await expect(assignRoles(inNorth, wider)).rejects.toMatchObject(refused)
  await expect(createRole(inNorth, { ...picker, name: '拣' })).rejects.toMatchObject(refused)
})

test('ORG-05 an owner owns the whole shop, not some of its warehouses', async () => {
  const { ctx } = await aShop()
  const mei = await aMember(ctx, 'goods')
  await expect(
    assignRoles(ctx, { accountId: mei, roles: ['owner'], warehouses: { owner: [north] } }),
  ).rejects.toMatchObject({ code: 'roles.owner_is_fixed', details: { field: 'warehouses' } })
})
