import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flex, Form, Input, Select, Tag, Typography } from 'antd'
import { parcelDeskText, quickAnswers } from '#model/care/parcel-desk'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Carrier } from '../supply/outbound.ts'
import { parcelDeskPageText } from './parcel-desk-text.ts'
import { Record } from './Record.tsx'

type SentQuestion = RowOf<'GET /api/v1/admin/parcel-questions'>
type SentParcel = SentQuestion['parcels'][number]

/** Questions of buyers who wait for a parcel, with carriers' phones and pages at hand. */
export default function ParcelDeskPage() {
  const t = useText(parcelDeskPageText)
  const [filters, change] = useListFilters('GET /api/v1/admin/parcel-questions', ['status'])
  const status = filters.status ?? 'open'
  return (
    <Page title={t('title')} about={t('about')}>
      <Counters
        label={t('title')}
        chosen={status}
        counters={[
          { key: 'open', label: t('open') },
          { key: 'answered', label: t('answered') },
        ]}
        onChoose={(chosen) => change({ status: chosen })}
      />
      <Questions status={status} />
    </Page>
  )
}

function Questions({ status }: { readonly status: SentQuestion['status'] }) {
  const t = useText(parcelDeskPageText)
  const words = useText(parcelDeskText)
  const instantText = useInstantText()
  const carriers = useQuery(asking('GET /api/v1/admin/carriers')).data ?? []
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/parcel-questions"
      filters={{ status }}
      rowKey={(row) => row.id}
      empty={{ says: t('empty'), next: '/' }}
      columns={[
        {
          key: 'order',
          title: t('order'),
          fixed: 'left',
          render: (_, row) => <Link to={`/orders/${row.orderId}` as never}>{row.orderNumber}</Link>,
        },
        {
          key: 'kind',
          title: t('kind'),
          render: (_, row) => (
            <Flex vertical gap={2} align="start">
              <Tag>{words(`parcel-desk.kind.${row.kind}`)}</Tag>
              {row.promiseBroken && <Tag color="error">{t('late')}</Tag>}
              {row.kind === 'reminder' && row.dispatchBy && (
                <Typography.Text type="secondary">{t('promised', { at: instantText(row.dispatchBy) })}</Typography.Text>
              )}
            </Flex>
          ),
        },
        { key: 'asked', title: t('asked'), render: (_, row) => instantText(row.askedAt) },
        {
          key: 'words',
          title: t('words'),
          render: (_, row) => (
            <span style={{ display: 'inline-block', maxWidth: 260, whiteSpace: 'normal' }}>
              {row.question}
              {row.answer && <Typography.Paragraph type="secondary">{row.answer}</Typography.Paragraph>}
            </span>
          ),
        },
        {
          key: 'parcels',
          title: t('parcels'),
          render: (_, row) => <Parcels parcels={row.parcels} carriers={carriers} />,
        },
        {
          key: 'actions',
          title: t('actions'),
          fixed: 'right',
          render: (_, row) => <Actions question={row} carriers={carriers} />,
        },
      ]}
    />
  )
}

interface WithCarriers {
  readonly carriers: readonly Carrier[]
}

function Parcels({ parcels, carriers }: WithCarriers & { readonly parcels: readonly SentParcel[] }) {
  const t = useText(parcelDeskPageText)
  const language = useLocale()
  if (parcels.length === 0) return <Typography.Text type="secondary">{t('parcels.none')}</Typography.Text>
  return parcels.map(({ id, carrier: code, waybillNumber, lastStep }) => {
    const carrier = carriers.find((each) => each.code === code)
    return (
      <Flex key={id} vertical gap={2} style={{ maxWidth: 280, whiteSpace: 'normal' }}>
        <span>
          {carrier?.name[language] ?? code} <Typography.Text copyable>{waybillNumber ?? ''}</Typography.Text>
        </span>
        <Flex gap="small">
          {carrier?.phone && <a href={`tel:${carrier.phone}`}>{carrier.phone}</a>}
          {carrier?.inquiryUrl && (
            <a
              href={carrier.inquiryUrl.replace('{waybill}', encodeURIComponent(waybillNumber ?? ''))}
              target="_blank"
              rel="noreferrer"
            >
              {t('look')}
            </a>
          )}
        </Flex>
        {lastStep && <Typography.Text type="secondary">{lastStep.text}</Typography.Text>}
      </Flex>
    )
  })
}

function Actions({ question, carriers }: WithCarriers & { readonly question: SentQuestion }) {
  const t = useText(parcelDeskPageText)
  const words = useText(parcelDeskText)
  const refresh = useReload('parcel-questions')
  const about = { permission: 'aftersales.decide', size: 'small' } as const
  return (
    <Flex gap="small" wrap>
      <AskingVerb<{ answer: string }>
        {...about}
        title={t('answer')}
        consequence={t('answer.about')}
        blocked={question.status === 'answered' && words('parcel-desk.answered_already')}
        fields={<AnswerFields parcel={question.parcels[0]} carriers={carriers} />}
        work={({ answer }) =>
          ask('POST /api/v1/admin/parcel-questions/{id}/answer', { path: { id: question.id }, body: { answer } })
        }
        onDone={refresh}
      >
        {t('answer')}
      </AskingVerb>
      <AskingVerb<{ note: string }>
        {...about}
        title={t('note')}
        consequence={t('note.about')}
        fields={
          <Form.Item
            name="note"
            label={t('note.words')}
            rules={[{ required: true, whitespace: true, message: t('missing') }]}
          >
            <Input.TextArea rows={3} maxLength={500} />
          </Form.Item>
        }
        work={({ note }) =>
          ask('POST /api/v1/admin/parcel-questions/{id}/notes', { path: { id: question.id }, body: { note } })
        }
        onDone={refresh}
      >
        {t('note')}
      </AskingVerb>
      <Record
        label={t('record')}
        question={asking('GET /api/v1/admin/parcel-questions/{id}', { path: { id: question.id } })}
        textOf={({ type, data }) => `${t(`event.${type}` as never)} ${data.note ?? data.answer ?? ''}`}
      />
    </Flex>
  )
}

function AnswerFields({ parcel, carriers }: WithCarriers & { readonly parcel: SentParcel | undefined }) {
  const t = useText(parcelDeskPageText)
  const words = useText(parcelDeskText)
  const language = useLocale()
  const form = Form.useFormInstance()
  const carrier = carriers.find((each) => each.code === parcel?.carrier)
  const values = {
    carrier: carrier?.name[language] ?? parcel?.carrier ?? '',
    phone: carrier?.phone ?? '',
    waybill: parcel?.waybillNumber ?? '',
    step: parcel?.lastStep?.text ?? '',
  }
  const ready = quickAnswers.filter((each) => parcel || each === 'leaves_today' || each === 'waits_for_goods')
  return (
    <>
      <Form.Item label={t('answer.ready')}>
        <Select
          aria-label={t('answer.ready')}
          options={ready.map((each) => ({ value: each, label: words(`parcel-desk.answer.${each}`, values) }))}
          onChange={(each: (typeof quickAnswers)[number]) =>
            form.setFieldsValue({ answer: words(`parcel-desk.answer.${each}`, values) })
          }
        />
      </Form.Item>
      <Form.Item
        name="answer"
        label={t('answer')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </>
  )
}
