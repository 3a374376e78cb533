import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag } from 'antd'
import type { AnswerOf } from '#client'
import type { Money } from '#kernel/money'
import { ask, askWithTag } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useWhoChanged } from '../../frame/contest.tsx'
import { EditVerb } from '../../frame/EditVerb.tsx'
import { comma, moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { RegionsPicker, useRegionNames } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { useChangesText } from '../office/changes-in-words.ts'
import type { Carrier } from './outbound.ts'
import { shippingPageText } from './shipping-text.ts'

type FreightRule = AnswerOf<'GET /api/v1/admin/freight-rules'>[number]

/** The freight table: for each carrier the first rule that knows a place decides. */
export function FreightRulesCard({ carriers }: { readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const language = useLocale()
  const rules = useQuery(asking('GET /api/v1/admin/freight-rules'))
  const carrierName = (code: string) => carriers.find((each) => each.code === code)?.name[language] ?? code
  const price = (grams: number, fee: Money) => t('rule.price', { grams, fee: moneyText(fee) })
  return (
    <Card size="small" title={t('rules')} extra={<AddRule carriers={carriers} />}>
      <Loaded query={rules}>
        {(rows) => (
          <Table<FreightRule>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('empty.rules'), next: <AddRule carriers={carriers} /> }}
            columns={[
              { title: t('rule.priority'), dataIndex: 'priority', align: 'right' },
              { title: t('rule.name'), dataIndex: 'name' },
              { title: t('rule.carrier'), render: (_, row) => carrierName(row.carrier) },
              { title: t('rule.provinces'), render: (_, row) => <Places {...row} /> },
              {
                title: t('rule.reachable'),
                render: (_, row) => (
                  <Tag color={row.reachable ? 'success' : 'error'}>
                    {t(row.reachable ? 'rule.reachable' : 'rule.unreachable')}
                  </Tag>
                ),
              },
              {
                title: t('rule.first'),
                align: 'right',
                render: (_, row) => row.reachable && price(row.firstGrams, row.firstFee),
              },
              {
                title: t('rule.step'),
                align: 'right',
                render: (_, row) => row.reachable && price(row.stepGrams, row.stepFee),
              },
              {
                title: t('rule.surcharge'),
                align: 'right',
                render: (_, row) => row.surcharge.minor > 0 && moneyText(row.surcharge),
              },
              {
                title: t('rule.freeFrom'),
                align: 'right',
                render: (_, row) => row.reachable && (row.freeFrom ? moneyText(row.freeFrom) : t('rule.never')),
              },
              {
                key: 'actions',
                title: t('actions'),
                fixed: 'right',
                render: (_, row) => <RuleActions rule={row} carriers={carriers} />,
              },
            ]}
          />
        )}
      </Loaded>
    </Card>
  )
}

function Places({ provinces, excluded }: Pick<FreightRule, 'provinces' | 'excluded'>) {
  const t = useText(shippingPageText)
  const nameOf = useRegionNames([...provinces, ...excluded])
  const names = (codes: readonly string[]) => codes.map(nameOf).join(comma())
  const where = provinces.length === 0 ? t('rule.everywhere') : names(provinces)
  return (
    <span style={{ display: 'inline-block', maxWidth: 'max(200px, 22vw)', whiteSpace: 'normal' }}>
      {where}
      {excluded.length > 0 && t('rule.except', { places: names(excluded) })}
    </span>
  )
}

function RuleActions({ rule, carriers }: { readonly rule: FreightRule; readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  return (
    <Flex gap="small">
      <EditRule id={rule.id} carriers={carriers} />
      <AskingVerb
        title={t('rule.remove.ask', { name: rule.name })}
        consequence={t('rule.remove.consequence')}
        permission="freight.change"
        size="small"
        danger
        work={() => ask('DELETE /api/v1/admin/freight-rules/{id}', { path: { id: rule.id } })}
        onDone={useRefresh()}
      >
        {t('rule.remove')}
      </AskingVerb>
    </Flex>
  )
}

type RuleForm = Omit<FreightRule, 'id'>

const useRefresh = () => useReload('freight-rules', 'carriers')

function AddRule({ carriers }: { readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const { currency } = useMe().shop
  const none = { minor: 0, currency }
  return (
    <AskingVerb<RuleForm>
      title={t('rule.add')}
      permission="freight.change"
      blocked={carriers.length === 0 && t('empty.carriers')}
      initial={{
        carrier: carriers[0]?.code,
        provinces: [],
        excluded: [],
        surcharge: none,
        reachable: true,
        firstGrams: 1_000,
        stepGrams: 1_000,
        firstFee: none,
        stepFee: none,
        freeFrom: null,
        priority: 100,
      }}
      fields={<RuleFields carriers={carriers} currency={currency} />}
      work={(rule) => ask('POST /api/v1/admin/freight-rules', { body: bodyOf(rule, currency) })}
      onDone={useRefresh()}
    >
      {t('rule.add')}
    </AskingVerb>
  )
}

function EditRule({ id, carriers }: { readonly id: string; readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const { currency } = useMe().shop
  const whoChanged = useWhoChanged()
  const read = async () => {
    const { answer, etag } = await askWithTag('GET /api/v1/admin/freight-rules')
    const { id: _, ...thing } = answer.find((rule) => rule.id === id) ?? {}
    return 'carrier' in thing ? { thing, etag: etag ?? undefined } : undefined
  }
  return (
    <EditVerb<RuleForm>
      title={t('rule.edit')}
      permission="freight.change"
      size="small"
      fields={<RuleFields carriers={carriers} currency={currency} />}
      read={read}
      who={() => whoChanged('freight_rule.changed', (data) => data.id === id)}
      work={(rule, ifMatch) =>
        ask('PUT /api/v1/admin/freight-rules/{id}', { path: { id }, body: bodyOf(rule, currency), ...ifMatch })
      }
      useChanges={useChangesText}
      onDone={useRefresh()}
    >
      {t('rule.edit')}
    </EditVerb>
  )
}

/** What was left empty costs nothing. */
const bodyOf = ({ freeFrom, surcharge, ...rule }: RuleForm, currency: string): RuleForm => ({
  ...rule,
  freeFrom: freeFrom ?? null,
  surcharge: surcharge ?? { minor: 0, currency },
})

function RuleFields({ carriers, currency }: { readonly carriers: readonly Carrier[]; readonly currency: string }) {
  const t = useText(shippingPageText)
  const language = useLocale()
  const needed = [{ required: true, message: t('missing') }]
  return (
    <>
      <Form.Item
        name="name"
        label={t('rule.name')}
        rules={[{ required: true, whitespace: true, message: t('missing') }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="carrier" label={t('rule.carrier')} rules={needed}>
        <Select options={carriers.map(({ code, name }) => ({ value: code, label: name[language] }))} />
      </Form.Item>
      <Form.Item name="provinces" label={t('rule.provinces')}>
        <RegionsPicker abroad placeholder={t('rule.everywhere')} />
      </Form.Item>
      <Form.Item name="excluded" label={t('rule.excluded')}>
        <RegionsPicker abroad placeholder={t('rule.excluded.none')} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="priority" label={t('rule.priority')} extra={t('rule.priority.hint')} rules={needed}>
          <InputNumber min={0} max={10_000} precision={0} />
        </Form.Item>
        <Form.Item name="reachable" label={t('rule.reachable')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="firstGrams" label={t('rule.first')} rules={needed} style={{ flex: 1 }}>
          <InputNumber min={1} max={1_000_000} precision={0} suffix={t('grams')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="firstFee" label={t('rule.firstFee')} rules={needed} style={{ flex: 1 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="stepGrams" label={t('rule.step')} rules={needed} style={{ flex: 1 }}>
          <InputNumber min={1} max={1_000_000} precision={0} suffix={t('grams')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="stepFee" label={t('rule.stepFee')} rules={needed} style={{ flex: 1 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="freeFrom" label={t('rule.freeFrom')} style={{ flex: 1 }}>
          <MoneyInput currency={currency} placeholder={t('rule.never')} />
        </Form.Item>
        <Form.Item name="surcharge" label={t('rule.surcharge')} extra={t('rule.surcharge.hint')} style={{ flex: 1 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
      </Flex>
    </>
  )
}
