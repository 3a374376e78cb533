import { Link } from '@tanstack/react-router'
import { Card, Descriptions, Flex, Form, Tag, Typography } from 'antd'
import { type Money, subtract } from '#kernel/money'
import { isRefundOver, paymentsText, refundSteps } from '#model/sales/payments'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField, Verb } from '../../frame/Verb.tsx'
import {
  type OrderData,
  refundColors,
  type SentDispute,
  type SentOrder,
  type SentPayment,
  type SentRefund,
  useOrderNames,
} from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Each part of what the buyer pays. */
export function AmountsCard({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const right = (text: string) => <span style={{ display: 'block', width: '100%', textAlign: 'right' }}>{text}</span>
  const items = [
    { key: 'items', label: t('amount.items'), children: right(moneyText(order.items)) },
    {
      key: 'discount',
      label: order.reductionName ? `${t('amount.discount')} · ${order.reductionName}` : t('amount.discount'),
      children: right(order.discount.minor > 0 ? `-${moneyText(order.discount)}` : '—'),
    },
    { key: 'freight', label: t('amount.freight'), children: right(moneyText(order.freight)) },
    { key: 'total', label: <strong>{t('amount.total')}</strong>, children: right(moneyText(order.total)) },
    ...(order.waived.minor > 0
      ? [{ key: 'waived', label: t('amount.waived'), children: right(`-${moneyText(order.waived)}`) }]
      : []),
    ...(order.payment === 'on_delivery'
      ? [
          {
            key: 'collect',
            label: <strong>{t('amount.collect')}</strong>,
            children: right(moneyText(subtract(order.total, order.waived))),
          },
        ]
      : []),
    ...(order.refunded.minor > 0
      ? [{ key: 'refunded', label: t('amount.refunded'), children: right(`-${moneyText(order.refunded)}`) }]
      : []),
  ]
  return (
    <Card size="small" title={t('amounts')} extra={<RefundVerb order={order} />}>
      <Descriptions size="small" column={1} items={items} />
    </Card>
  )
}

function RefundVerb({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const reload = useReload('orders')
  const isPaid = order.payment !== 'awaiting' && order.payment !== 'on_delivery'
  const left = isPaid ? subtract(subtract(order.total, order.refunded), order.waived) : { ...order.total, minor: 0 }
  const rules = [
    { required: true, message: t('needed') },
    {
      validator: (_: unknown, amount: Money | null) =>
        !amount || (amount.minor > 0 && amount.minor <= left.minor)
          ? Promise.resolve()
          : Promise.reject(new Error(t('refund.amount', { most: moneyText(left) }))),
    },
  ]
  const fields = (
    <>
      <Form.Item name="amount" label={t('refund.amount', { most: moneyText(left) })} rules={rules}>
        <MoneyInput currency={left.currency} />
      </Form.Item>
      <ReasonField label={t('cancel.reason')} />
    </>
  )
  return (
    <AskingVerb<{ amount: Money; reason: string }>
      size="small"
      title={t('refund.add.title')}
      consequence={t('refund.add.about')}
      permission="aftersales.decide"
      blocked={left.minor <= 0 && t('refund.nothing')}
      danger
      fields={fields}
      work={(values) => ask('POST /api/v1/admin/orders/{id}/refunds', { path: { id: order.id }, body: values })}
      onDone={reload}
    >
      {t('refund.add')}
    </AskingVerb>
  )
}

/** Money that came, money that went back, and money that somebody's bank took. */
export function MoneyCard({ data: { payments, refunds, disputes } }: { readonly data: OrderData }) {
  const t = useText(ordersPageText)
  const rows = [
    ...payments.map((payment) => ({ key: payment.id, row: <PaymentRow payment={payment} /> })),
    ...disputes.map((dispute) => ({ key: dispute.id, row: <DisputeRow dispute={dispute} /> })),
    ...refunds.map((refund) => ({ key: refund.id, row: <RefundRow refund={refund} /> })),
  ]
  return (
    <Card size="small" title={t('payments')}>
      {rows.length === 0 && <Typography.Text type="secondary">{t('payments.none')}</Typography.Text>}
      <Flex vertical gap="middle">
        {rows.map(({ key, row }) => (
          <div key={key} id={key} className="order-thing">
            {row}
          </div>
        ))}
      </Flex>
    </Card>
  )
}

const paymentColors: Readonly<Record<SentPayment['status'], string>> = {
  created: 'default',
  pending: 'processing',
  unknown: 'warning',
  succeeded: 'success',
  failed: 'error',
  closed: 'default',
  mismatch: 'error',
}

function PaymentRow({ payment }: { readonly payment: SentPayment }) {
  const t = useText(ordersPageText)
  const states = useText(paymentsText)
  const instantText = useInstantText()
  return (
    <>
      <Flex justify="space-between" gap="small">
        <span>
          {t('payment')} <Tag color={paymentColors[payment.status]}>{states(`payment.status.${payment.status}`)}</Tag>
          {payment.surplus && <Tag color="error">{t('surplus')}</Tag>}
        </span>
        <strong>{moneyText(payment.amount)}</strong>
      </Flex>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {payment.number} · {instantText(payment.paidAt ?? payment.createdAt)}
      </Typography.Text>
    </>
  )
}

const disputeColors: Readonly<Record<SentDispute['status'], string>> = {
  inquiry: 'warning',
  open: 'error',
  won: 'success',
  lost: 'error',
  dropped: 'default',
}

function DisputeRow({ dispute }: { readonly dispute: SentDispute }) {
  const t = useText(ordersPageText)
  const states = useText(paymentsText)
  const instantText = useInstantText()
  const { status, amount, providerRef, reason, openedAt, answerBy } = dispute
  return (
    <>
      <Flex justify="space-between" gap="small">
        <span>
          {t('dispute')} <Tag color={disputeColors[status]}>{states(`dispute.status.${status}`)}</Tag>
        </span>
        <strong>{status === 'open' || status === 'lost' ? `-${moneyText(amount)}` : moneyText(amount)}</strong>
      </Flex>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {providerRef} · {reason} · {instantText(openedAt)}
      </Typography.Text>
      {answerBy && (status === 'inquiry' || status === 'open') && (
        <Typography.Paragraph type="danger" style={{ margin: 0 }}>
          {t('dispute.until', { day: instantText(answerBy) })}
        </Typography.Paragraph>
      )}
    </>
  )
}

function RefundRow({ refund }: { readonly refund: SentRefund }) {
  const t = useText(ordersPageText)
  const states = useText(paymentsText)
  const { reason } = useOrderNames()
  const instantText = useInstantText()
  const reload = useReload('orders')
  const act = useAct()
  const nameOf = (status: SentRefund['status']) => states(`refund.status.${status}`)
  const whyNot = useWhyNot(refundSteps, nameOf)
  const retry = async () => {
    if (await act(() => ask('POST /api/v1/admin/refunds/{id}/retry', { path: { id: refund.id } }))) await reload()
  }
  return (
    <>
      <Flex justify="space-between" gap="small">
        <span>
          {t('refund')} <Tag color={refundColors[refund.status]}>{nameOf(refund.status)}</Tag>
        </span>
        <strong>-{moneyText(refund.amount)}</strong>
      </Flex>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {refund.number} · {reason(refund.reason)} · {refund.requestedBy} ·{' '}
        {instantText(refund.succeededAt ?? refund.createdAt)}
      </Typography.Text>
      {refund.failure && refund.status !== 'succeeded' && (
        <Typography.Paragraph type="danger" style={{ margin: 0 }}>
          {t('refund.failure', { failure: refund.failure })}
        </Typography.Paragraph>
      )}
      {refund.decidedBy && (
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {t('refund.second', { by: refund.decidedBy })}
          {refund.remark && ` · ${refund.remark}`}
        </Typography.Text>
      )}
      {refund.status === 'waiting' && <Link to={'/refunds' as never}>{t('refund.waiting')}</Link>}
      {refund.status !== 'waiting' && !isRefundOver(refund) && (
        <Verb size="small" permission="aftersales.decide" blocked={whyNot(refund.status, 'retry')} onClick={retry}>
          {t('refund.retry')}
        </Verb>
      )}
    </>
  )
}
