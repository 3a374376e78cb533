import { Table as AntTable, type TableProps } from 'antd'
import { useIsNarrow } from './narrow.ts'

/** So many columns a phone still shows side by side. */
const fitting = 3

type Columns<Row> = NonNullable<TableProps<Row>['columns']>

/** A table. On a phone each row is a card that names its columns: a table wider than the screen hides what people came for. */
export function Table<Row extends object>(props: TableProps<Row>) {
  const { columns = [], className = '', ...rest } = props
  const isCards = useIsNarrow() && columns.length > fitting
  if (!isCards) return <AntTable<Row> {...props} />
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
