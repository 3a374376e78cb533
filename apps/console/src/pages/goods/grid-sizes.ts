import type { GridColumn } from './GridTable.tsx'

/** In pixels. */
export const rowHeight = 30
export const headHeight = 34
export const labelWidth = 250

/** Where a column begins. */
export const leftOf = (columns: readonly GridColumn[], col: number): number =>
  labelWidth + columns.slice(0, col).reduce((all, column) => all + column.width, 0)
