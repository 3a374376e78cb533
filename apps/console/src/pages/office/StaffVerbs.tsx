import { Flex } from 'antd'
import { ask } from '../../frame/api.ts'
import { useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useMe } from '../../frame/session.ts'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import type { Given } from './GivenPassword.tsx'
import { MemberSessions } from './MemberSessions.tsx'
import { type Member, RolesField, type RolesForm, rolesGiven } from './staff-data.tsx'
import { staffText } from './staff-text.ts'

interface MemberProps {
  readonly member: Member
}
interface GivingProps extends MemberProps {
  readonly onGiven: (given: Given) => void
}

/** What can be done about a member of staff, or about somebody who has left. */
export function MemberVerbs({ member, onGiven }: GivingProps) {
  return member.status === 'left' ? (
    <TakeOnAgain member={member} onGiven={onGiven} />
  ) : (
    <Flex gap={4} wrap>
      <ChangeRoles member={member} />
      <ResetPassword member={member} onGiven={onGiven} />
      <ResetSecondFactor member={member} />
      <MemberSessions member={member} />
      <Standing member={member} />
      <Leave member={member} />
    </Flex>
  )
}

function ChangeRoles({ member }: MemberProps) {
  const t = useText(staffText)
  const me = useMe()
  return (
    <AskingVerb<RolesForm>
      size="small"
      blocked={member.id === me.id && t('roles.self')}
      title={t('roles.change.title', { name: member.displayName })}
      consequence={t('roles.change.consequence')}
      initial={{ roles: member.roles, warehouses: member.warehouses }}
      work={(form) => ask('PUT /api/v1/admin/staff/{id}/roles', { path: { id: member.id }, body: rolesGiven(form) })}
      onDone={useReload('staff')}
      fields={<RolesField had={member.roles} />}
    >
      {t('roles')}
    </AskingVerb>
  )
}

/** For somebody who has forgotten it. */
function ResetPassword({ member, onGiven }: GivingProps) {
  const t = useText(staffText)
  const me = useMe()
  const path = { id: member.id }
  const work = async () => {
    const given = await ask('POST /api/v1/admin/staff/{id}/password/reset', { path })
    onGiven({ name: member.displayName, userName: member.userName, ...given })
  }
  return (
    <AskingVerb
      size="small"
      blocked={member.id === me.id && t('password.self')}
      title={t('password.reset.title', { name: member.displayName })}
      consequence={t('password.reset.consequence')}
      work={work}
      onDone={useReload('staff')}
    >
      {t('password.reset')}
    </AskingVerb>
  )
}

/** For somebody who has lost the device. */
function ResetSecondFactor({ member }: MemberProps) {
  const t = useText(staffText)
  const me = useMe()
  const blocked = member.id === me.id ? t('factor.self') : !member.hasSecondFactor && t('factor.none')
  return (
    <AskingVerb
      size="small"
      blocked={blocked}
      title={t('factor.reset.title', { name: member.displayName })}
      consequence={t('factor.reset.consequence')}
      work={() => ask('POST /api/v1/admin/staff/{id}/second-factor/reset', { path: { id: member.id } })}
      onDone={useReload('staff')}
    >
      {t('factor.reset')}
    </AskingVerb>
  )
}

/** Disabling and enabling an account. */
function Standing({ member }: MemberProps) {
  const t = useText(staffText)
  const act = useAct()
  const me = useMe()
  const reload = useReload('staff')
  const path = { id: member.id }
  if (member.status !== 'active')
    return (
      <Verb
        size="small"
        onClick={async () => (await act(() => ask('POST /api/v1/admin/staff/{id}/enable', { path }))) && reload()}
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
      work={() => ask('POST /api/v1/admin/staff/{id}/disable', { path })}
      onDone={reload}
    >
      {t('disable')}
    </AskingVerb>
  )
}

function Leave({ member }: MemberProps) {
  const t = useText(staffText)
  const me = useMe()
  return (
    <AskingVerb
      size="small"
      danger
      blocked={member.id === me.id && t('leave.self')}
      title={t('leave.title', { name: member.displayName })}
      consequence={t('leave.consequence')}
      work={() => ask('POST /api/v1/admin/staff/{id}/leave', { path: { id: member.id } })}
      onDone={useReload('staff')}
    >
      {t('leave')}
    </AskingVerb>
  )
}

function TakeOnAgain({ member, onGiven }: GivingProps) {
  const t = useText(staffText)
  const work = async (form: RolesForm) => {
    const body = rolesGiven(form)
    const { given } = await ask('POST /api/v1/admin/staff/{id}/return', { path: { id: member.id }, body })
    if (given) onGiven({ name: member.displayName, userName: member.userName, ...given })
  }
  return (
    <AskingVerb<RolesForm>
      size="small"
      title={t('return.title', { name: member.displayName })}
      consequence={t('return.consequence')}
      work={work}
      onDone={useReload('staff')}
      fields={<RolesField />}
    >
      {t('return')}
    </AskingVerb>
  )
}
