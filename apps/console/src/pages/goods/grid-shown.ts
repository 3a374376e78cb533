import { locale } from '../../frame/language.ts'
import { cellText, type Words } from './grid-cells.ts'
import { type Grid, type GridRow, type Place, valueAt } from './grid-state.ts'

/** What a cell shows: what was typed while it cannot be read. */
export const shown = (grid: Grid, place: Place, words: Words): string => {
  const edit = grid.edits.get(place.key)
  return edit?.fault && edit.value === undefined ? edit.typed : cellText(place, valueAt(grid, place), words)
}

/** What people call a row. */
export const nameOf = (row: GridRow | undefined): string =>
  [row && productName(row), row?.variant?.specification].filter(Boolean).join(' · ')

/** In the reader's language where it has a name in it. */
export const productName = ({ product: { nameZh, nameEn } }: GridRow): string =>
  (locale() === 'en' ? nameEn || nameZh : nameZh || nameEn) ?? ''
