import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { asking } from '../frame/asking.ts'
import { useCarrierName } from '../frame/carriers.ts'
import { remainingText } from '../frame/format.ts'
import { useLocale, useText } from '../frame/language.ts'
import { useNow } from '../frame/now.ts'
import { ProblemAlert } from '../frame/Problems.tsx'
import { useMissing } from '../frame/rights.ts'
import { findTask, type TaskRow, type TaskStage, takeNext, type Warehouse } from './api.ts'
import { BigButton, ManualEntry } from './parts.tsx'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'
import { InWarehouse } from './warehouse.tsx'

/** What there is to do in this warehouse, most urgent first. */
export default function TasksPage() {
  return <InWarehouse>{(warehouse, change) => <Tasks warehouse={warehouse} onChange={change} />}</InWarehouse>
}

const stages: readonly TaskStage[] = ['pick', 'pack', 'weigh']

function Tasks({ warehouse, onChange }: { readonly warehouse: Warehouse; readonly onChange: () => void }) {
  const t = useText(pdaText)
  const language = useLocale()
  const [stage, setStage] = useState<TaskStage>('pick')
  useOpenByScan()
  return (
    <>
      <div className="pda-place">
        <strong>{language === 'zh' ? warehouse.name : warehouse.nameEn}</strong>
        <button type="button" onClick={onChange}>
          {t('warehouse.change')}
        </button>
      </div>
      <fieldset className="pda-tabs" aria-label={t('title')}>
        {stages.map((each) => (
          <button
            key={each}
            type="button"
            className={each === stage ? 'pda-button main' : 'pda-button'}
            aria-pressed={each === stage}
            onClick={() => setStage(each)}
          >
            {t(`work.${each}`)}
          </button>
        ))}
      </fieldset>
      <Doors />
      {stage === 'pick' && <NextButton warehouse={warehouse} />}
      <TaskList warehouse={warehouse} stage={stage} />
      <div className="pda-foot">
        <small>{t('work.scan')}</small>
        <ManualEntry />
      </div>
    </>
  )
}

function NextButton({ warehouse }: { readonly warehouse: Warehouse }) {
  const t = useText(pdaText)
  const missing = useMissing('outbound.pick')
  const navigate = useNavigate()
  const { wrong } = useSignal()
  const take = async () => {
    await takeNext(warehouse.id).then(
      ({ outboundId }) => navigate({ to: `/pda/pick/${outboundId}` }),
      (error: Error) => wrong({ why: error.message }),
    )
  }
  return (
    <BigButton main onClick={() => void take()} blocked={missing}>
      {t('work.next')}
    </BigButton>
  )
}

function TaskList({ warehouse, stage }: { readonly warehouse: Warehouse; readonly stage: TaskStage }) {
  const t = useText(pdaText)
  const tasks = useQuery({
    ...asking('GET /api/v1/admin/pda/tasks', { query: { warehouseId: warehouse.id, stage } }),
    refetchInterval: 15_000,
    staleTime: 0,
  })
  if (tasks.isError) return <ProblemAlert error={tasks.error} onRetry={() => void tasks.refetch()} />
  if (!tasks.data) return <p>{t('loading')}</p>
  if (tasks.data.length === 0) return <p>{t('work.nothing')}</p>
  return (
    <ul className="pda-list">
      {tasks.data.map((task) => (
        <li key={task.outboundId}>
          <TaskLink task={task} stage={stage} />
        </li>
      ))}
    </ul>
  )
}

function TaskLink({ task, stage }: { readonly task: TaskRow; readonly stage: TaskStage }) {
  const t = useText(pdaText)
  const now = useNow()
  const nameOfCarrier = useCarrierName()
  const left = remainingText(task.dispatchBy, now)
  const isLate = new Date(task.dispatchBy).getTime() < now
  return (
    <Link to={`/pda/${stage}/${task.outboundId}`}>
      <span>
        {task.number} <small>{nameOfCarrier(task.carrier)}</small>
      </span>
      <strong className="number">{t('pieces', { count: task.pieces })}</strong>
      <small>
        <span className={isLate ? 'late' : undefined}>{left}</span>
        {task.picker && stage === 'pick' && ` · ${t('work.by', { name: task.picker })}`}
      </small>
    </Link>
  )
}

function Doors() {
  const t = useText(pdaText)
  const doors = [
    ['/pda/hand-over', 'work.handOver'],
    ['/pda/return', 'work.return'],
    ['/pda/put-back', 'work.putBack'],
    ['/pda/stock', 'work.stock'],
  ] as const
  return (
    <nav className="pda-doors" aria-label={t('work.other')}>
      {doors.map(([to, name]) => (
        <Link key={to} to={to}>
          {t(name)}
        </Link>
      ))}
    </nav>
  )
}

/** A note's, an order's or a label's code opens the task at the stage where it is. */
function useOpenByScan(): void {
  const t = useText(pdaText)
  const navigate = useNavigate()
  const { wrong } = useSignal()
  useScans((code) => {
    findTask(code).then(
      ({ outboundId, stage }) =>
        stage ? void navigate({ to: `/pda/${stage}/${outboundId}` }) : void navigate({ to: `/outbound/${outboundId}` }),
      (error: Error) => wrong({ why: error.message || t('work.unknown', { code }), scanned: code }),
    )
  })
}
