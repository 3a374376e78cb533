import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Card, Descriptions, Flex, Tag } from 'antd'
import type { AnswerOf } from '#client'
import { warehouseText } from '#model/supply/warehouse'
import { asking, useReload } from '../../frame/asking.ts'
import { Clock } from '../../frame/Clock.tsx'
import { useCarrierName } from '../../frame/carriers.ts'
import { semicolon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import type { Paper } from '../../frame/papers.ts'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { handheldPath, isOpen, outboundColors, papers, print, useWarehouses } from './outbound.ts'
import { outboundText } from './outbound-text.ts'
import { SourceLink } from './SourceLink.tsx'

type OutboundData = AnswerOf<'GET /api/v1/admin/outbounds/{id}'>

/** One outbound note: what is in it, how far it is, its papers. */
export default function OutboundPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const found = useQuery({ ...asking('GET /api/v1/admin/outbounds/{id}', { path: { id } }), refetchInterval: 15_000 })
  return <Loaded query={found}>{(outbound) => <OutboundView outbound={outbound} />}</Loaded>
}

function OutboundView({ outbound }: { readonly outbound: OutboundData }) {
  const t = useText(outboundText)
  const states = useText(warehouseText)
  const head = (
    <Flex gap="small" align="center" wrap>
      {outbound.number}
      <Tag color={outboundColors[outbound.status]}>{states(`warehouse.status.${outbound.status}`)}</Tag>
      {isOpen(outbound) && <Clock by={outbound.dispatchBy} soonHours={6} />}
    </Flex>
  )
  const handheld = handheldPath(outbound)
  const actions = (
    <>
      <Papers outbound={outbound} />
      {handheld && (
        <Link to={handheld}>
          <Button type="primary" tabIndex={-1}>
            {t('work')}
          </Button>
        </Link>
      )}
    </>
  )
  return (
    <Page title={head} about={t('one.about')} actions={actions}>
      {outbound.status === 'short' && (
        <Alert type="warning" showIcon title={<SourceLink outbound={outbound}>{t('shortHint')}</SourceLink>} />
      )}
      {outbound.requests.length > 0 && (
        <Alert type="info" showIcon title={t('requests')} description={outbound.requests.join(semicolon())} />
      )}
      <Facts outbound={outbound} />
      <Lines outbound={outbound} />
    </Page>
  )
}

function Papers({ outbound }: { readonly outbound: OutboundData }) {
  const t = useText(outboundText)
  const act = useAct()
  const reload = useReload('outbounds')
  const run = async (paper: Paper) => {
    if (await act(() => print(paper, [outbound.id]))) await reload()
  }
  return papers.map((paper) => (
    <Verb
      key={paper}
      permission={paper === 'pick-list' ? undefined : 'outbound.pack'}
      blocked={
        outbound.status === 'cancelled'
          ? t('print.cancelled')
          : paper === 'waybill' && !outbound.parcel?.waybillNumber && t('print.waybill.early')
      }
      onClick={() => void run(paper)}
    >
      {t(`print.${paper}`)}
    </Verb>
  ))
}

function Facts({ outbound }: { readonly outbound: OutboundData }) {
  const t = useText(outboundText)
  const language = useLocale()
  const instantText = useInstantText()
  const warehouse = useWarehouses().find(({ id }) => id === outbound.warehouseId)
  const nameOfCarrier = useCarrierName()
  const { parcel } = outbound
  const items = [
    {
      key: 'order',
      label: t('order'),
      children: <SourceLink outbound={outbound} />,
    },
    {
      key: 'warehouse',
      label: t('warehouse'),
      children: warehouse ? (language === 'zh' ? warehouse.name : warehouse.nameEn) : '—',
    },
    { key: 'carrier', label: t('carrier'), children: nameOfCarrier(outbound.carrier) },
    { key: 'waybill', label: t('waybill'), children: parcel?.waybillNumber ?? t('waybill.none') },
    {
      key: 'weight',
      label: t('weight'),
      children: parcel?.weightGrams ? t('grams', { grams: parcel.weightGrams }) : '—',
    },
    { key: 'picker', label: t('picker'), children: outbound.picker ?? '—' },
    { key: 'packer', label: t('packer'), children: outbound.packer ?? '—' },
    { key: 'released', label: t('released'), children: instantText(outbound.releasedAt) },
    {
      key: 'printed',
      label: t('printed'),
      children: outbound.printedAt ? instantText(outbound.printedAt) : t('printed.not'),
    },
    { key: 'handedOver', label: t('handedOver'), children: instantText(outbound.handedOverAt) },
  ]
  return (
    <Card size="small">
      <Descriptions size="small" column={{ xs: 1, sm: 2, lg: 3 }} items={items} />
    </Card>
  )
}

function Lines({ outbound }: { readonly outbound: OutboundData }) {
  const t = useText(outboundText)
  return (
    <Card size="small" title={t('lines')}>
      <Table<OutboundData['lines'][number]>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...outbound.lines]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: 'SKU', dataIndex: 'sku' },
          { title: t('goods'), render: (_, line) => `${line.name} ${line.specification}` },
          { title: t('line.wanted'), align: 'right', dataIndex: 'quantity' },
          { title: t('line.picked'), align: 'right', dataIndex: 'picked' },
          { title: t('line.packed'), align: 'right', dataIndex: 'packed' },
          {
            title: t('line.short'),
            align: 'right',
            render: (_, line) => (line.short > 0 ? <Tag color="error">{line.short}</Tag> : '—'),
          },
        ]}
      />
    </Card>
  )
}
