import { Card, Checkbox, Flex, Form, Input, Radio, Tag, Typography } from 'antd'
import { type CheckItem, checkItems, deskText } from '#model/sales/desk'
import { orderCan } from '#model/sales/orders'
import { ask } from '../../frame/api.ts'
import { type BodyOf, useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { Handling } from './desk.ts'
import { handlingText } from './handling-text.ts'
import type { SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

interface Props {
  readonly order: SentOrder
  readonly handling: Handling
}

/** What was checked before release, by whom, and whether the buyer has confirmed the order. */
export function ChecksCard({ order, handling }: Props) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const instantText = useInstantText()
  const { checks, confirmation } = handling
  return (
    <Card size="small" title={t('checks')} extra={<CheckVerb order={order} handling={handling} />}>
      <Flex vertical gap={6}>
        {checkItems.map((item) => {
          const check = checks.find((each) => each.item === item)
          return (
            <Flex key={item} gap="small" wrap>
              <Tag color={check ? 'success' : 'default'}>{words(`check.${item}`)}</Tag>
              <Typography.Text type="secondary" style={{ fontSize: 12 }}>
                {check ? `${check.by} ${instantText(check.at)} ${check.note}` : t('checks.open')}
              </Typography.Text>
            </Flex>
          )
        })}
        <Flex gap="small" align="center" wrap style={{ marginTop: 6 }}>
          <span>{t('confirmation')}</span>
          <Tag color={confirmation?.status === 'confirmed' ? 'success' : confirmation ? 'warning' : 'default'}>
            {confirmation ? words(`confirmation.${confirmation.status}`) : t('confirmation.none')}
          </Tag>
          {confirmation?.settledBy && (
            <Typography.Text type="secondary" style={{ fontSize: 12 }}>
              {confirmation.settledBy} {instantText(confirmation.settledAt)} {confirmation.note}
            </Typography.Text>
          )}
          <ConfirmVerb order={order} handling={handling} />
        </Flex>
      </Flex>
    </Card>
  )
}

function CheckVerb({ order, handling: { checks } }: Props) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const reload = useReload('orders', 'calls')
  const open = checkItems.filter((item) => !checks.some((check) => check.item === item))
  return (
    <AskingVerb<{ items: CheckItem[]; note?: string }>
      size="small"
      title={t('checks.title')}
      consequence={t('checks.about')}
      permission="orders.change"
      blocked={!orderCan(order, 'changeRecipient') && t('checks.late')}
      initial={{ items: open }}
      fields={
        <>
          <Form.Item
            name="items"
            label={t('checks.items')}
            rules={[{ required: true, type: 'array', min: 1, message: common('needed') }]}
          >
            <Checkbox.Group options={checkItems.map((value) => ({ value, label: words(`check.${value}`) }))} />
          </Form.Item>
          <NoteField label={common('note')} />
        </>
      }
      work={(body) => ask('POST /api/v1/admin/orders/{id}/checks', { path: { id: order.id }, body })}
      onDone={reload}
    >
      {t('checks.do')}
    </AskingVerb>
  )
}

const NoteField = ({ label }: { readonly label: string }) => (
  <Form.Item name="note" label={label}>
    <Input.TextArea rows={2} maxLength={200} showCount />
  </Form.Item>
)

function ConfirmVerb({ order, handling: { confirmation } }: Props) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const reload = useReload('orders', 'calls')
  const settled = confirmation?.status === 'confirmed' || confirmation?.status === 'declined'
  return (
    <AskingVerb<BodyOf<'POST /api/v1/admin/orders/{id}/confirmation'>>
      size="small"
      title={t('confirmation.record')}
      consequence={t('confirmation.about')}
      permission="orders.change"
      blocked={settled && t('confirmation.settled')}
      initial={{ outcome: 'confirmed' }}
      fields={
        <>
          <Form.Item name="outcome" label={t('confirmation.outcome')}>
            <Radio.Group
              options={(['confirmed', 'declined'] as const).map((value) => ({
                value,
                label: words(`confirmation.${value}`),
              }))}
            />
          </Form.Item>
          <NoteField label={common('note')} />
        </>
      }
      work={(body) => ask('POST /api/v1/admin/orders/{id}/confirmation', { path: { id: order.id }, body })}
      onDone={reload}
    >
      {t('confirmation.record')}
    </AskingVerb>
  )
}
