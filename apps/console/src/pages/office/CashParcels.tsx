import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flex, Form, Input, Segmented, Select, Skeleton, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { cashLists, collectionsText } from '#model/sales/collections'
import { grades } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { useNow } from '../../frame/now.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { cashPageText } from './cash-text.ts'

export type CashParcel = AnswerOf<'GET /api/v1/admin/cash/parcels'>['rows'][number]

const colors: Readonly<Record<CashParcel['status'], string>> = {
  on_the_way: 'processing',
  collected: 'success',
  disputed: 'error',
  returned: 'default',
}

/** Every box with cash to collect: what was collected, handed in and is outstanding, and for how long. */
export function CashParcels() {
  const t = useText(cashPageText)
  const word = useText(collectionsText)
  const [{ list = 'outstanding', waybillNumber }, filter] = useFilters(['list', 'waybillNumber'])
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap justify="space-between">
        <div style={{ overflowX: 'auto', maxWidth: '100%' }}>
          <Segmented
            value={list}
            options={cashLists.map((value) => ({ value, label: word(`cash.list.${value}`) }))}
            onChange={(value) => filter({ list: value === 'outstanding' ? undefined : String(value) })}
          />
        </div>
        <Input.Search
          key={waybillNumber}
          allowClear
          defaultValue={waybillNumber}
          placeholder={t('waybill.search')}
          aria-label={t('waybill.search')}
          style={{ maxWidth: 280 }}
          onSearch={(text) =>
            filter({ waybillNumber: text.trim() || undefined, list: text.trim() ? 'all' : undefined })
          }
        />
      </Flex>
      <DataTable
        label={t('tab.parcels')}
        list="GET /api/v1/admin/cash/parcels"
        filters={{ list: cashLists.find((each) => each === list), waybillNumber }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('parcels.none'), next: '/payment-methods' }}
      />
    </Flex>
  )
}

function useColumns(): Columns<CashParcel> {
  const carrierName = useCarrierName()
  const t = useText(cashPageText)
  const word = useText(collectionsText)
  return [
    {
      key: 'waybill',
      title: t('waybill'),
      render: (_, { carrier, waybillNumber, orders }) => (
        <>
          <Typography.Text
            copyable={{ text: waybillNumber }}
          >{`${carrierName(carrier)} ${waybillNumber}`}</Typography.Text>
          <Flex gap="small" wrap>
            {orders.map(({ id, number }) => (
              <Link key={id} to={`/orders/${id}` as never}>
                {number}
              </Link>
            ))}
          </Flex>
        </>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      render: (_, { status }) => <Tag color={colors[status]}>{word(`cash.status.${status}`)}</Tag>,
    },
    { key: 'expected', title: t('expected'), align: 'right', render: (_, { expected }) => moneyText(expected) },
    { key: 'collected', title: t('collected'), align: 'right', render: (_, { collected }) => moneyText(collected) },
    { key: 'handedIn', title: t('handedIn'), align: 'right', render: (_, { handedIn }) => moneyText(handedIn) },
    {
      key: 'outstanding',
      title: t('outstanding'),
      align: 'right',
      render: (_, { outstanding }) => <strong>{moneyText(outstanding)}</strong>,
    },
    { key: 'age', title: t('age'), render: (_, row) => <Age parcel={row} /> },
    { key: 'actions', title: t('actions'), render: (_, row) => <GradeVerb parcel={row} /> },
  ]
}

const day = 86_400_000

/** How long the carrier has had the money, or the box been on its way. */
function Age({
  parcel: { dispatchedAt, collectedAt, returnedAt, outstanding, overdueAt },
}: {
  readonly parcel: CashParcel
}) {
  const t = useText(cashPageText)
  const instantText = useInstantText()
  const now = useNow()
  const since = returnedAt ?? collectedAt ?? dispatchedAt
  const days = Math.max(0, Math.floor((now - new Date(since).getTime()) / day))
  const isLate = overdueAt !== null && outstanding.minor > 0
  return (
    <>
      <Typography.Text type={isLate ? 'danger' : undefined}>{t('age.days', { days })}</Typography.Text>
      <div>
        <Typography.Text type="secondary">{instantText(since)}</Typography.Text>
      </div>
    </>
  )
}

/** Opens a box that came back: each line goes into stock by how it was found. */
function GradeVerb({ parcel: { id, status, gradedAt, waybillNumber } }: { readonly parcel: CashParcel }) {
  const t = useText(cashPageText)
  const reload = useReload('cash')
  if (status !== 'returned') return null
  return (
    <AskingVerb<Record<string, string>>
      size="small"
      permission="aftersales.grade"
      blocked={gradedAt !== null && t('grade.done')}
      title={t('grade.title', { waybillNumber })}
      consequence={t('grade.about')}
      fields={<GradeFields parcelId={id} />}
      work={(found) =>
        ask('POST /api/v1/admin/cash/parcels/{id}/grades', {
          path: { id },
          body: {
            grades: Object.entries(found).map(([lineId, grade]) => ({
              lineId,
              grade: grade as (typeof grades)[number],
            })),
          },
        })
      }
      onDone={reload}
    >
      {t('grade')}
    </AskingVerb>
  )
}

function GradeFields({ parcelId }: { readonly parcelId: string }) {
  const t = useText(cashPageText)
  const language = useLocale()
  const inside = useQuery(asking('GET /api/v1/admin/cash/parcels/{id}', { path: { id: parcelId } }))
  if (!inside.data) return <Skeleton active paragraph={{ rows: 2 }} />
  return (
    <>
      {inside.data.lines.map(({ lineId, sku, name, quantity }) => (
        <Form.Item
          key={lineId}
          name={lineId}
          label={`${name[language] || name.zh} · ${sku} × ${quantity}`}
          rules={[{ required: true, message: t('grade.missing') }]}
        >
          <Select
            placeholder={t('grade.missing')}
            options={grades.map((value) => ({ value, label: t(`grade.${value}`) }))}
          />
        </Form.Item>
      ))}
    </>
  )
}
