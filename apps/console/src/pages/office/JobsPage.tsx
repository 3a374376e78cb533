import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Table, type TableProps, Typography } from 'antd'
import { useState } from 'react'
import { get, post } from '../../frame/api.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { jobsText } from './jobs-text.ts'

interface DeadJob {
  readonly id: string
  readonly name: string
  readonly attempts: number
  readonly lastError: string
  readonly at: string
}

const listKey = ['/jobs/dead']

/** Work that gave up and waits for somebody to look at it. */
export default function JobsPage() {
  const t = useText(jobsText)
  const queries = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const jobs = useQuery({ queryKey: listKey, queryFn: () => get<DeadJob[]>('/jobs/dead'), refetchInterval: 30_000 })
  const reload = () => queries.invalidateQueries({ queryKey: listKey })
  const revive = useRevive(async () => {
    setChosen([])
    await reload()
  })
  const columns = useColumns(revive)
  const actions = (
    <>
      <Button onClick={() => void reload()}>{t('refresh')}</Button>
      <Verb type="primary" blocked={chosen.length === 0 && t('revive.none')} onClick={() => void revive(chosen)}>
        {t('revive.chosen', { count: chosen.length })}
      </Verb>
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Loaded query={jobs}>
        {(rows) => (
          <Table<DeadJob>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: <Empty description={t('empty')} /> }}
            rowSelection={{ selectedRowKeys: [...chosen], onChange: (keys) => setChosen(keys.map(String)) }}
            columns={columns}
          />
        )}
      </Loaded>
    </Page>
  )
}

function useRevive(onDone: () => Promise<unknown>): (ids: readonly string[]) => Promise<void> {
  const t = useText(jobsText)
  const act = useAct()
  return async (ids) => {
    if (await act(() => post('/jobs/revive', { ids }), t('revived', { count: ids.length }))) await onDone()
  }
}

function useColumns(revive: (ids: readonly string[]) => Promise<void>): TableProps<DeadJob>['columns'] {
  const t = useText(jobsText)
  const instantText = useInstantText()
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
      title: t('actions'),
      width: 96,
      render: (_, row) => (
        <Button size="small" onClick={() => void revive([row.id])}>
          {t('revive')}
        </Button>
      ),
    },
  ]
}
