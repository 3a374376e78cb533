import type { TableProps } from 'antd'
import type { LaidColumn, Layout } from '#model/office/lists'

interface Placed {
  readonly key: string
  /** Shown only to people who chose it. */
  readonly hiddenAtFirst?: boolean
}

/** A column with a key by which people's layouts know it. */
export type Column<Row> = NonNullable<TableProps<Row>['columns']>[number] & Placed
export type Columns<Row> = Column<Row>[]

/** Nothing chosen yet: the page's own order, close rows. */
export const plainLayout: Layout = { columns: [], density: 'compact' }

/** All columns in a person's order, those the person has not placed after them. What a layout says of columns that are gone is left out. */
export function ordered<Each extends { readonly key: string }>(
  columns: readonly Each[],
  { columns: laid }: Layout,
): Each[] {
  const placeOf = (key: string) => {
    const at = laid.findIndex((each) => each.key === key)
    return at < 0 ? laid.length : at
  }
  return columns.toSorted((a, b) => placeOf(a.key) - placeOf(b.key))
}

/** What a layout says of a column. */
export const laidAs = ({ key, hiddenAtFirst }: Placed, { columns }: Layout): LaidColumn =>
  columns.find((each) => each.key === key) ?? { key, ...(hiddenAtFirst && { hidden: true }) }

/** The columns as a person wants to see them: order, width, and without those they hid. */
export function layOut<Row>(columns: Columns<Row>, layout: Layout): Columns<Row> {
  return ordered(columns, layout)
    .filter((column) => !laidAs(column, layout).hidden)
    .map((column) => {
      const { width } = laidAs(column, layout)
      return width === undefined ? column : { ...column, width, ellipsis: true }
    })
}

/** The layout after one column was changed: what the person sees is written down whole, after it what the layout says of columns that other goods have. */
export function withColumn(
  layout: Layout,
  columns: readonly Placed[],
  change: LaidColumn & { readonly by?: -1 | 1 },
): Layout {
  const { by = 0, ...column } = change
  const all = ordered(columns, layout).map((each) => (each.key === column.key ? column : laidAs(each, layout)))
  const at = all.findIndex(({ key }) => key === column.key)
  const to = Math.min(Math.max(at + by, 0), all.length - 1)
  const absent = layout.columns.filter(({ key }) => !columns.some((each) => each.key === key))
  return { ...layout, columns: [...all.toSpliced(at, 1).toSpliced(to, 0, column), ...absent] }
}
