import { useState } from 'react'
import { canStep } from '#kernel/steps'
import { becomesOurs, caseSteps, comesBack, type Grade, grades } from '#model/care/after-sales'
import { ask } from '../frame/api.ts'
import { useText } from '../frame/language.ts'
import { type SentCase, useCaseNames } from '../pages/care/case.ts'
import { BigButton, Choices, Instruction, Keypad, ManualEntry, Notice, Progress } from './parts.tsx'
import { useScans, useSignal } from './scanning.tsx'
import { pdaText } from './text.ts'

/** A return parcel arrives: found by its label or case number, counted, then graded piece by piece. */
export default function ReturnPage() {
  const t = useText(pdaText)
  const { wrong } = useSignal()
  const [found, setFound] = useState<SentCase>()
  useScans((code) => {
    ask('GET /api/v1/admin/cases', { query: { text: code, limit: 5 } }).then(
      ({ rows }) => {
        const returned =
          rows.find(
            (each) =>
              (comesBack(each) && canStep(caseSteps, each.status, 'arrive')) ||
              (becomesOurs(each) && canStep(caseSteps, each.status, 'grade')),
          ) ?? rows[0]
        if (returned) setFound(returned)
        else wrong({ why: t('work.unknown', { code }), scanned: code })
      },
      (error: Error) => wrong({ why: error.message, scanned: code }),
    )
  })
  if (found)
    return (
      <Return key={`${found.id}${found.status}`} found={found} onChange={setFound} onNext={() => setFound(undefined)} />
    )
  return (
    <>
      <Instruction step={t('return.title')} target={t('return.scan')} />
      <div className="pda-foot">
        <ManualEntry />
      </div>
    </>
  )
}

interface ReturnProps {
  readonly found: SentCase
  readonly onChange: (found: SentCase) => void
  readonly onNext: () => void
}

function Return({ found, onChange, onNext }: ReturnProps) {
  const t = useText(pdaText)
  const names = useCaseNames()
  if (comesBack(found) && canStep(caseSteps, found.status, 'arrive'))
    return <Counting found={found} onChange={onChange} onNext={onNext} />
  if (becomesOurs(found) && canStep(caseSteps, found.status, 'grade'))
    return <Grading found={found} onChange={onChange} onNext={onNext} />
  const isForBench = found.kind === 'repair' && found.status === 'arrived'
  const isDone = found.gradedAt !== null || isForBench
  return (
    <>
      <Instruction
        step={found.number}
        target={isDone ? t(isForBench ? 'return.bench' : 'return.done') : names.status(found.status)}
      />
      {!isDone && <Notice>{t('return.cannot', { status: names.status(found.status) })}</Notice>}
      <BigButton main onClick={onNext}>
        {t('return.next')}
      </BigButton>
    </>
  )
}

function Counting({ found, onChange, onNext }: ReturnProps) {
  const t = useText(pdaText)
  const names = useCaseNames()
  const { right, wrong } = useSignal()
  const [counted, setCounted] = useState<Readonly<Record<string, number>>>({})
  const [value, setValue] = useState('')
  const line = found.lines.find(({ id }) => counted[id] === undefined)
  const arrive = () =>
    ask('POST /api/v1/admin/cases/{id}/arrive', {
      path: { id: found.id },
      body: { received: found.lines.map(({ id }) => ({ lineId: id, quantity: counted[id] ?? 0 })) },
    }).then(
      (next) => {
        right(t('return.arrive'))
        onChange(next)
      },
      (error: Error) => wrong({ why: error.message }),
    )
  const count = (quantity: number) => {
    setCounted({ ...counted, [line!.id]: quantity })
    setValue('')
  }
  if (!line)
    return (
      <>
        <Instruction step={`${found.number} · ${names.reason(found.reason)}`} target={t('return.arrive')} />
        <ReturnLines found={found} counts={counted} />
        <div className="pda-foot">
          <div className="pda-row even">
            <BigButton onClick={onNext}>{t('cancel')}</BigButton>
            <BigButton main onClick={() => void arrive()}>
              {t('return.arrive')}
            </BigButton>
          </div>
        </div>
      </>
    )
  return (
    <>
      <Progress done={Object.keys(counted).length} total={found.lines.length} />
      <Instruction step={t('return.count')} target={`${value || '?'}/${line.quantity}`}>
        <p className="pda-target small">
          {line.name} {line.specification}
        </p>
        <small>{line.sku}</small>
      </Instruction>
      {line.quantity > 1 && <Keypad value={value} onChange={setValue} most={line.quantity} />}
      <div className="pda-foot">
        <BigButton main onClick={() => count(value === '' ? line.quantity : Number(value))}>
          {t('return.came', { count: value === '' ? line.quantity : value })}
        </BigButton>
        <div className="pda-row even">
          <BigButton onClick={onNext}>{t('cancel')}</BigButton>
          <BigButton onClick={() => count(0)}>{t('return.came', { count: 0 })}</BigButton>
        </div>
      </div>
    </>
  )
}

function Grading({ found, onChange, onNext }: ReturnProps) {
  const t = useText(pdaText)
  const names = useCaseNames()
  const { right, wrong } = useSignal()
  const [graded, setGraded] = useState<Readonly<Record<string, Grade>>>({})
  const came = found.lines.filter(({ received }) => received > 0)
  const line = came.find(({ id }) => graded[id] === undefined)
  const save = () =>
    ask('POST /api/v1/admin/cases/{id}/grade', {
      path: { id: found.id },
      body: { grades: came.map(({ id }) => ({ lineId: id, grade: graded[id]! })) },
    }).then(
      (next) => {
        right(t('return.done'))
        onChange(next)
      },
      (error: Error) => wrong({ why: error.message }),
    )
  if (!line)
    return (
      <>
        <ul className="pda-list">
          {came.map((each) => (
            <li key={each.id} className="pda-item">
              <span>
                {each.name} {each.specification}
              </span>
              <strong>{names.grade(graded[each.id]!)}</strong>
              <small>{t('pieces', { count: each.received })}</small>
            </li>
          ))}
        </ul>
        <div className="pda-foot">
          <div className="pda-row even">
            <BigButton onClick={() => setGraded({})}>{t('cancel')}</BigButton>
            <BigButton main onClick={() => void save()}>
              {t('return.grade.save')}
            </BigButton>
          </div>
        </div>
      </>
    )
  return (
    <>
      <Progress done={Object.keys(graded).length} total={came.length} />
      <Instruction step={`${found.number} · ${t('return.grade')}`} target={t('pieces', { count: line.received })}>
        <p className="pda-target small">
          {line.name} {line.specification}
        </p>
        <small>
          {t('return.reason')}：{names.reason(found.reason)}
        </small>
      </Instruction>
      <Choices
        options={grades.map((grade) => ({ value: grade, label: names.grade(grade) }))}
        onChoose={(grade) => setGraded({ ...graded, [line.id]: grade })}
      />
      <BigButton onClick={onNext}>{t('cancel')}</BigButton>
    </>
  )
}

function ReturnLines({
  found,
  counts,
}: {
  readonly found: SentCase
  readonly counts: Readonly<Record<string, number>>
}) {
  return (
    <ul className="pda-list">
      {found.lines.map((line) => (
        <li key={line.id} className={counts[line.id] === line.quantity ? 'pda-item done' : 'pda-item'}>
          <span>
            {line.name} {line.specification}
          </span>
          <strong className="number">
            {counts[line.id] ?? 0}/{line.quantity}
          </strong>
          <small>{line.sku}</small>
        </li>
      ))}
    </ul>
  )
}
