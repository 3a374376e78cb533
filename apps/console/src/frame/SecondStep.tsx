import { Alert, Button, Divider, Flex, Form, Input, QRCode, Tabs, Typography } from 'antd'
import { useEffect, useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from './api.ts'
import { useText } from './language.ts'
import { AddPasskey, ProveByPasskey } from './Passkey.tsx'
import { ProblemAlert } from './Problems.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useSignInStep } from './session.ts'
import { frameText } from './text.ts'

/** Where the server offers the secret of an authenticator; `…/confirm` takes its first code. */
type Offer = 'POST /api/v1/admin/sign-in/set-up' | 'POST /api/v1/admin/me/authenticator'

/** The proof that completes a sign-in: a touch of a passkey where there is one, else a code. */
export function ProveStep({ kinds }: { readonly kinds: readonly string[] }) {
  const t = useText(frameText)
  const onStep = useSignInStep()
  const hasPasskey = kinds.includes('passkey')
  return (
    <>
      {hasPasskey && <ProveByPasskey onDone={onStep} />}
      {hasPasskey && <Divider plain>{t('prove.or')}</Divider>}
      <Typography.Text>{t(kinds.includes('totp') ? 'prove.explain' : 'prove.recovery')}</Typography.Text>
      <CodeForm
        label={t('prove.code')}
        button={t('prove.go')}
        send={(code) => ask('POST /api/v1/admin/sign-in/prove', { body: { code } }).then(onStep)}
      />
    </>
  )
}

/** A role demands a second factor that is not there yet. */
export function SetUpStep() {
  const t = useText(frameText)
  const onStep = useSignInStep()
  return (
    <>
      <Alert type="info" showIcon title={t('set-up.demanded')} />
      <Tabs
        items={[
          {
            key: 'totp',
            label: t('set-up.app'),
            children: <SetUpAuthenticator at="POST /api/v1/admin/sign-in/set-up" onDone={() => void onStep()} />,
          },
          {
            key: 'passkey',
            label: t('set-up.passkey'),
            children: <AddPasskey at="POST /api/v1/admin/sign-in/set-up/passkey" onDone={() => void onStep()} />,
          },
        ]}
      />
    </>
  )
}

/** Scan, confirm, keep the recovery codes. */
export function SetUpAuthenticator({ at, onDone }: { readonly at: Offer; readonly onDone: () => void }) {
  const [setup, setSetup] = useState<AnswerOf<Offer>>()
  const [codes, setCodes] = useState<readonly string[]>()
  const [error, setError] = useState<Error>()
  const t = useText(frameText)
  useEffect(() => {
    ask(at).then(setSetup, setError)
  }, [at])
  if (error) return <ProblemAlert error={error} />
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />
  const confirm = (code: string) =>
    ask(`${at}/confirm`, { body: { code } }).then(({ recoveryCodes }) =>
      recoveryCodes.length > 0 ? setCodes(recoveryCodes) : onDone(),
    )
  return (
    <Flex vertical gap="middle">
      <Typography.Text>{t('set-up.scan')}</Typography.Text>
      {setup && (
        <Flex vertical align="center" gap="small">
          <QRCode value={setup.uri} size={180} bordered={false} />
          <Typography.Text code copyable style={{ overflowWrap: 'anywhere' }} aria-label={t('set-up.secret')}>
            {setup.secret}
          </Typography.Text>
        </Flex>
      )}
      <CodeForm label={t('set-up.digits')} button={t('set-up.confirm')} send={confirm} />
    </Flex>
  )
}

function CodeForm({
  label,
  button,
  send,
}: {
  readonly label: string
  readonly button: string
  readonly send: (code: string) => Promise<unknown>
}) {
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const submit = async ({ code }: { code: string }) => {
    setBusy(true)
    setError(undefined)
    await send(code.trim()).catch(setError)
    setBusy(false)
  }
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Form layout="vertical" onFinish={submit} requiredMark={false} size="large">
        <Form.Item name="code" label={label} rules={[{ required: true, min: 6, message: '' }]}>
          <Input autoComplete="one-time-code" inputMode="text" autoCapitalize="none" maxLength={40} autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {button}
        </Button>
      </Form>
    </>
  )
}
