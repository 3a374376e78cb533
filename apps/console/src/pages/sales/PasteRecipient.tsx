import { Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { ordersPageText } from './orders-text.ts'

/** A pasted address fills the recipient's fields of the form around it; what it does not say stays as it was. */
export function PasteRecipient() {
  const t = useText(ordersPageText)
  const form = Form.useFormInstance()
  const [found, setFound] = useState<boolean>()
  const fill = async (text: string) => {
    const { name, phone, districtCode, street } = await ask('POST /api/v1/admin/addresses/read', { body: { text } })
    const read = Object.entries({ name, phone, districtCode, street }).filter(([, value]) => value !== '')
    form.setFieldsValue(Object.fromEntries(read))
    setFound(districtCode !== '' || phone !== '')
  }
  return (
    <Form.Item
      label={t('recipient.paste')}
      extra={found === undefined ? undefined : t(found ? 'recipient.paste.done' : 'recipient.paste.nothing')}
    >
      <Input.TextArea
        rows={2}
        maxLength={500}
        autoComplete="off"
        aria-label={t('recipient.paste')}
        placeholder={t('recipient.paste.like')}
        onPaste={({ currentTarget }) => setTimeout(() => fill(currentTarget.value))}
        onPressEnter={({ currentTarget }) => void fill(currentTarget.value)}
      />
    </Form.Item>
  )
}
