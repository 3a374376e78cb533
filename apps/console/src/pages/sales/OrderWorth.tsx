import { useQuery } from '@tanstack/react-query'
import { Flex, Tooltip } from 'antd'
import type { AnswerOf } from '#client'
import type { Money } from '#kernel/money'
import { asking } from '../../frame/asking.ts'
import { moneyText, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import type { HistoryEntry, SentLine } from './order.ts'
import { twinText } from './twin-text.ts'
import './twin.css'

export type SentWorth = AnswerOf<'GET /api/v1/admin/orders/{id}/worth'>['lines'][number]

/** How prices came about and what lines leave, by line. */
export function useWorth(orderId: string): ReadonlyMap<string, SentWorth> {
  const found = useQuery(asking('GET /api/v1/admin/orders/{id}/worth', { path: { id: orderId } }))
  return new Map(found.data?.lines.map((line) => [line.lineId, line]))
}

/** What a line leaves, and how much that is of what it brought. */
export function Margin({ worth }: { readonly worth: SentWorth | undefined }) {
  const t = useText(twinText)
  if (!worth?.margin) return <>—</>
  const { margin, earned } = worth
  const share = earned.minor > 0 ? `${Math.round((margin.minor / earned.minor) * 100)}%` : ''
  return (
    <Tooltip title={t('worth.margin.about')}>
      <span className="margin">
        {moneyText(margin)} <small>{share}</small>
      </span>
    </Tooltip>
  )
}

interface ReceiptProps {
  readonly line: SentLine
  readonly worth: SentWorth
  readonly history: readonly HistoryEntry[]
}

/** The receipt of a price: what stood on the label and who had put it there, what came off and why, what was agreed later. */
export function PriceReceipt({ line, worth, history }: ReceiptProps) {
  const t = useText(twinText)
  const language = useLocale()
  const instantText = useInstantText()
  const { setAt, setBy, was, reduction, cost, margin } = worth
  const label = setAt && setBy ? t('worth.set', { by: setBy, at: instantText(setAt) }) : t('worth.first')
  const bargains = history.filter(({ type }) => type === 'order.price_changed')
  const why =
    line.discount.minor === 0 ? t('worth.reduction.none') : (reduction?.[language] ?? t('worth.reduction.by_hand'))
  return (
    <Flex vertical gap="small">
      <dl className="receipt">
        <dt>{t('worth.list')}</dt>
        <dd>{t('worth.times', { price: moneyText(line.unitPrice), quantity: line.quantity })}</dd>
        <dd>{[label, was && t('worth.was', { was: moneyText(was) })].filter(Boolean).join(' · ')}</dd>
        <dt>{t('worth.reduction')}</dt>
        <dd>-{moneyText(line.discount)}</dd>
        <dd>{why}</dd>
        <dt>{t('worth.freight')}</dt>
        <dd>{moneyText(line.freight)}</dd>
        <dd />
        <dt>{t('worth.total')}</dt>
        <dd>
          <strong>{moneyText(line.total)}</strong>
        </dd>
        <dd>{line.refunded.minor > 0 && `${t('worth.refunded')} ${moneyText(line.refunded)}`}</dd>
        {margin && cost && (
          <>
            <dt>{t('worth.cost')}</dt>
            <dd>{moneyText(cost)}</dd>
            <dd>
              {t('worth.margin')} <Margin worth={worth} />
            </dd>
          </>
        )}
      </dl>
      {bargains.map((entry) => (
        <Bargained key={entry.id} entry={entry} />
      ))}
    </Flex>
  )
}

interface Prices {
  readonly before: { readonly total: Money }
  readonly after: { readonly total: Money }
}

function Bargained({ entry: { data, actorName, at } }: { readonly entry: HistoryEntry }) {
  const t = useText(twinText)
  const instantText = useInstantText()
  const { before, after } = data.prices as Prices
  const amounts = { before: moneyText(before.total), after: moneyText(after.total) }
  return (
    <span>{t('worth.bargained', { by: actorName, at: instantText(at), reason: String(data.reason), ...amounts })}</span>
  )
}
