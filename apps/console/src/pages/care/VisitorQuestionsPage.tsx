import { Link } from '@tanstack/react-router'
import { Checkbox, Flex, Form, Input, Tag, Typography } from 'antd'
import { visitorDeskText, visitorQuestionLimits, visitorQuestionStatuses } from '#model/care/visitor-desk'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { colon, useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { reviewsPageText } from './reviews-text.ts'

type SentQuestion = RowOf<'GET /api/v1/admin/visitor-questions'>

/** What visitors ask before they buy: the longest wait first. */
export default function VisitorQuestionsPage() {
  const t = useText(reviewsPageText)
  const words = useText(visitorDeskText)
  const instantText = useInstantText()
  const [filters, change] = useListFilters('GET /api/v1/admin/visitor-questions', ['status'])
  const status = filters.status ?? 'open'
  return (
    <Page title={t('questions')} about={t('questions.about')}>
      <Counters
        label={t('questions')}
        chosen={status}
        counters={visitorQuestionStatuses.map((key) => ({ key, label: words(`visitor-desk.status.${key}`) }))}
        onChoose={(chosen) => change({ status: chosen })}
      />
      <DataTable
        label={t('questions')}
        list="GET /api/v1/admin/visitor-questions"
        filters={{ status }}
        rowKey={(row) => row.id}
        empty={{ says: t('questions.empty'), next: '/' }}
        columns={[
          { key: 'questions.asked', title: t('questions.asked'), render: (_, row) => instantText(row.askedAt) },
          { key: 'questions.visitor', title: t('questions.visitor'), render: (_, row) => <Visitor question={row} /> },
          {
            key: 'questions.subject',
            title: t('questions.subject'),
            render: (_, row) =>
              row.productId ? (
                <Link to={`/products/${row.productId}` as never}>{t('questions.product')}</Link>
              ) : (
                t('questions.shop')
              ),
          },
          {
            key: 'questions.words',
            title: t('questions.words'),
            width: 420,
            render: (_, row) => (
              <Flex vertical gap={4} align="start" style={{ maxWidth: 420, whiteSpace: 'normal' }}>
                <span>{row.words}</span>
                {row.answer && (
                  <Typography.Text type="secondary">
                    {[t('replied', { by: row.answeredBy ?? '' }), row.answer].join(colon())}
                  </Typography.Text>
                )}
                {row.publishedAt && <Tag color="success">{t('questions.public')}</Tag>}
              </Flex>
            ),
          },
          { key: 'actions', title: t('actions'), fixed: 'right', render: (_, row) => <Actions question={row} /> },
        ]}
      />
    </Page>
  )
}

function Visitor({ question: { customerId, author, contact } }: { readonly question: SentQuestion }) {
  const t = useText(reviewsPageText)
  return (
    <Flex vertical>
      <span>{author || t('questions.guest')}</span>
      <Typography.Text type="secondary">{contact ?? (customerId && t('questions.customer'))}</Typography.Text>
    </Flex>
  )
}

const about = { permission: 'reviews.answer', size: 'small' } as const

function Actions({ question }: { readonly question: SentQuestion }) {
  if (question.status === 'open') return <Open question={question} />
  return question.status === 'answered' && question.productId ? <Publish question={question} /> : null
}

function Open({ question: { id, productId } }: { readonly question: SentQuestion }) {
  const t = useText(reviewsPageText)
  const refresh = useReload('visitor-questions')
  return (
    <Flex gap="small" wrap>
      <AskingVerb<{ answer: string; publish?: boolean }>
        {...about}
        title={t('questions.answer')}
        consequence={t('questions.answer.about')}
        fields={
          <>
            <Form.Item
              name="answer"
              label={t('questions.answer')}
              rules={[{ required: true, whitespace: true, message: t('missing') }]}
            >
              <Input.TextArea rows={4} maxLength={visitorQuestionLimits.answer} showCount />
            </Form.Item>
            {productId && (
              <Form.Item name="publish" valuePropName="checked">
                <Checkbox>{t('questions.publish')}</Checkbox>
              </Form.Item>
            )}
          </>
        }
        work={(body) => ask('POST /api/v1/admin/visitor-questions/{id}/answer', { path: { id }, body })}
        onDone={refresh}
      >
        {t('questions.answer')}
      </AskingVerb>
      <AskingVerb<object>
        {...about}
        title={t('questions.close')}
        consequence={t('questions.close.about')}
        work={() => ask('POST /api/v1/admin/visitor-questions/{id}/close', { path: { id } })}
        onDone={refresh}
      >
        {t('questions.close')}
      </AskingVerb>
    </Flex>
  )
}

function Publish({ question: { id, publishedAt } }: { readonly question: SentQuestion }) {
  const t = useText(reviewsPageText)
  const refresh = useReload('visitor-questions')
  const publish = publishedAt === null
  const title = publish ? t('questions.publish') : t('questions.withdraw')
  return (
    <AskingVerb<object>
      {...about}
      {...{ title }}
      consequence={publish && t('questions.publish.about')}
      work={() => ask('POST /api/v1/admin/visitor-questions/{id}/publish', { path: { id }, body: { publish } })}
      onDone={refresh}
    >
      {title}
    </AskingVerb>
  )
}
