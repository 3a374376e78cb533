import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Empty, Flex, type TableProps, Typography } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { keyOf } from './asking.ts'
import { useText } from './language.ts'
import { askPage, type FiltersOf, type ListName, type PageOf, type RowOf } from './lists.ts'
import { ProblemAlert } from './Problems.tsx'
import { Table } from './Table.tsx'
import { frameText } from './text.ts'

export interface DataTableProps<List extends ListName> {
  /** What the table shows, for screen readers. */
  readonly label: string
  readonly list: List
  readonly filters?: FiltersOf<List>
  readonly columns: TableProps<RowOf<List>>['columns']
  readonly rowKey: (row: RowOf<List>) => string
  readonly onOpen?: (row: RowOf<List>) => void
  readonly selection?: {
    readonly keys: readonly string[]
    readonly onChange: (keys: string[], rows: RowOf<List>[]) => void
  }
  /** What stands there when there is nothing: one sentence and the one next step. */
  readonly empty?: ReactNode
  /** What a row shows when somebody opens it in place. */
  readonly expanded?: (row: RowOf<List>) => ReactNode
}

/** A list of the server's, page after page by its cursor, with filters that live in the address. */
export function DataTable<List extends ListName>({
  label,
  list: name,
  filters,
  columns,
  rowKey,
  onOpen,
  selection,
  empty,
  expanded,
}: DataTableProps<List>) {
  const t = useText(frameText)
  type Page = PageOf<RowOf<List>>
  const list = useInfiniteQuery<Page, Error, InfiniteData<Page>, readonly unknown[], string | undefined>({
    queryKey: keyOf(name, filters),
    queryFn: ({ pageParam }) => askPage(name, filters, pageParam),
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
      <Table<RowOf<List>>
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
