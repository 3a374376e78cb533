import { Form, Input, Select } from 'antd'
import { shopModes, shopsText } from '#model/office/shops'
import { useText } from '../../frame/language.ts'
import { shopsPageText } from './shops-text.ts'

/** What people read of a shop that exists, and as what it trades. */
export function ShopFields({ mayChooseMode }: { readonly mayChooseMode: boolean }) {
  const t = useText(shopsPageText)
  return (
    <>
      <Names />
      <Form.Item name="introduction" label={t('introduction')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="introductionEn" label={t('introduction.en')}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
      <Mode disabled={!mayChooseMode} />
    </>
  )
}

/** What a shop opens with. */
export function NewShopFields() {
  const t = useText(shopsPageText)
  const needed = useNeeded()
  return (
    <>
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('code.rule')}
        rules={[{ required: true, pattern: /^[a-z0-9-]{2,40}$/, message: t('code.rule') }]}
      >
        <Input maxLength={40} autoFocus autoCapitalize="none" prefix="/s/" />
      </Form.Item>
      <Names />
      <Mode />
      <Form.Item name={['owner', 'displayName']} label={t('owner')} rules={needed}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
      <Form.Item name={['owner', 'userName']} label={t('owner.user-name')} rules={needed}>
        <Input maxLength={20} autoComplete="off" autoCapitalize="none" />
      </Form.Item>
    </>
  )
}

function useNeeded() {
  const t = useText(shopsPageText)
  return [{ required: true, whitespace: true, message: t('required') }]
}

function Names() {
  const t = useText(shopsPageText)
  const needed = useNeeded()
  return (
    <>
      <Form.Item name="name" label={t('name.zh')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('name.en')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
    </>
  )
}

function Mode({ disabled = false }: { readonly disabled?: boolean }) {
  const t = useText(shopsPageText)
  const word = useText(shopsText)
  const options = shopModes.map((value) => ({ value, label: word(`shops.mode.${value}`) }))
  return (
    <Form.Item name="mode" label={t('mode')} extra={disabled && t('mode.hint')}>
      <Select options={options} disabled={disabled} />
    </Form.Item>
  )
}
