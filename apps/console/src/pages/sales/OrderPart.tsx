import { useQuery } from '@tanstack/react-query'
import { Form, Input, Skeleton, Typography } from 'antd'
import { ask } from '../../frame/api.ts'
import { useAsSeen } from '../../frame/as-seen.ts'
import { useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { Boxes, Rest } from './OrderBoxes.tsx'
import type { SentLine, SentOrder } from './order.ts'
import { partText } from './part-text.ts'

interface PartProps {
  readonly order: SentOrder
  readonly lines: readonly SentLine[]
  /** The version that is looked at. */
  readonly seen: string | undefined
}

/** Sends what is there of an order that is short; the rest follows. */
export function PartVerb({ order, lines, seen }: PartProps) {
  const t = useText(partText)
  const reload = useReload('orders')
  const asSeen = useAsSeen(seen, reload)
  return (
    <AskingVerb<{ restBy?: string }>
      size="small"
      title={t('title')}
      consequence={t('about')}
      permission="orders.change"
      width={600}
      fields={
        <>
          <Preview order={order} lines={lines} />
          <Form.Item name="restBy" label={t('restBy')} extra={t('restBy.about')}>
            <Input type="datetime-local" />
          </Form.Item>
        </>
      }
      work={({ restBy }) =>
        asSeen((ifMatch) =>
          ask('POST /api/v1/admin/orders/{id}/part', {
            path: { id: order.id },
            body: restBy ? { restBy: new Date(restBy).toISOString() } : {},
            ...ifMatch,
          }),
        )
      }
      onDone={reload}
    >
      {t('send')}
    </AskingVerb>
  )
}

/** What leaves, what follows, and what the second parcel costs the shop: as it would be committed. */
function Preview({ order, lines }: Pick<PartProps, 'order' | 'lines'>) {
  const t = useText(partText)
  const instantText = useInstantText()
  const { data, error } = useQuery({
    queryKey: ['part-preview', order.id],
    queryFn: () => ask('POST /api/v1/admin/orders/{id}/part-preview', { path: { id: order.id }, body: {} }),
    gcTime: 0,
    retry: false,
  })
  if (error) return <ProblemAlert error={error} />
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />
  return (
    <ul aria-label={t('preview')} className="split-preview">
      <li>
        <strong>{t('now')}</strong> <Boxes lines={lines} boxes={data.after} />
      </li>
      <li>
        <strong>{t('later')}</strong> <Rest lines={lines} part={data} />
        {data.restBy && <Typography.Text type="secondary">{t('by', { at: instantText(data.restBy) })}</Typography.Text>}
      </li>
    </ul>
  )
}
