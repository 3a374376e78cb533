import { Checkbox, Flex, Form, Input, InputNumber, Radio, Select } from 'antd'
import { mergingDecisions, reviewDecisions, ruleLimits } from '#model/sales/rules'
import { useLocale, useText } from '../../frame/language.ts'
import { useCarriers, useWarehouses } from '../supply/outbound.ts'
import { stateOf } from './rule-draft.ts'
import type { SentAction } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

interface Fields<Action extends SentAction> {
  readonly action: Action
  /** The field that the server refused, and what it said. */
  readonly wrong: { readonly field: string; readonly words: string } | undefined
  readonly onChange: (action: Action) => void
}
type Of<Kind extends SentAction['kind']> = Fields<Extract<SentAction, { kind: Kind }>>

/** What a rule does, as its kind has it. */
export function RuleActionFields({ action, wrong, onChange }: Fields<SentAction>) {
  switch (action.kind) {
    case 'review':
      return <ReviewFields action={action} wrong={wrong} onChange={onChange} />
    case 'gift':
      return <GiftFields action={action} wrong={wrong} onChange={onChange} />
    case 'carrier':
      return <CarrierField action={action} wrong={wrong} onChange={onChange} />
    case 'warehouse':
      return <WarehouseField action={action} wrong={wrong} onChange={onChange} />
    case 'merging':
      return <MergingFields action={action} wrong={wrong} onChange={onChange} />
  }
}

function ReviewFields({ action, wrong, onChange }: Of<'review'>) {
  const t = useText(rulesPageText)
  return (
    <>
      <Form.Item label={t('decision')}>
        <Radio.Group
          value={action.decision}
          options={reviewDecisions.map((value) => ({ value, label: t(`act.${value}`) }))}
          onChange={({ target }) => onChange({ ...action, decision: target.value })}
        />
      </Form.Item>
      {action.decision !== 'approve' && (
        <Form.Item label={t('reason')} htmlFor="rule-reason" {...stateOf(wrong?.words)}>
          <Input
            id="rule-reason"
            maxLength={ruleLimits.reason}
            value={action.reason}
            onChange={({ target }) => onChange({ ...action, reason: target.value })}
          />
        </Form.Item>
      )}
    </>
  )
}

function GiftFields({ action, wrong, onChange }: Of<'gift'>) {
  const t = useText(rulesPageText)
  const saidOf = (field: string) => stateOf(wrong?.field === `action.${field}` ? wrong.words : undefined)
  return (
    <>
      <Flex gap="middle">
        <Form.Item label={t('gift.sku')} htmlFor="rule-sku" style={{ flex: 1 }} {...saidOf('sku')}>
          <Input
            id="rule-sku"
            maxLength={64}
            value={action.sku}
            onChange={({ target }) => onChange({ ...action, sku: target.value })}
          />
        </Form.Item>
        <Form.Item label={t('gift.quantity')} htmlFor="rule-quantity" {...saidOf('quantity')}>
          <InputNumber
            id="rule-quantity"
            min={1}
            max={99}
            precision={0}
            value={action.quantity}
            onChange={(quantity) => onChange({ ...action, quantity: quantity ?? 1 })}
          />
        </Form.Item>
      </Flex>
      <Form.Item>
        <Checkbox checked={action.stop} onChange={({ target }) => onChange({ ...action, stop: target.checked })}>
          {t('gift.stop')}
        </Checkbox>
      </Form.Item>
    </>
  )
}

function CarrierField({ action, wrong, onChange }: Of<'carrier'>) {
  const t = useText(rulesPageText)
  const language = useLocale()
  const carriers = useCarriers().filter(({ enabled }) => enabled)
  return (
    <Form.Item label={t('does')} htmlFor="rule-carrier" {...stateOf(wrong?.words)}>
      <Select
        id="rule-carrier"
        value={action.carrier || null}
        options={carriers.map(({ code, name }) => ({ value: code, label: name[language] }))}
        onChange={(carrier) => carrier && onChange({ ...action, carrier })}
      />
    </Form.Item>
  )
}

function WarehouseField({ action, wrong, onChange }: Of<'warehouse'>) {
  const t = useText(rulesPageText)
  const language = useLocale()
  const open = useWarehouses().filter(({ status }) => status === 'open')
  return (
    <Form.Item label={t('does')} htmlFor="rule-warehouse" {...stateOf(wrong?.words)}>
      <Select
        id="rule-warehouse"
        value={action.warehouseId || null}
        options={open.map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn }))}
        onChange={(warehouseId) => warehouseId && onChange({ ...action, warehouseId: warehouseId as never })}
      />
    </Form.Item>
  )
}

function MergingFields({ action, wrong, onChange }: Of<'merging'>) {
  const t = useText(rulesPageText)
  const saysWhat = { merge: t('act.merge', { hours: action.withinHours }), leave: t('act.leave') }
  return (
    <>
      <Form.Item label={t('decision')}>
        <Radio.Group
          value={action.decision}
          options={mergingDecisions.map((value) => ({ value, label: saysWhat[value] }))}
          onChange={({ target }) => onChange({ ...action, decision: target.value })}
        />
      </Form.Item>
      {action.decision === 'merge' && (
        <Form.Item label={t('within')} htmlFor="rule-within" {...stateOf(wrong?.words)}>
          <InputNumber
            id="rule-within"
            min={1}
            max={720}
            precision={0}
            value={action.withinHours}
            onChange={(withinHours) => onChange({ ...action, withinHours: withinHours ?? 1 })}
          />
        </Form.Item>
      )}
    </>
  )
}
