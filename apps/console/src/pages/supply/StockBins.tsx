import { useQuery } from '@tanstack/react-query'
import { Flex, Form, Input, InputNumber, Select, Tag } from 'antd'
import type { AnswerOf } from '#client'
import { inventoryText } from '#model/supply/inventory'
import { ask } from '../../frame/api.ts'
import { asking, useReload } from '../../frame/asking.ts'
import { useText } from '../../frame/language.ts'
import { Loaded } from '../../frame/Problems.tsx'
import { Table } from '../../frame/Table.tsx'
import { AskingVerb, ReasonField } from '../../frame/Verb.tsx'
import type { StockRow } from './StockPage.tsx'
import { stockPageText } from './stock-text.ts'

export type BinStock = AnswerOf<'GET /api/v1/admin/stock/{id}/bins'>[number]

export const useBins = (warehouseId: string | undefined) =>
  useQuery({
    ...asking('GET /api/v1/admin/warehouses/{id}/bins', { path: { id: warehouseId ?? '' } }),
    enabled: warehouseId !== undefined,
    staleTime: 60_000,
  }).data ?? []

/** Where a variant lies in a warehouse, lot by lot, with corrections by hand. */
export function StockBins({ row: { variantId, warehouseId, sku } }: { readonly row: StockRow }) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const found = useQuery(asking('GET /api/v1/admin/stock/{id}/bins', { path: { id: variantId } }))
  return (
    <Loaded query={found}>
      {(rows) => (
        <Table<BinStock>
          size="small"
          rowKey={(each) => `${each.binId} ${each.lotId}`}
          pagination={false}
          dataSource={rows.filter((each) => each.warehouseId === warehouseId)}
          scroll={{ x: 'max-content' }}
          empty={{ says: t('bins.none'), next: '/warehouses' }}
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
  const reload = useReload('stock')
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
        ask('POST /api/v1/admin/stock/adjustments', {
          body: { binId, lotId, variantId, change: counted - seen, reason, seen },
        })
      }
      onDone={reload}
    >
      {t('adjust')}
    </AskingVerb>
  )
}

function MoveVerb({ stock: { binId, bin, lotId, warehouseId, quantity, allocated }, variantId, sku }: SlotProps) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const reload = useReload('stock')
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
      work={(values) =>
        ask('POST /api/v1/admin/stock/moves', { body: { fromBinId: binId, lotId, variantId, ...values } })
      }
      onDone={reload}
    >
      {t('move')}
    </AskingVerb>
  )
}
