export { type ChangeRoles, changeRoles, listRoles, type Role } from './change-roles.ts'
export { rolesInShop } from './find-staff.ts'
export { grantRoles, permissionsOf, presetShopRoles, roleUnknown, shopsOf } from './role.ts'
