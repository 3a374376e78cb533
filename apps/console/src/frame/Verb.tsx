import { App, Button, type ButtonProps, Form, Input, Modal, Tooltip, Typography } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useText } from './language.ts'
import { useAct } from './Problems.tsx'
import { useMissing } from './rights.ts'
import { frameText } from './text.ts'

/** What is asked for again while it is still under way, by a second click or another Enter, is not done twice. */
export function useOnce(): [isBusy: boolean, once: (work: () => unknown) => Promise<void>] {
  const [isBusy, setBusy] = useState(false)
  const underWay = useRef(false)
  const once = async (work: () => unknown) => {
    if (underWay.current) return
    underWay.current = true
    try {
      const working = work()
      if (working instanceof Promise) setBusy(true)
      await working
    } finally {
      underWay.current = false
      setBusy(false)
    }
  }
  return [isBusy, once]
}

interface VerbProps {
  readonly children: ReactNode
  /** One that answers a promise is not done again while it is under way. */
  readonly onClick: () => unknown
  /** Why it cannot be done now; absent when it can. */
  readonly blocked?: string | false | undefined
  readonly permission?: string
  readonly type?: ButtonProps['type']
  readonly danger?: boolean
  readonly size?: ButtonProps['size']
  readonly loading?: boolean
  /** What it is called where its words alone would not say which one it is. */
  readonly label?: string
}

/** An action. One that cannot be taken stays where it is, can be reached by keyboard, and says why. */
export function Verb({ children, onClick, blocked, permission, label, loading, ...rest }: VerbProps) {
  const [isBusy, once] = useOnce()
  const missing = useMissing(permission)
  const look = { ...rest, ...(label && { 'aria-label': label }) }
  const why = missing ?? (blocked || undefined)
  if (!why)
    return (
      <Button {...look} loading={loading || isBusy} onClick={() => void once(onClick)}>
        {children}
      </Button>
    )
  return (
    <Refused {...look} why={why}>
      {children}
    </Refused>
  )
}

/** The button of what cannot be done now: it can be reached, and says why. */
export function Refused({ why, ...look }: Pick<ButtonProps, 'size' | 'type' | 'children'> & { readonly why: string }) {
  const { message } = App.useApp()
  return (
    <Tooltip title={why}>
      <Button
        {...look}
        type={look.type === 'text' ? 'text' : 'default'}
        danger={false}
        aria-disabled
        className="blocked"
        onClick={() => void message.info(why)}
      />
    </Tooltip>
  )
}

export interface AskingVerbProps<Values extends object> extends Omit<VerbProps, 'onClick'> {
  readonly title: string
  /** What will follow, before somebody says yes. */
  readonly consequence?: ReactNode
  /** The form's fields; none asks only for the yes. */
  readonly fields?: ReactNode
  readonly initial?: Partial<Values>
  readonly work: (values: Values) => Promise<unknown>
  readonly onDone?: () => unknown
  readonly width?: number
}

/** An action that asks first. */
export function AskingVerb<Values extends object>({
  title,
  consequence,
  fields,
  initial,
  work,
  onDone,
  width,
  ...verb
}: AskingVerbProps<Values>) {
  const [open, setOpen] = useState(false)
  const asked = { title, consequence, fields, initial, work, onDone, width, danger: verb.danger }
  return (
    <>
      <Verb {...verb} onClick={() => setOpen(true)} />
      <AskingDialog {...asked} open={open} onClose={() => setOpen(false)} />
    </>
  )
}

type Asked<Values extends object> = Pick<
  AskingVerbProps<Values>,
  'title' | 'consequence' | 'fields' | 'initial' | 'work' | 'onDone' | 'width' | 'danger'
>

interface AskingDialogProps<Values extends object> extends Asked<Values> {
  readonly open: boolean
  readonly onClose: () => void
}

/** What an action takes and what follows. The dialog stays open with what was typed when the answer is no, and begins anew when it is opened again. */
export function AskingDialog<Values extends object>({
  title,
  consequence,
  fields,
  initial,
  work,
  onDone,
  width,
  danger,
  open,
  onClose,
}: AskingDialogProps<Values>) {
  const t = useText(frameText)
  const act = useAct()
  const [form] = Form.useForm<Values>()
  const [isBusy, once] = useOnce()
  const submit = () =>
    once(async () => {
      const values = await form.validateFields().catch(() => undefined)
      if (values === undefined || !(await act(() => work(values as Values)))) return
      onClose()
      form.resetFields()
      await onDone?.()
    })
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      onOk={submit}
      okText={t('confirm')}
      cancelText={t('cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ danger }}
      width={width}
      destroyOnHidden
    >
      {consequence && <Typography.Paragraph type="secondary">{consequence}</Typography.Paragraph>}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} requiredMark={false} clearOnDestroy>
        {fields}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}

/** The reason that a record of an action must carry. */
export function ReasonField({
  label,
  name = 'reason',
  least = 1,
}: {
  readonly label: string
  readonly name?: string
  /** Characters it has at least. */
  readonly least?: number
}) {
  const t = useText(frameText)
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, min: least, message: t('reason.missing') }]}
    >
      <Input.TextArea autoFocus rows={3} maxLength={200} showCount />
    </Form.Item>
  )
}
