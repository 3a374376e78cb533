import { type InfiniteData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { piecesIn } from '#kernel/quantity'
import { deskText } from '#model/sales/desk'
import { asking, keyOf } from '../../frame/asking.ts'
import { colon, moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { askPage, type FiltersOf, type ListName, type PageOf, type RowOf } from '../../frame/lists.ts'
import type { Emptiness } from '../../frame/Nothing.tsx'
import { Loaded, ProblemAlert } from '../../frame/Problems.tsx'
import { useMissing } from '../../frame/rights.ts'
import { Table } from '../../frame/Table.tsx'
import { frameText } from '../../frame/text.ts'
import { statusColors, useCaseNames } from '../care/case.ts'
import { casesText } from '../care/cases-text.ts'
import { messagesText } from '../office/messages-text.ts'
import { useTemplateName } from '../office/template-name.ts'
import { customerText } from './customer-text.ts'
import { handlingText } from './handling-text.ts'
import { headlineColors, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

interface PartProps {
  readonly customerId: string
}

/** A part of the page for whoever has the right to it; others read who has. */
function Part({
  title,
  permission,
  children,
}: {
  readonly title: string
  readonly permission: string
  readonly children: ReactNode
}) {
  const missing = useMissing(permission)
  return (
    <Card size="small" title={title}>
      {missing ? <Typography.Text type="secondary">{missing}</Typography.Text> : children}
    </Card>
  )
}

interface RowsProps<List extends ListName> {
  readonly label: string
  readonly list: List
  readonly filters: FiltersOf<List>
  readonly rowsAtOnce: number
  readonly columns: Columns<RowOf<List>>
  readonly empty: Emptiness
}

/** Rows of a list of the server's that are about one customer, as many as are asked for. */
function Rows<List extends ListName>({ label, list: name, filters, rowsAtOnce, columns, empty }: RowsProps<List>) {
  const t = useText(frameText)
  type Some = PageOf<RowOf<List>>
  const list = useInfiniteQuery<Some, Error, InfiniteData<Some>, readonly unknown[], string | undefined>({
    queryKey: keyOf(name, filters, rowsAtOnce),
    queryFn: ({ pageParam }) => askPage(name, filters, pageParam, rowsAtOnce),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next,
  })
  if (list.isError) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
  return (
    <section aria-label={label}>
      <Table<RowOf<List>>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={list.data?.pages.flatMap(({ rows }) => rows) ?? []}
        loading={{ spinning: list.isPending, delay: 200 }}
        pagination={false}
        {...(!list.isPending && { empty })}
      />
      {list.hasNextPage && (
        <Button size="small" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

/** What a row says, and less loudly what belongs to it. */
const Two = ({ above, below }: { readonly above: ReactNode; readonly below: ReactNode }) => (
  <div>
    {above}
    {below && (
      <Typography.Text type="secondary" className="below">
        {below}
      </Typography.Text>
    )}
  </div>
)

/** What they bought, the latest first, with what staff noted of it. */
export function OrdersOf({ customerId }: PartProps) {
  const t = useText(customerText)
  const words = useText(ordersPageText)
  const language = useLocale()
  const instantText = useInstantText()
  const { headline } = useOrderNames()
  return (
    <Part title={t('orders')} permission="orders.read">
      <Rows
        label={t('orders')}
        list="GET /api/v1/admin/orders"
        filters={{ customerId }}
        rowsAtOnce={10}
        empty={{ says: t('orders.none'), next: '/orders' }}
        columns={[
          {
            key: 'number',
            title: words('number'),
            render: (_, row) => (
              <Two above={<Link to={`/orders/${row.id}`}>{row.number}</Link>} below={instantText(row.placedAt)} />
            ),
          },
          {
            key: 'state',
            title: words('state'),
            render: (_, row) => <Tag color={headlineColors[row.headline]}>{headline(row.headline)}</Tag>,
          },
          {
            key: 'goods',
            title: words('goods'),
            render: (_, { lines, mark }) => (
              <Two
                above={words(lines.length > 1 ? 'goods.more' : 'goods.one', {
                  name: lines[0]?.name[language] ?? '—',
                  count: piecesIn(lines),
                })}
                below={mark.note && `${words('note')}${colon()}${mark.note}`}
              />
            ),
          },
          {
            key: 'amount',
            title: words('amount'),
            align: 'right',
            render: (_, { total, refunded }) => (
              <Two
                above={moneyText(total)}
                below={refunded.minor > 0 && `${t('sums.refunded')} ${moneyText(refunded)}`}
              />
            ),
          },
        ]}
      />
    </Part>
  )
}

/** What did not go well, and how it stands. */
export function CasesOf({ customerId }: PartProps) {
  const t = useText(customerText)
  const words = useText(casesText)
  const names = useCaseNames()
  const instantText = useInstantText()
  return (
    <Part title={t('cases')} permission="aftersales.read">
      <Rows
        label={t('cases')}
        list="GET /api/v1/admin/cases"
        filters={{ customerId }}
        rowsAtOnce={5}
        empty={{ says: t('cases.none'), next: '/returns' }}
        columns={[
          {
            key: 'number',
            title: words('number'),
            render: (_, row) => (
              <Two above={<Link to={`/returns/${row.id}`}>{row.number}</Link>} below={instantText(row.openedAt)} />
            ),
          },
          {
            key: 'status',
            title: words('status'),
            render: (_, row) => <Tag color={statusColors[row.status]}>{names.status(row.status)}</Tag>,
          },
          {
            key: 'kind',
            title: words('kind'),
            render: (_, row) => <Two above={names.kind(row.kind)} below={names.reason(row.reason)} />,
          },
          {
            key: 'amount',
            title: words('amount'),
            align: 'right',
            render: (_, row) => (row.amount.minor === 0 ? '—' : moneyText(row.amount)),
          },
          {
            key: 'order',
            title: words('order'),
            render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
          },
        ]}
      />
    </Part>
  )
}

/** What they were told, word for word. */
export function MessagesTo({ customerId }: PartProps) {
  const t = useText(customerText)
  const words = useText(messagesText)
  const templateName = useTemplateName()
  const instantText = useInstantText()
  return (
    <Part title={t('messages')} permission="messages.read">
      <Rows
        label={t('messages')}
        list="GET /api/v1/admin/messages"
        filters={{ accountId: customerId }}
        rowsAtOnce={5}
        empty={{ says: t('messages.none'), next: '/messages' }}
        columns={[
          {
            key: 'at',
            title: words('at'),
            width: 150,
            render: (_, row) => <Two above={instantText(row.createdAt)} below={templateName(row.template)} />,
          },
          {
            key: 'body',
            title: words('body'),
            render: (_, row) => <Two above={row.body} below={words(`status.${row.status}`)} />,
          },
        ]}
      />
    </Part>
  )
}

/** Calls and messages about any of their orders. */
export function ContactsWith({ customerId }: PartProps) {
  const t = useText(customerText)
  return (
    <Part title={t('contacts')} permission="orders.read">
      <ContactList customerId={customerId} />
    </Part>
  )
}

function ContactList({ customerId }: PartProps) {
  const t = useText(customerText)
  const words = useText(deskText)
  const handling = useText(handlingText)
  const instantText = useInstantText()
  const found = useQuery(asking('GET /api/v1/admin/customers/{id}/contacts', { path: { id: customerId } }))
  return (
    <Loaded query={found}>
      {({ rows }) => (
        <Flex vertical gap="small">
          {rows.length === 0 && <Typography.Text type="secondary">{t('contacts.none')}</Typography.Text>}
          {rows.map(({ id, way, outcome, note, by, at, nextDueAt, orderId, orderNumber }) => (
            <div key={id}>
              <Tag>{words(`contact.way.${way}`)}</Tag>
              {words(`contact.outcome.${outcome}`)} {note}
              <br />
              <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                {by} · {instantText(at)}
                {nextDueAt && ` · ${handling('contacts.next', { at: instantText(nextDueAt) })}`}
              </Typography.Text>{' '}
              <Link to={`/orders/${orderId}`}>{orderNumber}</Link>
            </div>
          ))}
        </Flex>
      )}
    </Loaded>
  )
}
