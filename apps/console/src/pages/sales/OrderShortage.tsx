import { Alert, Flex, Form, Input, Radio } from 'antd'
import { deskText, shortageChoices } from '#model/sales/desk'
import { ask } from '../../frame/api.ts'
import { type BodyOf, useReload } from '../../frame/asking.ts'
import { semicolon, useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import type { SentShortage } from './desk.ts'
import { handlingText } from './handling-text.ts'
import { PartVerb } from './OrderPart.tsx'
import type { SentLine, SentOrder } from './order.ts'
import { ordersPageText } from './orders-text.ts'

/** What is not there, what the buyer wants done about it, and how to do it. */
export function ShortageAlert({
  order,
  lines,
  shortage,
  seen,
}: {
  readonly order: SentOrder
  readonly lines: readonly SentLine[]
  readonly shortage: SentShortage
  /** The version that is looked at. */
  readonly seen: string | undefined
}) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const language = useLocale()
  const instantText = useInstantText()
  const missing = shortage.lines.map(({ lineId, quantity }) => {
    const line = lines.find(({ id }) => id === lineId)
    return `${line ? `${line.name[language]} ${line.specification[language]}` : lineId} × ${quantity}`
  })
  const chosen = shortage.choice
    ? t('shortage.chosen', {
        choice: words(`shortage.choice.${shortage.choice}`),
        by: shortage.chosenBy ?? '',
        at: instantText(shortage.chosenAt),
        note: shortage.note,
      })
    : t('shortage.open')
  return (
    <Alert
      type={order.restBy ? 'warning' : 'error'}
      showIcon
      title={t('shortage.title', {
        goods: missing.join(semicolon()),
        found: words(`shortage.found.${shortage.foundBy}`),
      })}
      description={
        <Flex vertical gap="small" align="start">
          {order.restBy ? t('shortage.rest', { at: instantText(order.restBy) }) : chosen}
          <Flex gap="small" wrap>
            <ChoiceVerb order={order} shortage={shortage} />
            <PartVerb order={order} lines={lines} seen={seen} />
          </Flex>
        </Flex>
      }
    />
  )
}

function ChoiceVerb({ order, shortage }: { readonly order: SentOrder; readonly shortage: SentShortage }) {
  const t = useText(handlingText)
  const words = useText(deskText)
  const common = useText(ordersPageText)
  const reload = useReload('orders')
  const fields = (
    <>
      <Form.Item name="choice" label={t('shortage.choice')} rules={[{ required: true, message: common('needed') }]}>
        <Radio.Group options={shortageChoices.map((value) => ({ value, label: words(`shortage.choice.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={common('note')}>
        <Input.TextArea rows={2} maxLength={200} showCount />
      </Form.Item>
    </>
  )
  return (
    <AskingVerb<BodyOf<'POST /api/v1/admin/orders/{id}/shortage'>>
      size="small"
      type="primary"
      title={t('shortage.record')}
      consequence={t('shortage.about')}
      permission="orders.change"
      initial={{ choice: shortage.choice ?? undefined, note: shortage.note }}
      fields={fields}
      work={(body) => ask('POST /api/v1/admin/orders/{id}/shortage', { path: { id: order.id }, body })}
      onDone={reload}
    >
      {t('shortage.record')}
    </AskingVerb>
  )
}
