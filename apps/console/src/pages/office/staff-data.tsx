import { queryOptions, useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import type { AnswerOf } from '#client'
import { asking } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useMe } from '../../frame/session.ts'
import { rolesQuery } from './roles-data.ts'
import { staffText } from './staff-text.ts'

export type Member = AnswerOf<'GET /api/v1/admin/staff'>[number]

export const staffQuery = queryOptions(asking('GET /api/v1/admin/staff'))

/** Roles to choose; one that allows more than whoever gives it may do says so. `had`: what the person has already. */
export function RolesField({ had = [] }: { readonly had?: readonly string[] }) {
  const t = useText(staffText)
  const language = useLocale()
  const { permissions } = useMe()
  const { data: roles = [] } = useQuery(rolesQuery)
  const options = roles.map((role) => {
    const isTooMuch = !had.includes(role.code) && role.permissions.some((one) => !permissions.includes(one))
    const name = role.name[language]
    return { value: role.code, label: isTooMuch ? t('roles.too-much', { name }) : name, disabled: isTooMuch }
  })
  return (
    <Form.Item name="roles" label={t('roles')} rules={[{ required: true, message: t('required') }]}>
      <Select mode="multiple" options={options} optionFilterProp="label" />
    </Form.Item>
  )
}
