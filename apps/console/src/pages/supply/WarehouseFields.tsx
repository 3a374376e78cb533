import { Flex, Form, Input, InputNumber, Select } from 'antd'
import type { BodyOf } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { DistrictPicker, ProvincesPicker } from '../../frame/Region.tsx'
import { warehousesText } from './warehouses-text.ts'

export type NewWarehouse = BodyOf<'POST /api/v1/admin/warehouses'>
export type WarehouseChange = BodyOf<'PUT /api/v1/admin/warehouses/{id}'>

/** What is said of a warehouse. Its code is chosen once; whether it is open can be said of one that exists. */
export function WarehouseFields({ isNew = false }: { readonly isNew?: boolean }) {
  const t = useText(warehousesText)
  const needed = [{ required: true, whitespace: true, message: t('required') }]
  return (
    <>
      {isNew && <CodeField />}
      <Form.Item name="name" label={t('name.zh')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('name.en')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Flex gap="middle">
        <Form.Item name="contactName" label={t('contact')} rules={needed} style={{ flex: 1 }}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('contact.phone')} rules={needed} style={{ flex: 1 }}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
      </Flex>
      <Form.Item name="districtCode" label={t('district')} rules={[{ required: true, message: t('required') }]}>
        <DistrictPicker />
      </Form.Item>
      <Form.Item name="street" label={t('street')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="provinces" label={t('serves')}>
        <ProvincesPicker placeholder={t('serves.all')} />
      </Form.Item>
      <Flex gap="middle">
        <PriorityField />
        {!isNew && <StatusField />}
      </Flex>
    </>
  )
}

function CodeField() {
  const t = useText(warehousesText)
  return (
    <Form.Item
      name="code"
      label={t('code')}
      rules={[{ required: true, pattern: /^[A-Za-z0-9-]{1,20}$/, message: t('code.rule') }]}
    >
      <Input maxLength={20} autoFocus autoCapitalize="characters" />
    </Form.Item>
  )
}

function PriorityField() {
  const t = useText(warehousesText)
  return (
    <Form.Item
      name="priority"
      label={t('priority')}
      extra={t('priority.hint')}
      rules={[{ required: true, message: t('required') }]}
    >
      <InputNumber min={0} max={10_000} precision={0} />
    </Form.Item>
  )
}

function StatusField() {
  const t = useText(warehousesText)
  const options = (['open', 'closed'] as const).map((value) => ({ value, label: t(`status.${value}`) }))
  return (
    <Form.Item name="status" label={t('status')} extra={t('status.hint')}>
      <Select options={options} style={{ minWidth: 120 }} />
    </Form.Item>
  )
}
