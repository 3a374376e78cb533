export { type PermissionFloor, permissionFloors, permissionWords } from './permission-words.ts'
export { isOfWarehouses, type Permission, permissions, showsCustomers } from './permissions.ts'
export { presetGroups, type RolePreset } from './presets/preset.ts'
export { type PresetRole, presetRoles } from './presets/shop.ts'
export { comparedWithPreset, presetOf, rolePresets } from './role-presets.ts'
export { rolesText } from './text.ts'

export const roleLimits = { name: 40 } as const
