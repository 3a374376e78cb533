import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Modal, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AnswerOf } from '#client'
import { ask } from '../frame/api.ts'
import { asking, useReload } from '../frame/asking.ts'
import { ChangePassword } from '../frame/ChangePassword.tsx'
import { useInstantText } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import { Page } from '../frame/Page.tsx'
import { AddPasskey } from '../frame/Passkey.tsx'
import { Loaded } from '../frame/Problems.tsx'
import { SetUpAuthenticator } from '../frame/SecondStep.tsx'
import { AskingVerb } from '../frame/Verb.tsx'
import { accountText } from './account-text.ts'
import { OwnSessions } from './OwnSessions.tsx'

type Factor = AnswerOf<'GET /api/v1/admin/me/second-factors'>[number]

/** What guards the account of whoever is signed in. */
export function AccountPage() {
  const t = useText(accountText)
  const factors = useQuery(asking('GET /api/v1/admin/me/second-factors'))
  return (
    <Page title={t('title')} about={t('about')}>
      <Card size="small" title={t('password')}>
        <ChangePassword>{t('password.change')}</ChangePassword>
      </Card>
      <Card size="small" title={t('factor')}>
        <Loaded query={factors}>{(rows) => <Factors rows={rows} />}</Loaded>
      </Card>
      <OwnSessions />
    </Page>
  )
}

function Factors({ rows }: { readonly rows: readonly Factor[] }) {
  const t = useText(accountText)
  const hasApp = rows.some(({ kind }) => kind === 'totp')
  return (
    <Flex vertical gap="middle">
      {rows.length === 0 && <Typography.Text>{t('factor.none')}</Typography.Text>}
      {rows.map((row) => (
        <InUse key={row.id} factor={row} />
      ))}
      <Flex gap="small" wrap>
        {!hasApp && (
          <SetUp title={t('factor.set-up')}>
            {(done) => <SetUpAuthenticator at="POST /api/v1/admin/me/authenticator" onDone={done} />}
          </SetUp>
        )}
        <SetUp title={t('factor.add-passkey')}>
          {(done) => <AddPasskey at="POST /api/v1/admin/me/passkeys" onDone={done} />}
        </SetUp>
      </Flex>
    </Flex>
  )
}

function SetUp({ title, children }: { readonly title: string; readonly children: (done: () => void) => ReactNode }) {
  const reload = useReload('me')
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    void reload()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <Modal open={open} title={title} footer={null} onCancel={done} destroyOnHidden width={420}>
        {children(done)}
      </Modal>
    </>
  )
}

function InUse({ factor }: { readonly factor: Factor }) {
  const t = useText(accountText)
  const instantText = useInstantText()
  return (
    <Flex align="center" justify="space-between" gap="middle" wrap>
      <Typography.Text>
        {t(`factor.${factor.kind}`)} {factor.label && <strong>{factor.label}</strong>} ·{' '}
        {t('factor.since', { at: instantText(factor.confirmedAt) })}
        {factor.usedAt && <> · {t('factor.used', { at: instantText(factor.usedAt) })}</>}
      </Typography.Text>
      {factor.kind === 'passkey' ? <PasskeyVerbs factor={factor} /> : <RemoveApp />}
    </Flex>
  )
}

function RemoveApp() {
  const t = useText(accountText)
  return (
    <AskingVerb<{ code: string }>
      danger
      title={t('factor.remove.title')}
      consequence={t('factor.remove.consequence')}
      work={(body) => ask('POST /api/v1/admin/me/second-factors/remove', { body })}
      onDone={useReload('me')}
      fields={
        <Form.Item name="code" label={t('factor.code')} rules={[{ required: true, min: 6, message: '' }]}>
          <Input autoComplete="one-time-code" maxLength={40} autoFocus />
        </Form.Item>
      }
    >
      {t('factor.remove')}
    </AskingVerb>
  )
}

function PasskeyVerbs({ factor: { id, label } }: { readonly factor: Factor }) {
  const t = useText(accountText)
  const reload = useReload('me')
  const path = { id }
  return (
    <Flex gap="small" wrap>
      <AskingVerb<{ label: string }>
        title={t('passkey.rename.title')}
        initial={{ label }}
        work={(body) => ask('PUT /api/v1/admin/me/passkeys/{id}', { path, body })}
        onDone={reload}
        fields={
          <Form.Item name="label" label={t('passkey.name')} rules={[{ required: true, whitespace: true, message: '' }]}>
            <Input maxLength={40} autoFocus />
          </Form.Item>
        }
      >
        {t('passkey.rename')}
      </AskingVerb>
      <AskingVerb<{ current: string }>
        danger
        title={t('passkey.remove.title', { label })}
        consequence={t('passkey.remove.consequence')}
        work={(body) => ask('POST /api/v1/admin/me/passkeys/{id}/remove', { path, body })}
        onDone={reload}
        fields={
          <Form.Item name="current" label={t('password')} rules={[{ required: true, message: '' }]}>
            <Input.Password autoComplete="current-password" maxLength={128} autoFocus />
          </Form.Item>
        }
      >
        {t('factor.remove')}
      </AskingVerb>
    </Flex>
  )
}
