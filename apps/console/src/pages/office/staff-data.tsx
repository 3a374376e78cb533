import { queryOptions, useQuery } from '@tanstack/react-query'
import { Form, Select, Typography } from 'antd'
import type { AnswerOf } from '#client'
import { isOfWarehouses } from '#model/office/roles'
import { asking } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { useMay, useMe } from '../../frame/session.ts'
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
    <>
      <Form.Item name="roles" label={t('roles')} rules={[{ required: true, message: t('required') }]}>
        <Select mode="multiple" options={options} optionFilterProp="label" />
      </Form.Item>
      <WarehousesFields />
    </>
  )
}

/** The shop's warehouses, where they can be told apart by whoever looks. */
export function useWarehouses() {
  const { data = [] } = useQuery({ ...asking('GET /api/v1/admin/warehouses'), enabled: useMay('stock.read') })
  return data
}

/** For each chosen role with work in warehouses: for which. A shop with one warehouse is not asked. */
function WarehousesFields() {
  const t = useText(staffText)
  const language = useLocale()
  const { data: roles = [] } = useQuery(rolesQuery)
  const warehouses = useWarehouses()
  const chosen: readonly string[] = Form.useWatch('roles') ?? []
  if (warehouses.length < 2) return null
  const options = warehouses.map(({ id, code, name, nameEn }) => ({
    value: id,
    label: `${code} ${language === 'zh' ? name : nameEn || name}`,
  }))
  const limitable = roles.filter(
    ({ code, permissions }) => code !== 'owner' && chosen.includes(code) && permissions.some(isOfWarehouses),
  )
  return (
    <>
      {limitable.map(({ code, name }) => (
        <Form.Item
          key={code}
          name={['warehouses', code]}
          label={t('warehouses.of', { role: name[language] })}
          extra={<Typography.Text type="secondary">{t('warehouses.hint')}</Typography.Text>}
        >
          <Select
            mode="multiple"
            allowClear
            options={options}
            optionFilterProp="label"
            placeholder={t('warehouses.all')}
          />
        </Form.Item>
      ))}
    </>
  )
}

/** What a form says of roles, as the API takes it: a role without chosen warehouses is given for all of them. */
export function rolesGiven<Given extends RolesForm>({ warehouses = {}, ...rest }: Given) {
  const limited = Object.entries(warehouses).filter(([code, ids]) => rest.roles.includes(code) && ids && ids.length > 0)
  return { ...rest, warehouses: Object.fromEntries(limited) as Readonly<Record<string, readonly string[]>> }
}

export interface RolesForm {
  readonly roles: readonly string[]
  readonly warehouses?: Readonly<Record<string, readonly string[] | undefined>>
}
