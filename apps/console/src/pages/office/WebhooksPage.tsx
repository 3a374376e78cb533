import { App, Button, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { ShownOnce } from '../../frame/ShownOnce.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { AddEndpoint, EditEndpoint, ReplayFailed } from './WebhookForms.tsx'
import type { Webhook } from './webhooks-data.ts'
import { webhooksText } from './webhooks-text.ts'

/** Where the shop's events are told, and what became of every message. */
export default function WebhooksPage() {
  const t = useText(webhooksText)
  const [secret, setSecret] = useState<string>()
  const reload = useReload('webhooks', 'webhook-deliveries')
  const add = <AddEndpoint onSecret={setSecret} onDone={reload} />
  const actions = (
    <>
      <Button href="/api/docs/guides/webhooks" target="_blank">
        {t('docs')}
      </Button>
      {add}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/webhooks"
        columns={useColumns(reload, setSecret)}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: add }}
      />
      <DeliveryLog onChange={reload} />
      <MadeSecret value={secret} onClose={() => setSecret(undefined)} />
    </Page>
  )
}

function useColumns(reload: () => Promise<unknown>, onSecret: (secret: string) => void): Columns<Webhook> {
  const t = useText(webhooksText)
  return [
    {
      key: 'url',
      title: t('url'),
      render: (_, row) => (
        <Flex vertical style={{ maxWidth: 420, overflowWrap: 'anywhere' }}>
          <span>{row.url}</span>
          {row.description && <Typography.Text type="secondary">{row.description}</Typography.Text>}
        </Flex>
      ),
    },
    { key: 'status', title: t('status'), width: 200, render: (_, row) => <Standing webhook={row} /> },
    {
      key: 'events',
      title: t('events'),
      width: 320,
      render: (_, row) => (
        <Flex wrap gap={4} style={{ maxWidth: 320 }}>
          {row.events.map((type) => (
            <Tag key={type}>{type}</Tag>
          ))}
        </Flex>
      ),
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 340,
      render: (_, row) => <Actions webhook={row} onDone={reload} onSecret={onSecret} />,
    },
  ]
}

function Standing({ webhook }: { readonly webhook: Webhook }) {
  const t = useText(webhooksText)
  const instantText = useInstantText()
  const { status, pausedBecause, failures, failingSince } = webhook
  return (
    <Flex vertical align="start" gap={4}>
      <Tag color={status === 'active' ? 'success' : 'warning'}>{t(`status.${status}`)}</Tag>
      {pausedBecause && <Typography.Text type="secondary">{t(`because.${pausedBecause}`)}</Typography.Text>}
      {failures > 0 && (
        <Typography.Text type="danger">
          {t('failures', { count: failures, since: instantText(failingSince) })}
        </Typography.Text>
      )}
    </Flex>
  )
}

interface ActionsProps {
  readonly webhook: Webhook
  readonly onDone: () => Promise<unknown>
  readonly onSecret: (secret: string) => void
}

function Actions({ webhook, onDone, onSecret }: ActionsProps) {
  const t = useText(webhooksText)
  const act = useAct()
  const path = { id: webhook.id }
  const other = webhook.status === 'active' ? 'pause' : 'resume'
  const switchOver = () => act(() => ask(`POST /api/v1/admin/webhooks/{id}/${other}`, { path }))
  return (
    <Flex wrap gap={4}>
      <Ping id={webhook.id} onDone={onDone} />
      <EditEndpoint id={webhook.id} onDone={onDone} />
      <Verb size="small" onClick={async () => (await switchOver()) && (await onDone())}>
        {t(other)}
      </Verb>
      <ReplayFailed id={webhook.id} onDone={onDone} />
      <AskingVerb
        size="small"
        title={t('rotate.title')}
        consequence={t('rotate.consequence')}
        work={async () => onSecret((await ask('POST /api/v1/admin/webhooks/{id}/rotate-secret', { path })).secret)}
      >
        {t('rotate')}
      </AskingVerb>
      <AskingVerb
        size="small"
        danger
        title={t('remove.title')}
        consequence={t('remove.consequence')}
        work={() => ask('DELETE /api/v1/admin/webhooks/{id}', { path })}
        onDone={onDone}
      >
        {t('remove')}
      </AskingVerb>
    </Flex>
  )
}

/** Sends a test message and says at once what came back. */
function Ping({ id, onDone }: { readonly id: string; readonly onDone: () => Promise<unknown> }) {
  const t = useText(webhooksText)
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const ping = async () => {
    setBusy(true)
    try {
      const { status, log } = await ask('POST /api/v1/admin/webhooks/{id}/ping', { path: { id } })
      const last = log.at(-1)
      const why = last?.responseStatus ? `HTTP ${last.responseStatus}` : (last?.problem ?? t('log.none'))
      if (status === 'delivered') message.success(t('ping.ok', { status: last?.responseStatus, millis: last?.millis }))
      else message.error(t('ping.failed', { why }), 6)
    } catch (error) {
      message.error((error as Error).message, 6)
    }
    setBusy(false)
    await onDone()
  }
  return (
    <Verb size="small" loading={busy} onClick={ping}>
      {t('ping')}
    </Verb>
  )
}

function MadeSecret({ value, onClose }: { readonly value: string | undefined; readonly onClose: () => void }) {
  const t = useText(webhooksText)
  return (
    <ShownOnce
      value={value}
      title={t('secret.title')}
      hint={t('secret.hint')}
      close={t('secret.close')}
      onClose={onClose}
    />
  )
}
