import { Button, Form, Select, Typography, Upload } from 'antd'
import { settlementText } from '#model/sales/settlement'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { billsPageText } from './bills-text.ts'
import { Differences } from './Differences.tsx'

type Bill = RowOf<'GET /api/v1/admin/bills'>

/** The providers' bills beside our books: what differs first, the bills below. */
export default function BillsPage() {
  const t = useText(billsPageText)
  return (
    <Page title={t('title')} about={t('about')} actions={<TakeBillVerb />}>
      <Differences />
      <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
        {t('bills')}
      </Typography.Title>
      <DataTable
        label={t('bills')}
        list="GET /api/v1/admin/bills"
        columns={useBillColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('bills.none'), next: <TakeBillVerb /> }}
      />
    </Page>
  )
}

function useBillColumns(): Columns<Bill> {
  const t = useText(billsPageText)
  const word = useText(settlementText)
  const instantText = useInstantText()
  return [
    {
      key: 'provider',
      title: t('provider'),
      width: 110,
      render: (_, row) => word(`bill.provider.${row.provider}` as never),
    },
    {
      key: 'day',
      title: t('day'),
      width: 130,
      render: (_, { from, to }) => (from === to ? from : t('day.range', { from, to })),
    },
    {
      key: 'sums',
      title: t('sums'),
      width: 320,
      render: (_, { lines, paid, refunded, fee }) =>
        t('sums.text', { lines, paid: moneyText(paid), refunded: moneyText(refunded), fee: moneyText(fee) }),
    },
    {
      key: 'result',
      title: t('result'),
      width: 260,
      render: (_, { matched, open, others, repeated }) =>
        [
          t('result.text', { matched, open }),
          others > 0 ? t('result.others', { others }) : '',
          repeated > 0 ? t('result.repeated', { repeated }) : '',
        ].join(''),
    },
    {
      key: 'taken',
      title: t('taken'),
      width: 200,
      render: (_, row) => `${instantText(row.takenAt)} · ${row.takenBy}`,
    },
  ]
}

interface BillForm {
  readonly provider: string
  readonly file: { readonly file: File }
}

function TakeBillVerb() {
  const t = useText(billsPageText)
  const word = useText(settlementText)
  const reload = useReload('bills', 'bill-differences')
  const take = ({ provider, file }: BillForm) => {
    const form = new FormData()
    form.append('provider', provider)
    form.append('file', file.file)
    return ask('POST /api/v1/admin/bills', { body: form })
  }
  return (
    <AskingVerb<BillForm>
      type="primary"
      permission="payments.settle"
      title={t('upload')}
      consequence={t('upload.hint')}
      initial={{ provider: 'wechat' }}
      work={take}
      onDone={reload}
      fields={
        <>
          <Form.Item name="provider" label={t('provider')}>
            <Select
              options={(['wechat', 'alipay', 'stripe'] as const).map((value) => ({
                value,
                label: word(`bill.provider.${value}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="file" label={t('file')} rules={[{ required: true, message: t('file.missing') }]}>
            <Upload maxCount={1} beforeUpload={() => false} accept=".csv,.json,.txt">
              <Button>{t('file.choose')}</Button>
            </Upload>
          </Form.Item>
        </>
      }
    >
      {t('upload')}
    </AskingVerb>
  )
}
