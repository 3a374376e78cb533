import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Card, Descriptions, Flex, Image, Timeline, Typography } from 'antd'
import { becomesOurs, comesBack, goesOut, sendsParcel } from '#model/care/after-sales'
import { picturePath } from '#model/goods/media'
import { asking } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { useCarrierName } from '../../frame/carriers.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { ParcelView } from '../sales/OrderParcels.tsx'
import { CaseTags } from './CasesPage.tsx'
import { CaseVerbs } from './CaseVerbs.tsx'
import { clockOf, type SeenCase, type SentCase, useCaseNames } from './case.ts'
import { casesText } from './cases-text.ts'

/** One case: what the buyer wants, what came back, what was decided. */
export default function CasePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery(asking('GET /api/v1/admin/cases/{id}', { path: { id } }))
  return <Loaded query={found}>{(data) => <CaseView found={data} />}</Loaded>
}

function CaseView({ found }: { readonly found: SeenCase }) {
  const t = useText(casesText)
  const names = useCaseNames()
  const clock = clockOf(found)
  const head = (
    <Flex gap="small" align="center" wrap>
      {found.number} <CaseTags row={found} />
    </Flex>
  )
  return (
    <Page
      title={head}
      about={
        found.kind === 'parcel_inquiry' ? t('one.about.inquiry') : t('one.about', { kind: names.kind(found.kind) })
      }
      actions={<CaseVerbs found={found} />}
    >
      {clock && (
        <Flex gap="small" align="center">
          {t(`clock.${clock.name}`)} <Clock by={clock.by} soonHours={clock.soonHours} />
        </Flex>
      )}
      {found.question && found.status === 'asked' && (
        <Alert type="info" showIcon title={t('question')} description={found.question} />
      )}
      {found.refusalReason && <Alert type="warning" showIcon title={t('refusal')} description={found.refusalReason} />}
      {found.finding && <Alert type="info" showIcon title={t('finding')} description={found.finding} />}
      <Facts found={found} />
      {found.lines.length > 0 && <Lines found={found} />}
      {sendsParcel(found) && <Parcels found={found} />}
      {found.pictureIds.length > 0 && <Pictures found={found} />}
      <Progress found={found} />
    </Page>
  )
}

/** Money goes back, as far as one knows now. */
const paysMoney = ({ amount }: SentCase): boolean => amount.minor > 0

function Facts({ found }: { readonly found: SentCase }) {
  const t = useText(casesText)
  const nameOfCarrier = useCarrierName()
  const isInquiry = found.kind === 'parcel_inquiry'
  const names = useCaseNames()
  const instantText = useInstantText()
  const items = [
    { key: 'order', label: t('order'), children: <Link to={`/orders/${found.orderId}`}>{found.orderNumber}</Link> },
    { key: 'reason', label: t('reason'), children: names.reason(found.reason) },
    ...(paysMoney(found) ? [{ key: 'amount', label: t('amount'), children: <Amount found={found} /> }] : []),
    ...(found.kind === 'compensation' || found.kind === 'parcel_inquiry'
      ? []
      : [{ key: 'fault', label: t('fault'), children: names.fault(found.fault) }]),
    { key: 'opened', label: t(isInquiry ? 'opened.inquiry' : 'opened'), children: instantText(found.openedAt) },
    { key: 'decidedBy', label: t('decidedBy'), children: found.decidedBy ?? '—' },
    ...(comesBack(found)
      ? [
          {
            key: 'return',
            label: t(found.kind === 'repair' ? 'return.repair' : 'return'),
            children: found.returnWaybill
              ? `${nameOfCarrier(found.returnCarrier ?? '')} ${found.returnWaybill}`
              : t(found.arrivedAt ? 'description.none' : 'return.none'),
          },
        ]
      : []),
    {
      key: 'description',
      label: t(isInquiry ? 'description.inquiry' : 'description'),
      span: 'filled' as const,
      children: found.description || t('description.none'),
    },
  ]
  return (
    <Card size="small" title={t(isInquiry ? 'facts.inquiry' : 'facts')}>
      <Descriptions size="small" column={{ xs: 1, md: 3 }} items={items} />
    </Card>
  )
}

function Amount({ found: { amount, freight } }: { readonly found: SentCase }) {
  const t = useText(casesText)
  return (
    <>
      <strong>{moneyText(amount)}</strong>
      {freight.minor > 0 && (
        <Typography.Text type="secondary"> {t('amount.freight', { amount: moneyText(freight) })}</Typography.Text>
      )}
    </>
  )
}

type CaseLine = SentCase['lines'][number]

const linesTitle = (found: SentCase) =>
  found.kind === 'repair' ? 'lines.repair' : comesBack(found) ? 'lines.back' : 'lines'

function Lines({ found }: { readonly found: SentCase }) {
  const t = useText(casesText)
  const names = useCaseNames()
  return (
    <Card size="small" title={t(linesTitle(found))}>
      <Table<CaseLine>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...found.lines]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('line.name'), render: (_, line) => `${line.name} ${line.specification} (${line.sku})` },
          { title: t('line.quantity'), dataIndex: 'quantity', align: 'right' },
          ...(comesBack(found) ? [{ title: t('line.received'), dataIndex: 'received', align: 'right' as const }] : []),
          ...(becomesOurs(found)
            ? [
                {
                  title: t('line.grade'),
                  render: (_: unknown, { grade }: CaseLine) => (grade ? names.grade(grade) : '—'),
                },
                { title: t('line.restocked'), dataIndex: 'restocked', align: 'right' as const },
                { title: t('line.scrapped'), dataIndex: 'scrapped', align: 'right' as const },
              ]
            : []),
          ...(goesOut(found)
            ? [
                {
                  title: t('line.replacement'),
                  render: (_: unknown, { replacement, resent, quantity }: CaseLine) =>
                    replacement ? t('line.resent', { ...replacement, count: resent || quantity }) : '—',
                },
              ]
            : []),
          ...(paysMoney(found)
            ? [
                {
                  title: t('line.refund'),
                  align: 'right' as const,
                  render: (_: unknown, { refund }: CaseLine) => moneyText(refund),
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

/** The boxes that go out, with their way. */
function Parcels({ found: { number, parcels } }: { readonly found: SeenCase }) {
  const t = useText(casesText)
  const toOutbounds = (
    <Link to="/outbound" search={{ number }}>
      {t('parcels.outbound')}
    </Link>
  )
  return (
    <Card size="small" title={t('parcels')} extra={toOutbounds}>
      {parcels.length === 0 && <Typography.Text type="secondary">{t('parcels.none')}</Typography.Text>}
      <Flex vertical gap="middle">
        {parcels.map((parcel) => (
          <ParcelView key={parcel.id} parcel={parcel} />
        ))}
      </Flex>
    </Card>
  )
}

function Pictures({ found }: { readonly found: SentCase }) {
  const t = useText(casesText)
  return (
    <Card size="small" title={t('pictures')}>
      <Image.PreviewGroup>
        <Flex gap="small" wrap>
          {found.pictureIds.map((id, index) => (
            <Image
              key={id}
              width={120}
              height={120}
              style={{ objectFit: 'cover' }}
              src={picturePath(id, 480, 'webp')}
              preview={{ src: picturePath(id, 960, 'webp') }}
              alt={t('picture', { number: index + 1 })}
            />
          ))}
        </Flex>
      </Image.PreviewGroup>
    </Card>
  )
}

const stepName = ({ kind }: SentCase, step: 'opened' | 'decided' | 'arrived' | 'graded' | 'sent' | 'settled') => {
  if (kind === 'repair' && step === 'arrived') return 'at.arrived.repair'
  return kind === 'parcel_inquiry' && step === 'opened' ? 'at.opened.inquiry' : (`at.${step}` as const)
}

function Progress({ found }: { readonly found: SentCase }) {
  const t = useText(casesText)
  const instantText = useInstantText()
  const steps = [
    ['opened', found.openedAt],
    ['decided', found.decidedAt],
    ['arrived', found.arrivedAt],
    ['graded', found.gradedAt],
    ['sent', found.sentAt],
    ['settled', found.settledAt],
  ] as const
  const passed = steps.filter(([, at]) => at !== null)
  return (
    <Card size="small" title={t('timeline')}>
      <Timeline
        items={passed.map(([name, at]) => ({
          key: name,
          color: name === 'settled' ? 'green' : 'gray',
          content: `${instantText(at)} ${t(stepName(found, name))}`,
        }))}
      />
    </Card>
  )
}
