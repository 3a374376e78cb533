import { categoryImport, type FirstStock, priceImport, productImport } from '#goods/imports'
import { dayIn } from '#kernel/day'
import type { Tx } from '#platform/context'
import { registerImportKind } from '#platform/imports'
import { customerImport } from '#sales/customers'
import { orderImport, trackingImport } from '#sales/orders'
import {
  firstBin,
  receiveFirstStock,
  stockImport,
  takeBackFirstStock,
  variantsEverMoved,
  warehouses,
} from '#supply/inventory'
import { registerForeignSheets } from './foreign-sheets.ts'

/**
 * Stock that a product file brings: received once, for variants that the import has just made, into the first shelf of the warehouse that is
 * asked first. A shop without a warehouse takes the goods and leaves the quantities.
 */
export async function onProductStock(tx: Tx, rows: readonly FirstStock[]): Promise<void> {
  const [warehouse] = await warehouses(tx)
  if (!warehouse) return
  const { id: binId } = await firstBin(tx, warehouse.id, 'pick')
  const number = `IM${dayIn(tx.now, 'Asia/Shanghai').toString().replaceAll('-', '').slice(2)}`
  await receiveFirstStock(tx, { warehouseId: warehouse.id, binId, lotNumber: number, lines: rows, reason: 'import' })
}

const stockBack = { takeBack: takeBackFirstStock, everMoved: variantsEverMoved }

/** Makes the kinds of files known that this house can import. */
export function registerImports(): void {
  const kinds = [
    productImport({ onStock: onProductStock, stockBack }),
    priceImport(),
    stockImport(),
    customerImport(),
    orderImport(),
    categoryImport(),
    trackingImport(),
  ]
  for (const kind of kinds) registerImportKind(kind)
  registerForeignSheets()
}
