import { Flex, Form, Input, InputNumber } from 'antd'
import { canStep } from '#kernel/steps'
import { type NoteKind, type TransferStep, transferLimits, transferSteps, transfersText } from '#model/supply/transfers'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import type { SentTransfer } from './transfers.ts'
import { transfersPageText } from './transfers-text.ts'

interface Props {
  readonly transfer: SentTransfer
}

/** The steps from here: those of the warehouse, then those of whoever needs the goods. */
export function TransferVerbs({ transfer }: Props) {
  const t = useText(transfersPageText)
  const say = useText(transfersText)
  const path = { id: transfer.id }
  const onDone = useReload('orders', 'transfers')
  const fields = <ReasonField label={t('reason')} />
  const verb = (step: TransferStep) => ({
    title: `${say(`transfers.step.${step}`)} ${transfer.number}`,
    consequence: t(`${step}.about`),
    children: say(`transfers.step.${step}`),
    permission: step === 'withdraw' || step === 'close' ? 'orders.change' : 'outbound.pick',
    blocked:
      !canStep(transferSteps, transfer.status, step) &&
      t('cannot', { status: say(`transfers.status.${transfer.status}`), step: say(`transfers.step.${step}`) }),
    type:
      canStep(transferSteps, transfer.status, step) && step !== 'refuse' && step !== 'withdraw'
        ? ('primary' as const)
        : undefined,
    onDone,
  })
  return (
    <Flex gap="small" wrap>
      <AskingVerb {...verb('accept')} work={() => ask('POST /api/v1/admin/transfers/{id}/accept', { path })} />
      <AskingVerb<{ reason: string }>
        {...verb('refuse')}
        fields={fields}
        work={(body) => ask('POST /api/v1/admin/transfers/{id}/refuse', { path, body })}
      />
      <AskingVerb {...verb('send')} work={() => ask('POST /api/v1/admin/transfers/{id}/send', { path })} />
      <AskingVerb<Counted>
        {...verb('receive')}
        fields={<CountFields transfer={transfer} />}
        work={({ received }) =>
          ask('POST /api/v1/admin/transfers/{id}/receive', { path, body: { lines: counted(received) } })
        }
      />
      <AskingVerb {...verb('close')} work={() => ask('POST /api/v1/admin/transfers/{id}/close', { path })} />
      <AskingVerb<{ reason: string }>
        {...verb('withdraw')}
        fields={fields}
        work={(body) => ask('POST /api/v1/admin/transfers/{id}/withdraw', { path, body })}
      />
    </Flex>
  )
}

interface Counted {
  readonly received: Readonly<Record<string, number>>
}

const counted = (received: Counted['received']) =>
  Object.entries(received).map(([lineId, pieces]) => ({ lineId, received: pieces }))

function CountFields({ transfer }: Props) {
  const t = useText(transfersPageText)
  return transfer.lines.map((line) => (
    <Form.Item
      key={line.lineId}
      name={['received', line.lineId]}
      label={`${line.sku} ${line.name}`}
      initialValue={line.sent}
      extra={`${t('sent')} ${line.sent}`}
      rules={[{ required: true, message: t('needed') }]}
    >
      <InputNumber min={0} max={line.sent} precision={0} />
    </Form.Item>
  ))
}

/** What those who follow a transfer leave for one another. */
export function NoteVerbs({ transfer }: Props) {
  const t = useText(transfersPageText)
  const onDone = useReload('orders', 'transfers')
  const path = { id: transfer.id }
  const keep = (kind: NoteKind, text: string) =>
    ask('POST /api/v1/admin/transfers/{id}/notes', { path, body: { kind, text } })
  const field = (
    <Form.Item name="text" label={t('note.text')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
      <Input.TextArea rows={3} maxLength={transferLimits.text} showCount autoFocus />
    </Form.Item>
  )
  return (
    <Flex gap="small" wrap>
      <AskingVerb<{ text: string }>
        size="small"
        title={t('note.add')}
        fields={field}
        work={({ text }) => keep('note', text)}
        onDone={onDone}
      >
        {t('note.add')}
      </AskingVerb>
      <AskingVerb<{ text: string }>
        size="small"
        title={t('note.hand_over')}
        consequence={t('note.hand_over.about')}
        fields={field}
        work={({ text }) => keep('hand_over', text)}
        onDone={onDone}
      >
        {t('note.hand_over')}
      </AskingVerb>
      <AskingVerb size="small" title={t('note.take_over')} work={() => keep('take_over', '')} onDone={onDone}>
        {t('note.take_over')}
      </AskingVerb>
    </Flex>
  )
}
