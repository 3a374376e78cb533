import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty, Flex, type TableProps, Typography } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { get, query } from './api.ts'
import { useText } from './language.ts'
import { ProblemAlert } from './Problems.tsx'
import { Table } from './Table.tsx'
import { frameText } from './text.ts'

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: string
}

type Filters = Readonly<Record<string, string | number | boolean | readonly string[] | undefined | null>>

export interface DataTableProps<Row extends object> {
  /** What the table shows, for screen readers. */
  readonly label: string
  /** Path below `/api/v1/admin` of a list that answers `{ rows, next }`. */
  readonly path: string
  readonly filters?: Filters
  readonly columns: TableProps<Row>['columns']
  readonly rowKey: (row: Row) => string
  readonly onOpen?: (row: Row) => void
  readonly selection?: { readonly keys: readonly string[]; readonly onChange: (keys: string[], rows: Row[]) => void }
  /** What stands there when there is nothing: one sentence and the one next step. */
  readonly empty?: ReactNode
  /** What a row shows when somebody opens it in place. */
  readonly expanded?: (row: Row) => ReactNode
}

/** A list of the server's, page after page by its cursor, with filters that live in the address. */
export function DataTable<Row extends object>({
  label,
  path,
  filters = {},
  columns,
  rowKey,
  onOpen,
  selection,
  empty,
  expanded,
}: DataTableProps<Row>) {
  const t = useText(frameText)
  const list = useInfiniteQuery<Page<Row>, Error, InfiniteData<Page<Row>>, unknown[], string | undefined>({
    queryKey: [path, filters],
    queryFn: ({ pageParam }) => get<Page<Row>>(`${path}${query({ ...filters, cursor: pageParam, limit: 50 })}`),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
  })
  const section = useRef<HTMLElement>(null)
  useInertMeasure(section)
  useScrollByKey(section)
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-label={label} ref={section}>
      <Table<Row>
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={rowKey}
        loading={{ spinning: list.isPending, delay: 200 }}
        pagination={false}
        expandable={expanded && { expandedRowRender: expanded }}
        scroll={{ x: 'max-content' }}
        sticky
        locale={{ emptyText: list.isPending ? ' ' : (words(empty) ?? <Empty description={t('empty')} />) }}
        rowSelection={
          selection && {
            selectedRowKeys: [...selection.keys],
            onChange: (keys, chosen) => selection.onChange(keys.map(String), chosen),
          }
        }
        onRow={(row) => (onOpen ? { onDoubleClick: () => onOpen(row) } : {})}
      />
      {rows.length > 0 && (
        <Flex align="center" gap="middle" style={{ padding: 12 }}>
          <Typography.Text type="secondary">{t('shown', { count: rows.length })}</Typography.Text>
          {list.hasNextPage && (
            <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
              {t('more')}
            </Button>
          )}
        </Flex>
      )}
    </section>
  )
}

/** The invisible row that gives the columns their widths repeats the head's checkbox: nobody should get to it by keyboard. */
function useInertMeasure(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    for (const row of section.current?.querySelectorAll('.ant-table-measure-row') ?? []) row.setAttribute('inert', '')
  })
}

/** A table wider than its place scrolls by keyboard too, also where nothing in it could be reached. */
function useScrollByKey(section: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    for (const body of section.current?.querySelectorAll('.ant-table-body') ?? [])
      if (body.scrollWidth > body.clientWidth) body.setAttribute('tabindex', '0')
  })
}

/** A sentence alone would stand in the pale grey of a disabled field. */
const words = (empty: ReactNode): ReactNode =>
  typeof empty === 'string' ? <Typography.Text type="secondary">{empty}</Typography.Text> : empty
