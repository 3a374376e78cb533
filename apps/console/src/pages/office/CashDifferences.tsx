import { Flex, Form, Radio, Segmented, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { type CashResolution, choicesFor, collectionsText } from '#model/sales/collections'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { cashPageText } from './cash-text.ts'

type Difference = AnswerOf<'GET /api/v1/admin/cash/differences'>['rows'][number]

/** The queue: what a carrier says otherwise than we do, each with what to do about it, and what somebody decided. */
export function CashDifferences() {
  const t = useText(cashPageText)
  const [{ show }, filter] = useFilters(['show'])
  return (
    <Flex vertical gap="small" align="stretch">
      <div>
        <Segmented
          value={show ?? 'open'}
          options={(['open', 'all'] as const).map((value) => ({ value, label: t(`show.${value}`) }))}
          onChange={(value) => filter({ show: value === 'open' ? undefined : String(value) })}
        />
      </div>
      <DataTable
        label={t('tab.differences')}
        list="GET /api/v1/admin/cash/differences"
        filters={{ open: show !== 'all' }}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('differences.none'), next: '/' }}
      />
    </Flex>
  )
}

function useColumns(): Columns<Difference> {
  const carrierName = useCarrierName()
  const t = useText(cashPageText)
  const word = useText(collectionsText)
  const instantText = useInstantText()
  return [
    {
      key: 'tab.differences',
      title: t('tab.differences'),
      width: 340,
      render: (_, { kind }) => (
        <>
          <Tag color="warning">{word(`cash.difference.${kind}`)}</Tag>
          <div>
            <Typography.Text type="secondary">{word(`cash.difference.${kind}.todo`)}</Typography.Text>
          </div>
        </>
      ),
    },
    {
      key: 'waybill',
      title: t('waybill'),
      render: (_, { carrier, waybillNumber, createdAt }) => (
        <>
          {carrierName(carrier)} {waybillNumber}
          <div>
            <Typography.Text type="secondary">{instantText(createdAt)}</Typography.Text>
          </div>
        </>
      ),
    },
    { key: 'ours', title: t('ours'), align: 'right', render: (_, { ours }) => moneyText(ours) },
    { key: 'theirs', title: t('theirs'), align: 'right', render: (_, { theirs }) => moneyText(theirs) },
    { key: 'actions', title: t('actions'), render: (_, row) => <Settling difference={row} /> },
  ]
}

function Settling({ difference }: { readonly difference: Difference }) {
  const t = useText(cashPageText)
  const word = useText(collectionsText)
  const instantText = useInstantText()
  const reload = useReload('cash')
  const { id, kind, waybillNumber, resolution, note, resolvedBy, resolvedAt } = difference
  if (resolution)
    return [word(`cash.resolution.${resolution}`), note, resolvedBy, instantText(resolvedAt)]
      .filter(Boolean)
      .join(' · ')
  const choices = choicesFor(kind)
  return (
    <AskingVerb<{ resolution: CashResolution; note: string }>
      size="small"
      permission="payments.settle"
      title={t('settle.title', { waybillNumber })}
      consequence={word(`cash.difference.${kind}.todo`)}
      initial={{ resolution: choices[0] }}
      work={(body) => ask('POST /api/v1/admin/cash/differences/{id}/settle', { path: { id }, body })}
      onDone={reload}
      fields={
        <>
          <Form.Item name="resolution" label={t('settle.how')} rules={[{ required: true, message: t('required') }]}>
            <Radio.Group options={choices.map((value) => ({ value, label: word(`cash.resolution.${value}`) }))} />
          </Form.Item>
          <ReasonField name="note" label={t('settle.note')} />
        </>
      }
    >
      {t('settle')}
    </AskingVerb>
  )
}
