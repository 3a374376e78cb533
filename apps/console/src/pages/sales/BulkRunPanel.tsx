import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Drawer, Empty, Flex, Progress, Tag, Typography } from 'antd'
import { useEffect, useState } from 'react'
import type { AnswerOf } from '#client'
import { bulkText, bulkVerbs, isUndoable } from '#model/sales/bulk'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import type { SentRun } from './OrderBulk.tsx'
import { ordersPageText } from './orders-text.ts'
import { workbenchText } from './workbench-text.ts'

type Result = AnswerOf<'GET /api/v1/admin/bulk-runs/{id}'>['results'][number]

const useRuns = () => useQuery(asking('GET /api/v1/admin/bulk-runs')).data?.rows

/** A run that was asked just now; after a reload the one that is still under way. */
export function useShownRun() {
  const runs = useRuns()
  const [shown, show] = useState<string | null>()
  const underWay = runs?.find(({ status }) => status === 'waiting')?.id
  return [shown === undefined ? underWay : (shown ?? undefined), show] as const
}

interface PanelProps {
  readonly id: string
  readonly onShow: (id: string | null) => void
}

/** A verb on its way through many orders: how far it is, what was refused, what can be done about it. */
export function BulkRunPanel({ id, onShow }: PanelProps) {
  const t = useText(workbenchText)
  const { data } = useQuery({
    ...asking('GET /api/v1/admin/bulk-runs/{id}', { path: { id } }),
    refetchInterval: ({ state }) => (state.data?.run.status === 'finished' ? false : 700),
  })
  const [isOpen, setOpen] = useState(false)
  const reload = useReload('orders', 'bulk-runs')
  const finishedAt = data?.run.finishedAt
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists are asked anew when the run ends, not when this is drawn
  useEffect(() => {
    if (finishedAt) void reload()
  }, [finishedAt])
  if (!data) return null
  const { run, results } = data
  const ended = run.done + run.refused
  return (
    <Flex className="bulk-run" align="center" gap="small" wrap role="status">
      <Typography.Text strong>
        <RunName run={run} />
      </Typography.Text>
      {run.status === 'waiting' ? (
        <>
          <Progress percent={Math.round((ended / run.total) * 100)} showInfo={false} />
          <span>{t('run.going', { done: ended, total: run.total })}</span>
        </>
      ) : (
        <span>{t('run.over', { done: run.done, refused: run.refused })}</span>
      )}
      {run.status === 'finished' && <EndVerbs run={run} onShow={onShow} />}
      <Button size="small" onClick={() => setOpen(true)}>
        {t('run.results')}
      </Button>
      <Button size="small" type="text" onClick={() => onShow(null)}>
        {t('run.close')}
      </Button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={<RunName run={run} />} size={640}>
        <Results results={results} />
      </Drawer>
    </Flex>
  )
}

function RunName({ run: { verb, undoes } }: { readonly run: SentRun }) {
  const t = useText(workbenchText)
  const name = useText(bulkText)(`bulk.verb.${verb}`)
  return undoes ? t('run.undo.of', { verb: name }) : name
}

function EndVerbs({ run, onShow }: { readonly run: SentRun; readonly onShow: PanelProps['onShow'] }) {
  const t = useText(workbenchText)
  const act = useAct()
  const reload = useReload('bulk-runs')
  const path = { id: run.id }
  const retry = async () => {
    if (await act(() => ask('POST /api/v1/admin/bulk-runs/{id}/retry', { path }))) await reload()
  }
  const undo = () =>
    act(async () => {
      const { id } = await ask('POST /api/v1/admin/bulk-runs/{id}/undo', { path })
      await reload()
      onShow(id)
    })
  const mayUndo = isUndoable(run) && !run.undoes && run.done > 0
  return (
    <>
      {run.refused > 0 && (
        <Verb size="small" permission={bulkVerbs[run.verb]} onClick={retry}>
          {t('run.retry', { count: run.refused })}
        </Verb>
      )}
      {mayUndo && (
        <Verb
          size="small"
          permission={bulkVerbs[run.verb]}
          blocked={run.undoneBy !== null && t('run.undone')}
          onClick={undo}
        >
          {t('run.undo')}
        </Verb>
      )}
    </>
  )
}

const colours = { waiting: 'default', done: 'success', refused: 'error' } as const

function Results({ results }: { readonly results: readonly Result[] }) {
  const t = useText(workbenchText)
  const orders = useText(ordersPageText)
  return (
    <Table<Result>
      size="small"
      rowKey="orderId"
      pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      dataSource={[...results]}
      columns={[
        { title: orders('number'), render: (_, row) => <Link to={`/orders/${row.orderId}`}>{row.number}</Link> },
        { title: t('run.result'), render: (_, row) => <Tag color={colours[row.status]}>{t(`run.${row.status}`)}</Tag> },
        { title: t('reason'), render: (_, row) => row.message ?? '' },
      ]}
    />
  )
}

/** What the reader has done in bulk lately, to be looked at or taken back. */
export function RecentRuns({ onShow }: { readonly onShow: PanelProps['onShow'] }) {
  const t = useText(workbenchText)
  const instantText = useInstantText()
  const runs = useRuns()
  const [isOpen, setOpen] = useState(false)
  const choose = (id: string) => {
    onShow(id)
    setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('runs')}</Button>
      <Drawer open={isOpen} onClose={() => setOpen(false)} title={t('runs')}>
        {runs?.length === 0 && <Empty description={t('runs.none')} />}
        <Flex vertical gap="small" align="start">
          {runs?.map((run) => (
            <Button key={run.id} type="text" onClick={() => choose(run.id)}>
              <RunName run={run} /> · {t('run.over', { done: run.done, refused: run.refused })} ·{' '}
              {instantText(run.askedAt)}
            </Button>
          ))}
        </Flex>
      </Drawer>
    </>
  )
}
