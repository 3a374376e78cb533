import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Flex, type TableProps, Tag, Typography } from 'antd'
import { comparedWithPreset, permissionFloors, permissions, permissionWords, presetOf } from '#model/office/roles'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb } from '../../frame/Verb.tsx'
import { type Role, rolesQuery } from './roles-data.ts'
import { rolesPageText } from './roles-text.ts'

/** The roles of the shop and what each allows. */
export default function RolesPage() {
  const t = useText(rolesPageText)
  const navigate = useNavigate()
  const roles = useQuery(rolesQuery)
  const columns = useColumns()
  const make = (
    <Button type="primary" onClick={() => void navigate({ to: '/roles/new' as string })}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={make}>
      <Loaded query={roles}>
        {(rows) => (
          <Table<Role>
            size="small"
            rowKey="id"
            pagination={false}
            dataSource={rows}
            columns={columns}
            scroll={{ x: 'max-content' }}
          />
        )}
      </Loaded>
    </Page>
  )
}

function useColumns(): TableProps<Role>['columns'] {
  const t = useText(rolesPageText)
  const language = useLocale()
  return [
    {
      title: t('role'),
      render: (_, row) => (
        <Flex vertical>
          <Link to={`/roles/${row.id}` as string}>{row.name[language]}</Link>
          <FromPreset role={row} />
        </Flex>
      ),
    },
    { title: t('members'), dataIndex: 'members', align: 'right' },
    { title: t('allows'), render: (_, row) => <Allowed role={row} /> },
    {
      title: t('second-factor'),
      render: (_, row) => (row.needsSecondFactor ? <Tag color="success">{t('demanded')}</Tag> : t('not-demanded')),
    },
    {
      key: 'actions',
      title: t('actions'),
      render: (_, row) => (
        <Flex gap={4}>
          <Link to={'/roles/new' as string} search={{ from: row.code } as never}>
            <Button size="small" tabIndex={-1}>
              {t('copy')}
            </Button>
          </Link>
          <Remove role={row} />
        </Flex>
      ),
    },
  ]
}

/** What the role is for, by its preset, and whether the shop has made something else of it. */
function FromPreset({ role }: { readonly role: Role }) {
  const t = useText(rolesPageText)
  const language = useLocale()
  const preset = presetOf(role.preset)
  if (!preset) return <Typography.Text type="secondary">{t('own')}</Typography.Text>
  const { more, fewer } = comparedWithPreset(preset, role.permissions)
  return (
    <>
      <Typography.Text type="secondary">{preset.does[language]}</Typography.Text>
      {more.length + fewer.length > 0 && (
        <Typography.Text type="warning">
          {t('preset.differs', { more: more.length, fewer: fewer.length })}
        </Typography.Text>
      )}
    </>
  )
}

/** How many of each floor's permissions, so that a glance tells a picker from a clerk. */
function Allowed({ role }: { readonly role: Role }) {
  const t = useText(rolesPageText)
  const held = new Set(role.permissions)
  return (
    <Flex wrap gap={4} style={{ maxWidth: 'max(300px, 40vw)' }}>
      {permissionFloors.map((floor) => {
        const all = permissions.filter((one) => permissionWords[one][0] === floor)
        const count = all.filter((one) => held.has(one)).length
        return (
          count > 0 && (
            <Tag key={floor}>
              {t(`floor.${floor}`)} {count}/{all.length}
            </Tag>
          )
        )
      })}
    </Flex>
  )
}

function Remove({ role }: { readonly role: Role }) {
  const t = useText(rolesPageText)
  const language = useLocale()
  const reload = useReload('roles')
  const blocked = role.isPreset ? t('remove.preset') : role.members > 0 && t('remove.in-use')
  return (
    <AskingVerb
      size="small"
      danger
      blocked={blocked}
      title={t('remove.title', { name: role.name[language] })}
      work={() => ask('DELETE /api/v1/admin/roles/{id}', { path: { id: role.id } })}
      onDone={reload}
    >
      {t('remove')}
    </AskingVerb>
  )
}
