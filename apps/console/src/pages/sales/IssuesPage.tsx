import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Flex, Select, Tag } from 'antd'
import type { Money } from '#kernel/money'
import { deskText, issueKinds } from '#model/sales/desk'
import { asking } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText, remainingText, semicolon, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { type FiltersOf, useListFilters } from '../../frame/lists.ts'
import { useNow } from '../../frame/now.ts'
import { Page } from '../../frame/Page.tsx'
import { frameText } from '../../frame/text.ts'
import type { SentIssue } from './desk.ts'
import { handlingText } from './handling-text.ts'
import { IssueVerbs } from './IssueVerbs.tsx'
import { useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Every order that is out of the ordinary: why, since when, who sees to it, how it was settled. */
export default function IssuesPage() {
  const t = useText(handlingText)
  const [filters, change] = useListFilters('GET /api/v1/admin/issues', ['kind', 'owner', 'status'])
  return (
    <Page title={t('issues')} about={t('issues.about')}>
      <KindCounters chosen={filters.kind ?? ''} onChoose={(kind) => change({ kind })} />
      <Flex gap="small" wrap>
        <Select
          aria-label={t('issue.owner')}
          style={{ width: 180 }}
          value={filters.owner ?? ''}
          onChange={(owner) => change({ owner })}
          options={[
            { value: '', label: t('issue.owner.any') },
            { value: 'nobody', label: t('issue.owner.nobody') },
            { value: 'me', label: t('issue.owner.me') },
          ]}
        />
        <Select
          aria-label={t('issue.status')}
          style={{ width: 140 }}
          value={filters.status ?? 'open'}
          onChange={(status) => change({ status })}
          options={[
            { value: 'open', label: t('issue.open') },
            { value: 'settled', label: t('issue.settled') },
          ]}
        />
      </Flex>
      <IssuesTable filters={filters} />
    </Page>
  )
}

function KindCounters({ chosen, onChoose }: { readonly chosen: string; readonly onChoose: (kind: string) => void }) {
  const t = useText(handlingText)
  const frame = useText(frameText)
  const words = useText(deskText)
  const counts = useQuery({ ...asking('GET /api/v1/admin/issues/counters'), refetchInterval: 30_000 }).data
  const counters = [
    { key: '', label: frame('all') },
    ...issueKinds.map((kind) => ({
      key: kind as string,
      label: words(`issue.kind.${kind}`),
      count: counts?.[kind],
      alarming: true,
    })),
  ]
  return <Counters label={t('issues')} counters={counters} chosen={chosen} onChoose={onChoose} />
}

function IssuesTable({ filters }: { readonly filters: FiltersOf<'GET /api/v1/admin/issues'> }) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const instantText = useInstantText()
  const navigate = useNavigate()
  const isOpen = filters.status !== 'settled'
  return (
    <DataTable
      label={t('issues')}
      list="GET /api/v1/admin/issues"
      filters={filters}
      views
      rowKey={(row) => row.id}
      empty={{ says: t('issues.none'), next: '/orders' }}
      onOpen={(row) => void navigate({ to: `/orders/${row.orderId}` })}
      columns={[
        {
          key: 'number',
          title: common('number'),
          fixed: 'left',
          render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>,
        },
        {
          key: 'issue.kind',
          title: t('issue.kind'),
          render: (_, row) => <Tag color="warning">{words(`issue.kind.${row.kind}`)}</Tag>,
        },
        {
          key: 'issue.why',
          title: t('issue.why'),
          width: 300,
          ellipsis: true,
          render: (_, row) => <IssueReason issue={row} />,
        },
        {
          key: 'opened',
          title: isOpen ? t('issue.age') : t('issue.opened'),
          render: (_, row) => (isOpen ? <Age since={row.openedAt} /> : instantText(row.openedAt)),
        },
        {
          key: 'issue.owner',
          title: t('issue.owner'),
          render: (_, row) => row.ownerName ?? <Tag>{t('issue.owner.nobody')}</Tag>,
        },
        isOpen
          ? {
              key: 'issue.do',
              title: t('issue.do'),
              render: (_, row) => (
                <Flex gap={4}>
                  <IssueVerbs issue={row} />
                </Flex>
              ),
            }
          : {
              key: 'issue.resolution',
              title: t('issue.resolution'),
              width: 320,
              render: (_, row) =>
                `${resolutionText(row, common)} · ${row.settledBy ?? ''} ${instantText(row.settledAt)}`,
            },
      ]}
    />
  )
}

const Age = ({ since }: { readonly since: string }) => <>{remainingText(since, useNow()).replace('-', '')}</>

/** What happened to the order says it when nobody had to. */
function resolutionText({ resolution }: SentIssue, t: ReturnType<typeof useText<typeof ordersPageText>>): string {
  const key = `event.${resolution}`
  return key in ordersPageText ? t(key as 'event.order.placed') : resolution
}

function IssueReason({ issue: { data } }: { readonly issue: SentIssue }) {
  const t = useText(handlingText)
  const { reason } = useOrderNames()
  const texts = [
    ...(Array.isArray(data.reasons) ? data.reasons.map((each) => reason(String(each))) : []),
    ...(typeof data.reason === 'string' && data.reason ? [reason(data.reason)] : []),
    ...(data.actual ? [t('issue.mismatch', { expected: String(data.expected), actual: String(data.actual) })] : []),
    ...(data.amount && !data.actual ? [moneyText(data.amount as Money)] : []),
    ...(data.failure ? [String(data.failure)] : []),
  ]
  return <>{texts.join(semicolon()) || '—'}</>
}
