import { sql } from 'kysely'
import { findProducts, saleItemsOf, saleItemsOfProducts } from '#goods/catalog'
import type { VariantId } from '#model/goods/catalog'
import { limitOf } from '#platform/context'
import { type ExportFilter, type ExportKind, type ExportReader, type ExportRow, eachPage } from '#platform/exports'
import type { WarehouseId } from '../model.ts'
import { type StockRow, stockGrid } from '../stock-grid.ts'
import { stockColumns } from './stock-columns.ts'

const fields = ['sku', 'quantity', 'warehouse', 'bin', 'lot', 'producedOn', 'expiresOn']

/** What lies where, a bin and lot a row, as `stockImport` reads a count. */
export const stockExport = (): ExportKind => ({
  kind: 'stock',
  label: { zh: '库存', en: 'Stock' },
  permission: 'stock.read',
  columns: [
    ...stockColumns.filter(({ field }) => fields.includes(field)).map(({ field, label }) => ({ field, label })),
    { field: 'name', label: { zh: '商品', en: 'Product' } },
    { field: 'allocated', label: { zh: '拣货占用', en: 'Being picked' } },
  ],
  filters: { text: 'text', warehouseId: 'id', state: ['out', 'reserved', 'quarantined'] },
  rows: async function* (reader, filter) {
    for await (const batch of variantBatches(reader, filter.text)) {
      const wanted = { ...gridFilter(filter), within: limitOf(reader.actor, 'stock.read'), variantIds: batch }
      for await (const page of eachPage((cursor) => stockGrid(reader, { ...wanted, cursor, limit: 200 })))
        yield await inBins(reader, page)
    }
  },
})

const gridFilter = ({ warehouseId, state }: ExportFilter) => ({
  warehouseId: warehouseId as WarehouseId | undefined,
  state: state as 'out' | 'reserved' | 'quarantined' | undefined,
})

/** The variants that the words find, some at a time; undefined once for all of them. */
async function* variantBatches(
  reader: ExportReader,
  text: string | undefined,
): AsyncGenerator<readonly VariantId[] | undefined> {
  if (!text) {
    yield undefined
    return
  }
  for await (const page of eachPage((cursor) => findProducts(reader, { text, cursor, limit: 200 })))
    yield (
      await saleItemsOfProducts(
        reader,
        page.map(({ id }) => id),
      )
    ).map(({ variantId }) => variantId)
}

interface InBin {
  readonly variantId: VariantId
  readonly warehouse: string
  readonly bin: string
  readonly lot: string
  readonly producedOn: Temporal.PlainDate | null
  readonly expiresOn: Temporal.PlainDate | null
  readonly quantity: number
  readonly allocated: number
}

async function inBins(reader: ExportReader, page: readonly StockRow[]): Promise<ExportRow[]> {
  const { rows } = await sql<InBin>`
    select s.variant_id as "variantId", w.code as warehouse, b.code as bin, t.number as lot, t.produced_on as "producedOn",
      t.expires_on as "expiresOn", s.quantity, s.allocated
    from unnest(${page.map((row) => row.variantId)}::uuid[], ${page.map((row) => row.warehouseId)}::uuid[]) as p (variant_id, warehouse_id)
    join supply.bin_stock s on s.shop_id = ${reader.shopId} and s.variant_id = p.variant_id and s.quantity > 0
    join supply.bins b on b.id = s.bin_id and b.warehouse_id = p.warehouse_id
    join supply.warehouses w on w.id = b.warehouse_id
    join supply.lots t on t.shop_id = s.shop_id and t.id = s.lot_id
    order by s.variant_id, w.code, b.path_order, b.code, t.number`.execute(reader.db)
  const items = await saleItemsOf(reader, [...new Set(rows.map(({ variantId }) => variantId))])
  return rows.map(({ variantId, producedOn, expiresOn, ...row }) => ({
    ...row,
    sku: items.get(variantId)?.sku ?? '',
    name: items.get(variantId)?.name[reader.locale] ?? '',
    producedOn: producedOn?.toString() ?? null,
    expiresOn: expiresOn?.toString() ?? null,
  }))
}
