import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Select, type TableProps, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useIsNarrow } from '../../frame/narrow.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, ReasonField, Verb } from '../../frame/Verb.tsx'
import { jobsText } from './jobs-text.ts'

type DeadJob = AnswerOf<'GET /api/v1/admin/jobs/dead'>[number]

type JobCount = AnswerOf<'GET /api/v1/admin/jobs'>[number]

/** Work that gave up and waits for somebody to look at it, and how much of each kind is under way. */
export default function JobsPage() {
  const t = useText(jobsText)
  const askAnew = useReload('jobs')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState<string>()
  const counts = useQuery({ ...asking('GET /api/v1/admin/jobs'), refetchInterval: 30_000 })
  const dead = useQuery({ ...asking('GET /api/v1/admin/jobs/dead', { query: { name } }), refetchInterval: 30_000 })
  const reload = async () => {
    setChosen([])
    await askAnew()
  }
  const none = chosen.length === 0 && t('revive.none')
  const revive = useRevive(reload)
  const columns = useColumns(revive)
  const actions = (
    <>
      <Button onClick={() => void reload()}>{t('refresh')}</Button>
      <AskingVerb<{ reason: string }>
        danger
        blocked={none}
        title={t('discard.title', { count: chosen.length })}
        consequence={t('discard.consequence')}
        fields={<ReasonField label={t('discard.reason')} />}
        work={({ reason }) => ask('POST /api/v1/admin/jobs/discard', { body: { ids: chosen, reason } })}
        onDone={reload}
      >
        {t('discard.chosen', { count: chosen.length })}
      </AskingVerb>
      <Verb type="primary" blocked={none} onClick={() => revive(chosen)}>
        {t('revive.chosen', { count: chosen.length })}
      </Verb>
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Flex vertical gap="middle">
        <Loaded query={counts}>{(rows) => <NameFilter counts={rows} name={name} onChange={setName} />}</Loaded>
        <Loaded query={dead}>
          {(rows) => (
            <Table<DeadJob>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              scroll={{ x: 'max-content' }}
              empty={{ says: t(name ? 'empty.named' : 'empty'), next: '/health' }}
              rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)) }}
              columns={columns}
            />
          )}
        </Loaded>
        <Typography.Title level={2} style={{ fontSize: 16, margin: 0 }}>
          {t('underway')}
        </Typography.Title>
        <Loaded query={counts}>{(rows) => <Counts rows={rows} />}</Loaded>
      </Flex>
    </Page>
  )
}

function useRevive(onDone: () => Promise<unknown>): (ids: readonly string[]) => Promise<void> {
  const t = useText(jobsText)
  const act = useAct()
  return async (ids) => {
    if (await act(() => ask('POST /api/v1/admin/jobs/revive', { body: { ids } }), t('revived', { count: ids.length })))
      await onDone()
  }
}

interface NameFilterProps {
  readonly counts: readonly JobCount[]
  readonly name: string | undefined
  readonly onChange: (name: string | undefined) => void
}

function NameFilter({ counts, name, onChange }: NameFilterProps) {
  const t = useText(jobsText)
  const options = counts
    .filter(({ dead }) => dead > 0)
    .map((each) => ({ value: each.name, label: `${each.name} (${each.dead})` }))
  return (
    <Select<string>
      allowClear
      showSearch
      aria-label={t('job')}
      placeholder={t('filter')}
      notFoundContent={t('empty')}
      style={{ width: 320, maxWidth: '100%' }}
      options={options}
      value={name}
      onChange={onChange}
    />
  )
}

function Counts({ rows }: { readonly rows: readonly JobCount[] }) {
  const t = useText(jobsText)
  const numbers = (['waiting', 'running', 'failing', 'dead'] as const).map((key) => ({
    title: t(`count.${key}`),
    dataIndex: key,
    align: 'right' as const,
    width: 96,
  }))
  return (
    <Table<JobCount>
      size="small"
      rowKey="name"
      pagination={false}
      dataSource={rows}
      scroll={{ x: 'max-content' }}
      empty={{ says: t('underway.none'), next: '/health' }}
      columns={[{ title: t('job'), dataIndex: 'name', width: 260 }, ...numbers]}
    />
  )
}

function useColumns(revive: (ids: readonly string[]) => Promise<void>): TableProps<DeadJob>['columns'] {
  const t = useText(jobsText)
  const instantText = useInstantText()
  const again = (row: DeadJob) => (
    <Button size="small" onClick={() => void revive([row.id])}>
      {t('revive')}
    </Button>
  )
  const isNarrow = useIsNarrow()
  if (isNarrow)
    return [
      {
        title: t('job'),
        render: (_, row) => (
          <Flex vertical gap={4} align="start" style={{ maxWidth: 'calc(100vw - 96px)' }}>
            <strong>{row.name}</strong>
            <Typography.Text type="secondary">{instantText(row.at)}</Typography.Text>
            <span style={{ overflowWrap: 'anywhere' }}>{row.lastError}</span>
            {again(row)}
          </Flex>
        ),
      },
    ]
  return [
    { title: t('at'), width: 140, render: (_, row) => instantText(row.at) },
    { title: t('job'), width: 220, dataIndex: 'name' },
    { title: t('attempts'), width: 72, align: 'right', dataIndex: 'attempts' },
    {
      title: t('error'),
      width: 480,
      render: (_, row) => (
        <Typography.Paragraph
          style={{ margin: 0, maxWidth: 480, overflowWrap: 'anywhere' }}
          ellipsis={{ rows: 2, expandable: 'collapsible' }}
        >
          {row.lastError}
        </Typography.Paragraph>
      ),
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 96,
      render: (_, row) => again(row),
    },
  ]
}
