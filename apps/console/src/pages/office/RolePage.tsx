import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Flex, Select, Typography } from 'antd'
import { useState } from 'react'
import { type Locale, say } from '#kernel/text'
import { presetGroups, rolePresets } from '#model/office/roles'
import { ask, askWithTag } from '../../frame/api.ts'
import { keyOf } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Page } from '../../frame/Page.tsx'
import { Loaded } from '../../frame/Problems.tsx'
import { type RoleDraft, RoleForm } from './RoleForm.tsx'
import { type Role, rolesQuery } from './roles-data.ts'
import { rolesPageText } from './roles-text.ts'

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
              preset={answer.preset}
              isFixed={answer.code === 'owner'}
              etag={etag ?? undefined}
              readNow={() => roleNow(id)}
              onTheirs={() => seen.refetch()}
              save={(body, ifMatch) => ask('PUT /api/v1/admin/roles/{id}', { path: { id }, body, ...ifMatch })}
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const empty: RoleDraft = { name: '', nameEn: '', permissions: [], needsSecondFactor: false }

const draftOf = ({ name, permissions, needsSecondFactor }: Role): RoleDraft => ({
  name: name.zh,
  nameEn: name.en,
  permissions,
  needsSecondFactor,
})

async function roleNow(id: string) {
  const { answer, etag } = await askWithTag('GET /api/v1/admin/roles/{id}', { path: { id } })
  return { thing: draftOf(answer), etag: etag ?? undefined }
}

function NewRole() {
  const t = useText(rolesPageText)
  const { from } = useSearch({ strict: false }) as { readonly from?: string }
  const roles = useQuery(rolesQuery)
  return (
    <Page title={t('new')} about={t('new.about')} actions={<Back />}>
      <Loaded query={roles}>{(rows) => <BeginWith roles={rows} from={from} />}</Loaded>
    </Page>
  )
}

const asPreset = (code: string): string => `preset ${code}`

/** Chooses what the new role begins with: one of the shop's, or a preset of the department. */
function BeginWith({ roles, from }: { readonly roles: readonly Role[]; readonly from?: string }) {
  const t = useText(rolesPageText)
  const language = useLocale()
  const [chosen, setChosen] = useState(from)
  const { preset, base } = beginningWith(roles, chosen)
  const options = [
    { label: t('from.roles'), options: roles.map(({ code, name }) => ({ value: code, label: name[language] })) },
    ...presetGroups
      .filter((group) => group !== 'shop')
      .map((group) => ({
        label: t(`group.${group}`),
        options: rolePresets
          .filter((each) => each.group === group)
          .map(({ code, name }) => ({ value: asPreset(code), label: name[language] })),
      })),
  ]
  return (
    <>
      <Flex align="center" gap="small" wrap>
        <Typography.Text id="role-from">{t('from')}</Typography.Text>
        <Select
          aria-labelledby="role-from"
          style={{ flex: '1 1 220px', maxWidth: 420 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('from.nothing')}
          value={chosen}
          onChange={setChosen}
          options={options}
        />
      </Flex>
      <RoleForm
        key={chosen ?? ''}
        base={base}
        preset={preset}
        readNow={async () => ({ thing: base, etag: undefined })}
        save={(draft) => ask('POST /api/v1/admin/roles', { body: { ...draft, ...(preset && { preset }) } })}
      />
    </>
  )
}

const copyOf = ({ name }: Role, locale: Locale): string => say(rolesPageText, locale, 'copied', { name: name[locale] })

/** What a new role begins with, and the preset it is compared with later. */
function beginningWith(roles: readonly Role[], chosen = ''): { base: RoleDraft; preset: string | null } {
  const preset = rolePresets.find(({ code }) => chosen === asPreset(code))
  if (preset) {
    const { code, name, permissions } = preset
    return { base: { ...empty, name: name.zh, nameEn: name.en, permissions }, preset: code }
  }
  const role = roles.find(({ code }) => code === chosen)
  if (!role) return { base: empty, preset: null }
  return { base: { ...draftOf(role), name: copyOf(role, 'zh'), nameEn: copyOf(role, 'en') }, preset: role.preset }
}

function Back() {
  const t = useText(rolesPageText)
  return (
    <Link to={'/roles' as string}>
      <Button tabIndex={-1}>{t('back')}</Button>
    </Link>
  )
}
