import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Input, Select, Tag } from 'antd'
import type { AnswerOf } from '#client'
import { inventoryText, type LotStatus } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { asking, keyOf, useReload } from '../../frame/asking.ts'
import { useFilters } from '../../frame/filters.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { lotsText } from './stock-text.ts'

type ExpiringLot = AnswerOf<'GET /api/v1/admin/lots/expiring'>[number]
type LotPassage = AnswerOf<'GET /api/v1/admin/stock/{id}/lots'>[number]

/** What expires, and how each lot passes through the house. */
export default function LotsPage() {
  const t = useText(lotsText)
  const [filters, change] = useFilters(['withinDays', 'code'] as const)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <Link to="/stock">
          <Button tabIndex={-1}>{t('back')}</Button>
        </Link>
      }
    >
      <Expiring withinDays={filters.withinDays ?? ''} onWithin={(withinDays) => change({ withinDays })} />
      <Card size="small" title={t('passage')}>
        <Flex vertical gap="middle">
          <Input.Search
            key={filters.code}
            allowClear
            defaultValue={filters.code}
            placeholder={t('passage.code')}
            aria-label={t('passage.code')}
            enterButton={t('passage.go')}
            onSearch={(code) => change({ code: code.trim() })}
            style={{ maxWidth: 360 }}
          />
          {filters.code && <Passages code={filters.code} />}
        </Flex>
      </Card>
    </Page>
  )
}

function Expiring({
  withinDays,
  onWithin,
}: {
  readonly withinDays: string
  readonly onWithin: (days: string) => void
}) {
  const t = useText(lotsText)
  const language = useLocale()
  const found = useQuery(
    asking('GET /api/v1/admin/lots/expiring', {
      query: { withinDays: withinDays === '' ? undefined : Number(withinDays) },
    }),
  )
  const options = [
    { value: '', label: t('within.default') },
    ...['7', '30', '90', '180', '365'].map((days) => ({ value: days, label: t('within.days', { days }) })),
  ]
  return (
    <Card
      size="small"
      title={t('expiring.title')}
      extra={
        <Select
          value={withinDays}
          options={options}
          onChange={onWithin}
          aria-label={t('within')}
          style={{ width: 210 }}
        />
      }
    >
      <Loaded query={found}>
        {(rows) => (
          <Table<ExpiringLot>
            size="small"
            rowKey="lotId"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('expiring.none'), next: '/stock' }}
            columns={[
              { title: 'SKU', dataIndex: 'sku' },
              { title: t('goods'), render: (_, row) => row.name[language] },
              { title: t('lot'), dataIndex: 'number' },
              { title: t('left'), render: (_, row) => <DaysLeft days={row.daysLeft} /> },
              { title: t('expires'), dataIndex: 'expiresOn' },
              { title: t('produced'), render: (_, row) => row.producedOn ?? '—' },
              { title: t('quantity'), align: 'right', dataIndex: 'quantity' },
              { title: t('state'), render: (_, row) => <LotState status={row.status} /> },
              {
                key: 'actions',
                title: '',
                render: (_, row) => <LotVerb id={row.lotId} number={row.number} status={row.status} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}

function DaysLeft({ days }: { readonly days: number }) {
  const t = useText(lotsText)
  const text = days < 0 ? t('left.over', { days: -days }) : days === 0 ? t('left.today') : t('left.days', { days })
  return <Tag color={days < 0 ? 'error' : days <= 30 ? 'warning' : 'success'}>{text}</Tag>
}

function LotState({ status }: { readonly status: LotStatus }) {
  const words = useText(inventoryText)
  return <Tag color={status === 'blocked' ? 'error' : 'success'}>{words(`inventory.lot.${status}`)}</Tag>
}

function LotVerb({ id, number, status }: { readonly id: string; readonly number: string; readonly status: LotStatus }) {
  const t = useText(lotsText)
  const reload = useReload('stock', 'lots')
  const verb = status === 'blocked' ? 'unblock' : 'block'
  return (
    <AskingVerb<{ reason: string }>
      key={verb}
      size="small"
      danger={verb === 'block'}
      title={t(`${verb}.title`, { lot: number })}
      consequence={t(`${verb}.about`)}
      permission="stock.adjust"
      fields={<ReasonField label={t('reason')} />}
      work={(body) => ask(`POST /api/v1/admin/lots/{id}/${verb}`, { path: { id }, body })}
      onDone={reload}
    >
      {t(verb)}
    </AskingVerb>
  )
}

function Passages({ code }: { readonly code: string }) {
  const t = useText(lotsText)
  const instantText = useInstantText()
  const found = useQuery({
    queryKey: keyOf('GET /api/v1/admin/stock/item', code, 'lots'),
    queryFn: async () => {
      const { variantId } = await ask('GET /api/v1/admin/stock/item', { query: { code } })
      return ask('GET /api/v1/admin/stock/{id}/lots', { path: { id: variantId } })
    },
  })
  return (
    <Loaded query={found}>
      {(rows) => (
        <Table<LotPassage>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          scroll={{ x: 'max-content' }}
          empty={{ says: t('passage.none'), next: '/stock' }}
          columns={[
            { title: t('lot'), dataIndex: 'number' },
            { title: t('state'), render: (_, row) => <LotState status={row.status} /> },
            { title: t('expires'), render: (_, row) => row.expiresOn ?? '—' },
            { title: t('received'), align: 'right', dataIndex: 'received' },
            { title: t('dispatched'), align: 'right', dataIndex: 'dispatched' },
            { title: t('onHand'), align: 'right', dataIndex: 'onHand' },
            { title: t('firstIn'), render: (_, row) => instantText(row.firstInAt) },
            { title: t('lastIn'), render: (_, row) => instantText(row.lastInAt) },
            { title: t('firstOut'), render: (_, row) => instantText(row.firstOutAt) },
            { title: t('lastOut'), render: (_, row) => instantText(row.lastOutAt) },
            {
              key: 'actions',
              title: '',
              render: (_, row) => <LotVerb id={row.id} number={row.number} status={row.status} />,
            },
          ]}
        />
      )}
    </Loaded>
  )
}
