import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { choiceConditions, shippingText } from '#model/supply/shipping'
import { ask, askWithTag } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useWhoChanged } from '../../frame/contest.tsx'
import { EditVerb } from '../../frame/EditVerb.tsx'
import { comma } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { RegionsPicker, useRegionNames } from '../../frame/Region.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { useChangesText } from '../office/changes-in-words.ts'
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
    <Card size="small" title={t('choices')} extra={<AddChoice carriers={carriers} />}>
      <Typography.Paragraph type="secondary">{t('choices.about')}</Typography.Paragraph>
      <Loaded query={choices}>
        {(rows) => (
          <Table<CarrierChoice>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('empty.choices'), next: <AddChoice carriers={carriers} /> }}
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
      <EditChoice id={choice.id} carriers={carriers} />
      <AskingVerb
        title={t('choice.remove.ask', { name: choice.name })}
        consequence={t('choice.remove.consequence')}
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

type ChoiceForm = Omit<CarrierChoice, 'id'>

function AddChoice({ carriers }: WithCarriers) {
  const t = useText(shippingPageText)
  return (
    <AskingVerb<ChoiceForm>
      title={t('choice.add')}
      permission="freight.change"
      blocked={carriers.length === 0 && t('empty.carriers')}
      initial={{ applies: 'light', upToGrams: 3_000, regions: [], carriers: [], only: false, priority: 100 }}
      fields={<ChoiceFields carriers={carriers} />}
      work={(choice) => ask('POST /api/v1/admin/carrier-choices', { body: bodyOf(choice) })}
      onDone={useRefresh()}
    >
      {t('choice.add')}
    </AskingVerb>
  )
}

function EditChoice({ id, carriers }: WithCarriers & { readonly id: string }) {
  const t = useText(shippingPageText)
  const whoChanged = useWhoChanged()
  const read = async () => {
    const { answer, etag } = await askWithTag('GET /api/v1/admin/carrier-choices')
    const { id: _, ...thing } = answer.find((choice) => choice.id === id) ?? {}
    return 'applies' in thing ? { thing, etag: etag ?? undefined } : undefined
  }
  return (
    <EditVerb<ChoiceForm>
      title={t('choice.edit')}
      permission="freight.change"
      size="small"
      fields={<ChoiceFields carriers={carriers} />}
      read={read}
      who={() => whoChanged('carrier_choice.changed', (data) => data.id === id)}
      work={(choice, ifMatch) =>
        ask('PUT /api/v1/admin/carrier-choices/{id}', { path: { id }, body: bodyOf(choice), ...ifMatch })
      }
      useChanges={useChangesText}
      onDone={useRefresh()}
    >
      {t('choice.edit')}
    </EditVerb>
  )
}

/** Only light parcels have a limit. */
const bodyOf = ({ upToGrams, ...choice }: ChoiceForm): ChoiceForm => ({
  ...choice,
  upToGrams: choice.applies === 'light' ? upToGrams : null,
})

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
