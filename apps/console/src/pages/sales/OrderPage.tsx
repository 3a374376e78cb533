import { usePrefetchQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Card, Descriptions, Flex, Tag } from 'antd'
import { askWithTag } from '../../frame/api.ts'
import { asking, keyOf } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { useInstantText, useListText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { useHandling } from './desk.ts'
import { handlingText } from './handling-text.ts'
import { CarrierCard } from './OrderCarrier.tsx'
import { ChecksCard } from './OrderChecks.tsx'
import { ContactsCard } from './OrderContacts.tsx'
import { DispatchCard } from './OrderDispatch.tsx'
import { IssuesCard } from './OrderIssues.tsx'
import { ItemsVerb } from './OrderItems.tsx'
import { LinesCard } from './OrderLines.tsx'
import { MarkCard } from './OrderMark.tsx'
import { MergeCard } from './OrderMerge.tsx'
import { AmountsCard, MoneyCard } from './OrderMoney.tsx'
import { ParcelsCard } from './OrderParcels.tsx'
import { RecipientCard } from './OrderRecipient.tsx'
import { RequestsCard } from './OrderRequests.tsx'
import { ShortageAlert } from './OrderShortage.tsx'
import { TimelineCard } from './OrderTimeline.tsx'
import { TransfersCard } from './OrderTransfers.tsx'
import { OrderVerbs } from './OrderVerbs.tsx'
import { VouchersCard } from './OrderVouchers.tsx'
import { axes, dispatchBy, headlineColors, type OrderData, type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** One order: who, what, how much, where it is, what happened. */
export default function OrderPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const order = {
    queryKey: keyOf('GET /api/v1/admin/orders/{id}', id, 'with its version'),
    queryFn: () => askWithTag('GET /api/v1/admin/orders/{id}', { path: { id } }),
  }
  usePrefetchQuery(order) // asked before the frame around it is drawn (a fifth of a second)
  usePrefetchQuery(asking('GET /api/v1/admin/orders/{id}/timeline', { path: { id } })) // asked with the order, not when that is drawn
  const found = useQuery(order)
  return <Loaded query={found}>{({ answer, etag }) => <OrderView data={answer} seen={etag ?? undefined} />}</Loaded>
}

interface OrderViewProps {
  readonly data: OrderData
  /** The version that is looked at. */
  readonly seen: string | undefined
}

function OrderView({ data, seen }: OrderViewProps) {
  const { order } = data
  const handling = useHandling(order.id)
  const travels = data.lines.some(({ requiresShipping }) => requiresShipping)
  return (
    <Page
      title={<Head order={order} />}
      about={<Axes order={order} />}
      actions={<OrderVerbs order={order} seen={seen} />}
    >
      <Alerts order={order} />
      {handling?.shortage && (
        <ShortageAlert order={order} lines={data.lines} shortage={handling.shortage} seen={seen} />
      )}
      <IssuesCard issues={handling?.issues ?? []} />
      <div className="record">
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <Facts order={order} travels={travels} />
          <LinesCard
            order={order}
            lines={data.lines}
            history={data.history}
            extra={<ItemsVerb order={order} lines={data.lines} />}
          />
          {travels && <ParcelsCard order={order} parcels={data.parcels} />}
          <VouchersCard vouchers={data.vouchers} />
          <TimelineCard order={order} />
        </Flex>
        <Flex vertical gap="middle" style={{ minWidth: 0 }}>
          <AmountsCard order={order} />
          <RecipientCard order={order} masked={data.recipient} />
          {travels && <DispatchCard data={data} seen={seen} />}
          {travels && <CarrierCard order={order} />}
          <MarkCard order={order} mark={data.mark} tags={data.tags} seen={seen} />
          <RequestsCard order={order} />
          {handling && <ChecksCard order={order} handling={handling} />}
          {handling && <ContactsCard order={order} handling={handling} />}
          {travels && <TransfersCard order={order} lines={data.lines} />}
          {travels && <MergeCard order={order} together={data.together} />}
          <MoneyCard data={data} />
        </Flex>
      </div>
    </Page>
  )
}

function Head({ order }: { readonly order: SentOrder }) {
  const { headline } = useOrderNames()
  const by = dispatchBy(order)
  return (
    <Flex gap="small" align="center" wrap>
      {order.number}
      <Tag color={headlineColors[order.headline]}>{headline(order.headline)}</Tag>
      {by && <Clock by={by} soonHours={6} />}
    </Flex>
  )
}

function Axes({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const { axis: nameOf } = useOrderNames()
  return (
    <Flex gap={4} wrap style={{ marginTop: 6 }}>
      {axes.map((axis) => (
        <Tag key={axis} variant="outlined">
          {t('axis.is', { axis: t(`axis.${axis}`), value: nameOf(axis, order[axis]) })}
        </Tag>
      ))}
    </Flex>
  )
}

function Alerts({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const listText = useListText()
  const { reason } = useOrderNames()
  return (
    <>
      {order.headline === 'in_review' && order.reviewReasons.length > 0 && (
        <Alert type="warning" showIcon title={t('reasons')} description={listText(order.reviewReasons.map(reason))} />
      )}
      {order.cancelReason && (
        <Alert type="info" showIcon title={t('cancelled', { reason: reason(order.cancelReason) })} />
      )}
    </>
  )
}

/** What was agreed on; when it leaves and arrives only where something travels. */
function Facts({ order, travels }: { readonly order: SentOrder; readonly travels: boolean }) {
  const desk = useText(handlingText)
  const t = useText(ordersPageText)
  const instantText = useInstantText()
  const wish = order.invoiceWish
  const items = [
    { key: 'placed', label: t('placed'), children: instantText(order.placedAt) },
    ...(order.payment === 'awaiting' ? [{ key: 'payBy', label: t('payBy'), children: instantText(order.payBy) }] : []),
    ...(order.payment !== 'awaiting' && travels
      ? [{ key: 'dispatchBy', label: t('dispatchBy'), children: instantText(order.dispatchBy) }]
      : []),
    ...(travels
      ? [
          {
            key: 'arrives',
            label: t('arrives'),
            children: order.arrivesFrom ? `${order.arrivesFrom} – ${order.arrivesTo}` : '—',
          },
        ]
      : []),
    {
      key: 'invoice',
      label: t('invoice'),
      children: wish ? `${t(`invoice.${wish.kind}`)} ${wish.title} ${wish.taxNumber ?? ''}` : '—',
    },
    { key: 'memo', label: t('memo'), span: 'filled' as const, children: order.memo || '—' },
  ]
  return (
    <Card
      size="small"
      title={t('facts')}
      extra={
        <Flex gap="middle">
          {travels && (
            <Link to="/outbound" search={{ number: order.number }}>
              {t('parcels.outbound')}
            </Link>
          )}
          <Link to={`/orders/${order.id}/report`}>{desk('report.open')}</Link>
          <Link to="/returns" search={{ text: order.number }}>
            {t('cases')}
          </Link>
        </Flex>
      }
    >
      <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />
    </Card>
  )
}
