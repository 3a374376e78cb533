import { Card, Flex, Form, Input, Select, Tag, Typography } from 'antd'
import { contactOutcomes, contactWays, deskText } from '#model/sales/desk'
import { ask } from '../../frame/api.ts'
import { type BodyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { instantAt } from '../../frame/wall-clock.ts'
import type { Handling } from './desk.ts'
import { handlingText } from './handling-text.ts'
import type { SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** Every contact with the buyer about this order, what was agreed, and when the next is due. */
export function ContactsCard({
  order,
  handling: { contacts },
}: {
  readonly order: SentOrder
  readonly handling: Handling
}) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const instantText = useInstantText()
  return (
    <Card size="small" title={t('contacts')} extra={<ContactVerb order={order} />}>
      {order.releaseFrom && <Tag color="warning">{t('contacts.agreed', { from: instantText(order.releaseFrom) })}</Tag>}
      {contacts.length === 0 && <Typography.Text type="secondary">{t('contacts.none')}</Typography.Text>}
      <Flex vertical gap="small">
        {contacts.map((contact) => (
          <div key={contact.id}>
            <Tag>{words(`contact.way.${contact.way}`)}</Tag>
            {words(`contact.outcome.${contact.outcome}`)} {contact.note}
            <br />
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {contact.by} · {instantText(contact.at)}
              {contact.nextDueAt && ` · ${t('contacts.next', { at: instantText(contact.nextDueAt) })}`}
            </Typography.Text>
          </div>
        ))}
      </Flex>
    </Card>
  )
}

type ContactForm = BodyOf<'POST /api/v1/admin/orders/{id}/contacts'>

function ContactVerb({ order }: { readonly order: SentOrder }) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const reload = useReload('orders', 'calls')
  const { timeZone } = useMe().shop
  const instant = (text: string | undefined) => (text ? instantAt(text, timeZone) : undefined)
  const needed = [{ required: true, message: common('needed') }]
  const fields = (
    <>
      <Form.Item name="way" label={t('contacts.way')} rules={needed}>
        <Select options={contactWays.map((value) => ({ value, label: words(`contact.way.${value}`) }))} />
      </Form.Item>
      <Form.Item name="outcome" label={t('contacts.outcome')} rules={needed}>
        <Select options={contactOutcomes.map((value) => ({ value, label: words(`contact.outcome.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={common('note')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="deliverFrom" label={t('contacts.deliverFrom')} extra={t('contacts.deliverFrom.about')}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="nextDueAt" label={t('contacts.nextDue')}>
        <Input type="datetime-local" />
      </Form.Item>
    </>
  )
  return (
    <AskingVerb<ContactForm>
      size="small"
      title={t('contacts.add')}
      permission="orders.change"
      initial={{ way: 'call', outcome: 'reached' }}
      fields={fields}
      work={({ nextDueAt, deliverFrom, ...body }) =>
        ask('POST /api/v1/admin/orders/{id}/contacts', {
          path: { id: order.id },
          body: {
            ...body,
            nextDueAt: instant(nextDueAt),
            deliverFrom: instant(deliverFrom),
          },
        })
      }
      onDone={reload}
    >
      {t('contacts.add')}
    </AskingVerb>
  )
}
