import { Card, Checkbox, Flex, Input, InputNumber, Segmented, Typography } from 'antd'
import { catalogText, type ProductFlags as Flags } from '#model/goods/catalog'
import { useText } from '../../frame/language.ts'
import type { CardProps } from './ProductPage.tsx'
import { productText } from './product-text.ts'
import { Field } from './remarks.tsx'

export const flagNames = [
  'food',
  'perishable',
  'valuableSmall',
  'oversize',
  'nonStandard',
] as const satisfies readonly (keyof Flags)[]

/** What receiving, packing, dispatch and after-sales must know of the goods. */
export function ProductFlags({ form, change }: CardProps) {
  const t = useText(productText)
  const say = useText(catalogText)
  const count = (value: number | null, name: 'shelfLifeDays' | 'warrantyMonths') => (id: string) => (
    <InputNumber
      id={id}
      min={1}
      max={36_500}
      precision={0}
      style={{ width: '100%' }}
      value={value}
      onChange={(next) => change({ [name]: next })}
    />
  )
  return (
    <Card title={t('flags.title')} size="small">
      <Typography.Paragraph type="secondary">{t('flags.about')}</Typography.Paragraph>
      <Flex vertical gap={6} style={{ marginBottom: 16 }} role="group" aria-label={t('flags.title')}>
        {flagNames.map((name) => (
          <Checkbox
            key={name}
            checked={form.flags[name]}
            onChange={(e) => change({ flags: { ...form.flags, [name]: e.target.checked } })}
          >
            {say(`catalog.flag.${name}`)}
          </Checkbox>
        ))}
      </Flex>
      <Field label={t('licence')} at="licence" hint={t('licence.hint')}>
        {(id) => (
          <Input id={id} value={form.licence} maxLength={100} onChange={(e) => change({ licence: e.target.value })} />
        )}
      </Field>
      <Field label={t('shelf-life')} at="shelfLifeDays">
        {count(form.shelfLifeDays, 'shelfLifeDays')}
      </Field>
      <Field label={t('warranty')} at="warrantyMonths">
        {count(form.warrantyMonths, 'warrantyMonths')}
      </Field>
      <Field label={t('kind')} at="kind">
        {(id) => (
          <Segmented
            id={id}
            aria-label={t('kind')}
            value={form.kind}
            onChange={(kind) => change({ kind })}
            options={(['goods', 'service'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Field>
    </Card>
  )
}
