import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ApiProblem } from '../frame/api.ts'
import { asking } from '../frame/asking.ts'
import { useText } from '../frame/language.ts'
import { useMe } from '../frame/session.ts'
import { startPicking } from './api.ts'
import { judgePick, type Task } from './judge.ts'
import { Opened } from './Opened.tsx'
import { BigButton, Instruction, Keypad, ManualEntry, Notice, Progress, Requests } from './parts.tsx'
import { Short, Waiting } from './ShortReport.tsx'
import { useScanTask } from './scan-task.ts'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

/** Picks one outbound note: bin, goods, quantity, one at a time. */
export default function PickPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <Opened question={asking('GET /api/v1/admin/pda/outbounds/{id}/pick', { path: { id } })}>
      {(task, reload) => <Pick key={`${task.status}${task.picker}`} task={task} reload={reload} />}
    </Opened>
  )
}

function Pick({ task, reload }: { readonly task: Task; readonly reload: () => void }) {
  const me = useMe()
  if (task.status === 'released' || (task.status === 'picking' && task.picker !== me.displayName))
    return <Begin task={task} onBegun={reload} />
  if (task.status === 'picking') return <Picking opened={task} />
  return <Finished task={task} />
}

/** Nobody has it yet, or somebody else does: then it can be taken over. */
function Begin({ task, onBegun }: { readonly task: Task; readonly onBegun: () => void }) {
  const t = useText(pdaText)
  const { wrong } = useSignal()
  const isHeld = task.status === 'picking'
  const begin = () =>
    startPicking(task.outboundId, isHeld).then(onBegun, (error: Error) => {
      wrong({ why: error.message })
      if (error instanceof ApiProblem) onBegun()
    })
  return (
    <>
      <Instruction step={t('pick.title', { number: task.number })} target={t('pieces', { count: task.total })} />
      {isHeld && <Notice>{t('work.by', { name: task.picker ?? '' })}</Notice>}
      <Requests requests={task.requests} />
      <div className="pda-foot">
        <BigButton main onClick={() => void begin()}>
          {t(isHeld ? 'pick.takeOver' : 'pick.start')}
        </BigButton>
      </div>
    </>
  )
}

type Asking = 'many' | 'short' | undefined

function Picking({ opened }: { readonly opened: Task }) {
  const t = useText(pdaText)
  const [asking, setAsking] = useState<Asking>()
  const { view, scan, show } = useScanTask({
    task: opened.outboundId,
    opened,
    judge: judgePick,
    praise: ({ details }) => (details.sku ? t('right.item', details) : t('right.bin')),
  })
  const send = (code: string, quantity?: number) => {
    setAsking(undefined)
    scan({
      code,
      quantity,
      to: ({ outboundId }, body) => ({
        call: 'POST /api/v1/admin/pda/outbounds/{id}/pick-scans',
        input: { path: { id: outboundId }, body },
      }),
    })
  }
  useScans((code) => send(code))
  const current = view.picks.find(({ id }) => id === view.current)
  if (!current) return view.waiting.length > 0 ? <Waiting task={view} onShow={show} /> : <Finished task={view} />
  const most = current.quantity - current.picked
  if (asking === 'many')
    return (
      <Many most={most} onEnter={(quantity) => send(current.sku, quantity)} onCancel={() => setAsking(undefined)} />
    )
  if (asking === 'short')
    return (
      <Short
        bin={current.bin}
        most={most}
        report={{ outboundId: view.outboundId, pickId: current.id }}
        onShow={show}
        onClose={() => setAsking(undefined)}
      />
    )
  return (
    <>
      <Progress done={view.picked} total={view.total} />
      <Requests requests={view.requests} />
      {view.atBin ? <TakeIt pick={current} /> : <Instruction step={t('pick.goTo')} target={current.bin} />}
      <NextBin task={view} />
      <div className="pda-foot">
        <div className="pda-row even">
          <ManualEntry />
          <BigButton danger onClick={() => setAsking('short')}>
            {t('pick.short')}
          </BigButton>
        </div>
        {view.atBin && most > 1 && <BigButton onClick={() => setAsking('many')}>{t('pick.many')}</BigButton>}
      </div>
    </>
  )
}

function TakeIt({ pick }: { readonly pick: Task['picks'][number] }) {
  const t = useText(pdaText)
  const facts = [
    [t('pick.sku'), pick.sku],
    [t('pick.barcode'), pick.barcode],
    [t('pick.lot'), pick.lot],
    [t('pick.expires'), pick.expiresOn],
    [t('pick.bin'), pick.bin],
  ].filter(([, value]) => value)
  return (
    <Instruction step={t('pick.take')} target={t('pick.left', { count: pick.quantity - pick.picked })}>
      <p className="pda-target small">
        {pick.name} {pick.specification}
      </p>
      <dl className="pda-facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Instruction>
  )
}

function NextBin({ task }: { readonly task: Task }) {
  const t = useText(pdaText)
  const current = task.picks.find(({ id }) => id === task.current)
  const next = task.picks.find(({ status, bin }) => status === 'open' && bin !== current?.bin)
  return <p style={{ margin: 0 }}>{next ? t('pick.next', { bin: next.bin }) : t('pick.last')}</p>
}

function Many({
  most,
  onEnter,
  onCancel,
}: {
  readonly most: number
  readonly onEnter: (quantity: number) => void
  readonly onCancel: () => void
}) {
  const t = useText(pdaText)
  const [value, setValue] = useState('')
  return (
    <>
      <Instruction step={t('pick.many.ask', { most })} target={value || '0'} />
      <Keypad value={value} onChange={setValue} most={most} />
      <div className="pda-row even">
        <BigButton onClick={onCancel}>{t('cancel')}</BigButton>
        <BigButton main onClick={() => value && onEnter(Number(value))}>
          {t('ok')}
        </BigButton>
      </div>
    </>
  )
}

function Finished({ task }: { readonly task: Task }) {
  const t = useText(pdaText)
  const navigate = useNavigate()
  useScans(() => undefined)
  const isShort = task.status === 'short' || task.status === 'cancelled'
  return (
    <>
      <Progress done={task.picked} total={task.total} />
      <Instruction step={task.number} target={t(isShort ? 'pick.short.state' : 'pick.done')} />
      <div className="pda-foot">
        {!isShort && (
          <BigButton main onClick={() => void navigate({ to: `/pda/pack/${task.outboundId}` })}>
            {t('pick.toPack')}
          </BigButton>
        )}
        <BigButton onClick={() => void navigate({ to: '/pda' })}>{t('pick.toTasks')}</BigButton>
      </div>
    </>
  )
}
