import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Flex, Form, Input, type TableProps, Tag, Typography } from 'antd'
import { useState } from 'react'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { type Given, GivenPassword } from './GivenPassword.tsx'
import { roleName, rolesQuery } from './roles-data.ts'
import { MemberVerbs } from './StaffVerbs.tsx'
import { type Member, RolesField, type RolesForm, rolesGiven, staffQuery, useWarehouses } from './staff-data.tsx'
import { staffText } from './staff-text.ts'

/** Who works in the shop, and as what. */
export default function StaffPage() {
  const t = useText(staffText)
  const staff = useQuery(staffQuery)
  const [given, setGiven] = useState<Given>()
  const columns = useColumns(setGiven)
  const actions = (
    <>
      <Link to={'/roles' as string}>
        <Button tabIndex={-1}>{t('roles.page')}</Button>
      </Link>
      <AddMember onGiven={setGiven} />
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <Loaded query={staff}>
        {(rows) => (
          <Table<Member>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            scroll={{ x: 'max-content' }}
            columns={columns}
          />
        )}
      </Loaded>
      <GivenPassword given={given} onClose={() => setGiven(undefined)} />
    </Page>
  )
}

function useColumns(onGiven: (given: Given) => void): TableProps<Member>['columns'] {
  const t = useText(staffText)
  const me = useMe()
  return [
    {
      title: t('name'),
      render: (_, row) => (
        <Flex vertical>
          <span>
            {row.displayName} {row.id === me.id && <Tag>{t('you')}</Tag>}
          </span>
          <Typography.Text type="secondary">{row.userName}</Typography.Text>
        </Flex>
      ),
    },
    { title: t('roles'), render: (_, row) => <RoleTags member={row} /> },
    { title: t('status'), render: (_, row) => <Standing member={row} /> },
    {
      title: t('factor'),
      render: (_, row) => (row.hasSecondFactor ? <Tag color="success">{t('factor.on')}</Tag> : t('factor.off')),
    },
    { key: 'actions', title: t('actions'), render: (_, row) => <MemberVerbs member={row} onGiven={onGiven} /> },
  ]
}

/** The roles of somebody, and the warehouses where one is given for some alone. */
function RoleTags({ member }: { readonly member: Member }) {
  const { data: roles = [] } = useQuery(rolesQuery)
  const language = useLocale()
  const warehouses = useWarehouses()
  const codeOf = (id: string) => warehouses.find((each) => each.id === id)?.code ?? '—'
  return (
    <Flex wrap gap={4}>
      {member.roles.map((role) => (
        <Tag key={role}>
          {[roleName(roles, role, language), ...(member.warehouses[role] ?? []).map(codeOf)].join(' · ')}
        </Tag>
      ))}
    </Flex>
  )
}

function Standing({ member }: { readonly member: Member }) {
  const t = useText(staffText)
  const instantText = useInstantText()
  return (
    <Flex vertical align="start">
      <Tag color={member.status === 'active' ? 'success' : 'default'}>{t(`status.${member.status}`)}</Tag>
      {member.leftAt && <Typography.Text type="secondary">{instantText(member.leftAt)}</Typography.Text>}
      {member.temporaryUntil && member.status === 'active' && (
        <Typography.Text type="warning">
          {t('temporary', { until: instantText(member.temporaryUntil) })}
        </Typography.Text>
      )}
    </Flex>
  )
}

interface NewMember extends RolesForm {
  readonly displayName: string
  readonly userName: string
}

function AddMember({ onGiven }: { readonly onGiven: (given: Given) => void }) {
  const t = useText(staffText)
  const reload = useReload('staff')
  const needed = [{ required: true, message: t('required') }]
  const work = async (form: NewMember) => {
    const given = await ask('POST /api/v1/admin/staff', { body: rolesGiven(form) })
    onGiven({ name: form.displayName, userName: form.userName, ...given })
  }
  return (
    <AskingVerb<NewMember>
      type="primary"
      title={t('add')}
      consequence={t('add.hint')}
      work={work}
      onDone={reload}
      fields={
        <>
          <Form.Item name="displayName" label={t('name')} rules={needed}>
            <Input maxLength={30} autoComplete="off" />
          </Form.Item>
          <Form.Item name="userName" label={t('user-name')} rules={needed}>
            <Input maxLength={20} autoComplete="off" autoCapitalize="none" />
          </Form.Item>
          <RolesField />
        </>
      }
    >
      {t('add')}
    </AskingVerb>
  )
}
