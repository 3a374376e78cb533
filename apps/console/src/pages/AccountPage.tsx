import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Flex, Form, Input, Modal, Typography } from 'antd'
import { useState } from 'react'
import { get, post } from '../frame/api.ts'
import { ChangePassword } from '../frame/ChangePassword.tsx'
import { useInstantText } from '../frame/format.ts'
import { useText } from '../frame/language.ts'
import { Page } from '../frame/Page.tsx'
import { Loaded } from '../frame/Problems.tsx'
import { SetUpAuthenticator } from '../frame/SecondStep.tsx'
import { AskingVerb } from '../frame/Verb.tsx'
import { accountText } from './account-text.ts'

interface Factor {
  readonly id: string
  readonly kind: 'totp' | 'passkey'
  readonly confirmedAt: string
  readonly usedAt: string | null
}

const factorsKey = ['/me/second-factors']

/** What guards the account of whoever is signed in. */
export function AccountPage() {
  const t = useText(accountText)
  const factors = useQuery({ queryKey: factorsKey, queryFn: () => get<Factor[]>('/me/second-factors') })
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
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const done = () => {
    setOpen(false)
    void queries.invalidateQueries({ queryKey: factorsKey })
  }
  return (
    <Flex vertical align="start" gap="middle">
      <Typography.Text>{t('factor.none')}</Typography.Text>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('factor.set-up')}
      </Button>
      <Modal open={open} title={t('factor.set-up')} footer={null} onCancel={done} destroyOnHidden width={420}>
        <SetUpAuthenticator at="/me/authenticator" onDone={done} />
      </Modal>
    </Flex>
  )
}

function InUse({ factor }: { readonly factor: Factor }) {
  const t = useText(accountText)
  const instantText = useInstantText()
  const queries = useQueryClient()
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
        work={(values) => post('/me/second-factors/remove', values)}
        onDone={() => queries.invalidateQueries({ queryKey: factorsKey })}
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
