import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Timeline } from 'antd'
import { useState } from 'react'
import { asking } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { reviewsPageText } from './reviews-text.ts'

/** Everything that happened to a review: who, when, what. */
export function ReviewRecord({ reviewId }: { readonly reviewId: string }) {
  const t = useText(reviewsPageText)
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={setOpen} content={isOpen && <Steps reviewId={reviewId} />}>
      <Button size="small">{t('record')}</Button>
    </Popover>
  )
}

function Steps({ reviewId }: { readonly reviewId: string }) {
  const t = useText(reviewsPageText)
  const instantText = useInstantText()
  const found = useQuery(asking('GET /api/v1/admin/reviews/{id}', { path: { id: reviewId } }))
  return (
    <Loaded query={found}>
      {({ history }) => (
        <Timeline
          style={{ maxWidth: 360 }}
          items={history.map(({ type, at, actorName, data }) => ({
            key: at + type,
            content: `${instantText(at)} ${actorName} ${t(`event.${type}` as 'event.review.written')} ${type === 'review.replied' ? (data.after ?? '') : ''}`,
          }))}
        />
      )}
    </Loaded>
  )
}
