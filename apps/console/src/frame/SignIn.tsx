import { useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { post } from './api.ts'
import { speak, useLocale, useText } from './language.ts'
import { ProblemAlert } from './Problems.tsx'
import { frameText } from './text.ts'

export function SignIn() {
  const t = useText(frameText)
  const language = useLocale()
  const queries = useQueryClient()
  const [error, setError] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const submit = async (values: { userName: string; password: string }) => {
    setBusy(true)
    setError(undefined)
    await post('/sign-in', values).then(() => queries.invalidateQueries(), setError)
    setBusy(false)
  }
  return (
    <Flex component="main" align="center" justify="center" style={{ minHeight: '100dvh', padding: 16 }}>
      <Card style={{ width: 'min(100%, 380px)' }}>
        <Flex vertical gap="middle">
          <Flex align="center" gap="small">
            <img src="/console/seal.svg" alt="" width={40} height={40} />
            <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
              {t('sign-in.title')}
            </Typography.Title>
          </Flex>
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
          <Button type="text" onClick={() => speak(language === 'zh' ? 'en' : 'zh')}>
            {t('language')}
          </Button>
        </Flex>
      </Card>
    </Flex>
  )
}
