import { Link } from '@tanstack/react-router'
import { Flex, Image, Rate, Tag, Typography } from 'antd'
import { reviewsText, reviewViews } from '#model/care/reviews'
import { picturePath } from '#model/goods/media'
import { asking } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { colon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { Record } from './Record.tsx'
import { ReviewVerbs } from './ReviewVerbs.tsx'
import type { SentReview } from './review.ts'
import { reviewsPageText } from './reviews-text.ts'

/** What buyers say about goods and buying, and what the desk answers. */
export default function ReviewsPage() {
  const t = useText(reviewsPageText)
  const language = useLocale()
  const instantText = useInstantText()
  const [filters, change] = useListFilters('GET /api/v1/admin/reviews', ['view'])
  return (
    <Page title={t('title')} about={t('about')}>
      <Counters
        label={t('title')}
        chosen={filters.view ?? 'all'}
        counters={reviewViews.map((view) => ({ key: view, label: t(`view.${view}`) }))}
        onChoose={(view) => change({ view })}
      />
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/reviews"
        filters={filters}
        views
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/orders' }}
        columns={[
          {
            key: 'order',
            title: t('order'),
            fixed: 'left',
            render: (_, row) => <Link to={`/orders/${row.orderId}` as never}>{row.orderNumber}</Link>,
          },
          {
            key: 'goods',
            title: t('goods'),
            render: (_, row) => (
              <Flex vertical style={{ maxWidth: 200, whiteSpace: 'normal' }}>
                <Link to={`/products/${row.productId}` as never}>{row.name[language] || row.name.zh}</Link>
                <Typography.Text type="secondary">{row.specification[language]}</Typography.Text>
              </Flex>
            ),
          },
          { key: 'said', title: t('said'), width: 380, render: (_, row) => <Said review={row} /> },
          { key: 'state', title: t('state'), render: (_, row) => <State review={row} /> },
          { key: 'buyer', title: t('buyer'), render: (_, row) => <Buyer review={row} /> },
          { key: 'written', title: t('written'), render: (_, row) => instantText(row.writtenAt) },
          {
            key: 'actions',
            title: t('actions'),
            fixed: 'right',
            render: (_, row) => (
              <Flex gap="small" wrap>
                <ReviewVerbs review={row} />
                <Record
                  label={t('record')}
                  question={asking('GET /api/v1/admin/reviews/{id}', { path: { id: row.id } })}
                  textOf={({ type, data }) =>
                    `${t(`event.${type}` as 'event.review.written')} ${type === 'review.replied' ? (data.after ?? '') : ''}`
                  }
                />
              </Flex>
            ),
          },
        ]}
      />
    </Page>
  )
}

function Said({ review }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const pictures = [...review.pictureIds, ...review.followUpPictureIds]
  return (
    <Flex vertical gap={4} style={{ maxWidth: 380, whiteSpace: 'normal' }}>
      <Rate disabled value={review.stars} style={{ fontSize: 14 }} />
      {review.words ? <span>{review.words}</span> : <Typography.Text type="secondary">{t('words')}</Typography.Text>}
      {review.followUp && (
        <span>
          <Tag>{t('followUp')}</Tag>
          {review.followUp}
        </span>
      )}
      {pictures.length > 0 && (
        <Image.PreviewGroup>
          <Flex gap={4} wrap>
            {pictures.map((id) => (
              <Image
                key={id}
                width={48}
                height={48}
                alt={t('picture')}
                src={picturePath(id, 160, 'webp')}
                preview={{ src: picturePath(id, 960, 'webp') }}
              />
            ))}
          </Flex>
        </Image.PreviewGroup>
      )}
      {review.reply && (
        <Typography.Text type="secondary">
          {[t('replied', { by: review.repliedBy ?? '' }), review.reply].join(colon())}
        </Typography.Text>
      )}
    </Flex>
  )
}

const colourOf = { shown: 'success', held: 'warning', hidden: 'default' } as const

function State({ review: { state, stateReason } }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const words = useText(reviewsText)
  return (
    <Flex vertical align="start" gap={2}>
      <Tag color={colourOf[state]}>{words(`reviews.state.${state}`)}</Tag>
      {stateReason && (
        <Typography.Text type="secondary">
          {t('because')} {words(`reviews.reason.${stateReason}`)}
        </Typography.Text>
      )}
    </Flex>
  )
}

function Buyer({ review }: { readonly review: SentReview }) {
  const t = useText(reviewsPageText)
  const { author, anonymous, scores, buyerStars, buyerWords } = review
  return (
    <Flex vertical gap={2} style={{ maxWidth: 220, whiteSpace: 'normal' }}>
      <span>
        {author} {anonymous && <Tag>{t('anonymous')}</Tag>}
      </span>
      <Typography.Text type="secondary">{scores ? t('scores', scores) : t('scores.none')}</Typography.Text>
      {buyerStars && (
        <span>
          <Rate disabled value={buyerStars} style={{ fontSize: 12 }} /> {buyerWords}
        </span>
      )}
    </Flex>
  )
}
