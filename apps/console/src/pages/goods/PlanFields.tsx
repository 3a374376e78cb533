import { Form, Input, Select } from 'antd'
import { listingText, type PlannedStep, plannedSteps } from '#model/goods/listing'
import { useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { productsText } from './products-text.ts'

export interface PlanForm {
  readonly step: PlannedStep
  /** On the shop's clock. */
  readonly at: string
}

/** Turns the fields into what the server takes. */
export function usePlanRequest(): (form: PlanForm) => { step: PlannedStep; at: string } {
  const { timeZone } = useMe().shop
  return ({ step, at }) => ({ step, at: instantAt(at, timeZone) })
}

/** Which step, and when on the shop's clock. */
export function PlanFields() {
  const t = useText(productsText)
  const say = useText(listingText)
  const { timeZone } = useMe().shop
  return (
    <>
      <Form.Item name="step" label={t('plan.step')} rules={[{ required: true, message: t('required') }]}>
        <Select options={plannedSteps.map((step) => ({ value: step, label: say(`listing.plan.${step}`) }))} />
      </Form.Item>
      <Form.Item
        name="at"
        label={t('plan.at')}
        extra={t('plan.zone', { zone: timeZone })}
        rules={[{ required: true, message: t('required') }]}
      >
        <Input type="datetime-local" min={wallClockAt(new Date(), timeZone)} />
      </Form.Item>
    </>
  )
}
