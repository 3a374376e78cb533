import { Link } from '@tanstack/react-router'
import { Flex, Form, Radio, Segmented, Tag, Typography } from 'antd'
import { choicesFor, type Resolution, settlementText } from '#model/sales/settlement'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { billsPageText } from './bills-text.ts'

type Difference = RowOf<'GET /api/v1/admin/bill-differences'>

/** The queue: each difference with what to do about it, and what somebody decided. */
export function Differences() {
  const t = useText(billsPageText)
  const [{ show }, filter] = useFilters(['show'])
  return (
    <>
      <Flex justify="space-between" align="center" gap="middle" wrap>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {t('differences')}
        </Typography.Title>
        <Segmented
          value={show ?? 'open'}
          options={(['open', 'all'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => filter({ show: value === 'open' ? undefined : String(value) })}
        />
      </Flex>
      <DataTable
        label={t('differences')}
        list="GET /api/v1/admin/bill-differences"
        filters={{ open: show !== 'all' }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('differences.none'), next: '/' }}
      />
    </>
  )
}

function useColumns(): Columns<Difference> {
  const t = useText(billsPageText)
  const word = useText(settlementText)
  const instantText = useInstantText()
  return [
    {
      key: 'differences',
      title: t('difference'),
      width: 330,
      render: (_, { kind }) => (
        <>
          <Tag color="warning">{word(`difference.${kind}`)}</Tag>
          <div>
            <Typography.Text type="secondary">{word(`difference.${kind}.todo`)}</Typography.Text>
          </div>
        </>
      ),
    },
    {
      key: 'number',
      title: t('number'),
      width: 230,
      render: (_, { number, orderId, provider, happenedAt }) => (
        <>
          <Typography.Text style={{ wordBreak: 'break-all' }}>{number || '—'}</Typography.Text>
          <div>
            <Typography.Text type="secondary">
              {word(`bill.provider.${provider}` as never)} · {instantText(happenedAt)}
            </Typography.Text>
          </div>
          {orderId && <Link to={`/orders/${orderId}` as never}>{t('order')}</Link>}
        </>
      ),
    },
    {
      key: 'ours',
      title: t('ours'),
      width: 110,
      align: 'right',
      render: (_, { ours }) => (ours ? moneyText(ours) : '—'),
    },
    {
      key: 'theirs',
      title: t('theirs'),
      width: 110,
      align: 'right',
      render: (_, { theirs }) => (theirs ? moneyText(theirs) : '—'),
    },
    { key: 'settle', title: t('settle'), width: 200, render: (_, row) => <Settling difference={row} /> },
  ]
}

function Settling({ difference }: { readonly difference: Difference }) {
  const t = useText(billsPageText)
  const word = useText(settlementText)
  const instantText = useInstantText()
  const reload = useReload('bills', 'bill-differences')
  const { id, number, resolution, note, resolvedBy, resolvedAt } = difference
  if (resolution)
    return t('settled', {
      resolution: word(`resolution.${resolution}`),
      note: note ?? '',
      by: resolvedBy ?? '',
      at: instantText(resolvedAt),
    })
  const choices = choicesFor(difference)
  return (
    <AskingVerb<{ resolution: Resolution; note: string }>
      size="small"
      permission="payments.settle"
      title={t('settle.title', { number })}
      consequence={word(`difference.${difference.kind}.todo`)}
      initial={{ resolution: choices[0] }}
      work={(form) => ask('POST /api/v1/admin/bill-differences/{id}/settle', { path: { id }, body: form })}
      onDone={reload}
      fields={
        <>
          <Form.Item name="resolution" label={t('settle.how')} rules={[{ required: true, message: t('required') }]}>
            <Radio.Group options={choices.map((value) => ({ value, label: word(`resolution.${value}`) }))} />
          </Form.Item>
          <ReasonField name="note" label={t('settle.note')} />
        </>
      }
    >
      {t('settle')}
    </AskingVerb>
  )
}
