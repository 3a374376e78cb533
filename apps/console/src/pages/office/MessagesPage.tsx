import { useQueryClient } from '@tanstack/react-query'
import { Button, Empty, Flex, Grid, type TableProps, Tag, Typography } from 'antd'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { messagesText } from './messages-text.ts'

interface Message {
  readonly id: string
  readonly channel: 'sms' | 'email'
  readonly recipient: string
  readonly purpose: 'service' | 'security' | 'marketing'
  readonly template: string
  readonly subject: string | null
  readonly body: string
  readonly createdAt: string
}

/** The outbox: what customers were told, word for word. */
export default function MessagesPage() {
  const t = useText(messagesText)
  const queries = useQueryClient()
  const refresh = () => void queries.invalidateQueries({ queryKey: ['/messages'] })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ExportVerb kind="messages" />
          <Button onClick={refresh}>{t('refresh')}</Button>
        </>
      }
    >
      <DataTable<Message>
        label={t('title')}
        path="/messages"
        columns={useColumns()}
        rowKey={(row) => row.id}
        empty={<Empty description={t('empty')} />}
      />
    </Page>
  )
}

function useColumns(): TableProps<Message>['columns'] {
  const t = useText(messagesText)
  const instantText = useInstantText()
  const isNarrow = !(Grid.useBreakpoint().md ?? true)
  if (isNarrow) return [{ title: t('body'), render: (_, row) => <Slip message={row} /> }]
  return [
    { title: t('at'), width: 140, render: (_, row) => instantText(row.createdAt) },
    { title: t('body'), width: 440, render: (_, row) => <Words message={row} /> },
    { title: t('channel'), width: 72, render: (_, row) => t(`channel.${row.channel}`) },
    { title: t('recipient'), width: 140, dataIndex: 'recipient' },
    {
      title: t('purpose'),
      width: 80,
      render: (_, row) => (
        <Tag color={row.purpose === 'security' ? 'gold' : 'default'}>{t(`purpose.${row.purpose}`)}</Tag>
      ),
    },
    {
      title: t('template'),
      width: 180,
      render: (_, row) => <Typography.Text type="secondary">{row.template}</Typography.Text>,
    },
  ]
}

/** A message on a phone: who and when above what it says. */
function Slip({ message }: { readonly message: Message }) {
  const t = useText(messagesText)
  const instantText = useInstantText()
  const { channel, recipient, purpose, createdAt } = message
  return (
    <Flex vertical style={{ maxWidth: 'calc(100vw - 48px)' }}>
      <Typography.Text type="secondary" style={{ fontSize: 12 }}>
        {[instantText(createdAt), t(`channel.${channel}`), recipient, t(`purpose.${purpose}`)].join(' · ')}
      </Typography.Text>
      <Words message={message} />
    </Flex>
  )
}

function Words({ message: { subject, body } }: { readonly message: Message }) {
  return (
    <Flex vertical style={{ maxWidth: 440, minWidth: 200 }}>
      {subject && <Typography.Text strong>{subject}</Typography.Text>}
      <span style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{body}</span>
    </Flex>
  )
}
