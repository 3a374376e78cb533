import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Timeline } from 'antd'
import { useState } from 'react'
import { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { parcelDeskPageText } from './parcel-desk-text.ts'

/** Everything that was done about a question: who, when, what. */
export function QuestionRecord({ questionId }: { readonly questionId: string }) {
  const t = useText(parcelDeskPageText)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={isOpen && <Steps questionId={questionId} />}>
      <Button size="small">{t('record')}</Button>
    </Popover>
  )
}

function Steps({ questionId }: { readonly questionId: string }) {
  const t = useText(parcelDeskPageText)
  const instantText = useInstantText()
  const found = useQuery(asking('GET /api/v1/admin/parcel-questions/{id}', { path: { id: questionId } }))
  return (
    <Loaded query={found}>
      {({ history }) => (
        <Timeline
          style={{ maxWidth: 360 }}
          items={history.map(({ type, at, actorName, data }) => ({
            key: at + type,
            content: `${instantText(at)} ${actorName} ${t(`event.${type}` as never)} ${data.note ?? data.answer ?? ''}`,
          }))}
        />
      )}
    </Loaded>
  )
}
