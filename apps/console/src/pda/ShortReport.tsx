import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ShortReason, shortReasons, warehouseText } from '#model/supply/warehouse'
import { newKey } from '../frame/key.ts'
import { useText } from '../frame/language.ts'
import { reportShort } from './api.ts'
import type { Task } from './judge.ts'
import { BigButton, Choices, Instruction, Keypad, Notice, Progress } from './parts.tsx'
import { useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

interface ShortProps {
  readonly bin: string
  readonly most: number
  readonly report: { readonly outboundId: string; readonly pickId?: string; readonly lineId?: string }
  readonly onShow: (task: Task) => void
  readonly onClose: () => void
}

/** How many are missing, then why. It goes to the server at once: another bin may be offered. */
export function Short({ bin, most, report, onShow, onClose }: ShortProps) {
  const t = useText(pdaText)
  const names = useText(warehouseText)
  const { right, wrong } = useSignal()
  const [value, setValue] = useState(String(most))
  const [isCounted, setCounted] = useState(most === 1)
  const send = (reason: ShortReason) =>
    reportShort({ ...report, scanId: newKey(), quantity: Number(value), reason }).then(
      ({ view, details }) => {
        onShow(view)
        onClose()
        right(t('pick.short.done', { missing: details.missing, found: details.foundElsewhere }))
      },
      (error: Error) => wrong({ why: error.message }),
    )
  if (isCounted)
    return (
      <>
        <Instruction step={t('pick.short.why')} target={t('pieces', { count: value })} />
        <Choices
          options={shortReasons.map((reason) => ({ value: reason, label: names(`warehouse.short.${reason}`) }))}
          onChoose={(reason) => void send(reason)}
        />
        <BigButton onClick={onClose}>{t('cancel')}</BigButton>
      </>
    )
  return (
    <>
      <Instruction step={t('pick.short.ask', { bin })} target={value || '0'} />
      <Keypad value={value} onChange={setValue} most={most} />
      <div className="pda-row even">
        <BigButton onClick={onClose}>{t('cancel')}</BigButton>
        <BigButton main onClick={() => Number(value) > 0 && setCounted(true)}>
          {t('ok')}
        </BigButton>
      </div>
    </>
  )
}

/** Goods that lie on no shelf now: put back what is at the packing table, or report them short. */
export function Waiting({ task, onShow }: { readonly task: Task; readonly onShow: (task: Task) => void }) {
  const t = useText(pdaText)
  const [chosen, setChosen] = useState<Task['waiting'][number]>()
  if (chosen)
    return (
      <Short
        bin={chosen.sku}
        most={chosen.quantity}
        report={{ outboundId: task.outboundId, lineId: chosen.lineId }}
        onShow={onShow}
        onClose={() => setChosen(undefined)}
      />
    )
  return (
    <>
      <Progress done={task.picked} total={task.total} />
      <Notice>{t('pick.waiting')}</Notice>
      <ul className="pda-list">
        {task.waiting.map((line) => (
          <li key={line.lineId}>
            <button type="button" onClick={() => setChosen(line)}>
              <span>{line.sku}</span>
              <strong>{t('pieces', { count: line.quantity })}</strong>
              <small>{t('pick.short')}</small>
            </button>
          </li>
        ))}
        <li>
          <Link to="/pda/put-back">{t('work.putBack')}</Link>
        </li>
      </ul>
    </>
  )
}
