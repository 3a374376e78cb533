import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Radio, Typography } from 'antd'
import type { ReactNode } from 'react'
import type { AnswerOf } from '#client'
import { contentText, type TemplateName, templateNames } from '#model/growth/content'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { comma } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Content } from './content.ts'
import './decoration.css'
import { decorationText } from './decoration-text.ts'

type Template = AnswerOf<'GET /api/v1/admin/shop-page-templates'>[number]
const templatesQuery = asking('GET /api/v1/admin/shop-page-templates')

/** Before anything was decorated: the ready-made layouts. */
export function BeginWithTemplate({ choice }: { readonly choice: ReactNode }) {
  const t = useText(decorationText)
  const templates = useQuery(templatesQuery)
  return (
    <Page title={t('begin.title')} about={t('begin.about')}>
      {choice}
      <Loaded query={templates}>
        {(all) => (
          <ul className="templates">
            {all.map((template) => (
              <li key={template.name}>
                <TemplateCard template={template} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Page>
  )
}

function TemplateCard({ template: { name, content } }: { readonly template: Template }) {
  const t = useText(decorationText)
  const say = useText(contentText)
  const act = useAct()
  const reload = useReload('shop-pages')
  const title = say(`content.template.${name}`)
  const kinds = content.blocks.map(({ kind }) => say(`content.block.${kind}`))
  const begin = async () => {
    if (await act(() => ask('POST /api/v1/admin/shop-pages', { body: { template: name } }))) await reload()
  }
  return (
    <Card size="small" title={title}>
      <Flex vertical gap="small" align="start">
        <Sketch content={content} />
        <Typography.Text>{say(`content.template.${name}.about`)}</Typography.Text>
        <Typography.Text type="secondary">
          {t('template.blocks', { count: kinds.length, list: kinds.join(comma()) })}
        </Typography.Text>
        <Button type="primary" onClick={() => void begin()}>
          {t('begin.go', { name: title })}
        </Button>
      </Flex>
    </Card>
  )
}

/** The layout in a few strokes. */
const Sketch = ({ content }: { readonly content: Content }) => (
  <div className="sketch" aria-hidden="true" style={{ borderColor: content.look.accent }}>
    {content.blocks.map(({ id, kind }) => (
      <span key={id} className={`sketch-${kind}`} />
    ))}
  </div>
)

/** Puts a ready-made layout in the place of the draft. */
export function ChangeTemplate({ onChosen }: { readonly onChosen: (content: Content) => void }) {
  const t = useText(decorationText)
  const say = useText(contentText)
  const options = templateNames.map((value) => ({ value, label: say(`content.template.${value}`) }))
  const use = async ({ name }: { readonly name: TemplateName }) => {
    const all = await ask('GET /api/v1/admin/shop-page-templates')
    onChosen(all.find((template) => template.name === name)!.content)
  }
  return (
    <AskingVerb<{ readonly name: TemplateName }>
      permission="pages.change"
      title={t('template.use')}
      consequence={t('template.consequence')}
      initial={{ name: templateNames[0] }}
      fields={
        <Form.Item name="name" label={t('template.choose')}>
          <Radio.Group options={options} />
        </Form.Item>
      }
      work={use}
    >
      {t('template.use')}
    </AskingVerb>
  )
}
