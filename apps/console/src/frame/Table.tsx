import { Table as AntTable, type TableProps as AntTableProps } from 'antd'
import { useText } from './language.ts'
import { listsPageText } from './lists-text.ts'
import { type Emptiness, Nothing } from './Nothing.tsx'
import { useIsNarrow } from './narrow.ts'

/** So many columns a phone still shows side by side. */
const fitting = 3

type Columns<Row> = NonNullable<AntTableProps<Row>['columns']>

export interface TableProps<Row> extends AntTableProps<Row> {
  /** What stands there when there are no rows, where that can be. */
  readonly empty?: Emptiness
}

/** A table. On a phone each row is a card that names its columns: a table wider than the screen hides what people came for. */
export function Table<Row extends object>({ empty, ...props }: TableProps<Row>) {
  const t = useText(listsPageText)
  const {
    columns = [],
    className = '',
    ...rest
  } = {
    ...props,
    ...(empty && { locale: { emptyText: <Nothing {...empty} /> } }),
  }
  const beside = columns.length + (rest.expandable ? 1 : 0)
  const isCards = useIsNarrow() && beside > fitting
  if (!isCards) return <AntTable<Row> {...rest} className={className} columns={columns.map(withVerbs(t('verbs')))} />
  return (
    <AntTable<Row>
      {...rest}
      className={`${className} cards`}
      columns={columns.map(named)}
      scroll={{}}
      sticky={false}
      tableLayout="auto"
    />
  )
}

const areVerbs = (key: unknown): boolean => key === 'actions' || key === 'verbs'

/** The verbs of a row stay in sight, however wide the table is, under a name. */
const withVerbs =
  <Row,>(verbs: string) =>
  (column: Columns<Row>[number]): Columns<Row>[number] =>
    areVerbs(column.key) ? { ...column, fixed: 'right', title: column.title || verbs } : column

/** The column with its title on each of its cells, where the style sheet finds it. */
function named<Row>({
  fixed: _fixed,
  width: _width,
  align: _align,
  ...column
}: Columns<Row>[number]): Columns<Row>[number] {
  const label = typeof column.title === 'string' && column.title ? { 'data-label': column.title } : {}
  return { ...column, onCell: (...cell) => ({ ...column.onCell?.(...cell), ...label }) }
}
