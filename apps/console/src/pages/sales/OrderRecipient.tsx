import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Card, Checkbox, Flex, Form, Input, Select, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { fulfilmentSteps, isContact } from '#model/sales/orders'
import type { Recipient } from '#model/supply/shipping'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useCarrierName } from '../../frame/carriers.ts'
import { moneyText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { ProblemAlert } from '../../frame/Problems.tsx'
import { usePreview } from '../../frame/preview.ts'
import { DistrictPicker, useDistrictName } from '../../frame/Region.tsx'
import { useMay } from '../../frame/session.ts'
import { useWhyNot } from '../../frame/steps.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import { customerText } from './customer-text.ts'
import { type SentOrder, useOrderNames } from './order.ts'
import { ordersPageText } from './orders-text.ts'
import { PasteRecipient } from './PasteRecipient.tsx'

/** Who gets the order: masked until somebody says why they need to see it. */
export function RecipientCard({ order, masked }: { readonly order: SentOrder; readonly masked: Recipient }) {
  const t = useText(ordersPageText)
  const [revealed, setRevealed] = useState<Recipient>()
  const shown = revealed ?? masked
  const isUnsent = isContact(masked)
  const district = useDistrictName(shown.districtCode)
  const reload = useReload('orders')
  const reveal = async ({ reason }: { reason: string }) =>
    setRevealed(
      await ask('POST /api/v1/admin/orders/{id}/reveal-recipient', { path: { id: order.id }, body: { reason } }),
    )
  return (
    <Card size="small" title={t('recipient')} extra={<BuyerLink id={order.customerId} />}>
      <Flex vertical gap={4}>
        <span>{shown.name || isUnsent ? <Person {...shown} /> : t('recipient.forgotten')}</span>
        {isUnsent && <Typography.Text type="secondary">{t('recipient.unsent')}</Typography.Text>}
        <Typography.Text>
          {[district, shown.city, shown.street, shown.postcode].filter(Boolean).join(' ')}
        </Typography.Text>
        <Flex gap="small" wrap style={{ marginTop: 8 }}>
          <AskingVerb<{ reason: string }>
            size="small"
            title={t('recipient.reveal')}
            consequence={t('recipient.reveal.about')}
            permission="customers.reveal"
            blocked={!masked.phone && t('recipient.forgotten')}
            fields={<ReasonField label={t('recipient.reveal.why')} least={4} />}
            work={reveal}
            onDone={reload}
          >
            {t('recipient.reveal')}
          </AskingVerb>
          {!isUnsent && <ChangeVerb order={order} known={revealed} onChanged={() => setRevealed(undefined)} />}
        </Flex>
      </Flex>
    </Card>
  )
}

function BuyerLink({ id }: { readonly id: string }) {
  const t = useText(customerText)
  return <Link to={`/customers/${id}`}>{t('order.of')}</Link>
}

const Person = ({ name, phone }: Recipient) => (
  <>
    <strong>{name}</strong> {phone}
  </>
)

interface RecipientForm extends Recipient {
  readonly carrier?: string
  readonly acceptFreight?: boolean
}

const bodyOf = ({ carrier, acceptFreight, ...recipient }: RecipientForm) => ({
  recipient,
  ...(carrier && { carrier }),
  ...(acceptFreight && { acceptFreight }),
})

function ChangeVerb({
  order,
  known,
  onChanged,
}: {
  readonly order: SentOrder
  readonly known: Recipient | undefined
  readonly onChanged: () => void
}) {
  const t = useText(ordersPageText)
  const reload = useReload('orders')
  const { axis } = useOrderNames()
  const whyNot = useWhyNot(fulfilmentSteps, (status) => axis('fulfilment', status))
  const work = (form: RecipientForm) =>
    ask('PUT /api/v1/admin/orders/{id}/recipient', { path: { id: order.id }, body: bodyOf(form) })
  const blocked =
    order.status === 'open'
      ? whyNot(order.fulfilment, 'withdraw')
      : t('closed', { status: axis('status', order.status) })
  return (
    <AskingVerb<RecipientForm>
      key={known?.phone}
      size="small"
      title={t('recipient.change')}
      consequence={t('recipient.change.about')}
      permission="orders.change"
      blocked={blocked}
      initial={known ?? { districtCode: order.districtCode }}
      fields={<RecipientFields order={order} />}
      work={work}
      onDone={async () => {
        onChanged()
        await reload()
      }}
    >
      {t('recipient.change')}
    </AskingVerb>
  )
}

function RecipientFields({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const language = useLocale()
  const may = useMay('outbound.read')
  const isAbroad = /^[A-Z]/.test(Form.useWatch('districtCode') ?? '')
  const carriers = useQuery({ ...asking('GET /api/v1/admin/carriers'), enabled: may })
  const needed = [{ required: true, whitespace: true, message: t('needed') }]
  const options = (carriers.data ?? [])
    .filter(({ enabled }) => enabled)
    .map(({ code, name }) => ({ value: code, label: name[language] }))
  return (
    <>
      <PasteRecipient />
      <Form.Item name="name" label={t('recipient.name')} rules={needed}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="phone"
        label={t('recipient.phone')}
        rules={[{ required: true, pattern: /^[0-9+ -]{5,20}$/, message: t('recipient.phone.rule') }]}
      >
        <Input maxLength={20} autoComplete="off" inputMode="tel" />
      </Form.Item>
      <Form.Item
        name="districtCode"
        label={t('recipient.district')}
        rules={[{ required: true, pattern: /^(\d{6}|[A-Z]{2}.*)$/, message: t('needed') }]}
      >
        <DistrictPicker />
      </Form.Item>
      {isAbroad && (
        <Form.Item name="city" label={t('recipient.city')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="street" label={t('recipient.street')} rules={needed}>
        <Input.TextArea maxLength={120} autoComplete="off" rows={2} />
      </Form.Item>
      {isAbroad && (
        <Form.Item name="postcode" label={t('recipient.postcode')}>
          <Input maxLength={12} autoComplete="off" />
        </Form.Item>
      )}
      <Form.Item name="carrier" label={t('recipient.carrier')}>
        <Select allowClear placeholder={t('recipient.carrier.keep')} options={options} />
      </Form.Item>
      <Form.Item name="acceptFreight" valuePropName="checked">
        <Checkbox>{t('recipient.accept')}</Checkbox>
      </Form.Item>
      <PreviewButton order={order} />
    </>
  )
}

type Preview = AnswerOf<'POST /api/v1/admin/orders/{id}/recipient/preview'>

const sayOf = ({ order, freightNow }: Preview) =>
  freightNow && freightNow.minor !== order.freight.minor ? 'recipient.preview.differs' : 'recipient.preview.same'

/** Who would bring it, and what freight would be there today beside what was agreed. */
function PreviewButton({ order }: { readonly order: SentOrder }) {
  const t = useText(ordersPageText)
  const carrier = useCarrierName()
  const form = Form.useFormInstance<RecipientForm>()
  const { seen, error, look } = usePreview<Preview>(JSON.stringify(Form.useWatch([], form)))
  const preview = async () => {
    const values = await form.validateFields().catch(() => undefined)
    if (!values) return
    await look(
      ask('POST /api/v1/admin/orders/{id}/recipient/preview', { path: { id: order.id }, body: bodyOf(values) }),
    )
  }
  return (
    <Flex vertical gap="small">
      <Button onClick={() => void preview()}>{t('recipient.preview')}</Button>
      {error && <ProblemAlert error={error} />}
      {seen && (
        <Alert
          type="info"
          title={t(sayOf(seen), {
            before: carrier(order.carrier),
            after: carrier(seen.order.carrier),
            agreed: moneyText(seen.order.freight),
            now: seen.freightNow ? moneyText(seen.freightNow) : '—',
            total: moneyText(seen.order.total),
          })}
        />
      )}
    </Flex>
  )
}
