import { Badge, Card, Input, Segmented, Tabs } from 'antd'
import { useState } from 'react'
import type { Locale } from '#kernel/text'
import { catalogLimits } from '#model/goods/catalog'
import { useText } from '../../frame/language.ts'
import type { CardProps } from './ProductPage.tsx'
import { htmlOf, type TextForm } from './product-form.ts'
import { productText } from './product-text.ts'
import { Field, useRemarks } from './remarks.tsx'

/** Name, selling points and description, in both languages. */
export function ProductTexts({ form, change }: CardProps) {
  const t = useText(productText)
  const tab = (locale: Locale) => ({
    key: locale,
    label: <TabLabel locale={locale} />,
    forceRender: true,
    children: (
      <TextFields
        locale={locale}
        text={form.texts[locale]}
        onChange={(text) => change({ texts: { ...form.texts, [locale]: text } })}
      />
    ),
  })
  return (
    <Card title={t('texts.title')} size="small">
      <Tabs items={[tab('zh'), tab('en')]} />
    </Card>
  )
}

function TabLabel({ locale }: { readonly locale: Locale }) {
  const t = useText(productText)
  const remarks = useRemarks(`texts.${locale}`, true)
  const isWrong = remarks.some(({ severity }) => severity === 'error')
  return (
    <Badge dot={remarks.length > 0} color={isWrong ? 'var(--cinnabar)' : 'var(--amber)'} offset={[6, 0]}>
      {t(`language.${locale}`)}
    </Badge>
  )
}

interface TextFieldsProps {
  readonly locale: Locale
  readonly text: TextForm
  readonly onChange: (text: TextForm) => void
}

function TextFields({ locale, text, onChange }: TextFieldsProps) {
  const t = useText(productText)
  const set = (part: Partial<TextForm>) => onChange({ ...text, ...part })
  const at = `texts.${locale}`
  return (
    <>
      <Field label={t('name')} at={`${at}.name`} required={locale === 'zh'}>
        {(id) => (
          <Input
            id={id}
            value={text.name}
            maxLength={catalogLimits.name}
            onChange={(e) => set({ name: e.target.value })}
          />
        )}
      </Field>
      <Field label={t('points')} at={`${at}.sellingPoints`} hint={t('points.hint')}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={text.sellingPoints}
            autoSize={{ minRows: 2, maxRows: 10 }}
            onChange={(e) => set({ sellingPoints: e.target.value })}
          />
        )}
      </Field>
      <Description at={`${at}.description`} html={text.description} onChange={(description) => set({ description })} />
      <Field label={t('page-title')} at={`${at}.title`} hint={t('page-title.hint')}>
        {(id) => (
          <Input
            id={id}
            value={text.title}
            maxLength={catalogLimits.title}
            onChange={(e) => set({ title: e.target.value })}
          />
        )}
      </Field>
    </>
  )
}

interface DescriptionProps {
  readonly at: string
  readonly html: string
  readonly onChange: (html: string) => void
}

/** Words or HTML, and how it will look. The preview runs no scripts. */
function Description({ at, html, onChange }: DescriptionProps) {
  const t = useText(productText)
  const [mode, setMode] = useState<'edit' | 'preview'>('edit')
  return (
    <Field label={t('description')} at={at} hint={t('description.hint')}>
      {(id) => (
        <>
          <Segmented
            size="small"
            aria-label={`${t('edit')} / ${t('preview')}`}
            style={{ marginBottom: 8 }}
            value={mode}
            onChange={setMode}
            options={(['edit', 'preview'] as const).map((value) => ({ value, label: t(value) }))}
          />
          {mode === 'edit' ? (
            <Input.TextArea
              id={id}
              value={html}
              maxLength={catalogLimits.description}
              autoSize={{ minRows: 6, maxRows: 20 }}
              onChange={(e) => onChange(e.target.value)}
            />
          ) : (
            <iframe className="description-preview" title={t('preview')} sandbox="" srcDoc={htmlOf(html)} />
          )}
        </>
      )}
    </Field>
  )
}
