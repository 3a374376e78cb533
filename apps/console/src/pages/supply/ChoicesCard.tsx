import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag, Typography } from 'antd'
import { type CarrierChoice, choiceConditions, shippingText } from '#model/supply/shipping'
import { get, post, put, remove } from '../../frame/api.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { RegionsPicker, useRegionNames } from '../../frame/Region.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Carrier } from './CarriersCard.tsx'
import { shippingPageText } from './shipping-text.ts'

interface WithCarriers {
  readonly carriers: readonly Carrier[]
}

/** Whom to prefer for which parcels, in order. */
export function ChoicesCard({ carriers }: WithCarriers) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const language = useLocale()
  const choices = useQuery({
    queryKey: ['/carrier-choices'],
    queryFn: () => get<CarrierChoice[]>('/carrier-choices'),
  })
  const nameOf = (code: string) => carriers.find((each) => each.code === code)?.name[language] ?? code
  const regionName = useRegionNames((choices.data ?? []).flatMap(({ regions }) => regions))
  const forWhat = ({ applies, upToGrams }: CarrierChoice) =>
    `${words(`carrier.applies.${applies}`)}${upToGrams === null ? '' : ` ≤ ${upToGrams} ${t('grams')}`}`
  return (
    <Card size="small" title={t('choices')} extra={<ChoiceVerb carriers={carriers} />}>
      <Typography.Paragraph type="secondary">{t('choices.about')}</Typography.Paragraph>
      <Loaded query={choices}>
        {(rows) => (
          <Table<CarrierChoice>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            locale={{ emptyText: t('empty.choices') }}
            columns={[
              { title: t('rule.priority'), dataIndex: 'priority', align: 'right' },
              { title: t('choice.name'), dataIndex: 'name' },
              { title: t('choice.applies'), render: (_, row) => forWhat(row) },
              {
                title: t('choice.regions'),
                render: (_, row) => row.regions.map(regionName).join('、') || t('rule.everywhere'),
              },
              {
                title: t('choice.carriers'),
                render: (_, row) => (
                  <>
                    {row.carriers.map(nameOf).join(' → ')} {row.only && <Tag color="warning">{t('choice.only')}</Tag>}
                  </>
                ),
              },
              {
                title: t('actions'),
                fixed: 'right',
                render: (_, row) => <ChoiceActions choice={row} carriers={carriers} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}

function useRefresh() {
  const queries = useQueryClient()
  return () =>
    Promise.all(['/carrier-choices', '/carriers'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

function ChoiceActions({ choice, carriers }: WithCarriers & { readonly choice: CarrierChoice }) {
  const t = useText(shippingPageText)
  return (
    <Flex gap="small">
      <ChoiceVerb choice={choice} carriers={carriers} />
      <AskingVerb
        title={t('choice.remove.ask', { name: choice.name })}
        permission="freight.change"
        size="small"
        danger
        work={() => remove(`/carrier-choices/${choice.id}`)}
        onDone={useRefresh()}
      >
        {t('choice.remove')}
      </AskingVerb>
    </Flex>
  )
}

function ChoiceVerb({ choice, carriers }: WithCarriers & { readonly choice?: CarrierChoice }) {
  const t = useText(shippingPageText)
  const title = t(choice ? 'choice.edit' : 'choice.add')
  const save = ({ upToGrams, ...values }: CarrierChoice) => {
    const body = { ...values, upToGrams: values.applies === 'light' ? upToGrams : null }
    return choice ? put(`/carrier-choices/${choice.id}`, body) : post('/carrier-choices', body)
  }
  return (
    <AskingVerb<CarrierChoice>
      title={title}
      permission="freight.change"
      blocked={carriers.length === 0 && t('empty.carriers')}
      size={choice && 'small'}
      initial={{
        applies: 'light',
        upToGrams: 3_000,
        regions: [],
        carriers: [],
        only: false,
        priority: 100,
        ...withoutId(choice),
      }}
      fields={<ChoiceFields carriers={carriers} />}
      work={save}
      onDone={useRefresh()}
    >
      {title}
    </AskingVerb>
  )
}

function withoutId(choice: CarrierChoice | undefined): Partial<CarrierChoice> {
  if (!choice) return {}
  const { id: _, ...rest } = choice
  return rest
}

function ChoiceFields({ carriers }: WithCarriers) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const language = useLocale()
  const needed = [{ required: true, message: t('missing') }]
  return (
    <>
      <Form.Item name="name" label={t('choice.name')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="applies" label={t('choice.applies')} style={{ flex: 1 }}>
          <Select options={choiceConditions.map((value) => ({ value, label: words(`carrier.applies.${value}`) }))} />
        </Form.Item>
        <Form.Item noStyle dependencies={['applies']}>
          {({ getFieldValue }) =>
            getFieldValue('applies') === 'light' && (
              <Form.Item name="upToGrams" label={t('choice.upToGrams')} rules={needed} style={{ flex: 1 }}>
                <InputNumber min={1} max={1_000_000} precision={0} suffix={t('grams')} style={{ width: '100%' }} />
              </Form.Item>
            )
          }
        </Form.Item>
      </Flex>
      <Form.Item name="regions" label={t('choice.regions')}>
        <RegionsPicker placeholder={t('rule.everywhere')} />
      </Form.Item>
      <Form.Item name="carriers" label={t('choice.carriers')} rules={needed}>
        <Select mode="multiple" options={carriers.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="priority" label={t('rule.priority')} extra={t('rule.priority.hint')} rules={needed}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="only" label={t('choice.only')} extra={t('choice.only.hint')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Flex>
    </>
  )
}
