import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { choiceConditions, shippingText } from '#model/supply/shipping'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { comma } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { RegionsPicker, useRegionNames } from '../../frame/Region.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Carrier } from './outbound.ts'
import { shippingPageText } from './shipping-text.ts'

type CarrierChoice = AnswerOf<'GET /api/v1/admin/carrier-choices'>[number]

interface WithCarriers {
  readonly carriers: readonly Carrier[]
}

/** Whom to prefer for which parcels, in order. */
export function ChoicesCard({ carriers }: WithCarriers) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const language = useLocale()
  const choices = useQuery(asking('GET /api/v1/admin/carrier-choices'))
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
            empty={{ says: t('empty.choices'), next: <ChoiceVerb carriers={carriers} /> }}
            columns={[
              { title: t('rule.priority'), dataIndex: 'priority', align: 'right' },
              { title: t('choice.name'), dataIndex: 'name' },
              { title: t('choice.applies'), render: (_, row) => forWhat(row) },
              {
                title: t('choice.regions'),
                render: (_, row) => row.regions.map(regionName).join(comma()) || t('rule.everywhere'),
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
                key: 'actions',
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

const useRefresh = () => useReload('carrier-choices', 'carriers')

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
        work={() => ask('DELETE /api/v1/admin/carrier-choices/{id}', { path: { id: choice.id } })}
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
    return choice
      ? ask('PUT /api/v1/admin/carrier-choices/{id}', { path: { id: choice.id }, body })
      : ask('POST /api/v1/admin/carrier-choices', { body })
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
