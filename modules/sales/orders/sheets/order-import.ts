import { saleItemsBySku } from '#goods/catalog'
import type { SaleItem } from '#model/goods/catalog'
import { customersText } from '#model/sales/customers'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import {
  type ImportDialect,
  type ImportKind,
  importsText,
  type Landed,
  type Landing,
  type SheetRow,
  sheetText,
} from '#platform/imports'
import type { OrderId } from '../model.ts'
import { type Known, knownOrders } from './known-orders.ts'
import { landOrder } from './land-order.ts'
import { orderColumns } from './order-columns.ts'
import { orderImportText } from './order-import-text.ts'
import type { FileOrder } from './read-order.ts'
import { type ReadOrder, readOrder } from './read-order.ts'
import { reverseOrders, versionsOf } from './reverse-orders.ts'

/**
 * Orders of another system that still have to be sent: priced as their file states to the cent, known by source and number there,
 * their goods set aside, paid or unpaid as stated, then on the way of our own orders. An order we have is left as it is.
 */
export const orderImport = (): ImportKind => ({
  kind: 'orders',
  label: { zh: '订单', en: 'Orders' },
  permission: 'orders.import',
  columns: orderColumns,
  keyOf,
  prepare: (groups) => landOrders(groups, 'import'),
  dialects: [shopify],
  reverse: reverseOrders,
  texts: { ...sheetText, ...importsText, ...customersText, ...orderImportText },
})

const keyOf = ({ values }: SheetRow): string =>
  values.number ? JSON.stringify([(values.source ?? '').toLowerCase(), values.number]) : ''

/** What Shopify writes with "Export orders". Its own column "Source" says which sales channel and is passed over. */
const shopify: ImportDialect = {
  name: 'shopify',
  label: { zh: 'Shopify 订单', en: 'Shopify orders' },
  recognises: (heads) => ['name', 'financial status', 'lineitem sku'].every((head) => heads.has(head)),
  columns: orderColumns.map((column) => (column.field === 'source' ? { ...column, heads: [] } : column)),
  keyOf,
  prepare: (groups) => landOrders(groups, 'shopify'),
}

const landOrders =
  (groups: readonly (readonly SheetRow[])[], source: string): Landing =>
  async (tx, { dryRun }) => {
    const { currency, timeZone: zone } = await loadShop(tx)
    const reads = groups.map((rows) => readOrder(rows, { currency, zone, source }))
    const orders = reads.flatMap((read) => ('order' in read ? [read.order] : []))
    const known = await knownOrders(tx, orders)
    const items = await saleItemsBySku(
      tx,
      orders.flatMap(({ lines }) => lines.map(({ sku }) => sku)),
    )
    const landed: Landed[] = []
    for (const read of reads) landed.push(await landOne(tx, read, { known, items, dryRun }))
    return withVersions(tx, landed)
  }

interface Around {
  readonly known: Known
  readonly items: ReadonlyMap<string, SaleItem>
  readonly dryRun: boolean
}

async function landOne(tx: Tx, read: ReadOrder, { known, items, dryRun }: Around): Promise<Landed> {
  if ('problems' in read) return { outcome: 'failed', problems: read.problems }
  const { order } = read
  if (known.has(order)) return { outcome: 'unchanged' }
  const problems = unknownGoods(order, items)
  if (problems.length > 0) return { outcome: 'failed', problems }
  if (dryRun) return { outcome: 'created', notes: {} }
  const { id, isShort } = await landOrder(tx, order, items)
  const effect = { row: order.lines[0]!.row, subject: 'order', subjectId: id, label: order.number } as const
  return { outcome: 'created', notes: isShort ? { ordersShort: 1 } : {}, effects: [{ ...effect, did: 'created' }] }
}

async function withVersions(tx: Tx, landed: readonly Landed[]): Promise<Landed[]> {
  const effectsIn = (one: Landed) => (one.outcome === 'failed' ? [] : (one.effects ?? []))
  const versions = await versionsOf(
    tx,
    landed.flatMap(effectsIn).map(({ subjectId }) => subjectId as OrderId),
  )
  return landed.map((one) =>
    one.outcome === 'failed'
      ? one
      : {
          ...one,
          effects: effectsIn(one).map((each) => ({ ...each, after: { version: versions.get(each.subjectId) ?? 0 } })),
        },
  )
}

const unknownGoods = ({ lines }: FileOrder, items: Around['items']) =>
  lines
    .filter(({ sku }) => !items.has(sku))
    .map(({ row, sku }) => ({ row, field: 'sku', code: 'sheet.sku_unknown', value: sku }))
