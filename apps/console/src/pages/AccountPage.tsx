import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../frame/api.ts'
import { asking, useReload } from '../frame/asking.ts'
import { ChangePassword } from '../frame/ChangePassword.tsx'
import { useInstantText } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import { Page } from '../frame/Page.tsx'
import { Loaded } from '../frame/Problems.tsx'
import { SetUpAuthenticator } from '../frame/SecondStep.tsx'
import { AskingVerb } from '../frame/Verb.tsx'
import { accountText } from './account-text.ts'

type Factor = AnswerOf<'GET /api/v1/admin/me/second-factors'>[number]

/** What guards the account of whoever is signed in. */
export function AccountPage() {
  const t = useText(accountText)
  const factors = useQuery(asking('GET /api/v1/admin/me/second-factors'))
  return (
    <Page title={t('title')} about={t('about')}>
      <Card title={t('password')}>
        <ChangePassword>{t('password.change')}</ChangePassword>
      </Card>
      <Card title={t('factor')}>
        <Loaded query={factors}>
          {(rows) => (rows.length > 0 ? rows.map((row) => <InUse key={row.id} factor={row} />) : <SetUp />)}
        </Loaded>
      </Card>
    </Page>
  )
}

function SetUp() {
  const t = useText(accountText)
  const reload = useReload('me')
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    void reload()
  }
  return (
    <Flex vertical align="start" gap="middle">
      <Typography.Text>{t('factor.none')}</Typography.Text>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('factor.set-up')}
      </Button>
      <Modal open={open} title={t('factor.set-up')} footer={null} onCancel={done} destroyOnHidden width={420}>
        <SetUpAuthenticator at="POST /api/v1/admin/me/authenticator" onDone={done} />
      </Modal>
    </Flex>
  )
}

function InUse({ factor }: { readonly factor: Factor }) {
  const t = useText(accountText)
  const instantText = useInstantText()
  const reload = useReload('me')
  return (
    <Flex align="center" justify="space-between" gap="middle" wrap>
      <Typography.Text>
        {t(`factor.${factor.kind}`)} · {t('factor.since', { at: instantText(factor.confirmedAt) })}
        {factor.usedAt && <> · {t('factor.used', { at: instantText(factor.usedAt) })}</>}
      </Typography.Text>
      <AskingVerb<{ code: string }>
        danger
        title={t('factor.remove.title')}
        consequence={t('factor.remove.consequence')}
        work={(values) => ask('POST /api/v1/admin/me/second-factors/remove', { body: values })}
        onDone={reload}
        fields={
          <Form.Item name="code" label={t('factor.code')} rules={[{ required: true, min: 6, message: '' }]}>
            <Input autoComplete="one-time-code" maxLength={40} autoFocus />
          </Form.Item>
        }
      >
        {t('factor.remove')}
      </AskingVerb>
    </Flex>
  )
}
