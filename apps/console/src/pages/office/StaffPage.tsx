import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Collapse, Flex, Form, Input, Select, Table, type TableProps, Tag, Typography } from 'antd'
import { type PresetRole, presetRoles, rolesText } from '#model/office/roles'
import { get, post } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import { staffText } from './staff-text.ts'

interface StaffMember {
  readonly id: string
  readonly userName: string
  readonly displayName: string
  readonly status: 'active' | 'disabled' | 'closed'
  readonly roles: readonly PresetRole[]
}

interface NewMember {
  readonly displayName: string
  readonly userName: string
  readonly password: string
  readonly roles: readonly PresetRole[]
}

const roleCodes = Object.keys(presetRoles) as PresetRole[]
const listKey = ['/staff']

/** Who works in the shop, and as what. */
export default function StaffPage() {
  const t = useText(staffText)
  const staff = useQuery({ queryKey: listKey, queryFn: () => get<StaffMember[]>('/staff') })
  const columns = useColumns()
  return (
    <Page title={t('title')} about={t('about')} actions={<AddMember />}>
      <Loaded query={staff}>
        {(rows) => (
          <Table<StaffMember>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            columns={columns}
          />
        )}
      </Loaded>
      <Collapse items={[{ key: 'roles', label: t('role.explain'), children: <RolesExplained /> }]} />
    </Page>
  )
}

function useColumns(): TableProps<StaffMember>['columns'] {
  const t = useText(staffText)
  const say = useText(rolesText)
  const me = useMe()
  return [
    {
      title: t('name'),
      render: (_, row) => (
        <>
          {row.displayName} {row.id === me.id && <Tag>{t('you')}</Tag>}
        </>
      ),
    },
    { title: t('user-name'), dataIndex: 'userName' },
    { title: t('roles'), render: (_, row) => row.roles.map((role) => <Tag key={role}>{say(`roles.${role}`)}</Tag>) },
    {
      title: t('status'),
      render: (_, row) => (
        <Tag color={row.status === 'active' ? 'success' : 'default'}>{t(`status.${row.status}`)}</Tag>
      ),
    },
    { title: t('actions'), width: 96, render: (_, row) => <Standing member={row} /> },
  ]
}

/** Disabling and enabling an account. */
function Standing({ member }: { readonly member: StaffMember }) {
  const t = useText(staffText)
  const act = useAct()
  const me = useMe()
  const queries = useQueryClient()
  const reload = () => queries.invalidateQueries({ queryKey: listKey })
  if (member.status !== 'active')
    return (
      <Verb
        size="small"
        onClick={async () => (await act(() => post(`/staff/${member.id}/enable`))) && (await reload())}
      >
        {t('enable')}
      </Verb>
    )
  return (
    <AskingVerb
      size="small"
      danger
      blocked={member.id === me.id && t('self')}
      title={t('disable.title', { name: member.displayName })}
      consequence={t('disable.consequence')}
      work={() => post(`/staff/${member.id}/disable`)}
      onDone={reload}
    >
      {t('disable')}
    </AskingVerb>
  )
}

function AddMember() {
  const t = useText(staffText)
  const say = useText(rolesText)
  const queries = useQueryClient()
  const needed = [{ required: true, message: t('required') }]
  const options = roleCodes.map((role) => ({ value: role, label: say(`roles.${role}`) }))
  return (
    <AskingVerb<NewMember>
      type="primary"
      title={t('add')}
      consequence={t('add.hint')}
      work={(values) => post('/staff', values)}
      onDone={() => queries.invalidateQueries({ queryKey: listKey })}
      fields={
        <>
          <Form.Item name="displayName" label={t('name')} rules={needed}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="userName" label={t('user-name')} rules={needed}>
            <Input maxLength={20} autoComplete="off" autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="password" label={t('password')} extra={t('password.hint')} rules={needed}>
            <Input.Password maxLength={128} autoComplete="new-password" />
          </Form.Item>
          <Form.Item name="roles" label={t('roles')} rules={needed}>
            <Select mode="multiple" options={options} />
          </Form.Item>
        </>
      }
    >
      {t('add')}
    </AskingVerb>
  )
}

function RolesExplained() {
  const t = useText(staffText)
  const say = useText(rolesText)
  return (
    <Flex vertical gap="middle">
      {roleCodes.map((role) => (
        <div key={role}>
          <Typography.Text strong>{say(`roles.${role}`)}</Typography.Text>{' '}
          <Typography.Text type="secondary">
            {t('role.permissions', { count: presetRoles[role].length })}
          </Typography.Text>
          <Flex wrap gap={4} style={{ marginTop: 4 }}>
            {presetRoles[role].map((permission) => (
              <Tag key={permission}>{permission}</Tag>
            ))}
          </Flex>
        </div>
      ))}
    </Flex>
  )
}
