import { Card, Flex, Form, Input, Select, Tag, Typography } from 'antd'
import { fulfilmentSteps, requestKinds } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { type BodyOf, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Wishes that the warehouse must see. */
export function RequestsCard({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const { request } = useOrderNames()
  return (
    <Card size="small" title={t('requests')} extra={<AddVerb order={order} />}>
      {order.requests.length === 0 && <Typography.Text type="secondary">{t('requests.none')}</Typography.Text>}
      <Flex vertical gap={6}>
        {order.requests.map(({ kind, text, by, at }) => (
          <div key={`${at}${text}`}>
            <Tag>{request(kind)}</Tag>
            {text}{' '}
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {by}
            </Typography.Text>
          </div>
        ))}
      </Flex>
    </Card>
  )
}

function AddVerb({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const reload = useReload('orders')
  const { axis, request } = useOrderNames()
  const whyNot = useWhyNot(fulfilmentSteps, (status) => axis('fulfilment', status))
  const fields = (
    <>
      <Form.Item name="kind" label={t('request.kind')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={requestKinds.map((kind) => ({ value: kind, label: request(kind) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('request.text')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input.TextArea maxLength={200} showCount rows={3} />
      </Form.Item>
    </>
  )
  return (
    <AskingVerb<BodyOf<'POST /api/v1/admin/orders/{id}/requests'>>
      size="small"
      title={t('request.add')}
      consequence={t('request.add.about')}
      permission="orders.change"
      blocked={
        order.status === 'open'
          ? whyNot(order.fulfilment, 'withdraw')
          : t('closed', { status: axis('status', order.status) })
      }
      initial={{ kind: 'other' }}
      fields={fields}
      work={(values) => ask('POST /api/v1/admin/orders/{id}/requests', { path: { id: order.id }, body: values })}
      onDone={reload}
    >
      {t('request.add')}
    </AskingVerb>
  )
}
