import { useQuery } from '@tanstack/react-query'
import { Alert, Button, type TableProps, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Nothing } from '../../frame/Nothing.tsx'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { healthText } from './health-text.ts'

type Examination = AnswerOf<'GET /api/v1/admin/health'>
type Check = Examination['checks'][number]

/** Whether the numbers of the shop agree with each other, and which rows do not. */
export default function HealthPage() {
  const t = useText(healthText)
  const examination = useQuery(asking('GET /api/v1/admin/health'))
  return (
    <Page title={t('title')} about={t('about')} actions={<ExamineNow />}>
      <Loaded query={examination}>
        {({ at, checks }) =>
          at ? <Findings at={at} checks={checks} /> : <Nothing says={t('never')} next={<ExamineNow />} />
        }
      </Loaded>
    </Page>
  )
}

function ExamineNow() {
  const t = useText(healthText)
  const act = useAct()
  const reload = useReload('health')
  const [busy, setBusy] = useState(false)
  const examine = async () => {
    setBusy(true)
    await act(() => ask('POST /api/v1/admin/health/examine'), t('examined'))
    await reload()
    setBusy(false)
  }
  return (
    <Button type="primary" loading={busy} onClick={() => void examine()}>
      {t('examine')}
    </Button>
  )
}

function Findings({ at, checks }: { at: string; checks: readonly Check[] }) {
  const t = useText(healthText)
  const instantText = useInstantText()
  const columns = useColumns()
  const broken = checks.filter((each) => each.broken > 0)
  const said =
    broken.length > 0
      ? t('someBroken', { count: broken.length })
      : t('allHold', { count: checks.filter(({ rows }) => rows > 0).length })
  return (
    <>
      <Alert
        style={{ marginBottom: 16 }}
        showIcon
        type={broken.length > 0 ? 'error' : 'success'}
        title={said}
        description={t('at', { at: instantText(at) })}
      />
      <Table<Check>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={checks.toSorted((a, b) => b.broken - a.broken)}
        scroll={{ x: 'max-content' }}
        columns={columns}
        expandable={{
          rowExpandable: (each) => each.broken > 0,
          defaultExpandedRowKeys: broken.map(({ id }) => id),
          expandedRowRender: (each) => <Rows of={each} />,
        }}
      />
    </>
  )
}

function Rows({ of }: { of: Check }) {
  const t = useText(healthText)
  const locale = useLocale()
  return (
    <>
      <Typography.Paragraph>
        <strong>{t('remedy')}</strong> {of.remedy[locale]}
      </Typography.Paragraph>
      <ul>
        {of.violations.map(({ subject, found }) => (
          <li key={`${subject} ${JSON.stringify(found)}`}>
            <strong>{subject}</strong> <code style={{ overflowWrap: 'anywhere' }}>{JSON.stringify(found)}</code>
          </li>
        ))}
      </ul>
      {of.violations.length < of.broken && t('more', { named: of.violations.length, count: of.broken })}
    </>
  )
}

function useColumns(): TableProps<Check>['columns'] {
  const t = useText(healthText)
  const locale = useLocale()
  return [
    { title: '', width: 64, dataIndex: 'id' },
    { title: t('check'), render: (_, { says }) => says[locale] },
    {
      title: t('state'),
      width: 180,
      render: (_, { rows, broken }) => {
        if (broken > 0) return <Tag color="error">{t('broken', { count: broken })}</Tag>
        return rows > 0 ? <Tag color="success">{t('holds')}</Tag> : <Tag>{t('idle')}</Tag>
      },
    },
    { title: t('rows'), width: 120, align: 'right', render: (_, { rows }) => rows.toLocaleString() },
  ]
}
