import { useQuery } from '@tanstack/react-query'
import { Flex, Form, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#client'
import { inventoryText } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { asking, type BodyOf, useReload } from '../../frame/asking.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, Verb } from '../../frame/Verb.tsx'
import type { Warehouse } from './WarehousesPage.tsx'
import { warehousesText } from './warehouses-text.ts'

type Bin = AnswerOf<'GET /api/v1/admin/warehouses/{id}/bins'>[number]
type NewBin = BodyOf<'POST /api/v1/admin/warehouses/{id}/bins'>

const question = 'GET /api/v1/admin/warehouses/{id}/bins'
/** Those that are set up by hand; the transit zone fills itself. */
const zones = ['pick', 'reserve', 'staging', 'packing', 'returns', 'quarantine', 'gift'] as const

/** The bins of a warehouse along the picker's way, and one more. */
export function WarehouseBins({ warehouse }: { readonly warehouse: Warehouse }) {
  const t = useText(warehousesText)
  const language = useLocale()
  const [open, setOpen] = useState(false)
  const title = t('bins.title', { name: language === 'zh' ? warehouse.name : warehouse.nameEn })
  return (
    <>
      <Verb size="small" onClick={() => setOpen(true)}>
        {t('bins')}
      </Verb>
      <Modal open={open} title={title} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Flex vertical gap="middle" align="start">
          <AddBin warehouseId={warehouse.id} />
          <BinTable warehouseId={warehouse.id} />
        </Flex>
      </Modal>
    </>
  )
}

interface BinsProps {
  readonly warehouseId: string
}

function BinTable({ warehouseId }: BinsProps) {
  const t = useText(warehousesText)
  const zoneName = useText(inventoryText)
  const bins = useQuery(asking(question, { path: { id: warehouseId } }))
  return (
    <Loaded query={bins}>
      {(rows) => (
        <Table<Bin>
          size="small"
          rowKey="id"
          style={{ width: '100%' }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          dataSource={rows}
          empty={{ says: t('bins.none'), next: <AddBin warehouseId={warehouseId} /> }}
          columns={[
            { title: t('code'), dataIndex: 'code' },
            { title: t('zone'), render: (_, row) => zoneName(`inventory.zone.${row.zone}`) },
            { title: t('path-order'), align: 'right', dataIndex: 'pathOrder' },
          ]}
        />
      )}
    </Loaded>
  )
}

function AddBin({ warehouseId }: BinsProps) {
  const t = useText(warehousesText)
  const zoneName = useText(inventoryText)
  const needed = [{ required: true, message: t('required') }]
  return (
    <AskingVerb<NewBin>
      permission="stock.adjust"
      title={t('bins.add')}
      initial={{ zone: 'pick', pathOrder: 1 }}
      work={(body) => ask('POST /api/v1/admin/warehouses/{id}/bins', { path: { id: warehouseId }, body })}
      onDone={useReload(question)}
      fields={
        <>
          <Form.Item name="code" label={t('code')} rules={needed}>
            <Input maxLength={30} autoFocus placeholder="A-01-01" />
          </Form.Item>
          <Form.Item name="zone" label={t('zone')} rules={needed}>
            <Select options={zones.map((zone) => ({ value: zone, label: zoneName(`inventory.zone.${zone}`) }))} />
          </Form.Item>
          <Form.Item name="pathOrder" label={t('path-order')} rules={needed}>
            <InputNumber min={0} max={1_000_000} precision={0} />
          </Form.Item>
        </>
      }
    >
      {t('bins.add')}
    </AskingVerb>
  )
}
