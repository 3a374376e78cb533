import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Flex, Form, InputNumber, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { orderCan } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { usePreview } from '../../frame/preview.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { handlingText } from './handling-text.ts'
import type { SentLine, SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

interface ItemsForm {
  readonly lines: Readonly<Record<string, { readonly quantity: number; readonly variantId: string }>>
  readonly reason: string
  readonly acceptDearer?: boolean
}

type Changed = AnswerOf<'POST /api/v1/admin/orders/{id}/items/preview'>

const bodyOf = ({ lines, ...rest }: ItemsForm) => ({
  ...rest,
  lines: Object.entries(lines).map(([lineId, each]) => ({ lineId, ...each })),
})

/** Another variant, another quantity, a line less, with what it comes to before anybody says yes. */
export function ItemsVerb({ order, lines }: { readonly order: SentOrder; readonly lines: readonly SentLine[] }) {
  const t = useText(handlingText)
  const reload = useReload('orders')
  const initial = {
    lines: Object.fromEntries(lines.map(({ id, quantity, variantId }) => [id, { quantity, variantId }])),
  }
  return (
    <AskingVerb<ItemsForm>
      size="small"
      title={t('items.title')}
      consequence={t(order.payment === 'awaiting' ? 'items.about.unpaid' : 'items.about.paid')}
      permission="orders.change"
      blocked={!orderCan(order, 'changeRecipient') && t('items.late')}
      initial={initial}
      width={720}
      fields={<ItemFields order={order} lines={lines} />}
      work={(values) => ask('POST /api/v1/admin/orders/{id}/items', { path: { id: order.id }, body: bodyOf(values) })}
      onDone={reload}
    >
      {t('items.change')}
    </AskingVerb>
  )
}

function ItemFields({ order, lines }: { readonly order: SentOrder; readonly lines: readonly SentLine[] }) {
  const t = useText(handlingText)
  return (
    <>
      {lines.map((line) => (
        <LineFields key={line.id} line={line} />
      ))}
      {order.payment !== 'awaiting' && (
        <Form.Item name="acceptDearer" valuePropName="checked">
          <Checkbox>{t('items.accept')}</Checkbox>
        </Form.Item>
      )}
      <ReasonField label={t('items.reason')} />
      <PreviewButton order={order} />
    </>
  )
}

function LineFields({ line }: { readonly line: SentLine }) {
  const t = useText(handlingText)
  const language = useLocale()
  const product = useQuery({
    ...asking('GET /api/v1/admin/products/{id}', { path: { id: line.productId } }),
    staleTime: 60_000,
  }).data
  const known = { value: line.variantId, label: `${line.specification[language]} ${line.sku}`.trim() }
  const others = (product?.variants ?? [])
    .filter(({ id, status }) => id !== line.variantId && status === 'active')
    .map(({ id, sku, price, optionValues }) => ({
      value: id,
      label: [...optionValues[language], sku, price && moneyText(price.list)].filter(Boolean).join(' '),
    }))
  return (
    <Flex gap="small" align="end" wrap>
      <Form.Item
        name={['lines', line.id, 'variantId']}
        label={line.name[language]}
        style={{ flex: '1 1 320px', marginBottom: 12 }}
      >
        <Select options={[known, ...others]} />
      </Form.Item>
      <Form.Item name={['lines', line.id, 'quantity']} label={t('items.quantity')} style={{ marginBottom: 12 }}>
        <InputNumber min={0} max={9_999} precision={0} />
      </Form.Item>
    </Flex>
  )
}

function PreviewButton({ order }: { readonly order: SentOrder }) {
  const t = useText(handlingText)
  const common = useText(ordersPageText)
  const form = Form.useFormInstance<ItemsForm>()
  const { reason: _, ...now } = Form.useWatch([], form) ?? {}
  const { seen, error, look } = usePreview<Changed>(JSON.stringify(now))
  const preview = () => {
    const values = { ...form.getFieldsValue(), reason: form.getFieldValue('reason') || t('items.preview') }
    return look(ask('POST /api/v1/admin/orders/{id}/items/preview', { path: { id: order.id }, body: bodyOf(values) }))
  }
  return (
    <Flex vertical gap="small">
      <Button onClick={() => void preview()}>{t('items.preview')}</Button>
      {error && <ProblemAlert error={error} />}
      {seen && (
        <Alert
          type="info"
          title={
            <Typography.Text>
              {common('amount.total')} {moneyText(order.total)} → {moneyText(seen.order.total)} ·{' '}
              {t('items.refund', { amount: moneyText(seen.refund) })} ·{' '}
              {t('items.freight', { amount: moneyText(seen.order.freight) })}
              {seen.order.status === 'cancelled' && ` · ${t('items.cancels')}`}
            </Typography.Text>
          }
          description={seen.stock.map(({ sku, before, after }) => (
            <div key={sku}>{t('items.stock', { sku, before, after })}</div>
          ))}
        />
      )}
    </Flex>
  )
}
