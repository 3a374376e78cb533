import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Card, Descriptions, Flex, Tag, Timeline } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { handlingText } from './handling-text.ts'
import { type SentLine, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

type Report = AnswerOf<'GET /api/v1/admin/orders/{id}/report'>

/** One sale from beginning to end on one sheet, to print or to download. */
export default function OrderReportPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(asking('GET /api/v1/admin/orders/{id}/report', { path: { id } }))
  return <Loaded query={found}>{(report) => <ReportView report={report} />}</Loaded>
}

function ReportView({ report }: { readonly report: Report }) {
  const t = useText(handlingText)
  const { order } = report
  const actions = (
    <>
      <Button href={`/api/v1/admin/orders/${order.id}/report.csv`}>{t('report.download')}</Button>
      <Button type="primary" onClick={() => window.print()}>
        {t('report.print')}
      </Button>
    </>
  )
  return (
    <Page title={t('report.title', { number: order.number })} about={t('report.about')} actions={actions}>
      <Facts report={report} />
      <Lines lines={report.lines} />
      <Trail report={report} />
    </Page>
  )
}

function Facts({ report }: { readonly report: Report }) {
  const t = useText(handlingText)
  const { headline } = useOrderNames()
  const instantText = useInstantText()
  const { order, recipient, money, followUp } = report
  const items = [
    { key: 'state', label: t('report.state'), children: headline(order.headline) },
    {
      key: 'finished',
      label: t('report.finished'),
      children: report.finishedAt ? instantText(report.finishedAt) : t('report.running'),
    },
    { key: 'customer', label: t('report.customer'), children: `${recipient.name} ${recipient.phone}` },
    { key: 'placed', label: t('report.placed'), children: instantText(order.placedAt) },
    { key: 'paid', label: t('report.paid'), children: moneyText(money.paid) },
    { key: 'refunded', label: t('report.refunded'), children: moneyText(money.refunded) },
    { key: 'kept', label: t('report.kept'), children: <strong>{moneyText(money.kept)}</strong> },
    {
      key: 'feedback',
      label: t('followUps.rating'),
      children: followUp?.rating ? `${followUp.rating}/5 ${followUp.words}` : '—',
    },
  ]
  return (
    <Card size="small">
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
    </Card>
  )
}

function Lines({ lines }: { readonly lines: readonly SentLine[] }) {
  const common = useText(ordersPageText)
  const language = useLocale()
  return (
    <Card size="small" title={common('lines')}>
      <Table<SentLine>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...lines]}
        scroll={{ x: 'max-content' }}
        columns={[
          {
            title: common('line.name'),
            render: (_, line) => (
              <>
                {`${line.sku} ${line.name[language]} ${line.specification[language]} `}
                {line.agreed.gift && <Tag color="success">{common('line.gift')}</Tag>}
              </>
            ),
          },
          { title: common('line.quantity'), align: 'right', dataIndex: 'quantity' },
          { title: common('line.total'), align: 'right', render: (_, line) => moneyText(line.total) },
          { title: common('line.done'), align: 'right', render: (_, line) => `${line.shipped}/${line.returned}` },
          { title: common('line.refunded'), align: 'right', render: (_, line) => moneyText(line.refunded) },
        ]}
      />
    </Card>
  )
}

function Trail({ report: { cases, refunds, history } }: { readonly report: Report }) {
  const t = useText(handlingText)
  const common = useText(ordersPageText)
  const { reason } = useOrderNames()
  const instantText = useInstantText()
  const nameOf = (type: string) =>
    `event.${type}` in ordersPageText ? common(`event.${type}` as 'event.order.placed') : type
  return (
    <Card size="small" title={t('report.trail')}>
      <Flex vertical gap="small">
        {cases.map((each) => (
          <span key={each.id}>
            {t('report.case')} <Link to={`/returns/${each.id}`}>{each.number}</Link> {moneyText(each.amount)}{' '}
            {instantText(each.openedAt)}
          </span>
        ))}
        {refunds.map((refund) => (
          <span key={refund.id}>
            {common('refund')} {refund.number} {moneyText(refund.amount)} {reason(refund.reason)}{' '}
            {instantText(refund.succeededAt ?? refund.createdAt)}
          </span>
        ))}
        <Timeline
          items={history.map((entry) => ({
            key: entry.id,
            color: 'gray',
            content: `${instantText(entry.at)} ${nameOf(entry.type)} · ${entry.actorKind === 'system' ? common('system') : entry.actorName}`,
          }))}
        />
      </Flex>
    </Card>
  )
}
