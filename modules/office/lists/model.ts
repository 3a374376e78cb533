import type { Id } from '#kernel/id'

export { listsText } from './text.ts'

export type ViewId = Id<'View'>

/** What the address of a list says: name and value of each filter. */
export type ViewFilters = Readonly<Record<string, string>>

/** A cut of a list under a name. */
export interface SavedView {
  readonly id: ViewId
  readonly list: string
  readonly name: string
  readonly filters: ViewFilters
  /** The whole shop sees it; otherwise its owner alone. */
  readonly isShared: boolean
  readonly isMine: boolean
  readonly ownerName: string
}

export const densities = ['compact', 'comfortable'] as const
export type Density = (typeof densities)[number]

/** A column as a person wants it; the columns stand in this order, those that are not named after them. */
export interface LaidColumn {
  readonly key: string
  readonly hidden?: boolean
  /** Pixels; as wide as its content when absent. */
  readonly width?: number
}

export interface Layout {
  readonly columns: readonly LaidColumn[]
  readonly density: Density
}

export const viewLimits = { name: 40, perPerson: 20 } as const
