import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Flex, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { warehouseText } from '#model/supply/warehouse'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { outboundColors, papers, print, useWarehouses } from '../supply/outbound.ts'
import { dispatchText } from './dispatch-text.ts'
import { CarrierVerb, SplitVerb, WarehouseVerb } from './OrderDispatchVerbs.tsx'
import type { OrderData } from './order.ts'

export type SentDispatch = AnswerOf<'GET /api/v1/admin/orders/{id}/dispatch'>
type SentBox = SentDispatch['boxes'][number]

/** How an order leaves: its boxes with their papers, why from these warehouses, and what may still be chosen otherwise. */
export function DispatchCard({ data, seen }: { readonly data: OrderData; readonly seen: string | undefined }) {
  const t = useText(dispatchText)
  const { order, lines, together } = data
  const found = useQuery(asking('GET /api/v1/admin/orders/{id}/dispatch', { path: { id: order.id } }))
  return (
    <Card size="small" title={t('title')}>
      <Loaded query={found}>
        {(dispatch) => (
          <Flex vertical gap="small">
            {dispatch.boxes.length === 0 && <Typography.Text type="secondary">{t('none')}</Typography.Text>}
            {dispatch.boxes.map((box, at) => (
              <BoxView key={box.id} box={box} at={at + 1} />
            ))}
            <WhyFrom from={dispatch.from} />
            <Flex gap="small" wrap>
              <SplitVerb order={order} lines={lines} together={together} isSplit={dispatch.isSplit} seen={seen} />
              <WarehouseVerb order={order} lines={lines} seen={seen} />
              <CarrierVerb order={order} seen={seen} />
            </Flex>
          </Flex>
        )}
      </Loaded>
    </Card>
  )
}

/** What people call a warehouse. */
export function useWarehouseName(): (id: string) => string {
  const language = useLocale()
  const all = useWarehouses()
  return (id) => {
    const found = all.find((each) => each.id === id)
    return (language === 'zh' ? found?.name : found?.nameEn) ?? '…'
  }
}

function BoxView({ box, at }: { readonly box: SentBox; readonly at: number }) {
  const t = useText(dispatchText)
  const words = useText(warehouseText)
  const instantText = useInstantText()
  const nameOf = useWarehouseName()
  const { number, status, printedAt } = box
  return (
    <section aria-label={t('box', { at })} className="order-box">
      <Flex gap="small" align="center" wrap>
        <strong>{t('box', { at })}</strong>
        <Link to={`/outbound/${box.id}`}>{number}</Link>
        <Tag color={outboundColors[status]}>{words(`warehouse.status.${status}`)}</Tag>
      </Flex>
      <Typography.Text type="secondary">
        {nameOf(box.warehouseId)} · {printedAt ? t('printed', { at: instantText(printedAt) }) : t('printed.not')}
      </Typography.Text>
      <Flex gap={4} wrap style={{ marginBlockStart: 4 }}>
        <Papers box={box} />
      </Flex>
    </section>
  )
}

/** The papers of a box, again if need be: each print is noted. */
function Papers({ box }: { readonly box: SentBox }) {
  const t = useText(dispatchText)
  const act = useAct()
  const reload = useReload('orders')
  return papers.map((paper) => (
    <Verb
      key={paper}
      size="small"
      permission={paper === 'pick-list' ? undefined : 'outbound.pack'}
      blocked={paper === 'waybill' && !box.hasWaybill && t('reprint.early')}
      label={t('reprint', { paper: t(`reprint.${paper}`), number: box.number })}
      onClick={() => act(() => print(paper, [box.id])).then((done) => done && reload())}
    >
      {t(`reprint.${paper}`)}
    </Verb>
  ))
}

/** Which warehouse was chosen and what the others lacked, told once for lines that were decided alike. */
function WhyFrom({ from }: Pick<SentDispatch, 'from'>) {
  const t = useText(dispatchText)
  const told = [...Map.groupBy(from, (each) => JSON.stringify([each.warehouseId, each.considered])).values()]
  if (told.length === 0) return null
  return (
    <div>
      <Typography.Text type="secondary">{t('why.title')}</Typography.Text>
      {told.map(([first]) => (
        <Why key={JSON.stringify(first)} from={first!} />
      ))}
    </div>
  )
}

function Why({ from: { warehouseId, considered } }: { readonly from: SentDispatch['from'][number] }) {
  const t = useText(dispatchText)
  const nameOf = useWarehouseName()
  if (!considered) return <div>{t('why.by_hand', { warehouse: nameOf(warehouseId) })}</div>
  const own = considered.find((each) => each.warehouseId === warehouseId)
  const reason = own?.hasAll ? t(`why.all.${own.rank as 0 | 1 | 2}`) : t('why.part')
  return (
    <>
      <div>{t('why.chosen', { warehouse: nameOf(warehouseId), reason })}</div>
      {considered
        .filter((each) => each.warehouseId !== warehouseId)
        .map((each) => (
          <Typography.Text key={each.warehouseId} type="secondary" style={{ display: 'block' }}>
            {t('why.chosen', {
              warehouse: nameOf(each.warehouseId),
              reason: t(each.hasAll ? 'why.not.later' : 'why.not.short'),
            })}
          </Typography.Text>
        ))}
    </>
  )
}
