import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Flex, Form, Input, Modal, Skeleton, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from './api.ts'
import { asking } from './asking.ts'
import { speak, useLocale, useText } from './language.ts'
import { ProblemAlert } from './Problems.tsx'
import { ProveStep, SetUpStep } from './SecondStep.tsx'
import { useSignInStep } from './session.ts'
import { frameText } from './text.ts'

type Waiting = AnswerOf<'GET /api/v1/admin/sign-in'>

/** The door of the console: name and password, and the second proof where one is wanted. */
export function SignIn() {
  return (
    <Flex component="main" align="center" justify="center" style={{ minHeight: '100dvh', padding: 16 }}>
      <Card style={{ width: 'min(100%, 400px)' }}>
        <Door />
      </Card>
    </Flex>
  )
}

/** A session that ended in the middle of work: nothing of the page can be read, and all of it is still there afterwards. */
export function SignInAgain() {
  const t = useText(frameText)
  return (
    <Modal
      open
      title={<span className="hidden">{t('sign-in.title')}</span>}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      rootClassName="signed-out"
      zIndex={2_000}
      width={400}
    >
      <Door note={t('sign-in.ended')} />
    </Modal>
  )
}

function Door({ note }: { readonly note?: string }) {
  const t = useText(frameText)
  const language = useLocale()
  const onStep = useSignInStep()
  const waiting = useQuery({ ...asking('GET /api/v1/admin/sign-in'), staleTime: 0 })
  const startAgain = async () => {
    await ask('POST /api/v1/admin/sign-out')
    await onStep()
  }
  return (
    <Flex vertical gap="middle">
      <Flex align="center" gap="small">
        <img src="/console/seal.svg" alt="" width={40} height={40} />
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          {t('sign-in.title')}
        </Typography.Title>
      </Flex>
      {note && <Alert type="info" showIcon title={note} />}
      {waiting.isPending ? <Skeleton active /> : <Step waiting={waiting.data} />}
      <Flex justify="space-between">
        <Button type="text" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
          {t('language')}
        </Button>
        {waiting.data?.awaits && (
          <Button type="text" onClick={() => void startAgain()}>
            {t('sign-in.again')}
          </Button>
        )}
      </Flex>
    </Flex>
  )
}

function Step({
  waiting: { awaits, kinds } = { awaits: null, kinds: [] },
}: {
  readonly waiting?: Waiting | undefined
}) {
  if (awaits === 'prove') return <ProveStep kinds={kinds} />
  if (awaits === 'new_password') return <NewPasswordStep />
  return awaits === 'set_up' ? <SetUpStep /> : <PasswordStep />
}

/** Somebody else gave the password that was used: a first one of one's own takes its place. */
function NewPasswordStep() {
  const t = useText(frameText)
  const onStep = useSignInStep()
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const submit = async ({ password }: { password: string }) => {
    setBusy(true)
    setError(undefined)
    await ask('POST /api/v1/admin/sign-in/password', { body: { password } }).then(onStep, setError)
    setBusy(false)
  }
  return (
    <>
      <Typography.Text>{t('first-password.explain')}</Typography.Text>
      {error && <ProblemAlert error={error} />}
      <Form layout="vertical" onFinish={submit} requiredMark={false} size="large">
        <Form.Item
          name="password"
          label={t('password.new')}
          extra={t('password.hint')}
          rules={[{ required: true, message: '' }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} autoFocus />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('first-password.go')}
        </Button>
      </Form>
    </>
  )
}

function PasswordStep() {
  const t = useText(frameText)
  const onStep = useSignInStep()
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const submit = async (values: { userName: string; password: string }) => {
    setBusy(true)
    setError(undefined)
    await ask('POST /api/v1/admin/sign-in', { body: values }).then(onStep, setError)
    setBusy(false)
  }
  return (
    <>
      {error && <ProblemAlert error={error} />}
      <Form layout="vertical" onFinish={submit} requiredMark={false} size="large">
        <Form.Item name="userName" label={t('sign-in.user')} rules={[{ required: true, message: '' }]}>
          <Input autoComplete="username" autoFocus autoCapitalize="none" />
        </Form.Item>
        <Form.Item name="password" label={t('sign-in.password')} rules={[{ required: true, message: '' }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy}>
          {t('sign-in.go')}
        </Button>
      </Form>
    </>
  )
}
