import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Form, Input, Select, Typography } from 'antd'
import { knowledgeText, type PriceLevel, priceLevels } from '#model/goods/knowledge'
import { get, put } from '../../frame/api.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { knowledgePageText } from './knowledge-text.ts'

export interface SentCard {
  readonly material: string
  readonly priceLevel: PriceLevel | null
  readonly uses: string
  readonly answers: string
  readonly updatedAt: string | null
  readonly updatedBy: string | null
}

/** What staff keep about the product to answer quickly. */
export function KnowledgeCard({ id }: { readonly id: string }) {
  const t = useText(knowledgePageText)
  const path = `/products/${id}/knowledge`
  const card = useQuery({ queryKey: [path], queryFn: () => get<SentCard>(path) })
  return (
    <Card title={t('card')} size="small">
      <Loaded query={card}>{(answer) => <Fields key={answer.updatedAt} path={path} card={answer} />}</Loaded>
    </Card>
  )
}

function Fields({ path, card }: { readonly path: string; readonly card: SentCard }) {
  const t = useText(knowledgePageText)
  const say = useText(knowledgeText)
  const instantText = useInstantText()
  const act = useAct()
  const queries = useQueryClient()
  const [form] = Form.useForm<SentCard>()
  const save = async () => {
    const { material, priceLevel, uses, answers } = form.getFieldsValue()
    const body = { material, priceLevel: priceLevel ?? null, uses, answers }
    if (await act(() => put(path, body), t('saved'))) await queries.invalidateQueries({ queryKey: [path] })
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
        <Verb permission="products.write" onClick={() => void save()}>
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
