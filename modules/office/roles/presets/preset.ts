import type { Permission } from '../permissions.ts'

export const presetGroups = ['shop', 'management', 'operations', 'marketing', 'service', 'warehouse', 'office'] as const
export type PresetGroup = (typeof presetGroups)[number]

interface Words {
  readonly zh: string
  readonly en: string
}

/** A role as the department knows it, to begin a role of the shop with and to compare it with later. */
export interface RolePreset {
  /** Never changes: a role of a shop remembers by it where it comes from. */
  readonly code: string
  readonly group: PresetGroup
  readonly name: Words
  /** One line of what the role does. */
  readonly does: Words
  readonly permissions: readonly Permission[]
}

type Entry = readonly [code: string, name: readonly [string, string], does: readonly [string, string], Permission[]]

export const presetsOf = (group: PresetGroup, entries: readonly Entry[]): RolePreset[] =>
  entries.map(([code, [zh, en], [doesZh, doesEn], permissions]) => ({
    code,
    group,
    name: { zh, en },
    does: { zh: doesZh, en: doesEn },
    permissions,
  }))

/** Knows how the shop does: its goods, stock, orders, parcels and cases, people masked. */
export const readsTheShop: readonly Permission[] = [
  'products.read',
  'stock.read',
  'orders.read',
  'outbound.read',
  'aftersales.read',
  'notices.read',
]
