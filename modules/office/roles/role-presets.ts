import { type Permission, permissions } from './permissions.ts'
import { managementPresets } from './presets/management.ts'
import { marketingPresets } from './presets/marketing.ts'
import { officePresets } from './presets/office.ts'
import { operationsPresets } from './presets/operations.ts'
import type { RolePreset } from './presets/preset.ts'
import { servicePresets } from './presets/service.ts'
import { shopPresets } from './presets/shop.ts'
import { warehousePresets } from './presets/warehouse.ts'

/**
 * Every role of the department, least privilege each, to begin a role of the shop with; those that every shop begins with first. A role keeps its own
 * list of permissions: what is added to a preset later is shown as a difference and given to nobody by itself. Source: Appendix A of the requirements.
 */
export const rolePresets: readonly RolePreset[] = [
  ...shopPresets,
  ...managementPresets,
  ...operationsPresets,
  ...marketingPresets,
  ...servicePresets,
  ...warehousePresets,
  ...officePresets,
]

/** The preset that a role began with; undefined for one begun from nothing. */
export const presetOf = (code: string | null): RolePreset | undefined => rolePresets.find((each) => each.code === code)

/** What a role allows beyond its preset, and what of the preset it does not allow, in the order of all permissions. */
export function comparedWithPreset(
  preset: Pick<RolePreset, 'permissions'>,
  held: readonly string[],
): { readonly more: readonly Permission[]; readonly fewer: readonly Permission[] } {
  return {
    more: permissions.filter((one) => held.includes(one) && !preset.permissions.includes(one)),
    fewer: permissions.filter((one) => !held.includes(one) && preset.permissions.includes(one)),
  }
}
