import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select, type TableProps, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt } from '../../frame/wall-clock.ts'
import { policiesText } from './policies-text.ts'

type Policy = AnswerOf<'GET /api/v1/admin/policies'>[number]
type NewPolicy = BodyOf<'POST /api/v1/admin/policies'>

const kinds = ['privacy', 'terms'] as const

/** What shoppers agree to, version by version. */
export default function PoliciesPage() {
  const t = useText(policiesText)
  const policies = useQuery(asking('GET /api/v1/admin/policies'))
  const columns = useColumns()
  return (
    <Page title={t('title')} about={t('about')} actions={<Publish policies={policies.data ?? []} />}>
      <Loaded query={policies}>
        {(rows) => (
          <Table<Policy>
            size="small"
            rowKey={({ kind, version }) => `${kind} ${version}`}
            pagination={false}
            dataSource={rows}
            columns={columns}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('empty'), next: <Publish policies={[]} /> }}
            expandable={{ expandedRowRender: (policy) => <Words of={policy} /> }}
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): TableProps<Policy>['columns'] {
  const t = useText(policiesText)
  const instantText = useInstantText()
  return [
    { title: t('kind'), render: (_, { kind }) => t(`kind.${kind}`) },
    { title: t('version'), width: 96, align: 'right', dataIndex: 'version' },
    { title: t('holds'), width: 180, render: (_, { holdsFrom }) => instantText(holdsFrom) },
    { title: t('by'), dataIndex: 'createdBy' },
  ]
}

function Words({ of: { title, body } }: { readonly of: Policy }) {
  const locale = useLocale()
  return (
    <>
      <Typography.Text strong>{title[locale]}</Typography.Text>
      <Typography.Paragraph style={{ whiteSpace: 'pre-line', maxWidth: 720 }}>{body[locale]}</Typography.Paragraph>
    </>
  )
}

/** The words in force, which a new version begins with; none before the first version. */
const wordsOf = (policies: readonly Policy[], kind: Policy['kind']): Partial<NewPolicy> => {
  const last = policies.filter((policy) => policy.kind === kind).toSorted((a, b) => b.version - a.version)[0]
  return { kind, title: last?.title, body: last?.body }
}

function Publish({ policies }: { readonly policies: readonly Policy[] }) {
  const t = useText(policiesText)
  const reload = useReload('policies')
  const { timeZone } = useMe().shop
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <AskingVerb<NewPolicy>
      type="primary"
      permission="settings.change"
      width={760}
      title={t('publish')}
      consequence={t('publish.consequence')}
      initial={wordsOf(policies, 'privacy')}
      work={({ holdsFrom, ...policy }) =>
        ask('POST /api/v1/admin/policies', {
          body: { ...policy, ...(holdsFrom ? { holdsFrom: instantAt(holdsFrom, timeZone) } : {}) },
        })
      }
      onDone={reload}
      fields={
        <>
          <KindField policies={policies} />
          {(['zh', 'en'] as const).map((locale) => (
            <div key={locale}>
              <Form.Item name={['title', locale]} label={t(`title.${locale}`)} rules={needed}>
                <Input maxLength={200} />
              </Form.Item>
              <Form.Item
                name={['body', locale]}
                label={t(`body.${locale}`)}
                extra={locale === 'zh' && t('body.hint')}
                rules={needed}
              >
                <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} maxLength={100_000} />
              </Form.Item>
            </div>
          ))}
          <Form.Item name="holdsFrom" label={t('holds')} extra={t('holds.hint')}>
            <Input type="datetime-local" style={{ width: 240 }} />
          </Form.Item>
        </>
      }
    >
      {t('publish')}
    </AskingVerb>
  )
}

/** Choosing another policy brings its words. */
function KindField({ policies }: { readonly policies: readonly Policy[] }) {
  const t = useText(policiesText)
  const form = Form.useFormInstance<NewPolicy>()
  return (
    <Form.Item name="kind" label={t('kind')}>
      <Select<Policy['kind']>
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(kind) => {
          form.resetFields(['title', 'body'])
          form.setFieldsValue(wordsOf(policies, kind))
        }}
      />
    </Form.Item>
  )
}
