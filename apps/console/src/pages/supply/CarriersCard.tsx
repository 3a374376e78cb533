import { Card, Flex, Form, Input, InputNumber, Select, Switch, Tag } from 'antd'
import { serviceTypes, shippingText } from '#model/supply/shipping'
import { ask, askWithTag } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { type IfMatch, useWhoChanged } from '../../frame/contest.tsx'
import { EditVerb } from '../../frame/EditVerb.tsx'
import { useLocale, useText } from '../../frame/language.ts'
import { RegionsPicker } from '../../frame/Region.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { useChangesText } from '../office/changes-in-words.ts'
import type { Carrier } from './outbound.ts'
import { shippingPageText } from './shipping-text.ts'

/** The couriers we give parcels to. */
export function CarriersCard({ rows }: { readonly rows: readonly Carrier[] }) {
  const t = useText(shippingPageText)
  const language = useLocale()
  return (
    <Card size="small" title={t('carriers')} extra={<AddCarrier />}>
      <Table<Carrier>
        size="small"
        rowKey="code"
        pagination={false}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        empty={{ says: t('empty.carriers'), next: <AddCarrier /> }}
        columns={[
          { title: t('carrier.code'), dataIndex: 'code' },
          { title: t('rule.carrier'), render: (_, row) => row.name[language] },
          { title: t('carrier.service'), render: (_, row) => <ServiceTags carrier={row} /> },
          { title: t('carrier.cutoff'), render: (_, row) => row.cutoff ?? '—' },
          {
            title: t('carrier.days'),
            render: (_, row) => t('carrier.days.text', { min: row.daysMin, max: row.daysMax }),
          },
          { title: t('carrier.phone'), render: (_, row) => <CarrierContact carrier={row} /> },
          {
            title: t('carrier.enabled'),
            render: (_, row) => (
              <Tag color={row.enabled ? 'success' : 'default'}>{t(row.enabled ? 'carrier.on' : 'carrier.off')}</Tag>
            ),
          },
          { key: 'actions', title: t('actions'), render: (_, row) => <EditCarrier code={row.code} /> },
        ]}
      />
    </Card>
  )
}

function ServiceTags({ carrier: { serviceType, insures, maxGrams, collectsCash } }: { readonly carrier: Carrier }) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  return (
    <Flex gap={4} wrap>
      <Tag>{words(`carrier.service.${serviceType}`)}</Tag>
      {insures && <Tag color="success">{t('carrier.insures')}</Tag>}
      {collectsCash && <Tag color="gold">{t('carrier.collectsCash')}</Tag>}
      {maxGrams !== null && <Tag>{t('carrier.upTo', { kilograms: maxGrams / 1_000 })}</Tag>}
    </Flex>
  )
}

/** The phone to dial and the page where a person looks a number up. */
function CarrierContact({ carrier: { phone, inquiryUrl } }: { readonly carrier: Carrier }) {
  const t = useText(shippingPageText)
  return (
    <Flex gap="small">
      {phone && <a href={`tel:${phone}`}>{phone}</a>}
      {inquiryUrl && (
        <a href={inquiryUrl.replace('{waybill}', '')} target="_blank" rel="noreferrer">
          {t('carrier.inquire')}
        </a>
      )}
    </Flex>
  )
}

interface CarrierForm extends Omit<Carrier, 'name'> {
  readonly zh: string
  readonly en: string
}

const formOf = ({ name, ...carrier }: Carrier): CarrierForm => ({ ...carrier, ...name })

const firstCarrier: Partial<CarrierForm> = {
  enabled: true,
  daysMin: 2,
  daysMax: 4,
  phone: '',
  inquiryUrl: '',
  service: 'standard',
  serviceType: 'express',
  insures: false,
  collectsCash: false,
  cashRegions: [],
}

const save = ({ zh, en, ...rest }: CarrierForm, ifMatch: IfMatch = {}) => {
  const body = { ...rest, maxGrams: rest.maxGrams ?? null, cutoff: rest.cutoff || null, name: { zh, en } }
  return ask('PUT /api/v1/admin/carriers', { body, ...ifMatch })
}

function AddCarrier() {
  const t = useText(shippingPageText)
  return (
    <AskingVerb<CarrierForm>
      title={t('carrier.add')}
      permission="freight.change"
      initial={firstCarrier}
      fields={<CarrierFields isNew />}
      work={(carrier) => save(carrier)}
      onDone={useReload('carriers')}
    >
      {t('carrier.add')}
    </AskingVerb>
  )
}

function EditCarrier({ code }: { readonly code: string }) {
  const t = useText(shippingPageText)
  const whoChanged = useWhoChanged()
  const read = async () => {
    const { answer, etag } = await askWithTag('GET /api/v1/admin/carriers')
    const carrier = answer.find((each) => each.code === code)
    return carrier && { thing: formOf(carrier), etag: etag ?? undefined }
  }
  return (
    <EditVerb<CarrierForm>
      title={t('carrier.edit')}
      permission="freight.change"
      size="small"
      fields={<CarrierFields isNew={false} />}
      read={read}
      who={() => whoChanged('carrier.changed', ({ after }) => (after as Carrier | undefined)?.code === code)}
      work={save}
      useChanges={useChangesText}
      onDone={useReload('carriers')}
    >
      {t('carrier.edit')}
    </EditVerb>
  )
}

function CarrierFields({ isNew }: { readonly isNew: boolean }) {
  const t = useText(shippingPageText)
  const words = useText(shippingText)
  const needed = [{ required: true, whitespace: true, message: t('missing') }]
  return (
    <>
      <Form.Item
        name="code"
        label={t('carrier.code')}
        extra={!isNew && t('carrier.code.fixed')}
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
      <Flex gap="middle">
        <Form.Item name="serviceType" label={t('carrier.service')} style={{ flex: 1 }}>
          <Select options={serviceTypes.map((value) => ({ value, label: words(`carrier.service.${value}`) }))} />
        </Form.Item>
        <Form.Item name="service" label={t('carrier.product')} extra={t('carrier.product.hint')} style={{ flex: 1 }}>
          <Input maxLength={40} />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="insures" label={t('carrier.insures')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="maxGrams" label={t('carrier.maxGrams')} style={{ flex: 1 }}>
          <InputNumber min={1} precision={0} suffix={t('grams')} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="cutoff"
          label={t('carrier.cutoff')}
          rules={[{ pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t('carrier.cutoff.rule') }]}
          style={{ flex: 1 }}
        >
          <Input placeholder="17:00" maxLength={5} />
        </Form.Item>
      </Flex>
      <Flex gap="middle">
        <Form.Item name="collectsCash" label={t('carrier.collectsCash')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="cashRegions" label={t('carrier.cashRegions')} style={{ flex: 1 }}>
          <RegionsPicker placeholder={t('carrier.cashRegions.all')} />
        </Form.Item>
      </Flex>
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
