import { Button, Card, Flex, Input, Radio, Typography } from 'antd'
import { useState } from 'react'
import { longestNote, type OrderFlag, orderFlags } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useMay } from '../../frame/session.ts'
import { FlagMark } from './FlagMark.tsx'
import { OwnTags } from './OrderTags.tsx'
import type { OrderData, SentOrder } from './order.ts'
import { workbenchText } from './workbench-text.ts'

interface MarkCardProps {
  readonly order: SentOrder
  readonly mark: OrderData['mark']
  readonly tags: OrderData['tags']
  readonly seen: string | undefined
}

/** What staff noted about an order for each other. */
export function MarkCard({ order, mark, tags, seen }: MarkCardProps) {
  const t = useText(workbenchText)
  const act = useAct()
  const may = useMay('orders.change')
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  const [note, setNote] = useState(mark.note)
  const save = async (body: { flag?: OrderFlag | null; note?: string }) => {
    const work = () =>
      asSeen((ifMatch) => ask('PUT /api/v1/admin/orders/{id}/mark', { path: { id: order.id }, body, ...ifMatch }))
    if (await act(work, t('mark.saved'))) await reload()
  }
  return (
    <Card size="small" title={t('mark')} extra={<Typography.Text type="secondary">{t('mark.about')}</Typography.Text>}>
      <Flex vertical gap="small">
        <Radio.Group
          disabled={!may}
          value={mark.flag ?? ''}
          aria-label={t('flag')}
          onChange={({ target }) => void save({ flag: orderFlags.find((each) => each === target.value) ?? null })}
        >
          {orderFlags.map((flag) => (
            <Radio key={flag} value={flag}>
              <FlagMark flag={flag} />
            </Radio>
          ))}
          <Radio value="">{t('flag.none')}</Radio>
        </Radio.Group>
        <OwnTags order={order} tags={tags} seen={seen} />
        <Input.TextArea
          disabled={!may}
          value={note}
          rows={2}
          maxLength={longestNote}
          aria-label={t('mark.note')}
          placeholder={t('mark.note')}
          onChange={({ target }) => setNote(target.value)}
        />
        {note.trim() !== mark.note && (
          <Button size="small" style={{ alignSelf: 'start' }} onClick={() => void save({ note })}>
            {t('mark.save')}
          </Button>
        )}
      </Flex>
    </Card>
  )
}
