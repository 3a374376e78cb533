import { Button, Flex, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { type RowOf, useListFilters } from '../../frame/lists.ts'
import { useIsNarrow } from '../../frame/narrow.ts'
import { Page } from '../../frame/Page.tsx'
import { useAct } from '../../frame/Problems.tsx'
import { Verb } from '../../frame/Verb.tsx'
import { messagesText } from './messages-text.ts'
import { useTemplateName } from './template-name.ts'

const statuses = ['waiting', 'sent', 'failed', 'expired', 'kept', 'refused'] as const

type Message = RowOf<'GET /api/v1/admin/messages'>

/** The outbox: what customers were told, word for word. */
export default function MessagesPage() {
  const t = useText(messagesText)
  const act = useAct()
  const [filters, change] = useListFilters('GET /api/v1/admin/messages', ['status', 'channel'])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const refresh = useReload('messages')
  const retry = async () => {
    if (!(await act(() => ask('POST /api/v1/admin/messages/retry', { body: { ids: chosen } }), t('retried')))) return
    setChosen([])
    await refresh()
  }
  const none = filters.status === 'failed' ? chosen.length === 0 && t('retry.none') : t('retry.filter')
  const actions = (
    <>
      <ExportVerb kind="messages" />
      <Button onClick={() => void refresh()}>{t('refresh')}</Button>
      <Verb permission="jobs.manage" blocked={none} onClick={retry}>
        {t('retry')}
      </Verb>
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Flex gap="small" wrap style={{ marginBottom: 12 }}>
        <Choice label={t('status')} value={filters.status} words={statuses} onChange={(status) => change({ status })} />
        <Choice
          label={t('channel')}
          value={filters.channel}
          words={['sms', 'email']}
          onChange={(channel) => change({ channel })}
        />
      </Flex>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/messages"
        filters={filters}
        views
        selection={filters.status === 'failed' ? { keys: chosen, onChange: setChosen } : undefined}
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: '/orders' }}
      />
    </Page>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly words: readonly string[]
  readonly onChange: (value: string | undefined) => void
}

function Choice({ label, value, words, onChange }: ChoiceProps) {
  const t = useText(messagesText)
  const wordOf = (word: string) =>
    t((word === 'sms' || word === 'email' ? `channel.${word}` : `status.${word}`) as 'channel')
  return (
    <Select<string>
      allowClear
      aria-label={label}
      placeholder={label}
      style={{ width: 160 }}
      options={words.map((word) => ({ value: word, label: wordOf(word) }))}
      value={value}
      onChange={onChange}
    />
  )
}

const colours = {
  waiting: 'processing',
  sent: 'success',
  failed: 'error',
  expired: 'warning',
  kept: 'default',
  refused: 'error',
} as const

/** How far a message has come, and what the provider said against it. */
function Status({ message: { status, lastError } }: { readonly message: Message }) {
  const t = useText(messagesText)
  return (
    <Flex vertical>
      <span>
        <Tag color={colours[status]}>{t(`status.${status}`)}</Tag>
      </span>
      {lastError && <Typography.Text type="secondary">{lastError}</Typography.Text>}
    </Flex>
  )
}

function useColumns(): Columns<Message> {
  const t = useText(messagesText)
  const instantText = useInstantText()
  const isNarrow = useIsNarrow()
  const templateName = useTemplateName()
  if (isNarrow) return [{ key: 'body', title: t('body'), render: (_, row) => <Slip message={row} /> }]
  return [
    { key: 'at', title: t('at'), width: 140, render: (_, row) => instantText(row.createdAt) },
    { key: 'body', title: t('body'), width: 440, render: (_, row) => <Words message={row} /> },
    { key: 'status', title: t('status'), width: 160, render: (_, row) => <Status message={row} /> },
    { key: 'channel', title: t('channel'), width: 72, render: (_, row) => t(`channel.${row.channel}`) },
    { key: 'recipient', title: t('recipient'), width: 140, dataIndex: 'recipient' },
    {
      key: 'purpose',
      title: t('purpose'),
      width: 80,
      render: (_, row) => (
        <Tag color={row.purpose === 'security' ? 'gold' : 'default'}>{t(`purpose.${row.purpose}`)}</Tag>
      ),
    },
    {
      key: 'template',
      title: t('template'),
      width: 180,
      render: (_, row) => <Typography.Text type="secondary">{templateName(row.template)}</Typography.Text>,
    },
  ]
}

/** A message on a phone: who and when above what it says. */
function Slip({ message }: { readonly message: Message }) {
  const t = useText(messagesText)
  const instantText = useInstantText()
  const { channel, recipient, purpose, createdAt } = message
  return (
    <Flex vertical style={{ maxWidth: 'calc(100vw - 96px)' }}>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[instantText(createdAt), t(`channel.${channel}`), recipient, t(`purpose.${purpose}`)].join(' · ')}
      </Typography.Text>
      <Words message={message} />
      <Status message={message} />
    </Flex>
  )
}

function Words({ message: { subject, body } }: { readonly message: Message }) {
  return (
    <Flex vertical style={{ maxWidth: 'min(max(440px, 36vw), calc(100vw - 96px))', minWidth: 200 }}>
      {subject && <Typography.Text strong>{subject}</Typography.Text>}
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</span>
    </Flex>
  )
}
