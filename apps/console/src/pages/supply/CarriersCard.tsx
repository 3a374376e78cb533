import { useQueryClient } from '@tanstack/react-query'
import { Card, Flex, Form, Input, InputNumber, Switch, Table, Tag } from 'antd'
import { put } from '../../frame/api.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { shippingPageText } from './shipping-text.ts'

export interface Carrier {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly phone: string
  readonly inquiryUrl: string
  readonly service: string
  readonly enabled: boolean
  readonly daysMin: number
  readonly daysMax: number
}

/** The couriers we give parcels to. */
export function CarriersCard({ rows }: { readonly rows: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const language = useLocale()
  return (
    <Card size="small" title={t('carriers')} extra={<CarrierVerb />}>
      <Table<Carrier>
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('empty.carriers') }}
        columns={[
          { title: t('carrier.code'), dataIndex: 'code' },
          { title: t('rule.carrier'), render: (_, row) => row.name[language] },
          { title: t('carrier.service'), dataIndex: 'service' },
          {
            title: t('carrier.days'),
            render: (_, row) => t('carrier.days.text', { min: row.daysMin, max: row.daysMax }),
          },
          { title: t('carrier.phone'), dataIndex: 'phone' },
          {
            title: t('carrier.enabled'),
            render: (_, row) => (
              <Tag color={row.enabled ? 'success' : 'default'}>{t(row.enabled ? 'carrier.on' : 'carrier.off')}</Tag>
            ),
          },
          { title: t('actions'), render: (_, row) => <CarrierVerb carrier={row} /> },
        ]}
      />
    </Card>
  )
}

interface CarrierForm extends Omit<Carrier, 'name'> {
  readonly zh: string
  readonly en: string
}

function CarrierVerb({ carrier }: { readonly carrier?: Carrier }) {
  const t = useText(shippingPageText)
  const queries = useQueryClient()
  const title = t(carrier ? 'carrier.edit' : 'carrier.add')
  const initial: Partial<CarrierForm> = carrier
    ? { ...carrier, zh: carrier.name.zh, en: carrier.name.en }
    : { enabled: true, daysMin: 2, daysMax: 4, phone: '', inquiryUrl: '', service: 'standard' }
  return (
    <AskingVerb<CarrierForm>
      title={title}
      permission="freight.change"
      size={carrier && 'small'}
      initial={initial}
      fields={<CarrierFields isNew={!carrier} />}
      work={({ zh, en, ...rest }) => put('/carriers', { ...rest, name: { zh, en } })}
      onDone={() => queries.invalidateQueries({ queryKey: ['/carriers'] })}
    >
      {title}
    </AskingVerb>
  )
}

function CarrierFields({ isNew }: { readonly isNew: boolean }) {
  const t = useText(shippingPageText)
  const needed = [{ required: true, whitespace: true, message: t('missing') }]
  return (
    <>
      <Form.Item
        name="code"
        label={t('carrier.code')}
        rules={[{ required: true, pattern: /^[A-Z0-9]{2,10}$/, message: t('carrier.code.rule') }]}
      >
        <Input disabled={!isNew} maxLength={10} />
      </Form.Item>
      <Form.Item name="zh" label={t('carrier.name')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="en" label={t('carrier.nameEn')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="service" label={t('carrier.service')}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="phone" label={t('carrier.phone')}>
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item
        name="inquiryUrl"
        label={t('carrier.inquiry')}
        extra={t('carrier.inquiry.hint', { waybill: '{waybill}' })}
      >
        <Input maxLength={300} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="daysMin" label={t('days.min')} rules={[{ required: true, message: t('missing') }]}>
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
        <Form.Item
          name="daysMax"
          label={t('days.max')}
          dependencies={['daysMin']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value >= getFieldValue('daysMin') ? Promise.resolve() : Promise.reject(new Error(t('days.order'))),
            }),
          ]}
        >
          <InputNumber min={0} max={60} precision={0} />
        </Form.Item>
        <Form.Item name="enabled" label={t('carrier.enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
      </Flex>
    </>
  )
}
