import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Tabs, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import type { Locale } from '#kernel/text'
import { asShown, headLimits, type PageHead, shownWidth, widthOf } from '#model/goods/heads'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { headsPageText } from './heads-text.ts'

type SentHead = AnswerOf<'GET /api/v1/admin/products/{id}/head'>

/** What search engines show of a product. Its own words change with the product: `version` says when. */
export function ProductHead({ id, version }: { readonly id: string; readonly version: number }) {
  const t = useText(headsPageText)
  const head = useQuery(asking('GET /api/v1/admin/products/{id}/head', { path: { id } }))
  const reload = useReload('GET /api/v1/admin/products/{id}/head', 'GET /api/v1/admin/products/{id}/history')
  const save = (body: PageHead) => ask('PUT /api/v1/admin/products/{id}/head', { path: { id }, body })
  return (
    <Card title={t('card')} size="small">
      <Loaded query={head}>
        {(sent) => <Fields key={`${version} ${wordsOf(sent)}`} sent={sent} save={save} onSaved={reload} />}
      </Loaded>
    </Card>
  )
}

/** The same for a category. */
export function CategoryHead({ id }: { readonly id: string }) {
  const t = useText(headsPageText)
  const head = useQuery(asking('GET /api/v1/admin/categories/{id}/head', { path: { id } }))
  const reload = useReload('GET /api/v1/admin/categories/{id}/head')
  const save = (body: PageHead) => ask('PUT /api/v1/admin/categories/{id}/head', { path: { id }, body })
  return (
    <Card title={t('card')} size="small" style={{ marginTop: 16 }}>
      <Loaded query={head}>{(sent) => <Fields key={wordsOf(sent)} sent={sent} save={save} onSaved={reload} />}</Loaded>
    </Card>
  )
}

/** The same for the home page. */
export function HomeHead() {
  const t = useText(headsPageText)
  const head = useQuery(asking('GET /api/v1/admin/home-page/head'))
  const reload = useReload('GET /api/v1/admin/home-page/head')
  const save = (body: PageHead) => ask('PUT /api/v1/admin/home-page/head', { body })
  return (
    <Card title={t('home.card')} size="small">
      <Loaded query={head}>{(sent) => <Fields key={wordsOf(sent)} sent={sent} save={save} onSaved={reload} />}</Loaded>
    </Card>
  )
}

const wordsOf = ({ title, description }: PageHead): string => JSON.stringify({ title, description })

interface FieldsProps {
  readonly sent: SentHead
  readonly save: (head: PageHead) => Promise<unknown>
  readonly onSaved: () => Promise<unknown>
}

function Fields({ sent, save, onSaved }: FieldsProps) {
  const t = useText(headsPageText)
  const act = useAct()
  const language = useLocale()
  const [head, setHead] = useState<PageHead>({ title: sent.title, description: sent.description })
  const isDirty = wordsOf(head) !== wordsOf(sent)
  const store = async () => {
    if (await act(() => save(head), t('saved'))) await onSaved()
  }
  const tab = (locale: Locale) => ({
    key: locale,
    label: t(`language.${locale}`),
    children: <Words locale={locale} head={head} sent={sent} onChange={setHead} />,
  })
  return (
    <Form layout="vertical" component="div">
      <Tabs size="small" defaultActiveKey={language} items={[tab('zh'), tab('en')]} />
      <Verb permission="products.write" blocked={!isDirty && t('unchanged')} onClick={store}>
        {t('save')}
      </Verb>
      <Former sent={sent} />
    </Form>
  )
}

interface WordsProps {
  readonly locale: Locale
  readonly head: PageHead
  readonly sent: SentHead
  readonly onChange: (head: PageHead) => void
}

function Words({ locale, head, sent, onChange }: WordsProps) {
  const t = useText(headsPageText)
  const field = (part: 'title' | 'description') => {
    const value = head[part][locale]
    const id = `head-${part}-${locale}`
    const set = (text: string) => onChange({ ...head, [part]: { ...head[part], [locale]: text } })
    const common = { id, value, maxLength: headLimits[part], placeholder: sent.own[part][locale] }
    return (
      <Form.Item label={t(part)} htmlFor={id} extra={<Length text={value} most={shownWidth[part]} />}>
        {part === 'title' ? (
          <Input {...common} onChange={(e) => set(e.target.value)} />
        ) : (
          <Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 5 }} onChange={(e) => set(e.target.value)} />
        )}
      </Form.Item>
    )
  }
  return (
    <>
      {field('title')}
      {field('description')}
      <Preview locale={locale} head={head} sent={sent} />
    </>
  )
}

function Length({ text, most }: { readonly text: string; readonly most: number }) {
  const t = useText(headsPageText)
  const width = widthOf(text)
  if (width === 0) return t('own')
  if (width <= most) return t('fits', { width, most })
  return <Typography.Text type="warning">{t('cut', { width, most })}</Typography.Text>
}

/** The page as a search engine lists it: address, title, description, each cut where theirs is. */
function Preview({ locale, head, sent }: Omit<WordsProps, 'onChange'>) {
  const t = useText(headsPageText)
  const words = (part: 'title' | 'description') =>
    asShown(head[part][locale] || sent.own[part][locale], shownWidth[part])
  return (
    <figure className="search-result" aria-label={t('preview')} lang={locale === 'en' ? 'en' : 'zh-CN'}>
      <cite>{decodeURI(sent.address[locale])}</cite>
      <strong>{words('title')}</strong>
      <p>{words('description')}</p>
    </figure>
  )
}

function Former({ sent }: { readonly sent: SentHead }) {
  const t = useText(headsPageText)
  const instantText = useInstantText()
  if (sent.former.length === 0) return null
  return (
    <Flex vertical style={{ marginTop: 12 }}>
      <Typography.Text type="secondary">{t('former')}</Typography.Text>
      {sent.former.map(({ address, leftAt, leftBy }) => (
        <span key={address}>
          <Typography.Text code>{address}</Typography.Text>{' '}
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {t('former.left', { by: leftBy, at: instantText(leftAt) })}
          </Typography.Text>
        </span>
      ))}
    </Flex>
  )
}
