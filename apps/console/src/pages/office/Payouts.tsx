import { Link } from '@tanstack/react-router'
import { Flex, Form, Input, Segmented, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { type PaymentMethod, type Payout, paymentsText, payoutWays } from '#model/sales/payments'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { cashPageText } from './cash-text.ts'

type Row = AnswerOf<'GET /api/v1/admin/payouts'>['rows'][number]

/** Refunds that have no way back by themselves: what waits to be paid out by hand, and what was. */
export function Payouts() {
  const t = useText(cashPageText)
  const [{ paid }, filter] = useFilters(['paid'])
  return (
    <Flex vertical gap="small" align="stretch">
      <div>
        <Segmented
          value={paid ?? 'open'}
          options={(['open', 'paid'] as const).map((value) => ({ value, label: t(`payouts.${value}`) }))}
          onChange={(value) => filter({ paid: value === 'open' ? undefined : String(value) })}
        />
      </div>
      <DataTable
        label={t('tab.payouts')}
        list="GET /api/v1/admin/payouts"
        filters={{ open: paid !== 'paid' }}
        columns={useColumns()}
        rowKey={({ refund }) => refund.id}
        empty={{ says: t('payouts.none'), next: '/refunds' }}
      />
    </Flex>
  )
}

function useColumns(): Columns<Row> {
  const t = useText(cashPageText)
  const word = useText(paymentsText)
  const instantText = useInstantText()
  return [
    {
      key: 'payouts.refund',
      title: t('payouts.refund'),
      render: (_, { refund, orderId, orderNumber }) => (
        <>
          {refund.number}
          <div>
            <Link to={`/orders/${orderId}` as never}>{orderNumber}</Link>
          </div>
        </>
      ),
    },
    {
      key: 'payouts.method',
      title: t('payouts.method'),
      render: (_, row) => word(`payment.method.${row.method as PaymentMethod}`),
    },
    {
      key: 'payouts.amount',
      title: t('payouts.amount'),
      align: 'right',
      render: (_, { refund }) => <strong>{moneyText(refund.amount)}</strong>,
    },
    { key: 'payouts.since', title: t('payouts.since'), render: (_, { refund }) => instantText(refund.createdAt) },
    {
      key: 'payouts.state',
      title: t('payouts.state'),
      render: (_, { refund, payout }) =>
        payout
          ? [word(`payout.way.${payout.way}`), payout.reference, payout.paidOn, payout.recordedBy, payout.note]
              .filter(Boolean)
              .join(' · ')
          : refund.failure && (
              <Typography.Text type="danger">{t('payouts.refused', { failure: refund.failure })}</Typography.Text>
            ),
    },
    { key: 'actions', title: t('actions'), render: (_, row) => row.payout === null && <PayoutVerb row={row} /> },
  ]
}

interface PayoutForm extends Pick<Payout, 'way' | 'reference'> {
  readonly paidOn: string
  readonly note?: string
}

function PayoutVerb({ row: { refund } }: { readonly row: Row }) {
  const t = useText(cashPageText)
  const word = useText(paymentsText)
  const reload = useReload('payouts')
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <AskingVerb<PayoutForm>
      size="small"
      permission="payments.settle"
      title={t('payout.title', { amount: moneyText(refund.amount) })}
      consequence={t('payout.about')}
      initial={{ way: 'bank' }}
      work={(body) => ask('POST /api/v1/admin/refunds/{id}/payout', { path: { id: refund.id }, body })}
      onDone={reload}
      fields={
        <>
          <Form.Item name="way" label={t('payout.way')}>
            <Select options={payoutWays.map((value) => ({ value, label: word(`payout.way.${value}`) }))} />
          </Form.Item>
          <Form.Item name="reference" label={t('payout.reference')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="paidOn" label={t('payout.paidOn')} rules={needed}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="note" label={t('payout.note')}>
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
        </>
      }
    >
      {t('payout')}
    </AskingVerb>
  )
}
