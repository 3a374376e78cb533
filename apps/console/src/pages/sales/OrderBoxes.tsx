import { Typography } from 'antd'
import type { AnswerOf } from '#client'
import { moneyText, useListText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { bulkPageText } from './bulk-page-text.ts'
import { useWarehouseName } from './OrderDispatch.tsx'
import type { SentLine } from './order.ts'
import { partText } from './part-text.ts'

type SentPart = AnswerOf<'POST /api/v1/admin/orders/{id}/part-preview'>
type Box = SentPart['after'][number]

interface BoxesProps {
  readonly lines: readonly Pick<SentLine, 'id' | 'name'>[]
  readonly boxes: readonly Box[]
}

/** What leaves together, box by box. */
export function Boxes({ lines, boxes }: BoxesProps) {
  const t = useText(bulkPageText)
  const language = useLocale()
  const nameOf = useWarehouseName()
  const listText = useListText()
  const goods = ({ lineId, quantity }: Box['lines'][number]) =>
    `${lines.find(({ id }) => id === lineId)?.name[language] ?? ''} × ${quantity}`
  return (
    <span className="split-boxes">
      {boxes.length === 0 && t('split.nothing')}
      {boxes.map((box) => (
        <span key={`${box.box} ${box.warehouseId}`} className="split-box">
          <small>{nameOf(box.warehouseId)}</small> {listText(box.lines.map(goods))}
        </span>
      ))}
    </span>
  )
}

/** The pieces that follow, and the freight of their parcel. */
export function Rest({
  lines,
  part,
}: {
  readonly lines: readonly Pick<SentLine, 'id' | 'name'>[]
  readonly part: Pick<SentPart, 'waiting' | 'freight'>
}) {
  const t = useText(partText)
  const language = useLocale()
  const listText = useListText()
  if (part.waiting.length === 0) return <>{t('later.nothing')}</>
  const goods = part.waiting.map(
    ({ lineId, quantity }) => `${lines.find(({ id }) => id === lineId)?.name[language] ?? ''} × ${quantity}`,
  )
  const costs = part.freight ? t('freight', { amount: moneyText(part.freight) }) : t('freight.unknown')
  return (
    <>
      {listText(goods)} <Typography.Text type="secondary">{costs}</Typography.Text>
    </>
  )
}
