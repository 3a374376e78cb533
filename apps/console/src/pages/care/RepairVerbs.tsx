import { Form, Select } from 'antd'
import { afterSalesText, type RepairChoice, repairChoices } from '#model/care/after-sales'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { useCaseWhyNot, type VerbProps } from './case.ts'
import { casesText } from './cases-text.ts'

/** The repair bench: begun, mended, or not to be mended, which leaves the choice to the buyer. */
export function RepairVerbs(props: VerbProps) {
  return (
    <>
      <BeginVerb {...props} />
      <FindingVerb {...props} verb="finish" />
      <FindingVerb {...props} verb="giveUp" />
      <ChooseVerb {...props} />
    </>
  )
}

function BeginVerb({ found: { id, status, number }, onDone }: VerbProps) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  return (
    <AskingVerb
      title={t('begin.title', { number })}
      consequence={t('begin.consequence')}
      permission="aftersales.grade"
      blocked={whyNot(status, 'takeUp')}
      work={() => ask('POST /api/v1/admin/cases/{id}/begin-repair', { path: { id } })}
      onDone={onDone}
    >
      {t('begin')}
    </AskingVerb>
  )
}

const findings = {
  finish: { step: 'mend', route: 'POST /api/v1/admin/cases/{id}/finish-repair' },
  giveUp: { step: 'giveUp', route: 'POST /api/v1/admin/cases/{id}/give-up-repair' },
} as const

function FindingVerb({ found: { id, status, number }, onDone, verb }: VerbProps & { verb: keyof typeof findings }) {
  const t = useText(casesText)
  const whyNot = useCaseWhyNot()
  const { step, route } = findings[verb]
  return (
    <AskingVerb<{ finding: string }>
      title={t(`${verb}.title`, { number })}
      consequence={t(`${verb}.consequence`)}
      permission="aftersales.grade"
      blocked={whyNot(status, step)}
      danger={verb === 'giveUp'}
      fields={<ReasonField name="finding" label={t(`${verb}.field`)} />}
      work={(values) => ask(route, { path: { id }, body: values })}
      onDone={onDone}
    >
      {t(verb)}
    </AskingVerb>
  )
}

function ChooseVerb({ found: { id, status, number }, onDone }: VerbProps) {
  const t = useText(casesText)
  const say = useText(afterSalesText)
  const whyNot = useCaseWhyNot()
  const options = repairChoices.map((choice) => ({ value: choice, label: say(`case.choice.${choice}`) }))
  return (
    <AskingVerb<{ choice: RepairChoice }>
      title={t('choose.title', { number })}
      consequence={t('choose.consequence')}
      permission="aftersales.decide"
      blocked={whyNot(status, 'handIn')}
      fields={
        <Form.Item name="choice" label={t('choose.field')} rules={[{ required: true, message: t('choose.field') }]}>
          <Select options={options} />
        </Form.Item>
      }
      work={(values) => ask('POST /api/v1/admin/cases/{id}/choose', { path: { id }, body: values })}
      onDone={onDone}
    >
      {t('choose')}
    </AskingVerb>
  )
}
