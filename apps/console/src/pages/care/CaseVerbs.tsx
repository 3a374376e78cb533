import { Form, InputNumber, Select } from 'antd'
import {
  becomesOurs,
  becomesReturnFrom,
  comesBack,
  faults,
  type Grade,
  goesOut,
  grades,
  judgedIn,
} from '#model/care/after-sales'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { type SentCase, useCaseNames, useCaseWhyNot, type VerbProps } from './case.ts'
import { casesText } from './cases-text.ts'
import { RepairVerbs } from './RepairVerbs.tsx'

/** What may be done with a case, and why the rest may not. */
export function CaseVerbs({ found }: { readonly found: SentCase }) {
  const onDone = useReload('cases')
  if (found.kind === 'parcel_inquiry') return <CloseVerb found={found} onDone={onDone} />
  return (
    <>
      <AskVerb found={found} onDone={onDone} />
      <RefuseVerb found={found} onDone={onDone} />
      {found.kind === 'compensation' ? (
        <CompensationVerbs found={found} onDone={onDone} />
      ) : (
        <ApproveVerb found={found} onDone={onDone} />
      )}
      {found.kind !== 'compensation' && <FaultVerb found={found} onDone={onDone} />}
      {comesBack(found) && <ArriveVerb found={found} onDone={onDone} />}
      {becomesOurs(found) && <GradeVerb found={found} onDone={onDone} />}
      {found.kind === 'repair' && <RepairVerbs found={found} onDone={onDone} />}
      {found.kind === 'exchange' && <ReturnInsteadVerb found={found} onDone={onDone} />}
      {goesOut(found) && <PayInsteadVerb found={found} onDone={onDone} />}
    </>
  )
}

function AskVerb({ found: { id, status }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  return (
    <AskingVerb<{ question: string }>
      title={t('ask')}
      consequence={t('ask.consequence')}
      permission="aftersales.decide"
      blocked={whyNot(status, 'ask')}
      fields={<ReasonField name="question" label={t('ask.field')} />}
      work={(values) => ask('POST /api/v1/admin/cases/{id}/ask', { path: { id }, body: values })}
      onDone={onDone}
    >
      {t('ask')}
    </AskingVerb>
  )
}

function RefuseVerb({ found: { id, status, number }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  return (
    <AskingVerb<{ reason: string }>
      title={t('refuse.title', { number })}
      permission="aftersales.decide"
      blocked={whyNot(status, 'refuse')}
      danger
      fields={<ReasonField label={t('refuse.field')} />}
      work={(values) => ask('POST /api/v1/admin/cases/{id}/refuse', { path: { id }, body: values })}
      onDone={onDone}
    >
      {t('refuse')}
    </AskingVerb>
  )
}

const approvals = {
  return: 'approve',
  exchange: 'approve',
  repair: 'approve',
  reshipment: 'resend',
  refund: 'approveRefund',
} as const

function ApproveVerb({ found: { id, status, number, kind, amount }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  if (kind === 'parcel_inquiry' || kind === 'compensation') return null
  return (
    <AskingVerb
      title={t('approve.title', { number })}
      consequence={t(`approve.${kind}`, { amount: moneyText(amount) })}
      permission="aftersales.decide"
      blocked={whyNot(status, approvals[kind])}
      type="primary"
      work={() => ask('POST /api/v1/admin/cases/{id}/approve', { path: { id } })}
      onDone={onDone}
    >
      {t('approve')}
    </AskingVerb>
  )
}

/** So much is granted; above the shop's limit somebody else confirms it. */
function CompensationVerbs({ found: { id, status, number, amount }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  return (
    <>
      <AskingVerb<{ amount: SentCase['amount'] }>
        title={t('approve.title', { number })}
        consequence={t('approve.compensation', { amount: moneyText(amount) })}
        permission="aftersales.decide"
        blocked={whyNot(status, 'approveRefund')}
        type="primary"
        initial={{ amount }}
        fields={
          <Form.Item
            name="amount"
            label={t('approve.amount')}
            rules={[{ required: true, message: t('approve.amount') }]}
          >
            <MoneyInput currency={amount.currency} />
          </Form.Item>
        }
        work={(values) => ask('POST /api/v1/admin/cases/{id}/compensate', { path: { id }, body: values })}
        onDone={onDone}
      >
        {t('approve')}
      </AskingVerb>
      <AskingVerb
        title={t('confirm.title', { number })}
        consequence={t('confirm.consequence', { amount: moneyText(amount) })}
        permission="aftersales.decide"
        blocked={whyNot(status, 'confirm')}
        work={() => ask('POST /api/v1/admin/cases/{id}/confirm', { path: { id } })}
        onDone={onDone}
      >
        {t('confirm')}
      </AskingVerb>
    </>
  )
}

function FaultVerb({ found: { id, status, number, fault }, onDone }: VerbProps) {
  const t = useText(casesText)
  const names = useCaseNames()
  const isOpen = (judgedIn as readonly string[]).includes(status)
  const options = faults.map((each) => ({ value: each, label: names.fault(each) }))
  return (
    <AskingVerb<{ fault: SentCase['fault'] }>
      title={t('judge.title', { number })}
      consequence={t('judge.consequence')}
      permission="aftersales.decide"
      blocked={isOpen ? undefined : t('judge.blocked', { status: names.status(status) })}
      initial={{ fault }}
      fields={
        <Form.Item name="fault" label={t('fault')} rules={[{ required: true, message: t('fault') }]}>
          <Select options={options} />
        </Form.Item>
      }
      work={(values) => ask('POST /api/v1/admin/cases/{id}/fault', { path: { id }, body: values })}
      onDone={onDone}
    >
      {t('judge')}
    </AskingVerb>
  )
}

function ArriveVerb({ found: { id, status, kind, lines }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  const isRepair = kind === 'repair'
  const name = t(isRepair ? 'arrive.mending' : 'arrive')
  const fields = lines.map((line) => (
    <Form.Item
      key={line.id}
      name={line.id}
      label={t('arrive.field', { ...line })}
      rules={[{ required: true, message: t('tooMany', { most: line.quantity }) }]}
    >
      <InputNumber min={0} max={line.quantity} precision={0} />
    </Form.Item>
  ))
  return (
    <AskingVerb<Record<string, number>>
      title={name}
      consequence={t(isRepair ? 'arrive.repair' : 'arrive.consequence')}
      permission="aftersales.grade"
      blocked={whyNot(status, 'arrive')}
      initial={Object.fromEntries(lines.map((line) => [line.id, line.quantity]))}
      fields={fields}
      work={(counted) =>
        ask('POST /api/v1/admin/cases/{id}/arrive', {
          path: { id },
          body: {
            received: lines.map((line) => ({ lineId: line.id, quantity: counted[line.id] ?? 0 })),
          },
        })
      }
      onDone={onDone}
    >
      {name}
    </AskingVerb>
  )
}

function GradeVerb({ found: { id, status, kind, lines }, onDone }: VerbProps) {
  const t = useText(casesText)
  const names = useCaseNames()
  const whyNot = useCaseWhyNot()
  const came = lines.filter((line) => line.received > 0)
  const options = grades.map((grade) => ({ value: grade, label: names.grade(grade) }))
  const fields = came.map((line) => (
    <Form.Item
      key={line.id}
      name={line.id}
      label={t('grade.field', { ...line, quantity: line.received })}
      rules={[{ required: true, message: t('grade.missing') }]}
    >
      <Select options={options} />
    </Form.Item>
  ))
  return (
    <AskingVerb<Record<string, Grade>>
      title={t('grade')}
      consequence={t(kind === 'exchange' ? 'grade.exchange' : 'grade.consequence')}
      permission="aftersales.grade"
      blocked={whyNot(status, 'grade')}
      fields={fields}
      work={(graded) =>
        ask('POST /api/v1/admin/cases/{id}/grade', {
          path: { id },
          body: { grades: came.map((line) => ({ lineId: line.id, grade: graded[line.id]! })) },
        })
      }
      onDone={onDone}
    >
      {t('grade')}
    </AskingVerb>
  )
}

function ReturnInsteadVerb({ found: { id, status, number }, onDone }: VerbProps) {
  const t = useText(casesText)
  const names = useCaseNames()
  const isEarly = (becomesReturnFrom as readonly string[]).includes(status)
  return (
    <AskingVerb
      title={t('returnInstead.title', { number })}
      consequence={t('returnInstead.consequence')}
      permission="aftersales.decide"
      blocked={isEarly ? undefined : t('returnInstead.blocked', { status: names.status(status) })}
      work={() => ask('POST /api/v1/admin/cases/{id}/return-instead', { path: { id } })}
      onDone={onDone}
    >
      {t('returnInstead')}
    </AskingVerb>
  )
}

function PayInsteadVerb({ found: { id, status, kind, number, gradedAt }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  const waitsForGoods = kind === 'exchange' && gradedAt === null
  return (
    <AskingVerb
      title={t('payInstead.title', { number })}
      consequence={t('payInstead.consequence')}
      permission="aftersales.decide"
      blocked={waitsForGoods ? t('payInstead.waits') : whyNot(status, 'payInstead')}
      work={() => ask('POST /api/v1/admin/cases/{id}/pay-instead', { path: { id } })}
      onDone={onDone}
    >
      {t('payInstead')}
    </AskingVerb>
  )
}

function CloseVerb({ found: { id, status }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  return (
    <AskingVerb
      title={t('close.title')}
      consequence={t('close.consequence')}
      permission="aftersales.decide"
      blocked={whyNot(status, 'close')}
      work={() => ask('POST /api/v1/admin/cases/{id}/close', { path: { id } })}
      onDone={onDone}
    >
      {t('close')}
    </AskingVerb>
  )
}
