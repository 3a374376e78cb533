import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Card, Flex, Form, Input, Select, Switch, Typography } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#client'
import { type Locale, say } from '#kernel/text'
import { roleLimits, roleTemplates } from '#model/office/roles'
import { ask, askWithTag } from '../../frame/api.ts'
import { keyOf, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded, ProblemAlert, useAct } from '../../frame/Problems.tsx'
import { PermissionPicker } from './PermissionPicker.tsx'
import { type Role, rolesQuery } from './roles-data.ts'
import { rolesPageText } from './roles-text.ts'

type Draft = InputOf<'POST /api/v1/admin/roles'>['body']

/** One role: a known one, or a new one that begins as a copy. */
export default function RolePage() {
  const { id } = useParams({ strict: false }) as { readonly id?: string }
  return id ? <KnownRole key={id} id={id} /> : <NewRole />
}

function KnownRole({ id }: { readonly id: string }) {
  const seen = useQuery({
    queryKey: keyOf('GET /api/v1/admin/roles/{id}', id),
    queryFn: () => askWithTag('GET /api/v1/admin/roles/{id}', { path: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const t = useText(rolesPageText)
  const language = useLocale()
  const title = seen.data?.answer.name[language] ?? t('role')
  return (
    <Page title={title} about={t('edit.about')} actions={<Back />}>
      <Loaded query={seen}>
        {({ answer, etag }) => (
          <>
            {answer.code === 'owner' && <Alert type="info" showIcon title={t('owner.fixed')} />}
            <RoleForm
              key={etag}
              base={draftOf(answer)}
              isFixed={answer.code === 'owner'}
              onReload={() => void seen.refetch()}
              save={(body) => ask('PUT /api/v1/admin/roles/{id}', { path: { id }, body, ifMatch: etag ?? undefined })}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const empty: Draft = { name: '', nameEn: '', permissions: [], needsSecondFactor: false }

const draftOf = ({ name, permissions, needsSecondFactor }: Role): Draft => ({
  name: name.zh,
  nameEn: name.en,
  permissions,
  needsSecondFactor,
})

function NewRole() {
  const t = useText(rolesPageText)
  const { from } = useSearch({ strict: false }) as { readonly from?: string }
  const roles = useQuery(rolesQuery)
  return (
    <Page title={t('new')} about={t('new.about')} actions={<Back />}>
      <Loaded query={roles}>{(rows) => <CopyOf roles={rows} from={from} />}</Loaded>
    </Page>
  )
}

/** Chooses what the new role begins with: one of the shop's, or a duty of the department. */
function CopyOf({ roles, from }: { readonly roles: readonly Role[]; readonly from?: string }) {
  const t = useText(rolesPageText)
  const language = useLocale()
  const [chosen, setChosen] = useState(from)
  const options = [
    { label: t('from.roles'), options: roles.map(({ code, name }) => ({ value: code, label: name[language] })) },
    {
      label: t('from.duties'),
      options: roleTemplates.map((duty) => ({ value: `duty ${duty.en}`, label: duty[language] })),
    },
  ]
  return (
    <>
      <Flex align="center" gap="small" wrap>
        <Typography.Text id="role-from">{t('from')}</Typography.Text>
        <Select
          aria-labelledby="role-from"
          style={{ width: 220 }}
          allowClear
          placeholder={t('from.nothing')}
          value={chosen}
          onChange={setChosen}
          options={options}
        />
      </Flex>
      <RoleForm
        key={chosen ?? ''}
        base={beginningWith(roles, chosen)}
        save={(body) => ask('POST /api/v1/admin/roles', { body })}
      />
    </>
  )
}

const copyOf = ({ name }: Role, locale: Locale): string => say(rolesPageText, locale, 'copied', { name: name[locale] })

function beginningWith(roles: readonly Role[], chosen?: string): Draft {
  const duty = roleTemplates.find(({ en }) => chosen === `duty ${en}`)
  if (duty) return { ...empty, name: duty.zh, nameEn: duty.en, permissions: [...duty.permissions] }
  const role = roles.find(({ code }) => code === chosen)
  return role ? { ...draftOf(role), name: copyOf(role, 'zh'), nameEn: copyOf(role, 'en') } : empty
}

interface RoleFormProps {
  readonly base: Draft
  readonly isFixed?: boolean
  readonly save: (draft: Draft) => Promise<unknown>
  readonly onReload?: () => void
}

function RoleForm({ base, isFixed, save, onReload }: RoleFormProps) {
  const t = useText(rolesPageText)
  const act = useAct()
  const navigate = useNavigate()
  const reload = useReload('roles')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Error>()
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  const submit = async (draft: Draft) => {
    setBusy(true)
    const done = await act(() => save(draft).catch((error) => Promise.reject(keep(error, setProblem))))
    setBusy(false)
    if (!done) return
    await reload()
    await navigate({ to: '/roles' as string })
  }
  return (
    <Form<Draft> layout="vertical" initialValues={base} onFinish={submit} requiredMark={false}>
      {problem && <ProblemAlert error={problem} onRetry={onReload} />}
      <Card style={{ marginBlock: 16 }}>
        <Flex gap="large" wrap>
          <Form.Item name="name" label={t('name')} rules={needed} style={{ flex: '1 1 200px' }}>
            <Input maxLength={roleLimits.name} />
          </Form.Item>
          <Form.Item name="nameEn" label={t('name.en')} rules={needed} style={{ flex: '1 1 200px' }}>
            <Input maxLength={roleLimits.name} />
          </Form.Item>
          <Form.Item name="needsSecondFactor" label={t('second-factor.label')} valuePropName="checked">
            <Switch />
          </Form.Item>
        </Flex>
        <Typography.Text type="secondary">{t('second-factor.hint')}</Typography.Text>
      </Card>
      <Form.Item name="permissions">
        <PermissionPicker isFixed={isFixed} held={base.permissions} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('save')}
      </Button>
    </Form>
  )
}

function keep(error: Error, setProblem: (error: Error) => void): Error {
  setProblem(error)
  return error
}

function Back() {
  const t = useText(rolesPageText)
  return (
    <Link to={'/roles' as string}>
      <Button tabIndex={-1}>{t('back')}</Button>
    </Link>
  )
}
