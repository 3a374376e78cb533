import { Link } from '@tanstack/react-router'
import { Flex, Tag, Typography } from 'antd'
import { byHand, paymentsText, refundSteps } from '#model/sales/payments'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useFilters } from '../../frame/filters.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import type { RowOf } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useMe } from '../../frame/session.ts'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { refundColors, useOrderNames } from '../sales/order.ts'
import { refundsPageText } from './refunds-text.ts'

type Row = RowOf<'GET /api/v1/admin/refunds'>

const views = { waiting: { status: 'waiting' }, decided: { large: true }, all: {} } as const
type View = keyof typeof views

/** Refunds of the shop; the large ones wait here for a second person. */
export default function RefundsPage() {
  const t = useText(refundsPageText)
  const [{ show }, filter] = useFilters(['show'])
  const view: View = show !== undefined && show in views ? (show as View) : 'waiting'
  return (
    <Page title={t('title')} about={t('about')}>
      <Counters
        label={t('status')}
        counters={(Object.keys(views) as View[]).map((key) => ({ key, label: t(`show.${key}`) }))}
        chosen={view}
        onChoose={(key) => filter({ show: key === 'waiting' ? undefined : key })}
      />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/refunds"
        filters={views[view]}
        columns={useColumns()}
        rowKey={({ id }) => id}
        empty={{ says: t(`empty.${view}`), next: '/' }}
      />
    </Page>
  )
}

const causes = ['by_hand', 'case'] as const
const causeOf = (cause: string) => causes.find((each) => each === cause) ?? 'other'

function useColumns(): Columns<Row> {
  const t = useText(refundsPageText)
  const word = useText(paymentsText)
  const { reason } = useOrderNames()
  const instantText = useInstantText()
  return [
    {
      key: 'refund',
      title: t('refund'),
      width: 170,
      render: (_, { number, orderId, orderNumber }) => (
        <>
          {number}
          <div>
            <Link to={`/orders/${orderId}` as never}>{orderNumber}</Link>
          </div>
        </>
      ),
    },
    {
      key: 'amount',
      title: t('amount'),
      width: 110,
      align: 'right',
      render: (_, { amount }) => <strong>{moneyText(amount)}</strong>,
    },
    {
      key: 'cause',
      title: t('cause'),
      width: 200,
      render: (_, row) => `${t(`cause.${causeOf(row.cause)}`)} · ${reason(row.reason)}`,
    },
    {
      key: 'asked',
      title: t('asked'),
      width: 160,
      render: (_, { requestedBy, createdAt }) => `${requestedBy} · ${instantText(createdAt)}`,
    },
    {
      key: 'status',
      title: t('status'),
      width: 170,
      render: (_, { status, decidedBy, remark }) => (
        <>
          <Tag color={refundColors[status]}>{word(`refund.status.${status}`)}</Tag>
          <Typography.Text type="secondary">
            {[decidedBy && t('second', { by: decidedBy }), remark].filter(Boolean).join(' · ')}
          </Typography.Text>
        </>
      ),
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 160,
      render: (_, row) => row.needsSecond && <SecondPersonVerbs refund={row} />,
    },
  ]
}

function SecondPersonVerbs({ refund }: { readonly refund: Row }) {
  const t = useText(refundsPageText)
  const word = useText(paymentsText)
  const reload = useReload('refunds')
  const { id: me } = useMe()
  const whyNot = useWhyNot(refundSteps, (status) => word(`refund.status.${status}`))
  const path = { id: refund.id }
  const amount = moneyText(refund.amount)
  const own = refund.requesterId === me && t('own')
  const owed = refund.cause !== byHand && t('owed')
  const verb = { size: 'small', permission: 'payments.settle', onDone: reload } as const
  return (
    <Flex gap={6}>
      <AskingVerb
        {...verb}
        type="primary"
        blocked={whyNot(refund.status, 'agree') || own}
        title={t('agree.title', { amount })}
        consequence={t('agree.about', { by: refund.requestedBy })}
        work={() => ask('POST /api/v1/admin/refunds/{id}/agree', { path })}
      >
        {t('agree')}
      </AskingVerb>
      <AskingVerb<{ remark: string }>
        {...verb}
        danger
        blocked={whyNot(refund.status, 'decline') || own || owed}
        title={t('decline.title', { amount })}
        consequence={t('decline.about')}
        work={(body) => ask('POST /api/v1/admin/refunds/{id}/decline', { path, body })}
        fields={<ReasonField name="remark" label={t('remark')} />}
      >
        {t('decline')}
      </AskingVerb>
    </Flex>
  )
}
