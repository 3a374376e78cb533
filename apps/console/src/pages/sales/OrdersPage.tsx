import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Flex, Tag } from 'antd'
import { type ReactNode, useState } from 'react'
import { piecesIn } from '#kernel/quantity'
import type { ViewFilters } from '#model/office/lists'
import { ask } from '../../frame/api.ts'
import { keyOf } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { pastedNumbers } from '../../frame/paste.ts'
import { Table } from '../../frame/Table.tsx'
import { BulkRunPanel, RecentRuns, useShownRun } from './BulkRunPanel.tsx'
import { FlagMark } from './FlagMark.tsx'
import { type Choice, type ListedFilter, OrderBulk } from './OrderBulk.tsx'
import { HeadlineCounters, QuickFilters } from './OrderCounters.tsx'
import { OrderFilterBar } from './OrderFilterBar.tsx'
import { TagMark, TagsVerb } from './OrderTags.tsx'
import { dispatchBy, headlineColors, type OrderRow, useOrderNames } from './order.ts'
import { type OrderFilters, useOrderFilters } from './order-filters.ts'
import { ordersPageText } from './orders-text.ts'
import { tagsText } from './tags-text.ts'

/** Every order of the shop by where it stands. */
export default function OrdersPage() {
  const t = useText(ordersPageText)
  const [filters, change] = useOrderFilters()
  const wanted = pastedNumbers(filters.numbers ?? '')
  const [shownRun, showRun] = useShownRun()
  const bulk = {
    onRun: showRun,
    run: shownRun && <BulkRunPanel key={shownRun} id={shownRun} onShow={showRun} />,
  }
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <TagsVerb />
          <RecentRuns onShow={showRun} />
          {wanted.length < 2 && <Exports filters={filters} wanted={wanted[0]} />}
        </>
      }
    >
      <HeadlineCounters filters={filters} change={change} />
      <QuickFilters filters={filters} change={change} />
      <OrderFilterBar filters={filters} change={change} />
      {wanted.length > 1 ? (
        <FoundOrders key={filters.numbers} wanted={wanted} {...bulk} />
      ) : (
        <OrderList key={JSON.stringify(filters)} filters={filters} wanted={wanted[0]} {...bulk} />
      )}
    </Page>
  )
}

interface BulkProps {
  readonly onRun: (id: string) => void
  /** What is done in bulk now. */
  readonly run: ReactNode
}

interface OrderListProps extends BulkProps {
  readonly filters: OrderFilters
  readonly wanted: string | undefined
}

function OrderList({ filters: { numbers: _, ...filters }, wanted, ...bulk }: OrderListProps) {
  const t = useText(ordersPageText)
  const navigate = useNavigate()
  const columns = useOrderColumns()
  const [choice, choose] = useState<Choice>(nobody)
  const listed = { ...filters, ...(wanted && { text: wanted }) }
  return (
    <>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/orders"
        filters={listed}
        views={{ filter: asListed, count: viewCount }}
        selection={{ keys: choice.ids, onChange: (ids) => choose({ ids, isAll: false }) }}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/products' }}
        onOpen={(row) => void navigate({ to: `/orders/${row.id}` })}
        columns={columns}
      />
      <BulkFoot choice={choice} filter={listed as ListedFilter} choose={choose} {...bulk} />
    </>
  )
}

interface BulkFootProps extends BulkProps {
  readonly choice: Choice
  /** Absent where nothing more matches than is listed. */
  readonly filter?: ListedFilter | undefined
  readonly choose: (choice: Choice) => void
}

/** What is done to the chosen orders, and how far it is; it stays in sight. */
function BulkFoot({ choice, filter, choose, onRun, run }: BulkFootProps) {
  return (
    <div className="bulk-foot">
      {run}
      {choice.ids.length > 0 && (
        <OrderBulk
          choice={choice}
          filter={filter}
          onChoose={choose}
          onAsked={({ id }) => {
            choose(nobody)
            onRun(id)
          }}
        />
      )}
    </div>
  )
}

const nobody: Choice = { ids: [], isAll: false }

const mostInView = 1_000
/** The server counts a view's orders without reading them. */
const viewCount = {
  most: mostInView,
  of: async (filters: ViewFilters) =>
    (await ask('GET /api/v1/admin/orders/count', { query: asListed(filters) as ListedFilter })).count,
}

/** Orders, their buyers and their parcels as sheets. */
function Exports({
  filters: { numbers: _, ...filters },
  wanted,
}: {
  readonly filters: OrderFilters
  readonly wanted: string | undefined
}) {
  const t = useText(ordersPageText)
  return (
    <>
      <ExportVerb kind="customers" label={t('customers.export')} />
      <ExportVerb kind="orders" filters={{ ...filters, ...(wanted && { text: wanted }) }} />
    </>
  )
}

/** An address with one number looks for it; the rest is filters. */
const asListed = ({ numbers, ...filters }: ViewFilters) => ({ ...filters, ...(numbers && { text: numbers }) })

const mostWanted = 50

/** Several numbers at once, to be worked on together, and which of them are unknown. */
function FoundOrders({ wanted, ...bulk }: BulkProps & { readonly wanted: readonly string[] }) {
  const t = useText(ordersPageText)
  const columns = useOrderColumns()
  const [choice, choose] = useState<Choice>(nobody)
  const asked = wanted.slice(0, mostWanted)
  const found = useQuery({
    queryKey: keyOf('GET /api/v1/admin/orders', asked),
    queryFn: () =>
      Promise.all(
        asked.map((text) =>
          ask('GET /api/v1/admin/orders', { query: { text, limit: 20 } }).then(({ rows }) => ({
            text,
            rows,
          })),
        ),
      ),
  })
  return (
    <Loaded query={found}>
      {(answers) => {
        const missing = answers.filter(({ rows }) => rows.length === 0).map(({ text }) => text)
        const rows = [...new Map(answers.flatMap((answer) => answer.rows).map((row) => [row.id, row])).values()]
        return (
          <>
            {wanted.length > mostWanted && (
              <Alert type="info" showIcon title={t('search.tooMany', { most: mostWanted })} />
            )}
            {missing.length > 0 && (
              <Alert type="warning" showIcon title={t('search.missing', { numbers: missing.join(' ') })} />
            )}
            <Table<OrderRow>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              columns={columns}
              scroll={{ x: 'max-content' }}
              empty={{ says: t('empty'), next: '/products' }}
              rowSelection={{
                selectedRowKeys: [...choice.ids],
                onChange: (keys) => choose({ ids: keys.map(String), isAll: false }),
              }}
            />
            <BulkFoot choice={choice} choose={choose} {...bulk} />
          </>
        )
      }}
    </Loaded>
  )
}

function useOrderColumns(): Columns<OrderRow> {
  const t = useText(ordersPageText)
  const tags = useText(tagsText)
  const instantText = useInstantText()
  return [
    {
      key: 'number',
      title: t('number'),
      fixed: 'left',
      render: (_, row) => <Link to={`/orders/${row.id}`}>{row.number}</Link>,
    },
    { key: 'state', title: t('state'), render: (_, row) => <OrderTags row={row} /> },
    { key: 'dispatch', title: t('dispatch'), render: (_, row) => <Clock by={dispatchBy(row)} soonHours={6} /> },
    {
      key: 'buyer',
      title: t('buyer'),
      render: (_, row) => (
        <Link to={`/customers/${row.customerId}`}>{`${row.recipient.name} ${row.recipient.phone}`.trim() || '—'}</Link>
      ),
    },
    { key: 'goods', title: t('goods'), width: 200, ellipsis: true, render: (_, row) => <Goods row={row} /> },
    { key: 'amount', title: t('amount'), align: 'right', render: (_, row) => moneyText(row.total) },
    {
      key: 'tags',
      title: tags('tags'),
      render: (_, row) =>
        row.tags.length > 0 && (
          <Flex gap={4} wrap style={{ maxWidth: 220 }}>
            {row.tags.map((tag) => (
              <TagMark key={tag.id} tag={tag} />
            ))}
          </Flex>
        ),
    },
    {
      key: 'note',
      title: t('note'),
      render: (_, row) => row.mark.note && <span className="mark-note">{row.mark.note}</span>,
    },
    { key: 'placed', title: t('placed'), render: (_, row) => instantText(row.placedAt) },
  ]
}

function OrderTags({ row }: { readonly row: OrderRow }) {
  const t = useText(ordersPageText)
  const { headline } = useOrderNames()
  return (
    <Flex gap={4}>
      <Tag color={headlineColors[row.headline]}>{headline(row.headline)}</Tag>
      {row.mark.flag && <FlagMark flag={row.mark.flag} isBrief />}
      {row.memo && <Tag title={row.memo}>{t('tag.memo')}</Tag>}
      {row.requests.length > 0 && <Tag>{t('tag.requests')}</Tag>}
      {row.refunded.minor > 0 && row.headline !== 'refunding' && row.headline !== 'refunded' && (
        <Tag>{t('tag.refunded')}</Tag>
      )}
    </Flex>
  )
}

function Goods({ row: { lines } }: { readonly row: OrderRow }) {
  const t = useText(ordersPageText)
  const language = useLocale()
  const [first] = lines
  if (!first) return <>—</>
  const count = piecesIn(lines)
  return <>{t(lines.length > 1 ? 'goods.more' : 'goods.one', { name: first.name[language], count })}</>
}
