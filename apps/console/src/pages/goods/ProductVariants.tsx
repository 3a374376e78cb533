import { Button, Card, Checkbox, Flex, Input, InputNumber, Select, type TableProps, Tooltip, Typography } from 'antd'
import { type ReactElement, useState } from 'react'
import { type Both, catalogLimits, inLocale } from '#model/goods/catalog'
import { semicolon } from '../../frame/format.ts'
import { newKey } from '../../frame/key.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { useMissing } from '../../frame/rights.ts'
import { useMay, useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { Verb } from '../../frame/Verb.tsx'
import type { CardProps } from './ProductPage.tsx'
import {
  mostVariants,
  newVariant,
  nothing,
  type OptionForm,
  type VariantForm,
  valuesAt,
  withCombinations,
  withOptions,
} from './product-form.ts'
import { productText } from './product-text.ts'
import { RemarkLines, useRemarks } from './remarks.tsx'

/** Options, and one row for each thing that can be bought. */
export function ProductVariants({ form, change, product }: CardProps) {
  const t = useText(productText)
  const remarks = useRemarks('variants')
  const missing = useMissing('prices.change')
  const retired = product?.variants.filter(({ status }) => status === 'retired').length ?? 0
  const addVerb = (
    <Verb
      onClick={() => change({ variants: [...form.variants, newVariant(form.options.length)] })}
      blocked={form.variants.length >= mostVariants && t('variant.most')}
    >
      {t('variant.add')}
    </Verb>
  )
  return (
    <Card title={t('variants.title')} size="small">
      <Options form={form} change={change} product={product} />
      <RemarkLines remarks={remarks} />
      {missing && <Typography.Text type="secondary">{missing}</Typography.Text>}
      <VariantTable form={form} change={change} product={product} add={addVerb} />
      <Flex gap="middle" align="center" style={{ marginTop: 12 }} wrap>
        {form.variants.length > 0 && addVerb}
        {retired > 0 && <Typography.Text type="secondary">{t('variants.retired', { count: retired })}</Typography.Text>}
      </Flex>
    </Card>
  )
}

/** The names of the options, and their values to make variants from. */
function Options({ form, change }: CardProps) {
  const t = useText(productText)
  const [values, setValues] = useState<Readonly<Record<string, readonly string[]>>>({})
  const optionValues = (at: number, key: string): Both[] => {
    const known = new Map(valuesAt(form, at).map((value) => [inLocale(value, 'zh'), value]))
    return (values[key] ?? [...known.keys()]).map((zh) => known.get(zh) ?? { zh, en: '' })
  }
  const choices = form.options.map(({ key }, at) => optionValues(at, key))
  const setOptions = (options: readonly OptionForm[]) => change(withOptions(form, options))
  const isEmpty = choices.some((list) => list.length === 0)
  return (
    <Flex vertical gap="small" style={{ marginBottom: 16 }}>
      {form.options.map((option, at) => (
        <OptionLine
          key={option.key}
          at={at}
          option={option}
          hasEnglish={form.texts.en.name.trim() !== ''}
          values={choices[at]!.map(({ zh, en }) => zh || en)}
          onName={(name) => setOptions(form.options.with(at, { ...option, name }))}
          onValues={(next) => setValues({ ...values, [option.key]: next })}
          onRemove={() => setOptions(form.options.toSpliced(at, 1))}
        />
      ))}
      <Flex gap="small" wrap>
        <Verb
          size="small"
          blocked={form.options.length >= catalogLimits.options && t('option.most')}
          onClick={() => setOptions([...form.options, { key: newKey(), name: nothing }])}
        >
          {t('option.add')}
        </Verb>
        {form.options.length > 0 && (
          <Verb
            size="small"
            blocked={isEmpty && t('option.combine.blocked')}
            onClick={() => {
              change(withCombinations(form, choices))
              setValues({})
            }}
          >
            {t('option.combine')}
          </Verb>
        )}
      </Flex>
    </Flex>
  )
}

interface OptionLineProps {
  readonly at: number
  readonly option: OptionForm
  /** English words are kept with the English text. */
  readonly hasEnglish: boolean
  readonly values: string[]
  readonly onName: (name: Both) => void
  readonly onValues: (values: readonly string[]) => void
  readonly onRemove: () => void
}

function OptionLine({ at, option, hasEnglish, values, onName, onValues, onRemove }: OptionLineProps) {
  const t = useText(productText)
  const nameIn = (locale: 'zh' | 'en') => {
    const label = t(`option.${locale}`, { at: at + 1 })
    const isOff = locale === 'en' && !hasEnglish
    return (
      <Input
        aria-label={label}
        placeholder={isOff ? t('option.en.blocked') : label}
        disabled={isOff}
        maxLength={catalogLimits.optionWord}
        value={option.name[locale]}
        onChange={(e) => onName({ ...option.name, [locale]: e.target.value })}
        style={{ flex: '1 1 150px' }}
      />
    )
  }
  return (
    <Flex gap="small" wrap align="center">
      {nameIn('zh')}
      {nameIn('en')}
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        aria-label={`${t('option', { at: at + 1 })}: ${t('option.values')}`}
        placeholder={t('option.values')}
        tokenSeparators={[',', '，', '、']}
        value={values}
        onChange={onValues}
        style={{ flex: '3 1 240px' }}
      />
      <Button size="small" onClick={onRemove}>
        {t('option.remove')}
      </Button>
    </Flex>
  )
}

function VariantTable({ add, ...props }: CardProps & { readonly add: ReactElement }) {
  const t = useText(productText)
  return (
    <Table<VariantForm>
      className="variants"
      size="small"
      rowKey="key"
      dataSource={[...props.form.variants]}
      columns={useVariantColumns(props)}
      scroll={{ x: 'max-content' }}
      pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
      empty={{ says: t('variant.none'), next: add }}
    />
  )
}

interface CellProps {
  readonly at: number
  readonly variant: VariantForm
  readonly set: (part: Partial<VariantForm>) => void
}

function useVariantColumns({ form, change }: CardProps): TableProps<VariantForm>['columns'] {
  const t = useText(productText)
  const language = useLocale()
  const seesCosts = useMay('costs.read')
  const { currency } = useMe().shop
  const cell = (
    name: string,
    label: string,
    width: number,
    show: (props: CellProps & { label: string }) => React.ReactNode,
  ) => ({
    title: label,
    width,
    render: (_: unknown, variant: VariantForm) => {
      const at = form.variants.indexOf(variant)
      const set = (part: Partial<VariantForm>) => change({ variants: form.variants.with(at, { ...variant, ...part }) })
      return (
        <Cell at={`variants.${at}.${name}`}>
          {show({ at, variant, set, label: t('row.label', { at: at + 1, column: label }) })}
        </Cell>
      )
    },
  })
  const price = (name: 'list' | 'was' | 'cost', label: string) =>
    cell(name === 'list' ? 'price' : `price.${name}`, label, 98, (props) => (
      <Amount {...props} name={name} currency={currency} />
    ))
  return [
    ...form.options.map(({ key, name }, option) => ({
      ...cell('optionValues', inLocale(name, language) || t('option', { at: option + 1 }), 110, (props) => (
        <OptionValue {...props} option={option} />
      )),
      key,
    })),
    cell('sku', t('sku'), 128, ({ variant, set, label }) => (
      <Input
        aria-label={label}
        value={variant.sku}
        maxLength={catalogLimits.sku}
        onChange={(e) => set({ sku: e.target.value })}
      />
    )),
    cell('barcode', t('barcode'), 144, ({ variant, set, label }) => (
      <Input
        aria-label={label}
        value={variant.barcode}
        maxLength={48}
        inputMode="numeric"
        onChange={(e) => set({ barcode: e.target.value })}
      />
    )),
    price('list', t('price')),
    price('was', t('was')),
    ...(seesCosts ? [price('cost', t('cost'))] : []),
    cell('weightGrams', t('weight'), 84, ({ variant, set, label }) => (
      <InputNumber
        aria-label={label}
        min={0}
        max={catalogLimits.weightGrams}
        precision={0}
        style={{ width: '100%' }}
        value={variant.weightGrams}
        onChange={(grams) => set({ weightGrams: grams ?? 0 })}
      />
    )),
    cell('requiresShipping', t('shipping'), 60, ({ variant, set, label }) => (
      <Checkbox
        aria-label={label}
        checked={variant.requiresShipping}
        onChange={(e) => set({ requiresShipping: e.target.checked })}
      />
    )),
    {
      title: t('variant.remove'),
      width: 60,
      render: (_, variant) => <RemoveRow form={form} change={change} variant={variant} />,
    },
  ]
}

/** A cell with what is said about it. */
function Cell({ at, children }: { readonly at: string; readonly children: React.ReactNode }) {
  const remarks = useRemarks(at, true)
  if (remarks.length === 0) return children
  const isWrong = remarks.some(({ severity }) => severity === 'error')
  const text = remarks.map((remark) => remark.text).join(semicolon())
  return (
    <Tooltip title={text}>
      <div className={isWrong ? 'cell-wrong' : 'cell-odd'}>
        {children}
        <span className="visually-hidden">{text}</span>
      </div>
    </Tooltip>
  )
}

function OptionValue({ option, variant, set, label }: CellProps & { readonly option: number; readonly label: string }) {
  const t = useText(productText)
  const value = variant.values[option] ?? nothing
  const input = (locale: 'zh' | 'en') => (
    <Input
      aria-label={`${label} ${t(`language.${locale}`)}`}
      placeholder={t(`language.${locale}`)}
      maxLength={catalogLimits.optionWord}
      value={value[locale]}
      onChange={(e) => set({ values: variant.values.with(option, { ...value, [locale]: e.target.value }) })}
    />
  )
  return (
    <Flex vertical gap={2}>
      {input('zh')}
      {input('en')}
    </Flex>
  )
}

/** Prices of variants that are stored already are read-only without the right to change prices. */
function Amount({
  name,
  currency,
  variant,
  set,
  label,
}: CellProps & { readonly name: 'list' | 'was' | 'cost'; readonly currency: string; readonly label: string }) {
  const missing = useMissing('prices.change')
  const why = variant.id === undefined ? undefined : missing
  const input = (
    <MoneyInput
      label={label}
      currency={currency}
      value={variant[name]}
      disabled={why !== undefined}
      onChange={(amount) => set({ [name]: amount })}
    />
  )
  return why ? (
    <Tooltip title={why}>
      <span>{input}</span>
    </Tooltip>
  ) : (
    input
  )
}

function RemoveRow({ form, change, variant }: Pick<CardProps, 'form' | 'change'> & { readonly variant: VariantForm }) {
  const t = useText(productText)
  const at = form.variants.indexOf(variant)
  return (
    <Button
      size="small"
      aria-label={t('variant.remove.label', { at: at + 1 })}
      onClick={() => change({ variants: form.variants.toSpliced(at, 1) })}
    >
      {t('variant.remove')}
    </Button>
  )
}
