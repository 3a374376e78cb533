import { Button, Flex, Form, Input, InputNumber, Select, Tag, Typography } from 'antd'
import { useState } from 'react'
import type { AnswerOf, InputOf } from '#client'
import { keyLimits, keyScopes } from '#model/office/accounts'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { DataTable } from '../../frame/DataTable.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useText } from '../../frame/language.ts'
import type { Columns } from '../../frame/layout.ts'
import { Page } from '../../frame/Page.tsx'
import { usePermissionText } from '../../frame/rights.ts'
import { ShownOnce } from '../../frame/ShownOnce.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb } from '../../frame/Verb.tsx'
import { keysText } from './keys-text.ts'

type ApiKey = AnswerOf<'GET /api/v1/admin/api-keys'>['rows'][number]
type Wanted = InputOf<'POST /api/v1/admin/api-keys'>['body']

/** The keys with which other systems act in the shop. */
export default function KeysPage() {
  const t = useText(keysText)
  const [made, setMade] = useState<string>()
  const reload = useReload('api-keys')
  const add = (
    <NewKey
      onMade={(key) => {
        setMade(key)
        void reload()
      }}
    />
  )
  const actions = (
    <>
      <Button href="/api/docs" target="_blank">
        {t('docs')}
      </Button>
      {add}
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <DataTable
        label={t('title')}
        list="GET /api/v1/admin/api-keys"
        columns={useColumns(reload)}
        rowKey={(row) => row.id}
        empty={{ says: t('empty'), next: add }}
      />
      <MadeKey value={made} onClose={() => setMade(undefined)} />
    </Page>
  )
}

function useColumns(reload: () => unknown): Columns<ApiKey> {
  const t = useText(keysText)
  const instantText = useInstantText()
  const permissionText = usePermissionText()
  return [
    {
      key: 'name',
      title: t('name'),
      render: (_, row) => (
        <Flex vertical>
          <span>{row.name}</span>
          <Typography.Text type="secondary" code style={{ fontSize: 12 }}>
            {row.prefix}…
          </Typography.Text>
        </Flex>
      ),
    },
    {
      key: 'state',
      title: t('state'),
      width: 88,
      render: (_, row) => <Tag color={row.state === 'active' ? 'success' : 'default'}>{t(`state.${row.state}`)}</Tag>,
    },
    {
      key: 'scopes',
      title: t('scopes'),
      width: 280,
      render: (_, row) => (
        <Flex wrap gap={4} style={{ maxWidth: 280 }}>
          {row.scopes.map((scope) => (
            <Tag key={scope} title={scope} style={{ whiteSpace: 'normal' }}>
              {permissionText(scope)}
            </Tag>
          ))}
        </Flex>
      ),
    },
    { key: 'limit', title: t('limit'), width: 150, align: 'right', dataIndex: 'requestsPerMinute' },
    {
      key: 'used',
      title: t('used'),
      width: 140,
      render: (_, row) => (row.lastUsedAt ? `${instantText(row.lastUsedAt)} · ${row.lastUsedIp}` : t('used.never')),
    },
    { key: 'expires', title: t('expires'), width: 140, render: (_, row) => instantText(row.expiresAt) },
    {
      key: 'made',
      title: t('made'),
      width: 180,
      render: (_, row) => `${instantText(row.createdAt)} · ${row.createdBy}`,
    },
    {
      key: 'actions',
      title: t('actions'),
      width: 88,
      fixed: 'right',
      render: (_, row) => <Revoke row={row} onDone={reload} />,
    },
  ]
}

function Revoke({ row, onDone }: { readonly row: ApiKey; readonly onDone: () => unknown }) {
  const t = useText(keysText)
  return (
    <AskingVerb
      size="small"
      danger
      blocked={row.state !== 'active' && t('revoke.blocked')}
      title={t('revoke.title', { name: row.name })}
      consequence={t('revoke.consequence')}
      work={() => ask('POST /api/v1/admin/api-keys/{id}/revoke', { path: { id: row.id } })}
      onDone={onDone}
    >
      {t('revoke')}
    </AskingVerb>
  )
}

function NewKey({ onMade }: { readonly onMade: (key: string) => void }) {
  const t = useText(keysText)
  const { permissions } = useMe()
  const permissionText = usePermissionText()
  const needed = [{ required: true, message: t('required') }]
  const options = keyScopes
    .filter((scope) => permissions.includes(scope))
    .map((scope) => ({ value: scope, label: permissionText(scope), title: scope }))
  return (
    <AskingVerb<Wanted>
      type="primary"
      title={t('create')}
      consequence={t('create.hint')}
      initial={{ days: 365, requestsPerMinute: 600 }}
      work={async (wanted) => onMade((await ask('POST /api/v1/admin/api-keys', { body: wanted })).key)}
      fields={
        <>
          <Form.Item name="name" label={t('name')} extra={t('name.hint')} rules={needed}>
            <Input maxLength={keyLimits.name} autoComplete="off" />
          </Form.Item>
          <Form.Item name="scopes" label={t('scopes')} extra={t('scopes.hint')} rules={needed}>
            <Select
              mode="multiple"
              options={options}
              filterOption={(typed, option) => `${option?.label} ${option?.value}`.includes(typed)}
            />
          </Form.Item>
          <Flex gap="middle">
            <Form.Item name="days" label={t('days')} rules={needed}>
              <InputNumber min={1} max={keyLimits.days} precision={0} />
            </Form.Item>
            <Form.Item name="requestsPerMinute" label={t('limit')} rules={needed}>
              <InputNumber min={1} max={keyLimits.requestsPerMinute} precision={0} />
            </Form.Item>
          </Flex>
        </>
      }
    >
      {t('create')}
    </AskingVerb>
  )
}

function MadeKey({ value, onClose }: { readonly value: string | undefined; readonly onClose: () => void }) {
  const t = useText(keysText)
  return (
    <ShownOnce value={value} title={t('made.title')} hint={t('made.hint')} close={t('made.close')} onClose={onClose}>
      <Typography.Paragraph type="secondary">
        {t('made.use')} <Typography.Text code>Authorization: Bearer …</Typography.Text>
      </Typography.Paragraph>
    </ShownOnce>
  )
}
