import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { type ShopRule, screeningText, severities, wordKinds } from '#model/goods/screening'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { Counters } from '../../frame/Counters.tsx'
import { useFilters } from '../../frame/filters.ts'
import { comma } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { screeningPageText } from './screening-text.ts'
import { TryText } from './TryText.tsx'

const severityColours = { block: 'error', warn: 'warning', off: 'default' } as const

/** The words a listing must not or should not say, and what the shop has changed about them. */
export default function ScreeningPage() {
  const t = useText(screeningPageText)
  const rules = useQuery(asking('GET /api/v1/admin/screening/words'))
  return (
    <Page title={t('title')} about={t('about')} actions={<EditRule />}>
      <TryText />
      <Loaded query={rules}>{({ rows }) => <Rules rules={rows} />}</Loaded>
    </Page>
  )
}

function Rules({ rules }: { readonly rules: readonly ShopRule[] }) {
  const t = useText(screeningPageText)
  const say = useText(screeningText)
  const language = useLocale()
  const [{ kind = '' }, filter] = useFilters(['kind'])
  const [term, setTerm] = useState('')
  const shown = rules.filter((rule) => (!kind || rule.kind === kind) && rule.word.includes(term.trim().toLowerCase()))
  const counters = wordKinds.map((each) => ({
    key: each as string,
    label: say(`screening.kind.${each}`),
    count: rules.filter((rule) => rule.kind === each).length,
  }))
  return (
    <>
      <Flex gap="small" wrap>
        <Counters
          label={t('kind')}
          counters={[{ key: '', label: t('filter.all'), count: rules.length }, ...counters]}
          chosen={kind}
          onChoose={(key) => filter({ kind: key || undefined })}
        />
        <Input
          allowClear
          aria-label={t('search')}
          placeholder={t('search')}
          style={{ maxWidth: 200 }}
          onChange={(event) => setTerm(event.target.value)}
        />
      </Flex>
      <Card size="small">
        <Table<ShopRule>
          size="small"
          rowKey="word"
          dataSource={shown}
          scroll={{ x: 'max-content' }}
          pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            { title: t('word'), width: 140, dataIndex: 'word' },
            { title: t('kind'), width: 120, render: (_, row) => say(`screening.kind.${row.kind}`) },
            {
              title: t('severity'),
              width: 110,
              render: (_, row) => (
                <Tag color={severityColours[row.severity]}>{say(`screening.severity.${row.severity}`)}</Tag>
              ),
            },
            {
              title: t('platform'),
              width: 90,
              render: (_, row) => (row.platform === 'all' ? t('platform.all') : row.platform),
            },
            { title: t('reason'), width: 320, render: (_, row) => <Reason rule={row} text={row.reason[language]} /> },
            { title: t('exceptions'), width: 200, render: (_, row) => row.exceptions.join(comma()) },
            {
              key: 'actions',
              title: '',
              width: 150,
              render: (_, row) => (
                <Flex gap={6}>
                  <EditRule rule={row} />
                  <ResetRule rule={row} />
                </Flex>
              ),
            },
          ]}
        />
      </Card>
    </>
  )
}

function Reason({ rule, text }: { readonly rule: ShopRule; readonly text: string }) {
  const t = useText(screeningPageText)
  return (
    <>
      {text}
      {rule.changedBy && <Typography.Text type="secondary"> · {t('changed', { by: rule.changedBy })}</Typography.Text>}
    </>
  )
}

type RuleForm = Pick<ShopRule, 'word' | 'kind' | 'severity' | 'platform' | 'exceptions'> & { readonly reason: string }

function EditRule({ rule }: { readonly rule?: ShopRule }) {
  const t = useText(screeningPageText)
  const reload = useReload('screening')
  return (
    <AskingVerb<RuleForm>
      size={rule ? 'small' : 'middle'}
      type={rule ? 'default' : 'primary'}
      permission="products.review"
      title={rule ? t('edit.title', { word: rule.word }) : t('add')}
      initial={
        rule
          ? { ...rule, reason: rule.changedBy ? rule.reason.zh : '', exceptions: [...rule.exceptions] }
          : { kind: 'own', severity: 'block', platform: 'all', exceptions: [] }
      }
      fields={<RuleFields isNew={!rule} />}
      work={(form) => ask('PUT /api/v1/admin/screening/words', { body: { ...form, word: rule?.word ?? form.word } })}
      onDone={reload}
    >
      {t(rule ? 'edit' : 'add')}
    </AskingVerb>
  )
}

function RuleFields({ isNew }: { readonly isNew: boolean }) {
  const t = useText(screeningPageText)
  const say = useText(screeningText)
  const needed = { required: true, whitespace: true, message: t('required') }
  return (
    <>
      {isNew && (
        <Form.Item name="word" label={t('word')} rules={[needed]}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
      )}
      <Form.Item name="kind" label={t('kind')}>
        <Select options={wordKinds.map((kind) => ({ value: kind, label: say(`screening.kind.${kind}`) }))} />
      </Form.Item>
      <Form.Item name="severity" label={t('severity')}>
        <Select options={severities.map((each) => ({ value: each, label: say(`screening.severity.${each}`) }))} />
      </Form.Item>
      <Form.Item name="platform" label={t('platform')} extra={t('platform.hint')} rules={[needed]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="exceptions" label={t('exceptions')} extra={t('exceptions.hint')}>
        <Select mode="tags" open={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[needed]}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </>
  )
}

function ResetRule({ rule }: { readonly rule: ShopRule }) {
  const t = useText(screeningPageText)
  const reload = useReload('screening')
  return (
    <AskingVerb
      size="small"
      permission="products.review"
      blocked={!rule.changedBy && t('reset.none')}
      title={t('reset.title', { word: rule.word })}
      consequence={t('reset.consequence')}
      work={() => ask('POST /api/v1/admin/screening/words/reset', { body: { word: rule.word } })}
      onDone={reload}
    >
      {t('reset')}
    </AskingVerb>
  )
}
