import { Form, Input } from 'antd'
import type { ReactNode } from 'react'
import { ask } from './api.ts'
import { useText } from './language.ts'
import { frameText } from './text.ts'
import { AskingVerb } from './Verb.tsx'

interface Passwords {
  readonly current: string
  readonly password: string
}

/** One's own password, changed by oneself. */
export function ChangePassword({ children }: { readonly children: ReactNode }) {
  const t = useText(frameText)
  const needed = [{ required: true, message: t('required') }]
  return (
    <AskingVerb<Passwords>
      title={t('password.title')}
      consequence={t('password.consequence')}
      work={(values) => ask('PUT /api/v1/admin/me/password', { body: values })}
      fields={
        <>
          <Form.Item name="current" label={t('password.current')} rules={needed}>
            <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
          </Form.Item>
          <Form.Item name="password" label={t('password.new')} extra={t('password.hint')} rules={needed}>
            <Input.Password autoComplete="new-password" maxLength={128} />
          </Form.Item>
        </>
      }
    >
      {children}
    </AskingVerb>
  )
}
