import { Form, Input, Rate, Select } from 'antd'
import { type HideReason, hideReasons, reviewLimits, reviewsText } from '#model/care/reviews'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { SentReview } from './review.ts'
import { reviewsPageText } from './reviews-text.ts'

const about = { permission: 'reviews.answer', size: 'small' } as const

/** What the desk can do about a review: answer it, take it out of sight or back, and say how the buyer was. */
export function ReviewVerbs({ review }: { readonly review: SentReview }) {
  return (
    <>
      <Reply review={review} />
      {review.state !== 'hidden' && <Hide review={review} />}
      {review.state !== 'shown' && <Restore review={review} />}
      <RateBuyer review={review} />
    </>
  )
}

function Reply({ review: { id, reply } }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const refresh = useReload('reviews')
  return (
    <AskingVerb<{ reply: string }>
      {...about}
      title={t('reply')}
      consequence={t('reply.about')}
      initial={{ reply: reply ?? '' }}
      fields={
        <Form.Item
          name="reply"
          label={t('reply')}
          rules={[{ required: true, whitespace: true, message: t('missing') }]}
        >
          <Input.TextArea rows={4} maxLength={reviewLimits.reply} showCount />
        </Form.Item>
      }
      work={(values) => ask('POST /api/v1/admin/reviews/{id}/reply', { path: { id }, body: values })}
      onDone={refresh}
    >
      {t('reply')}
    </AskingVerb>
  )
}

function Hide({ review: { id, stateReason } }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const words = useText(reviewsText)
  const refresh = useReload('reviews')
  return (
    <AskingVerb<{ reason: HideReason }>
      {...about}
      title={t('hide')}
      consequence={t('hide.about')}
      initial={{ reason: stateReason ?? 'advertising' }}
      fields={
        <Form.Item name="reason" label={t('because')} rules={[{ required: true, message: t('missing') }]}>
          <Select options={hideReasons.map((value) => ({ value, label: words(`reviews.reason.${value}`) }))} />
        </Form.Item>
      }
      work={(values) => ask('POST /api/v1/admin/reviews/{id}/hide', { path: { id }, body: values })}
      onDone={refresh}
    >
      {t('hide')}
    </AskingVerb>
  )
}

function Restore({ review: { id } }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const refresh = useReload('reviews')
  return (
    <AskingVerb<object>
      {...about}
      title={t('restore')}
      consequence={t('restore.about')}
      work={() => ask('POST /api/v1/admin/reviews/{id}/restore', { path: { id } })}
      onDone={refresh}
    >
      {t('restore')}
    </AskingVerb>
  )
}

function RateBuyer({ review: { orderId, buyerStars, buyerWords } }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const refresh = useReload('reviews')
  return (
    <AskingVerb<{ stars: number; words?: string }>
      {...about}
      title={t('rateBuyer')}
      consequence={t('rateBuyer.about')}
      initial={{ stars: buyerStars ?? 5, words: buyerWords ?? '' }}
      fields={
        <>
          <Form.Item name="stars" label={t('stars')} rules={[{ required: true, message: t('missing') }]}>
            <Rate allowClear={false} />
          </Form.Item>
          <Form.Item name="words" label={t('note')}>
            <Input.TextArea rows={3} maxLength={reviewLimits.words} />
          </Form.Item>
        </>
      }
      work={(values) => ask('PUT /api/v1/admin/orders/{id}/buyer-rating', { path: { id: orderId }, body: values })}
      onDone={refresh}
    >
      {t('rateBuyer')}
    </AskingVerb>
  )
}
