import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Form, Input, InputNumber, Segmented, Select, TreeSelect } from 'antd'
import { useState } from 'react'
import { contentLimits, isLink } from '#model/growth/content'
import { asking } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoveVerb } from '../../frame/MoveVerb.tsx'
import { useMe } from '../../frame/session.ts'
import { instantAt, wallClockAt } from '../../frame/wall-clock.ts'
import { treeOptions, useCategories } from '../goods/goods-data.ts'
import type { Both } from './content.ts'
import { decorationText } from './decoration-text.ts'

export interface FieldProps<Value> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
}

interface BothProps extends FieldProps<Both> {
  readonly most?: number
  readonly rows?: number
}

/** A text in both languages, one under the other. */
export function BothField({ label, value, onChange, most = contentLimits.title, rows }: BothProps) {
  const t = useText(decorationText)
  return (
    <>
      {(['zh', 'en'] as const).map((locale) => {
        const name = t(locale, { label })
        const change = (text: string) => onChange({ ...value, [locale]: text })
        return (
          <Form.Item key={locale} label={name}>
            {rows ? (
              <Input.TextArea
                aria-label={name}
                rows={rows}
                maxLength={most}
                value={value[locale]}
                onChange={(event) => change(event.target.value)}
              />
            ) : (
              <Input
                aria-label={name}
                maxLength={most}
                value={value[locale]}
                onChange={(event) => change(event.target.value)}
              />
            )}
          </Form.Item>
        )
      })}
    </>
  )
}

/** Where something leads. What is no link yet stays in the field and is not kept. */
export function LinkField({ value, onChange }: Omit<FieldProps<string>, 'label'>) {
  const t = useText(decorationText)
  const [text, setText] = useState(value)
  const [kept, setKept] = useState(value)
  if (value !== kept) {
    setKept(value)
    if (value !== text.trim()) setText(value)
  }
  const isWrong = text.trim() !== '' && !isLink(text.trim())
  const change = (next: string) => {
    setText(next)
    if (next.trim() === '' || isLink(next.trim())) onChange(next.trim())
  }
  return (
    <Form.Item
      label={t('field.link')}
      validateStatus={isWrong ? 'error' : undefined}
      help={isWrong ? t('field.link.invalid') : t('field.link.hint')}
    >
      <Input
        aria-label={t('field.link')}
        maxLength={contentLimits.link}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
    </Form.Item>
  )
}

interface ChoiceProps<Value extends string> extends FieldProps<Value> {
  readonly options: readonly { readonly value: Value; readonly label: string }[]
}

export function ChoiceField<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <Form.Item label={label}>
      <Segmented aria-label={label} value={value} options={[...options]} onChange={onChange} />
    </Form.Item>
  )
}

export function CountField({ label, value, onChange }: FieldProps<number>) {
  return (
    <Form.Item label={label}>
      <InputNumber
        aria-label={label}
        min={1}
        max={contentLimits.count}
        precision={0}
        value={value}
        onChange={(count) => count && onChange(count)}
      />
    </Form.Item>
  )
}

/** A moment by the clock of the shop; empty: none. */
export function MomentField({ label, value, onChange }: FieldProps<string | null>) {
  const { timeZone } = useMe().shop
  return (
    <Form.Item label={label}>
      <Input
        aria-label={label}
        type="datetime-local"
        value={value ? wallClockAt(new Date(value), timeZone) : ''}
        onChange={(event) => onChange(event.target.value ? instantAt(event.target.value, timeZone) : null)}
      />
    </Form.Item>
  )
}

export function CategoryField({ value, onChange }: Omit<FieldProps<string | null>, 'label'>) {
  const t = useText(decorationText)
  const language = useLocale()
  const categories = useCategories()
  return (
    <Form.Item label={t('field.category')}>
      <TreeSelect
        aria-label={t('field.category')}
        treeData={treeOptions(categories.data ?? [], language)}
        value={value ?? undefined}
        treeDefaultExpandAll
        showSearch={{ treeNodeFilterProp: 'title' }}
        allowClear
        onChange={(id?: string) => onChange(id ?? null)}
      />
    </Form.Item>
  )
}

/** Products picked by hand, in their order. */
export function ProductsField({ value, onChange }: Omit<FieldProps<readonly string[]>, 'label'>) {
  const t = useText(decorationText)
  const move = (at: number) => onChange(value.with(at, value[at - 1]!).with(at - 1, value[at]!))
  return (
    <Form.Item label={t('field.products')}>
      <Flex vertical gap="small">
        {value.map((id, at) => (
          <PickedProduct
            key={id}
            id={id}
            onUp={at > 0 ? () => move(at) : undefined}
            onRemove={() => onChange(value.filter((each) => each !== id))}
          />
        ))}
        {value.length < contentLimits.products && <AddProduct taken={value} onAdd={(id) => onChange([...value, id])} />}
      </Flex>
    </Form.Item>
  )
}

interface PickedProps {
  readonly id: string
  readonly onUp: (() => void) | undefined
  readonly onRemove: () => void
}

function PickedProduct({ id, onUp, onRemove }: PickedProps) {
  const t = useText(decorationText)
  const language = useLocale()
  const product = useQuery(asking('GET /api/v1/admin/products/{id}', { path: { id } }))
  const { zh, en } = product.data?.texts ?? {}
  const name = (language === 'en' ? (en ?? zh) : (zh ?? en))?.name ?? ''
  return (
    <Flex gap="small" align="center">
      <span style={{ flex: 1 }}>{name}</span>
      <MoveVerb sign="↑" label={t('entry.up', { name })} onMove={onUp} />
      <Button size="small" aria-label={t('entry.remove', { name })} onClick={onRemove}>
        ×
      </Button>
    </Flex>
  )
}

function AddProduct({ taken, onAdd }: { readonly taken: readonly string[]; readonly onAdd: (id: string) => void }) {
  const t = useText(decorationText)
  const [text, setText] = useState('')
  const found = useQuery({
    ...asking('GET /api/v1/admin/products', { query: { text, status: 'on_sale', limit: 10 } }),
    enabled: text.trim() !== '',
  })
  const rows = (found.data?.rows ?? []).filter(({ id }) => !taken.includes(id))
  return (
    <Select<string>
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      value={null}
      aria-label={t('field.products.add')}
      placeholder={t('field.products.add')}
      options={rows.map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={text ? t('field.products.nothing') : null}
      onSelect={(id) => {
        onAdd(id)
        setText('')
      }}
    />
  )
}

export function ReductionField({ value, onChange }: Omit<FieldProps<string | null>, 'label'>) {
  const t = useText(decorationText)
  const language = useLocale()
  const reductions = useQuery(asking('GET /api/v1/admin/reductions', { query: { limit: 50 } }))
  const rows = (reductions.data?.rows ?? []).filter(({ state }) => state !== 'over')
  return (
    <Form.Item label={t('field.reduction')}>
      <Select
        aria-label={t('field.reduction')}
        value={value}
        options={rows.map(({ id, name }) => ({ value: id, label: name[language] }))}
        notFoundContent={t('field.reduction.none')}
        onChange={onChange}
      />
    </Form.Item>
  )
}
