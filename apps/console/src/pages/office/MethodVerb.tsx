import { Flex, Form, Input, InputNumber, Select, Switch, Typography } from 'antd'
import type { AnswerOf } from '#client'
import type { Money } from '#kernel/money'
import { accountFields, isOnline, type OnlineMethod, type PaymentMethod, paymentsText } from '#model/sales/payments'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { MoneyInput } from '../../frame/MoneyInput.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { methodsPageText } from './payment-methods-text.ts'

export type MethodSetting = AnswerOf<'GET /api/v1/admin/payment-methods'>[number]

interface MethodForm {
  readonly enabled: boolean
  readonly position: number
  readonly zh?: string
  readonly en?: string
  readonly least?: Money | null
  readonly most?: Money | null
  readonly which: 'keep' | 'house' | 'own'
  readonly account?: Readonly<Record<string, string>>
}

export function MethodVerb({ setting }: { readonly setting: MethodSetting }) {
  const t = useText(methodsPageText)
  const name = useText(paymentsText)
  const reload = useReload('payment-methods')
  const { method, enabled, position, label, least, most } = setting
  return (
    <AskingVerb<MethodForm>
      title={t('edit.title', { name: name(`payment.method.${method}`) })}
      permission="settings.change"
      initial={{ enabled, position, zh: label.zh, en: label.en, least, most, which: 'keep' }}
      fields={<MethodFields method={method} />}
      work={(form) => ask('PUT /api/v1/admin/payment-methods', { body: { method, ...bodyOf(form) } })}
      onDone={reload}
    >
      {t('edit')}
    </AskingVerb>
  )
}

const bodyOf = ({ enabled, position, zh = '', en = '', least, most, which, account }: MethodForm) => ({
  enabled,
  position,
  label: { zh, en },
  leastMinor: least?.minor ?? null,
  mostMinor: most?.minor ?? null,
  ...(which === 'own' && { account }),
  ...(which === 'house' && { account: null }),
})

function MethodFields({ method }: { readonly method: PaymentMethod }) {
  const t = useText(methodsPageText)
  const { currency } = useMe().shop
  return (
    <>
      <Flex gap="large">
        <Form.Item name="enabled" label={t('enabled')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="position" label={t('position')} rules={[{ required: true, message: t('required') }]}>
          <InputNumber min={1} max={99} precision={0} />
        </Form.Item>
      </Flex>
      <Flex gap="middle" wrap>
        <Form.Item name="zh" label={t('label.zh')} style={{ flex: 1 }}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="en" label={t('label.en')} style={{ flex: 1 }}>
          <Input maxLength={60} />
        </Form.Item>
      </Flex>
      <Flex gap="middle" wrap>
        <Form.Item name="least" label={t('least')} style={{ flex: 1 }}>
          <MoneyInput currency={currency} />
        </Form.Item>
        <Form.Item
          name="most"
          label={t('most')}
          style={{ flex: 1 }}
          dependencies={['least']}
          rules={[notBelow(t('most.below'))]}
        >
          <MoneyInput currency={currency} />
        </Form.Item>
      </Flex>
      {isOnline(method) ? (
        <AccountFields method={method} />
      ) : (
        <Typography.Paragraph type="secondary">{t('cod.hint')}</Typography.Paragraph>
      )}
    </>
  )
}

const notBelow =
  (message: string) =>
  ({ getFieldValue }: { getFieldValue: (name: string) => Money | null | undefined }) => ({
    validator: (_: unknown, most: Money | null | undefined) =>
      most && most.minor < (getFieldValue('least')?.minor ?? 0)
        ? Promise.reject(new Error(message))
        : Promise.resolve(),
  })

function AccountFields({ method }: { readonly method: OnlineMethod }) {
  const t = useText(methodsPageText)
  const which = Form.useWatch('which')
  return (
    <>
      <Form.Item name="which" label={t('which')}>
        <Select options={(['keep', 'house', 'own'] as const).map((value) => ({ value, label: t(`which.${value}`) }))} />
      </Form.Item>
      {which === 'own' && (
        <>
          <Typography.Paragraph type="secondary">{t('keys.hint')}</Typography.Paragraph>
          {accountFields[method].map((field) => (
            <Form.Item
              key={field}
              name={['account', field]}
              label={t(`field.${field}`)}
              rules={[{ required: true, whitespace: true, message: t('required') }]}
            >
              {field.endsWith('Pem') ? <Input.TextArea rows={4} autoComplete="off" /> : <Input autoComplete="off" />}
            </Form.Item>
          ))}
        </>
      )}
    </>
  )
}
