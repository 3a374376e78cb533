import { useQuery } from '@tanstack/react-query'
import { Card, Form, Input, type TableProps, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { confidentialityPageText } from './confidentiality-text.ts'

type Member = AnswerOf<'GET /api/v1/admin/confidentiality'>[number]
type Statement = AnswerOf<'GET /api/v1/admin/me/confidentiality'>['statement']
type NewStatement = BodyOf<'POST /api/v1/admin/confidentiality'>

/** What staff promise about customers' data, and who promised it. */
export default function ConfidentialityPage() {
  const t = useText(confidentialityPageText)
  const own = useQuery(asking('GET /api/v1/admin/me/confidentiality'))
  const people = useQuery(asking('GET /api/v1/admin/confidentiality'))
  return (
    <Page title={t('title')} about={t('about')} actions={<Publish last={own.data?.statement ?? null} />}>
      <Loaded query={own}>{({ statement }) => <InForce statement={statement} />}</Loaded>
      <Loaded query={people}>{(rows) => <People rows={rows} version={own.data?.statement?.version ?? 0} />}</Loaded>
    </Page>
  )
}

function InForce({ statement }: { readonly statement: Statement }) {
  const t = useText(confidentialityPageText)
  const language = useLocale()
  const instantText = useInstantText()
  if (!statement) return <Nothing says={t('none')} next={<Publish last={null} />} />
  const { version, body, publishedAt, publishedBy } = statement
  return (
    <Card size="small" title={t('version', { version, at: instantText(publishedAt), by: publishedBy })}>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line', maxWidth: 720, margin: 0 }}>
        {body[language]}
      </Typography.Paragraph>
    </Card>
  )
}

function People({ rows, version }: { readonly rows: readonly Member[]; readonly version: number }) {
  const t = useText(confidentialityPageText)
  const instantText = useInstantText()
  const columns: TableProps<Member>['columns'] = [
    { title: t('name'), dataIndex: 'name' },
    {
      title: t('confirmed'),
      render: (_, row) =>
        row.version === version && version > 0 ? (
          <Tag color="success">{t('yes')}</Tag>
        ) : (
          <Tag color={version > 0 ? 'warning' : 'default'}>{t('not-yet')}</Tag>
        ),
    },
    { title: t('last'), render: (_, row) => (row.at ? `v${row.version} · ${instantText(row.at)}` : '—') },
  ]
  return (
    <Table<Member>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      columns={columns}
      scroll={{ x: 'max-content' }}
    />
  )
}

function Publish({ last }: { readonly last: Statement }) {
  const t = useText(confidentialityPageText)
  const rules = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <AskingVerb<NewStatement>
      type="primary"
      width={760}
      title={t('publish')}
      consequence={t('publish.consequence')}
      initial={{ body: last?.body ?? { zh: t('draft.zh'), en: t('draft.en') } }}
      work={(body) => ask('POST /api/v1/admin/confidentiality', { body })}
      onDone={useReload('me', 'confidentiality')}
      fields={
        <>
          <Form.Item name={['body', 'zh']} label={t('zh')} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20_000} />
          </Form.Item>
          <Form.Item name={['body', 'en']} label={t('en')} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={20_000} />
          </Form.Item>
        </>
      }
    >
      {t('publish')}
    </AskingVerb>
  )
}
