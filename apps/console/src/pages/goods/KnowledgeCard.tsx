import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { knowledgeText, priceLevels } from '#model/goods/knowledge'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { knowledgePageText } from './knowledge-text.ts'

export type SentCard = AnswerOf<'GET /api/v1/admin/products/{id}/knowledge'>

/** What staff keep about the product to answer quickly. */
export function KnowledgeCard({ id }: { readonly id: string }) {
  const t = useText(knowledgePageText)
  const card = useQuery(asking('GET /api/v1/admin/products/{id}/knowledge', { path: { id } }))
  return (
    <Card title={t('card')} size="small">
      <Loaded query={card}>{(answer) => <Fields key={answer.updatedAt} id={id} card={answer} />}</Loaded>
    </Card>
  )
}

function Fields({ id, card }: { readonly id: string; readonly card: SentCard }) {
  const t = useText(knowledgePageText)
  const say = useText(knowledgeText)
  const instantText = useInstantText()
  const act = useAct()
  const reload = useReload('GET /api/v1/admin/products/{id}/knowledge')
  const [form] = Form.useForm<SentCard>()
  const save = async () => {
    const { material, priceLevel, uses, answers } = form.getFieldsValue()
    const body = { material, priceLevel: priceLevel ?? null, uses, answers }
    if (await act(() => ask('PUT /api/v1/admin/products/{id}/knowledge', { path: { id }, body }), t('saved')))
      await reload()
  }
  return (
    <Form form={form} layout="vertical" component="div" initialValues={card}>
      <Form.Item name="material" label={t('material')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="priceLevel" label={t('level')}>
        <Select
          allowClear
          options={priceLevels.map((level) => ({ value: level, label: say(`knowledge.level.${level}`) }))}
        />
      </Form.Item>
      <Form.Item name="uses" label={t('uses')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="answers" label={t('answers')}>
        <Input.TextArea rows={3} maxLength={4_000} />
      </Form.Item>
      <Flex justify="space-between" align="center" wrap gap="small">
        <Verb permission="products.write" onClick={save}>
          {t('save')}
        </Verb>
        {card.updatedBy && (
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            {t('written', { by: card.updatedBy, at: instantText(card.updatedAt) })}
          </Typography.Text>
        )}
      </Flex>
    </Form>
  )
}
