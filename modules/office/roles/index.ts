export { type ChangeRoles, changeRoles, listRoles, type Role } from './change-roles.ts'
export { demandSecondFactor } from './demand-second-factor.ts'
export { rolesInShop } from './find-staff.ts'
export { grantRoles, permissionsOf, presetShopRoles, roleUnknown, shopsOf } from './role.ts'
