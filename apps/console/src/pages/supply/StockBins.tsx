import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Flex, Form, Input, InputNumber, Select, Tag } from 'antd'
import type { LotStatus, Zone } from '#model/supply/inventory'
import { inventoryText } from '#model/supply/inventory'
import { get, post } from '../../frame/api.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import type { StockRow } from './StockPage.tsx'
import { stockPageText } from './stock-text.ts'

export interface BinStock {
  readonly warehouseId: string
  readonly binId: string
  readonly bin: string
  readonly zone: Zone
  readonly lotId: string
  readonly lot: string
  readonly expiresOn: string | null
  readonly lotStatus: LotStatus
  readonly quantity: number
  readonly allocated: number
}

export interface BinRow {
  readonly id: string
  readonly code: string
  readonly zone: Zone
}

export const useBins = (warehouseId: string | undefined) =>
  useQuery({
    queryKey: ['/warehouses', warehouseId, 'bins'],
    queryFn: () => get<BinRow[]>(`/warehouses/${warehouseId}/bins`),
    enabled: warehouseId !== undefined,
    staleTime: 60_000,
  }).data ?? []

/** Where a variant lies in a warehouse, lot by lot, with corrections by hand. */
export function StockBins({ row: { variantId, warehouseId, sku } }: { readonly row: StockRow }) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const found = useQuery({
    queryKey: ['/stock', variantId, 'bins'],
    queryFn: () => get<BinStock[]>(`/stock/${variantId}/bins`),
  })
  return (
    <Loaded query={found}>
      {(rows) => (
        <Table<BinStock>
          size="small"
          rowKey={(each) => `${each.binId} ${each.lotId}`}
          pagination={false}
          dataSource={rows.filter((each) => each.warehouseId === warehouseId)}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: t('bins.none') }}
          columns={[
            { title: t('bin'), render: (_, each) => `${each.bin} · ${words(`inventory.zone.${each.zone}`)}` },
            { title: t('lot'), render: (_, each) => <LotName stock={each} /> },
            { title: t('quantity'), align: 'right', dataIndex: 'quantity' },
            { title: t('allocated'), align: 'right', dataIndex: 'allocated' },
            {
              title: t('adjust'),
              render: (_, each) => (
                <Flex gap={4}>
                  <AdjustVerb stock={each} variantId={variantId} sku={sku} />
                  <MoveVerb stock={each} variantId={variantId} sku={sku} />
                </Flex>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function LotName({ stock: { lot, expiresOn, lotStatus } }: { readonly stock: BinStock }) {
  const words = useText(inventoryText)
  return (
    <>
      {lot} {expiresOn && <small>{expiresOn}</small>}{' '}
      {lotStatus === 'blocked' && <Tag color="error">{words('inventory.lot.blocked')}</Tag>}
    </>
  )
}

interface SlotProps {
  readonly stock: BinStock
  readonly variantId: string
  readonly sku: string
}

function AdjustVerb({ stock: { binId, bin, lotId, quantity: seen }, variantId, sku }: SlotProps) {
  const t = useText(stockPageText)
  const queries = useQueryClient()
  const differs = {
    validator: (_: unknown, counted: number | null) =>
      counted === seen ? Promise.reject(new Error(t('adjust.same'))) : Promise.resolve(),
  }
  return (
    <AskingVerb<{ counted: number; reason: string }>
      size="small"
      title={t('adjust.title', { bin, sku })}
      consequence={t('adjust.about', { seen })}
      permission="stock.adjust"
      initial={{ counted: seen }}
      fields={
        <>
          <Form.Item
            name="counted"
            label={t('adjust.counted')}
            rules={[{ required: true, message: t('needed') }, differs]}
          >
            <InputNumber min={0} max={999_999} precision={0} autoFocus />
          </Form.Item>
          <ReasonField label={t('adjust.reason')} />
        </>
      }
      work={({ counted, reason }) =>
        post('/stock/adjustments', { binId, lotId, variantId, change: counted - seen, reason, seen })
      }
      onDone={() => queries.invalidateQueries({ queryKey: ['/stock'] })}
    >
      {t('adjust')}
    </AskingVerb>
  )
}

function MoveVerb({ stock: { binId, bin, lotId, warehouseId, quantity, allocated }, variantId, sku }: SlotProps) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const queries = useQueryClient()
  const bins = useBins(warehouseId)
  const options = bins
    .filter(({ id }) => id !== binId)
    .map(({ id, code, zone }) => ({ value: id, label: `${code} · ${words(`inventory.zone.${zone}`)}` }))
  const most = quantity - allocated
  return (
    <AskingVerb<{ toBinId: string; quantity: number; reason?: string }>
      size="small"
      title={t('move.title', { bin, sku })}
      permission="stock.adjust"
      blocked={most < 1 && words('inventory.not_so_many', { wanted: 1 })}
      initial={{ quantity: most }}
      fields={
        <>
          <Form.Item name="toBinId" label={t('move.to')} rules={[{ required: true, message: t('needed') }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
          </Form.Item>
          <Form.Item name="quantity" label={t('quantity')} rules={[{ required: true, message: t('needed') }]}>
            <InputNumber min={1} max={most} precision={0} />
          </Form.Item>
          <Form.Item name="reason" label={t('adjust.reason')}>
            <Input maxLength={300} />
          </Form.Item>
        </>
      }
      work={(values) => post('/stock/moves', { fromBinId: binId, lotId, variantId, ...values })}
      onDone={() => queries.invalidateQueries({ queryKey: ['/stock'] })}
    >
      {t('move')}
    </AskingVerb>
  )
}
