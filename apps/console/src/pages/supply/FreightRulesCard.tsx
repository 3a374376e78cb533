import { useQuery } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag } from 'antd'
import type { AnswerOf } from '#client'
import type { Money } from '#kernel/money'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { comma, moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { RegionsPicker, useRegionNames } from '../../frame/Region.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
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
    <Card size="small" title={t('rules')} extra={<RuleVerb carriers={carriers} />}>
      <Loaded query={rules}>
        {(rows) => (
          <Table<FreightRule>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            empty={{ says: t('empty.rules'), next: <RuleVerb carriers={carriers} /> }}
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
    <span style={{ display: 'inline-block', maxWidth: 200, whiteSpace: 'normal' }}>
      {where}
      {excluded.length > 0 && t('rule.except', { places: names(excluded) })}
    </span>
  )
}

function RuleActions({ rule, carriers }: { readonly rule: FreightRule; readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const reload = useReload('freight-rules', 'carriers')
  return (
    <Flex gap="small">
      <RuleVerb rule={rule} carriers={carriers} />
      <AskingVerb
        title={t('rule.remove.ask', { name: rule.name })}
        consequence={t('rule.remove.consequence')}
        permission="freight.change"
        size="small"
        danger
        work={() => ask('DELETE /api/v1/admin/freight-rules/{id}', { path: { id: rule.id } })}
        onDone={reload}
      >
        {t('rule.remove')}
      </AskingVerb>
    </Flex>
  )
}

function RuleVerb({ rule, carriers }: { readonly rule?: FreightRule; readonly carriers: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const { currency } = useMe().shop
  const reload = useReload('freight-rules', 'carriers')
  const title = t(rule ? 'rule.edit' : 'rule.add')
  const initial: Partial<FreightRule> = rule ?? {
    carrier: carriers[0]?.code,
    provinces: [],
    excluded: [],
    surcharge: { minor: 0, currency },
    reachable: true,
    firstGrams: 1_000,
    stepGrams: 1_000,
    firstFee: { minor: 0, currency },
    stepFee: { minor: 0, currency },
    freeFrom: null,
    priority: 100,
  }
  const save = ({ freeFrom, surcharge, ...values }: FreightRule) => {
    const body = { ...values, freeFrom: freeFrom ?? null, surcharge: surcharge ?? { minor: 0, currency } }
    return rule
      ? ask('PUT /api/v1/admin/freight-rules/{id}', { path: { id: rule.id }, body })
      : ask('POST /api/v1/admin/freight-rules', { body })
  }
  return (
    <AskingVerb<FreightRule>
      title={title}
      permission="freight.change"
      blocked={carriers.length === 0 && t('empty.carriers')}
      size={rule && 'small'}
      initial={{ ...initial, id: undefined }}
      fields={<RuleFields carriers={carriers} currency={currency} />}
      work={({ id: _, ...values }) => save(values as FreightRule)}
      onDone={reload}
    >
      {title}
    </AskingVerb>
  )
}

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
