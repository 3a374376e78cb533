import { useNavigate } from '@tanstack/react-router'
import { Button, Card, Flex, Form, Input, Switch, Typography } from 'antd'
import { useState } from 'react'
import type { InputOf } from '#client'
import { roleLimits } from '#model/office/roles'
import { useReload } from '../../frame/asking.ts'
import { FasterAlert, type Seen, useContest } from '../../frame/contest.tsx'
import { useText } from '../../frame/language.ts'
import { useAct } from '../../frame/Problems.tsx'
import { useChangesText } from './changes-in-words.ts'
import { PermissionPicker } from './PermissionPicker.tsx'
import { RolePreset } from './RolePreset.tsx'
import { rolesPageText } from './roles-text.ts'

export type RoleDraft = Omit<InputOf<'POST /api/v1/admin/roles'>['body'], 'preset'>

interface RoleFormProps {
  readonly base: RoleDraft
  /** Code of the preset it began with. */
  readonly preset: string | null
  readonly isFixed?: boolean
  /** The version that is looked at, of a known role. */
  readonly etag?: string | undefined
  readonly save: (draft: RoleDraft, ifMatch: { readonly ifMatch?: string }) => Promise<unknown>
  /** The role as it stands now. */
  readonly readNow: () => Promise<Seen<RoleDraft>>
  readonly onTheirs?: () => unknown
}

/** What a role is called, allows and demands, beside the preset it began with. */
export function RoleForm({ base, preset, isFixed, etag, save, readNow, onTheirs }: RoleFormProps) {
  const [form] = Form.useForm<RoleDraft>()
  const permissions = Form.useWatch('permissions', form) ?? base.permissions
  const t = useText(rolesPageText)
  const act = useAct()
  const navigate = useNavigate()
  const reload = useReload('roles')
  const [busy, setBusy] = useState(false)
  const { contest, save: asSeen } = useContest({ thing: base, etag }, readNow)
  const [was, now] = contest ? [beside(contest.was, contest.thing), beside(contest.thing, contest.was)] : [{}, {}]
  const changes = useChangesText(was, now, 'role')
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  const submit = async (draft: RoleDraft) => {
    setBusy(true)
    const done = await act(() => asSeen((ifMatch) => save(draft, ifMatch)))
    setBusy(false)
    if (!done) return
    await reload()
    await navigate({ to: '/roles' as string })
  }
  return (
    <Form<RoleDraft> form={form} layout="vertical" initialValues={base} onFinish={submit} requiredMark={false}>
      {contest && (
        <FasterAlert {...contest} changes={changes} onTheirs={() => onTheirs?.()} onMine={() => form.submit()} />
      )}
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
      {preset && (
        <RolePreset
          code={preset}
          held={permissions}
          isFixed={isFixed}
          onPutBack={(wanted) => form.setFieldsValue({ permissions: [...wanted] })}
          had={base.permissions}
        />
      )}
      <Form.Item name="permissions">
        <PermissionPicker isFixed={isFixed} held={base.permissions} />
      </Form.Item>
      <Flex className="save-bar" justify="end">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('save')}
        </Button>
      </Flex>
    </Form>
  )
}

/** A role with the permissions that another lacks: what both hold would hide what somebody changed. */
const beside = (role: RoleDraft, other: RoleDraft): RoleDraft => ({
  ...role,
  permissions: role.permissions.filter((one) => !other.permissions.includes(one)),
})
