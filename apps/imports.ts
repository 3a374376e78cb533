import { type FirstStock, productImport } from '#goods/imports'
import { firstBin, receiveStock, warehouses } from '#supply/inventory'
import { dayIn } from '#kernel/day'
import type { Tx } from '#platform/context'
import { registerImportKind } from '#platform/imports'

/**
 * Stock that a product file brings: received once, for variants that the import has just made, into the first shelf of the warehouse that is
 * asked first. A shop without a warehouse takes the goods and leaves the quantities.
 */
export async function onProductStock(tx: Tx, rows: readonly FirstStock[]): Promise<void> {
  const [warehouse] = await warehouses(tx)
  if (!warehouse) return
  const { id: binId } = await firstBin(tx, warehouse.id, 'pick')
  const number = `IM${dayIn(tx.now, 'Asia/Shanghai').toString().replaceAll('-', '').slice(2)}`
  for (const { variantId, quantity } of rows)
    if (quantity > 0)
      await receiveStock(tx, { warehouseId: warehouse.id, binId, variantId, quantity, lot: { number }, cause: 'import', causeId: variantId, reason: 'import' })
}

/** Makes the kinds of files known that this house can import. */
export function registerImports(): void {
  registerImportKind(productImport({ onStock: onProductStock }))
}
