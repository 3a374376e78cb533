import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Flex, Typography } from 'antd'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import type { ViewFilters } from '#model/office/lists'
import { keyOf } from './asking.ts'
import { nameOfList, useKeptList } from './kept-list.ts'
import { ListTools } from './ListTools.tsx'
import { useText } from './language.ts'
import { type Columns, layOut } from './layout.ts'
import { askPage, type FiltersOf, type ListName, type PageOf, type RowOf } from './lists.ts'
import { type Emptiness, NothingFound } from './Nothing.tsx'
import { ProblemAlert } from './Problems.tsx'
import { useRowsByKey } from './rows-by-key.ts'
import { SavedViews, type ViewCount } from './SavedViews.tsx'
import { Table } from './Table.tsx'
import { frameText } from './text.ts'

export interface DataTableProps<List extends ListName> {
  /** What the table shows, for screen readers. */
  readonly label: string
  readonly list: List
  readonly filters?: FiltersOf<List>
  /** The list has saved views. `true` where its address says its filters in their own words. */
  readonly views?: true | ViewsOf<List>
  readonly columns: Columns<RowOf<List>>
  readonly rowKey: (row: RowOf<List>) => string
  readonly onOpen?: (row: RowOf<List>) => void
  readonly selection?: {
    readonly keys: readonly string[]
    readonly onChange: (keys: string[], rows: RowOf<List>[]) => void
  }
  /** What stands there when there is nothing, unless the reader's own filters are why. */
  readonly empty: Emptiness
  /** What a row shows when somebody opens it in place. */
  readonly expanded?: (row: RowOf<List>) => ReactNode
}

/** How the address of a saved view filters its list, and how its rows are counted where asking for a hundred of them is not good enough. */
export interface ViewsOf<List extends ListName> {
  readonly filter: (filters: ViewFilters) => FiltersOf<List>
  readonly count?: ViewCount
}

/** A list of the server's, page after page by its cursor, with filters that live in the address. */
export function DataTable<List extends ListName>({
  label,
  list: name,
  filters,
  views,
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
  useRowsByKey(section)
  const kept = useKeptList(nameOfList(name))
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <section aria-label={label} ref={section}>
      <ListTools columns={columns} kept={kept}>
        {views && <SavedViews list={name} name={nameOfList(name)} views={kept.views} count={countOf(name, views)} />}
      </ListTools>
      <Table<RowOf<List>>
        size={kept.layout.density === 'compact' ? 'small' : 'middle'}
        columns={layOut(columns, kept.layout)}
        dataSource={rows}
        rowKey={rowKey}
        loading={{ spinning: list.isPending, delay: 200 }}
        pagination={false}
        expandable={expanded && { expandedRowRender: expanded }}
        scroll={{ x: 'max-content' }}
        sticky
        locale={{ emptyText: list.isPending ? ' ' : <NothingFound filters={filters ?? {}} empty={empty} /> }}
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

const mostAsked = 99

/** As many rows as the list gives when it is asked for a hundred, unless it knows a better way. */
function countOf<List extends ListName>(list: List, views: true | ViewsOf<List>): ViewCount {
  if (views !== true && views.count) return views.count
  const filter = views === true ? (filters: ViewFilters) => filters as FiltersOf<List> : views.filter
  return {
    most: mostAsked,
    of: async (filters) => (await askPage(list, filter(filters), undefined, mostAsked + 1)).rows.length,
  }
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
