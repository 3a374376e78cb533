import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer, Flex, Skeleton, Statistic, Tabs, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { inventoryText } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { keyOf } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { frameText } from '../../frame/text.ts'
import { StockBins } from './StockBins.tsx'
import type { StockRow } from './StockPage.tsx'
import { stockPageText } from './stock-text.ts'

type Explanation = AnswerOf<'GET /api/v1/admin/stock/{id}/movements'>
type Movement = Explanation['movements']['rows'][number]
type Reservation = Explanation['reservations'][number]

/** Why is it 47? Movements with their running balance, who holds what, and where it lies. */
export function StockDrawer({ row, onClose }: { readonly row: StockRow | undefined; readonly onClose: () => void }) {
  const t = useText(stockPageText)
  return (
    <Drawer
      open={row !== undefined}
      onClose={onClose}
      size={860}
      title={row && t('why', { sku: row.sku, count: row.onHand })}
      destroyOnHidden
    >
      {row && <Explained row={row} />}
    </Drawer>
  )
}

function Explained({ row }: { readonly row: StockRow }) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const { variantId, warehouseId } = row
  const found = useInfiniteQuery({
    queryKey: keyOf('GET /api/v1/admin/stock/{id}/movements', variantId, warehouseId),
    queryFn: ({ pageParam }) =>
      ask('GET /api/v1/admin/stock/{id}/movements', {
        path: { id: variantId },
        query: { warehouseId, cursor: pageParam, limit: 50 },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.movements.next,
  })
  if (found.isError) return <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
  const [first] = found.data?.pages ?? []
  if (!first) return <Skeleton active />
  const movements = found.data?.pages.flatMap((page) => page.movements.rows) ?? []
  return (
    <Flex vertical gap="middle">
      <Flex gap="large" wrap>
        <Statistic title={words('inventory.on_hand')} value={first.onHand} />
        <Statistic title={words('inventory.reserved')} value={first.reserved} />
        <Statistic title={words('inventory.available')} value={first.available} />
      </Flex>
      <Tabs
        items={[
          {
            key: 'movements',
            label: t('movements'),
            children: (
              <Movements
                rows={movements}
                onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
                isLoading={found.isFetchingNextPage}
              />
            ),
          },
          {
            key: 'reservations',
            label: `${t('reservations')} ${first.reservations.length}`,
            children: <Reservations rows={first.reservations} />,
          },
          { key: 'bins', label: t('bins'), children: <StockBins row={row} /> },
        ]}
      />
    </Flex>
  )
}

function Movements({
  rows,
  onMore,
  isLoading,
}: {
  readonly rows: readonly Movement[]
  readonly onMore: (() => void) | undefined
  readonly isLoading: boolean
}) {
  const t = useText(stockPageText)
  const frame = useText(frameText)
  const words = useText(inventoryText)
  const instantText = useInstantText()
  return (
    <>
      <Table<Movement>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...rows]}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('movements.none') }}
        columns={[
          { title: t('at'), render: (_, row) => instantText(row.at) },
          { title: t('kind'), render: (_, row) => words(`inventory.kind.${row.kind}`) },
          {
            title: t('quantity'),
            align: 'right',
            render: (_, row) => (
              <Typography.Text type={row.quantity < 0 ? 'danger' : 'success'}>
                {row.quantity > 0 ? `+${row.quantity}` : row.quantity}
              </Typography.Text>
            ),
          },
          {
            title: t('balance'),
            align: 'right',
            render: (_, row) =>
              row.sellable ? (
                <strong>{row.balance}</strong>
              ) : (
                <Typography.Text type="secondary">{t('balance.outside')}</Typography.Text>
              ),
          },
          { title: t('bin'), render: (_, row) => `${row.bin} · ${words(`inventory.zone.${row.zone}`)}` },
          { title: t('lot'), dataIndex: 'lot' },
          { title: t('cause'), render: (_, row) => <Cause movement={row} /> },
          { title: t('actor'), dataIndex: 'actorName' },
        ]}
      />
      {onMore && (
        <Button onClick={onMore} loading={isLoading} style={{ marginTop: 12 }}>
          {frame('more')}
        </Button>
      )}
    </>
  )
}

/** Causes whose reason begins with the number of the outbound note. */
const atPicking = ['scan', 'short_pick', 'put_back']

/** What moved it, with a link where the console has a page for it. */
function Cause({ movement: { cause, causeId, reason } }: { readonly movement: Movement }) {
  const words = useText(inventoryText)
  const key = `inventory.cause.${cause.startsWith('return') ? 'return' : cause}`
  const name = key in inventoryText ? words(key as 'inventory.cause.scan') : cause
  const text = [name, reason].filter(Boolean).join(' · ')
  if (cause === 'outbound') return <Link to={`/outbound/${causeId}`}>{text}</Link>
  if (atPicking.includes(cause))
    return (
      <Link to="/outbound" search={{ number: reason.split(' ')[0] }}>
        {text}
      </Link>
    )
  return <>{text}</>
}

function Reservations({ rows }: { readonly rows: readonly Reservation[] }) {
  const t = useText(stockPageText)
  const instantText = useInstantText()
  return (
    <Table<Reservation>
      size="small"
      rowKey="holder"
      pagination={false}
      dataSource={[...rows]}
      locale={{ emptyText: t('reservations.none') }}
      columns={[
        {
          title: t('holder'),
          render: (_, row) =>
            row.orders.length === 0 ? (
              <Typography.Text type="secondary">{t('holder.other')}</Typography.Text>
            ) : (
              row.orders.map(({ id, number }) => (
                <Link key={id} to={`/orders/${id}`} style={{ marginInlineEnd: 8 }}>
                  {number}
                </Link>
              ))
            ),
        },
        { title: t('quantity'), align: 'right', dataIndex: 'quantity' },
        { title: t('since'), render: (_, row) => instantText(row.since) },
        {
          title: t('expires'),
          render: (_, row) =>
            row.expiresAt ? (
              <Clock by={row.expiresAt} soonHours={1} />
            ) : (
              <Tag color="success">{t('expires.never')}</Tag>
            ),
        },
      ]}
    />
  )
}
