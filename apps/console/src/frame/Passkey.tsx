import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { Alert, Button, Flex, Form, Input, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { ApiProblem, ask } from './api.ts'
import { useText } from './language.ts'
import { ProblemAlert } from './Problems.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { frameText } from './text.ts'

const isSupported = typeof window.PublicKeyCredential === 'function' && window.isSecureContext

/** Loaded when a passkey is wanted: most sign-ins take none. */
const browserPart = () => import('@simplewebauthn/browser')

/** Where the server takes a new passkey; `…/options` where it offers a challenge. */
type Taker = 'POST /api/v1/admin/sign-in/set-up/passkey' | 'POST /api/v1/admin/me/passkeys'

/** Completes a sign-in by a touch. */
export function ProveByPasskey({ onDone }: { readonly onDone: () => unknown }) {
  const t = useText(frameText)
  const prove = async () => {
    const { options } = await ask('POST /api/v1/admin/sign-in/passkey/options')
    const { startAuthentication } = await browserPart()
    const { id, response } = await startAuthentication({
      optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
    })
    const { clientDataJSON, authenticatorData, signature } = response
    await ask('POST /api/v1/admin/sign-in/passkey', { body: { id, clientDataJSON, authenticatorData, signature } })
    onDone()
  }
  return <Touching work={prove}>{(go) => <TouchButton go={go}>{t('passkey.prove')}</TouchButton>}</Touching>
}

/** Makes a passkey and gives it a name. */
export function AddPasskey({ at, onDone }: { readonly at: Taker; readonly onDone: () => void }) {
  const t = useText(frameText)
  const [form] = Form.useForm<{ label: string }>()
  const [codes, setCodes] = useState<readonly string[]>()
  const add = async () => {
    const { label } = await form.validateFields()
    const { options } = await ask(`${at}/options`)
    const { startRegistration } = await browserPart()
    const { id, response } = await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    const { clientDataJSON, attestationObject, transports = [] } = response
    const made = { label, id, clientDataJSON, attestationObject, transports }
    const { recoveryCodes } = await ask(at, { body: made })
    if (recoveryCodes.length > 0) setCodes(recoveryCodes)
    else onDone()
  }
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  return (
    <Touching work={add}>
      {(go) => (
        <Form form={form} layout="vertical" requiredMark={false} onFinish={go}>
          <Typography.Paragraph>{t('passkey.explain')}</Typography.Paragraph>
          <Form.Item
            name="label"
            label={t('passkey.name')}
            extra={t('passkey.name.hint')}
            rules={[{ required: true, whitespace: true, message: '' }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <TouchButton go={go}>{t('passkey.add')}</TouchButton>
        </Form>
      )}
    </Touching>
  )
}

/** Runs what ends with a touch of the key, and says why it did not come about. */
function Touching({
  work,
  children,
}: {
  readonly work: () => Promise<void>
  readonly children: (go: () => Promise<void>) => ReactNode
}) {
  const t = useText(frameText)
  const [error, setError] = useState<Error>()
  if (!isSupported) return <Alert type="info" showIcon title={t('passkey.unsupported')} />
  const go = async () => {
    setError(undefined)
    await work().catch((cause: unknown) => {
      if (cause instanceof ApiProblem) setError(cause)
      else if (cause instanceof Error) setError(new Error(t('passkey.stopped')))
    })
  }
  return (
    <Flex vertical gap="middle">
      {error && <ProblemAlert error={error} />}
      {children(go)}
    </Flex>
  )
}

function TouchButton({ go, children }: { readonly go: () => Promise<void>; readonly children: ReactNode }) {
  const [busy, setBusy] = useState(false)
  const press = async () => {
    setBusy(true)
    await go()
    setBusy(false)
  }
  return (
    <Button type="primary" size="large" block loading={busy} onClick={() => void press()}>
      {children}
    </Button>
  )
}
