import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Collapse, Flex, Form, Input, Select, type TableProps, Tag, Typography } from 'antd'
import { type PresetRole, presetRoles, rolesText } from '#model/office/roles'
import { get, post, put } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, useAct } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
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
    {
      title: t('actions'),
      render: (_, row) => (
        <Flex gap={4} wrap>
          <ChangeRoles member={row} />
          <ResetSecondFactor member={row} />
          <Standing member={row} />
        </Flex>
      ),
    },
  ]
}

function ChangeRoles({ member }: { readonly member: StaffMember }) {
  const t = useText(staffText)
  const say = useText(rolesText)
  const me = useMe()
  const queries = useQueryClient()
  const options = roleCodes.map((role) => ({ value: role, label: say(`roles.${role}`) }))
  return (
    <AskingVerb<Pick<NewMember, 'roles'>>
      size="small"
      blocked={member.id === me.id && t('roles.self')}
      title={t('roles.change.title', { name: member.displayName })}
      consequence={t('roles.change.consequence')}
      initial={{ roles: member.roles }}
      work={(values) => put(`/staff/${member.id}/roles`, values)}
      onDone={() => queries.invalidateQueries({ queryKey: listKey })}
      fields={
        <Form.Item name="roles" label={t('roles')} rules={[{ required: true, message: t('required') }]}>
          <Select mode="multiple" options={options} />
        </Form.Item>
      }
    >
      {t('roles')}
    </AskingVerb>
  )
}

/** For somebody who has lost the device. */
function ResetSecondFactor({ member }: { readonly member: StaffMember }) {
  const t = useText(staffText)
  const me = useMe()
  return (
    <AskingVerb
      size="small"
      blocked={member.id === me.id && t('factor.self')}
      title={t('factor.reset.title', { name: member.displayName })}
      consequence={t('factor.reset.consequence')}
      work={() => post(`/staff/${member.id}/second-factor/reset`)}
    >
      {t('factor.reset')}
    </AskingVerb>
  )
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

interface Role {
  readonly code: PresetRole
  readonly permissions: readonly string[]
  readonly needsSecondFactor: boolean
}

const rolesKey = ['/roles']

function RolesExplained() {
  const roles = useQuery({ queryKey: rolesKey, queryFn: () => get<Role[]>('/roles') })
  return (
    <Loaded query={roles}>
      {(rows) => (
        <Flex vertical gap="middle">
          {rows.map((role) => (
            <RoleExplained key={role.code} role={role} />
          ))}
        </Flex>
      )}
    </Loaded>
  )
}

function RoleExplained({ role: { code, permissions, needsSecondFactor } }: { readonly role: Role }) {
  const t = useText(staffText)
  const say = useText(rolesText)
  const act = useAct()
  const queries = useQueryClient()
  const demand = async (demanded: boolean) => {
    await act(() => put(`/roles/${code}/second-factor`, { demanded }))
    await queries.invalidateQueries({ queryKey: rolesKey })
  }
  return (
    <div>
      <Flex align="center" gap="small" wrap>
        <Typography.Text strong>{say(`roles.${code}`)}</Typography.Text>
        <Typography.Text type="secondary">{t('role.permissions', { count: permissions.length })}</Typography.Text>
        <Checkbox checked={needsSecondFactor} onChange={({ target }) => void demand(target.checked)}>
          {t('role.second-factor')}
        </Checkbox>
      </Flex>
      <Flex wrap gap={4} style={{ marginTop: 4 }}>
        {permissions.map((permission) => (
          <Tag key={permission}>{permission}</Tag>
        ))}
      </Flex>
    </div>
  )
}
