import { useQuery } from '@tanstack/react-query'
import { Button, Descriptions, Drawer, Flex, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { asking } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import type { Attempt, Delivery } from './webhooks-data.ts'
import { webhooksText } from './webhooks-text.ts'

const colours = { waiting: 'warning', delivered: 'success', failed: 'error' } as const
const statuses = ['waiting', 'delivered', 'failed'] as const

/** Every message that was sent or waits, newest first. */
export function DeliveryLog({ onChange }: { readonly onChange: () => unknown }) {
  const t = useText(webhooksText)
  const [status, setStatus] = useState<Delivery['status']>()
  const [opened, setOpened] = useState<string>()
  return (
    <>
      <Flex align="center" justify="space-between" wrap gap="small">
        <Typography.Title level={2} style={{ fontSize: 18, margin: 0 }}>
          {t('log')}
        </Typography.Title>
        <Select
          aria-label={t('status')}
          value={status ?? ''}
          onChange={(value: Delivery['status'] | '') => setStatus(value === '' ? undefined : value)}
          style={{ minWidth: 140 }}
          options={[
            { value: '' as const, label: t('log.all') },
            ...statuses.map((one) => ({ value: one, label: t(`log.status.${one}`) })),
          ]}
        />
      </Flex>
      <DataTable
        label={t('log')}
        list="GET /api/v1/admin/webhook-deliveries"
        filters={{ status }}
        columns={useColumns(setOpened)}
        rowKey={(row) => row.id}
        empty={{ says: t('log.empty'), next: '/orders' }}
      />
      <Drawer open={opened !== undefined} onClose={() => setOpened(undefined)} title={t('log')} size="large">
        {opened && <Detail id={opened} onChange={onChange} />}
      </Drawer>
    </>
  )
}

function useColumns(open: (id: string) => void): Columns<Delivery> {
  const t = useText(webhooksText)
  const instantText = useInstantText()
  return [
    { key: 'log.at', title: t('log.at'), width: 140, render: (_, row) => instantText(row.createdAt) },
    { key: 'log.type', title: t('log.type'), width: 180, dataIndex: 'type' },
    {
      key: 'status',
      title: t('status'),
      width: 96,
      render: (_, row) => <Tag color={colours[row.status]}>{t(`log.status.${row.status}`)}</Tag>,
    },
    { key: 'log.attempts', title: t('log.attempts'), width: 80, align: 'right', dataIndex: 'attempts' },
    { key: 'log.next', title: t('log.next'), width: 140, render: (_, row) => instantText(row.nextAt) },
    {
      key: 'actions',
      title: t('actions'),
      width: 80,
      render: (_, row) => (
        <Button size="small" onClick={() => open(row.id)}>
          {t('log.open')}
        </Button>
      ),
    },
  ]
}

function Detail({ id, onChange }: { readonly id: string; readonly onChange: () => unknown }) {
  const t = useText(webhooksText)
  const act = useAct()
  const path = { id }
  const delivery = useQuery(asking('GET /api/v1/admin/webhook-deliveries/{id}', { path }))
  const again = async () => {
    await act(() => ask('POST /api/v1/admin/webhook-deliveries/{id}/replay', { path }))
    await delivery.refetch()
    onChange()
  }
  return (
    <Loaded query={delivery}>
      {(found) => (
        <Flex vertical gap="middle">
          <Descriptions
            size="small"
            column={1}
            items={[
              { key: 'type', label: t('log.type'), children: found.type },
              {
                key: 'id',
                label: t('log.id'),
                children: <Typography.Text copyable>{found.messageId}</Typography.Text>,
              },
            ]}
          />
          <Button onClick={() => void again()}>{t('log.again')}</Button>
          <Typography.Text strong>{t('log.answers')}</Typography.Text>
          {found.log.map((attempt) => (
            <Answer key={attempt.at} attempt={attempt} />
          ))}
          <Typography.Text strong>{t('log.sent')}</Typography.Text>
          {found.body ? (
            <pre style={block}>{JSON.stringify(JSON.parse(found.body), null, 2)}</pre>
          ) : (
            <Typography.Text type="secondary">{t('log.notYours')}</Typography.Text>
          )}
        </Flex>
      )}
    </Loaded>
  )
}

const block = { background: 'var(--sunken)', padding: 12, overflow: 'auto', fontSize: 12, margin: 0 }

function Answer({ attempt }: { readonly attempt: Attempt }) {
  const t = useText(webhooksText)
  const instantText = useInstantText()
  const { at, millis, responseStatus, problem, responseExcerpt } = attempt
  return (
    <Flex vertical gap={4}>
      <span>
        {instantText(at)} · {responseStatus ? `HTTP ${responseStatus}` : (problem ?? t('log.none'))} · {millis} ms
      </span>
      {responseExcerpt && <pre style={{ ...block, maxHeight: 160 }}>{responseExcerpt}</pre>}
    </Flex>
  )
}
