import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { warehouseText } from '#model/supply/warehouse'
import { asking } from '../frame/asking.ts'
import { newKey } from '../frame/key.ts'
import { useText } from '../frame/language.ts'
import { weigh } from './api.ts'
import type { Check } from './judge.ts'
import { Opened } from './Opened.tsx'
import { BigButton, Instruction, Keypad } from './parts.tsx'
import { useWhyWrong } from './scan-task.ts'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

/** Takes a packed parcel's weight; one far from the expected must be confirmed. */
export default function WeighPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  return (
    <Opened question={asking('GET /api/v1/admin/pda/outbounds/{id}/pack', { path: { id } })}>
      {(check) => <Weigh opened={check} />}
    </Opened>
  )
}

const mostGrams = 1_000_000

function Weigh({ opened }: { readonly opened: Check }) {
  const t = useText(pdaText)
  const names = useText(warehouseText)
  const whyWrong = useWhyWrong()
  const { right, wrong } = useSignal()
  const [check, setCheck] = useState(opened)
  const [value, setValue] = useState('')
  const [deviates, setDeviates] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const send = async (despiteDeviation: boolean) => {
    setBusy(true)
    const answer = await weigh({
      outboundId: check.outboundId,
      scanId: newKey(),
      weightGrams: Number(value),
      despiteDeviation,
    }).catch((error: Error) => wrong({ why: error.message }))
    setBusy(false)
    if (!answer) return
    setDeviates(answer.accepted ? undefined : value)
    if (!answer.accepted) return wrong({ why: whyWrong(answer) })
    setCheck(answer.view)
    right(t('weigh.done', { grams: value }))
  }
  useScans((code) => {
    if (/^\d{1,7}$/.test(code) && check.status === 'packed') setValue(code)
    else wrong({ why: t('weigh.ask'), scanned: code })
  })
  if (check.status !== 'packed')
    return <Weighed state={names(`warehouse.status.${check.status}`)} number={check.number} />
  return (
    <>
      <Instruction step={`${check.number} · ${t('weigh.ask')}`} target={t('weigh.grams', { grams: value || 0 })}>
        <p>{t('weigh.expected', { grams: check.expectedGrams })}</p>
      </Instruction>
      <Keypad value={value} onChange={setValue} most={mostGrams} />
      <div className="pda-foot">
        {deviates !== undefined && deviates === value ? (
          <BigButton danger onClick={() => void send(true)}>
            {t('weigh.anyway')}
          </BigButton>
        ) : (
          <BigButton main onClick={() => void (Number(value) > 0 && !isBusy && send(false))}>
            {t('ok')}
          </BigButton>
        )}
      </div>
    </>
  )
}

function Weighed({ state, number }: { readonly state: string; readonly number: string }) {
  const t = useText(pdaText)
  const navigate = useNavigate()
  return (
    <>
      <Instruction step={number} target={state} />
      <div className="pda-foot">
        <BigButton main onClick={() => void navigate({ to: '/pda' })}>
          {t('pick.toTasks')}
        </BigButton>
        <BigButton onClick={() => void navigate({ to: '/pda/hand-over' })}>{t('work.handOver')}</BigButton>
      </div>
    </>
  )
}
