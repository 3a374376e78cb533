import { Link } from '@tanstack/react-router'
import { Button, Flex, Input, Select, Typography } from 'antd'
import { useState } from 'react'
import { inventoryText } from '#model/supply/inventory'
import { DataTable } from '../../frame/DataTable.tsx'
import { ExportVerb } from '../../frame/ExportVerb.tsx'
import { useInstantText } from '../../frame/format.ts'
import { useLocale, useText } from '../../frame/language.ts'
import { type ChosenOf, type RowOf, useListFilters } from '../../frame/lists.ts'
import { Page } from '../../frame/Page.tsx'
import { useWarehouses } from './outbound.ts'
import { ReceiveVerb } from './ReceiveVerb.tsx'
import { StockDrawer } from './StockDrawer.tsx'
import { stockPageText } from './stock-text.ts'
import { WarehouseFilter } from './WarehouseFilter.tsx'

export type StockRow = RowOf<'GET /api/v1/admin/stock'>

const names = ['text', 'warehouseId', 'state'] as const
type Filters = ChosenOf<'GET /api/v1/admin/stock', (typeof names)[number]>

type Change = (change: { readonly [Name in (typeof names)[number]]?: string | undefined }) => void

/** How much of everything, where, and why. */
export default function StockPage() {
  const t = useText(stockPageText)
  const [filters, change] = useListFilters('GET /api/v1/admin/stock', names)
  const [open, setOpen] = useState<StockRow>()
  const actions = (
    <>
      <Link to="/stock/lots">
        <Button tabIndex={-1}>{t('lots')}</Button>
      </Link>
      <ExportVerb kind="movements" label={t('movements.export')} filters={{ warehouseId: filters.warehouseId }} />
      <ExportVerb kind="stock" filters={filters} />
      <ReceiveVerb />
    </>
  )
  return (
    <Page title={t('title')} about={t('about')} actions={actions}>
      <FilterBar filters={filters} change={change} />
      <StockTable filters={filters} onOpen={setOpen} />
      <StockDrawer row={open} onClose={() => setOpen(undefined)} />
    </Page>
  )
}

function FilterBar({ filters, change }: { readonly filters: Filters; readonly change: Change }) {
  const t = useText(stockPageText)
  const states = (['out', 'reserved', 'quarantined'] as const).map((state) => ({
    value: state as string,
    label: t(`state.${state}`),
  }))
  return (
    <Flex gap="small" wrap>
      <Input.Search
        key={filters.text}
        allowClear
        defaultValue={filters.text}
        onSearch={(text) => change({ text: text.trim() })}
        placeholder={t('search')}
        aria-label={t('search')}
        style={{ width: 280 }}
      />
      <WarehouseFilter
        value={filters.warehouseId}
        label={t('warehouse')}
        all={t('warehouse.all')}
        onChange={(warehouseId) => change({ warehouseId })}
      />
      <Select
        value={filters.state ?? ''}
        aria-label={t('state')}
        style={{ width: 150 }}
        onChange={(state) => change({ state })}
        options={[{ value: '', label: t('state.all') }, ...states]}
      />
    </Flex>
  )
}

function StockTable({ filters, onOpen }: { readonly filters: Filters; readonly onOpen: (row: StockRow) => void }) {
  const t = useText(stockPageText)
  const words = useText(inventoryText)
  const language = useLocale()
  const instantText = useInstantText()
  const warehouses = useWarehouses()
  const warehouseName = (id: string) => {
    const found = warehouses.find((each) => each.id === id)
    return found ? (language === 'zh' ? found.name : found.nameEn) : '—'
  }
  const amounts = ['onHand', 'reserved', 'available', 'quarantined', 'elsewhere'] as const
  const wordOf = {
    onHand: 'inventory.on_hand',
    reserved: 'inventory.reserved',
    available: 'inventory.available',
    quarantined: 'inventory.quarantined',
    elsewhere: 'inventory.elsewhere',
  } as const
  return (
    <DataTable
      label={t('title')}
      list="GET /api/v1/admin/stock"
      filters={filters}
      views
      rowKey={(row) => `${row.variantId} ${row.warehouseId}`}
      empty={{ says: t('empty'), next: '/products' }}
      onOpen={onOpen}
      columns={[
        { key: 'sku', title: 'SKU', fixed: 'left', dataIndex: 'sku' },
        {
          key: 'goods',
          title: t('goods'),
          width: 280,
          ellipsis: true,
          render: (_, row) => `${row.name[language]} ${row.specification[language]}`,
        },
        { key: 'warehouse', title: t('warehouse'), render: (_, row) => warehouseName(row.warehouseId) },
        ...amounts.map((amount) => ({
          key: amount,
          title: words(wordOf[amount]),
          align: 'right' as const,
          render: (_: unknown, row: StockRow) => (
            <Amount
              name={words(wordOf[amount])}
              count={row[amount]}
              isOut={amount === 'available' && row.available === 0}
              onOpen={() => onOpen(row)}
            />
          ),
        })),
        { key: 'updated', title: t('updated'), render: (_, row) => instantText(row.updatedAt) },
      ]}
    />
  )
}

/** Every number can be asked where it comes from. */
function Amount({
  name,
  count,
  isOut,
  onOpen,
}: {
  readonly name: string
  readonly count: number
  readonly isOut: boolean
  readonly onOpen: () => void
}) {
  const t = useText(stockPageText)
  return (
    <Button
      type="link"
      size="small"
      danger={isOut}
      style={{ paddingInline: 4 }}
      aria-label={t('why.open', { name, count })}
      onClick={onOpen}
    >
      {count === 0 && !isOut ? <Typography.Text type="secondary">0</Typography.Text> : count}
    </Button>
  )
}
