import { Card, Divider, Form, Input, InputNumber, Select, TreeSelect, Typography } from 'antd'
import { type AttributeValue, type Both, catalogText, type LifeStage, lifeStages } from '#model/goods/catalog'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { CategoryAttribute } from './goods-data.ts'
import { treeOptions, useAttributes, useBrands, useCategories } from './goods-data.ts'
import type { CardProps } from './ProductPage.tsx'
import { productText } from './product-text.ts'
import { Field } from './remarks.tsx'

/** Where the product belongs: category with its facts, brand, tags, address. */
export function ProductPlace(props: CardProps) {
  const t = useText(productText)
  const { form, change } = props
  return (
    <Card title={t('place.title')} size="small">
      <CategoryField {...props} />
      {form.categoryId && <Attributes {...props} />}
      <BrandField {...props} />
      <StageField {...props} />
      <Field label={t('keywords')} at="keywords" hint={t('keywords.hint')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={[...form.keywords]}
            tokenSeparators={[',', '，']}
            onChange={(keywords) => change({ keywords })}
          />
        )}
      </Field>
      <Field label={t('tags')} at="tags" hint={t('tags.hint')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={[...form.tags]}
            tokenSeparators={[',', '，']}
            onChange={(tags) => change({ tags })}
          />
        )}
      </Field>
      <Field label={t('slug')} at="slug" hint={t('slug.hint')}>
        {(id) => <Input id={id} value={form.slug} maxLength={200} onChange={(e) => change({ slug: e.target.value })} />}
      </Field>
    </Card>
  )
}

function CategoryField({ form, change }: CardProps) {
  const t = useText(productText)
  const language = useLocale()
  const categories = useCategories()
  return (
    <Field label={t('category')} at="categoryId" required>
      {(id) => (
        <TreeSelect
          id={id}
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          loading={categories.isPending}
          treeData={treeOptions(categories.data ?? [], language)}
          value={form.categoryId ?? undefined}
          onChange={(categoryId: string | undefined) => change({ categoryId: categoryId ?? null, attributes: {} })}
        />
      )}
    </Field>
  )
}

function BrandField({ form, change }: CardProps) {
  const t = useText(productText)
  const language = useLocale()
  const brands = useBrands()
  return (
    <Field label={t('brand')} at="brandId" hint={<NewBrand onMade={(brandId) => change({ brandId })} />}>
      {(id) => (
        <Select
          id={id}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={brands.isPending}
          options={(brands.data ?? []).map((brand) => ({ value: brand.id, label: brand.name[language] }))}
          value={form.brandId ?? undefined}
          onChange={(brandId: string | undefined) => change({ brandId: brandId ?? null })}
        />
      )}
    </Field>
  )
}

function StageField({ form, change }: CardProps) {
  const t = useText(productText)
  const say = useText(catalogText)
  return (
    <Field label={t('stage')} at="lifeStage">
      {(id) => (
        <Select
          id={id}
          allowClear
          options={lifeStages.map((stage) => ({ value: stage, label: say(`catalog.stage.${stage}`) }))}
          value={form.lifeStage ?? undefined}
          onChange={(lifeStage?: LifeStage) => change({ lifeStage: lifeStage ?? null })}
        />
      )}
    </Field>
  )
}

/** A brand that is not in the list yet. */
function NewBrand({ onMade }: { readonly onMade: (brandId: string) => void }) {
  const t = useText(productText)
  const reload = useReload('brands')
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <AskingVerb<Both>
      size="small"
      permission="products.write"
      title={t('brand.new')}
      fields={
        <>
          <Form.Item name="zh" label={t('brand.zh')} rules={needed}>
            <Input maxLength={100} autoFocus />
          </Form.Item>
          <Form.Item name="en" label={t('brand.en')} rules={needed}>
            <Input maxLength={100} />
          </Form.Item>
        </>
      }
      work={async (name) => {
        const { id } = await ask('POST /api/v1/admin/brands', { body: name })
        await reload()
        onMade(id)
      }}
    >
      {t('brand.new')}
    </AskingVerb>
  )
}

function Attributes({ form, change }: CardProps) {
  const t = useText(productText)
  const attributes = useAttributes(form.categoryId)
  const state = (code: string, value: AttributeValue | undefined) => {
    const { [code]: _, ...others } = form.attributes
    change({ attributes: value === undefined ? others : { ...others, [code]: value } })
  }
  return (
    <>
      <Divider titlePlacement="start" plain>
        {t('attributes')}
      </Divider>
      {attributes?.length === 0 && <Typography.Paragraph type="secondary">{t('attributes.none')}</Typography.Paragraph>}
      {attributes?.map((attribute) => (
        <AttributeField
          key={attribute.code}
          attribute={attribute}
          value={form.attributes[attribute.code]}
          onChange={(value) => state(attribute.code, value)}
        />
      ))}
      <Divider style={{ marginBlock: 12 }} />
    </>
  )
}

interface AttributeFieldProps {
  readonly attribute: CategoryAttribute
  readonly value: AttributeValue | undefined
  readonly onChange: (value: AttributeValue | undefined) => void
}

function AttributeField({ attribute, value, onChange }: AttributeFieldProps) {
  const language = useLocale()
  const { code, kind, name, options, required } = attribute
  return (
    <Field label={name[language]} at={`attributes.${code}`} required={required}>
      {(id) => {
        if (kind === 'choice')
          return (
            <Select
              id={id}
              allowClear
              value={value as string | undefined}
              options={options.map((option) => ({ value: option.code, label: option[language] }))}
              onChange={onChange}
            />
          )
        if (kind === 'number')
          return (
            <InputNumber
              id={id}
              style={{ width: '100%' }}
              value={value === undefined ? null : Number(value)}
              suffix={options[0]?.[language]}
              onChange={(number) => onChange(number ?? undefined)}
            />
          )
        return <BothWords id={id} label={name[language]} value={value} onChange={onChange} />
      }}
    </Field>
  )
}

/** A fact in words: Chinese, and English where it differs. */
function BothWords({
  id,
  label,
  value,
  onChange,
}: { readonly id: string; readonly label: string } & Omit<AttributeFieldProps, 'attribute'>) {
  const t = useText(productText)
  const both: Both = typeof value === 'object' ? value : { zh: value === undefined ? '' : String(value), en: '' }
  const set = (next: Both) => onChange(!next.zh && !next.en ? undefined : next.en ? next : next.zh)
  return (
    <>
      <Input id={id} value={both.zh} maxLength={500} onChange={(e) => set({ ...both, zh: e.target.value })} />
      <Input
        value={both.en}
        maxLength={500}
        aria-label={t('attribute.en', { name: label })}
        placeholder={t('language.en')}
        style={{ marginTop: 4 }}
        onChange={(e) => set({ ...both, en: e.target.value })}
      />
    </>
  )
}
