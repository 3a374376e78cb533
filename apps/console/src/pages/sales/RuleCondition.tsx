import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Flex, Form, Input, InputNumber, Select, Typography } from 'antd'
import { useState } from 'react'
import { paymentMethods } from '#model/sales/payments'
import { abroad, buyerKinds, isRange, messageKinds, ownShop, rulesText } from '#model/sales/rules'
import { asking } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { RegionsPicker } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { stateOf } from './rule-draft.ts'
import { clockText, type SentCondition, useValueNames } from './rule-words.ts'
import { rulesPageText } from './rules-text.ts'

type Range = Extract<SentCondition, { from: number | null }>
type List = Exclude<SentCondition, Range>

interface RuleConditionProps {
  readonly condition: SentCondition
  /** What the server said of it. */
  readonly wrong: string | undefined
  readonly onChange: (condition: SentCondition) => void
  readonly onRemove: () => void
}

/** One condition: what it looks at, and the range or the values that it asks for. */
export function RuleCondition({ condition, wrong, onChange, onRemove }: RuleConditionProps) {
  const t = useText(rulesPageText)
  const words = useText(rulesText)
  const field = words(`rules.field.${condition.field}`)
  return (
    <Form.Item {...stateOf(wrong)} style={{ marginBottom: 0 }}>
      <Flex gap="small" align="center">
        <Typography.Text style={{ width: 132, flexShrink: 0 }}>{field}</Typography.Text>
        <div style={{ flex: 1, minWidth: 0 }}>
          {isRange(condition) ? (
            <Bounds condition={condition as Range} name={field} onChange={onChange} />
          ) : (
            <Values condition={condition as List} name={field} onChange={onChange} />
          )}
        </div>
        <Button size="small" aria-label={t('condition.remove', { field })} onClick={onRemove}>
          ×
        </Button>
      </Flex>
    </Form.Item>
  )
}

interface BoundsProps {
  readonly condition: Range
  readonly name: string
  readonly onChange: (condition: Range) => void
}

function Bounds({ condition, name, onChange }: BoundsProps) {
  const t = useText(rulesPageText)
  return (
    <Flex gap="small" align="center">
      <Bound
        field={condition.field}
        label={t('condition.from', { field: name })}
        value={condition.from}
        onChange={(from) => onChange({ ...condition, from })}
      />
      <span aria-hidden>–</span>
      <Bound
        field={condition.field}
        label={t('condition.to', { field: name })}
        value={condition.to}
        onChange={(to) => onChange({ ...condition, to })}
      />
    </Flex>
  )
}

interface BoundProps {
  readonly field: Range['field']
  readonly label: string
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function Bound({ field, label, value, onChange }: BoundProps) {
  const t = useText(rulesPageText)
  const { currency } = useMe().shop
  if (field === 'amount')
    return (
      <MoneyInput
        currency={currency}
        label={label}
        placeholder={t('from.any')}
        value={value === null ? null : { minor: value, currency }}
        onChange={(money) => onChange(money?.minor ?? null)}
      />
    )
  if (field === 'time')
    return (
      <Input
        type="time"
        aria-label={label}
        value={value === null ? '' : clockText(value)}
        onChange={({ target }) => onChange(minutesIn(target.value))}
      />
    )
  return (
    <InputNumber
      aria-label={label}
      min={0}
      precision={0}
      style={{ width: '100%' }}
      placeholder={t('from.any')}
      suffix={field === 'weight' ? t('grams') : undefined}
      value={value}
      onChange={onChange}
    />
  )
}

/** Minutes since midnight of "22:30"; null for nothing. */
const minutesIn = (text: string): number | null => {
  const [hours, minutes] = text.split(':').map(Number)
  return hours === undefined || minutes === undefined ? null : hours * 60 + minutes
}

interface ValuesProps {
  readonly condition: List
  readonly name: string
  readonly onChange: (condition: List) => void
}

function Values({ condition, name, onChange }: ValuesProps) {
  const t = useText(rulesPageText)
  const label = t('condition.values', { field: name })
  const take = (any: readonly string[]) => onChange({ ...condition, any: [...any] })
  return (
    <Flex gap="small" align="start">
      <Select
        style={{ width: 116, flexShrink: 0 }}
        aria-label={t('condition.how', { field: name })}
        value={condition.not}
        options={[
          { value: false, label: t('condition.is') },
          { value: true, label: t('condition.not') },
        ]}
        onChange={(not) => onChange({ ...condition, not })}
      />
      <div style={{ flex: 1, minWidth: 0 }}>
        {condition.field === 'region' ? (
          <Regions condition={condition} label={label} onChange={take} />
        ) : (
          <Chosen condition={condition} label={label} onChange={take} />
        )}
      </div>
    </Flex>
  )
}

interface ChosenProps {
  readonly condition: List
  readonly label: string
  readonly onChange: (any: readonly string[]) => void
}

/** Places of mainland China and countries; or every place abroad at once. */
function Regions({ condition: { any }, onChange }: ChosenProps) {
  const words = useText(rulesText)
  const places = any.filter((code) => code !== abroad)
  const isAbroad = places.length < any.length
  return (
    <Flex vertical gap={4}>
      <RegionsPicker abroad value={places} onChange={(next) => onChange([...next, ...(isAbroad ? [abroad] : [])])} />
      <Checkbox
        checked={isAbroad}
        onChange={({ target }) => onChange([...places, ...(target.checked ? [abroad] : [])])}
      >
        {words('rules.region.abroad')}
      </Checkbox>
    </Flex>
  )
}

/** Values out of what there is, or typed where nobody can list them. */
function Chosen({ condition, label, onChange }: ChosenProps) {
  const t = useText(rulesPageText)
  const [typed, setTyped] = useState('')
  const options = useOptions(condition, typed)
  const isTyped = !options || condition.field === 'channel'
  return (
    <Select
      mode={isTyped ? 'tags' : 'multiple'}
      style={{ width: '100%' }}
      aria-label={label}
      placeholder={isTyped ? t('condition.type') : undefined}
      tokenSeparators={[',', '，', ' ', '\n']}
      showSearch={{ optionFilterProp: 'label', onSearch: setTyped, filterOption: condition.field !== 'product' }}
      open={options ? undefined : false}
      value={[...condition.any]}
      options={options && [...options]}
      onChange={onChange}
    />
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

/** What a field's values can be; nothing where they are typed. */
function useOptions(condition: List, typed: string): Options | undefined {
  const language = useLocale()
  const { field, any } = condition
  const nameOf = useValueNames([condition])
  const named = (values: readonly string[]): Options => values.map((value) => ({ value, label: nameOf(field, value) }))
  const categories = useQuery({ ...asking('GET /api/v1/admin/categories'), enabled: field === 'category' })
  const brands = useQuery({ ...asking('GET /api/v1/admin/brands'), enabled: field === 'brand' })
  const products = useQuery({
    ...asking('GET /api/v1/admin/products', { query: { ...(typed && { text: typed }), limit: 20 } }),
    enabled: field === 'product',
  })
  const listed = (rows: readonly { readonly id: string; readonly name: { zh: string; en: string } }[] = []): Options =>
    rows.map(({ id, name }) => ({ value: id, label: name[language] }))
  switch (field) {
    case 'category':
      return listed(categories.data)
    case 'brand':
      return listed(brands.data)
    case 'product': {
      const found = (products.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
      return [...found, ...named(any.filter((id) => !found.some(({ value }) => value === id)))]
    }
    case 'buyer':
      return named(buyerKinds)
    case 'message':
      return named(messageKinds)
    case 'payment':
      return named(paymentMethods)
    case 'weekday':
      return named(['1', '2', '3', '4', '5', '6', '7'])
    case 'channel':
      return named([...new Set([ownShop, ...any])])
    default:
      return undefined
  }
}
