import { dayIn, isBefore } from '#kernel/day'
import { documentNumber, newId } from '#kernel/id'
import { pieces, piecesIn } from '#kernel/quantity'
import type { VariantId } from '#model/goods/catalog'
import type { WarehouseId } from '#model/supply/inventory'
import { notify } from '#office/notices'
import { loadShop } from '#office/shops'
import type { AccountId, Tx } from '#platform/context'
import { publish } from '#platform/events'
import { holdStock, loadWarehouse, releaseLines, reservationsOf } from '#supply/inventory'
import type { Transfer, TransferId } from './model.ts'
import { mustSay, neededInPast, noLines, sameWarehouse } from './transfer.ts'
import { loadTransfer } from './transfer-store.ts'

export interface NeededLine {
  readonly lineId: string
  readonly variantId: VariantId
  readonly sku: string
  readonly name: string
  readonly quantity: number
}

export interface RequestTransfer {
  readonly sourceId: string
  readonly sourceNumber: string
  /** Who holds the goods of the order where it holds any: itself, or the shipment it leaves with. */
  readonly holder: string
  readonly fromWarehouseId: WarehouseId
  readonly toWarehouseId: WarehouseId
  readonly neededBy: Temporal.Instant
  readonly reason: string
  readonly lines: readonly NeededLine[]
}

/**
 * Asks a warehouse for goods that an order needs elsewhere (ORD-12). They are set aside for it at once: first what the order itself holds
 * there, then what is free, so that nobody else buys them meanwhile. In the caller's transaction, who has locked the order.
 *
 * @throws outOfStock naming the line when the warehouse has fewer; warehouseNotFound, sameWarehouse, noLines, neededInPast, textMissing
 */
export async function requestTransfer(tx: Tx, wish: RequestTransfer): Promise<Transfer> {
  const { fromWarehouseId, toWarehouseId, lines } = wish
  if (lines.length === 0) throw noLines({ field: 'lines' })
  if (fromWarehouseId === toWarehouseId) throw sameWarehouse({ field: 'toWarehouseId' })
  if (!isBefore(tx.now, wish.neededBy)) throw neededInPast({ field: 'neededBy' })
  await loadWarehouse(tx, fromWarehouseId, 'fromWarehouseId')
  await loadWarehouse(tx, toWarehouseId, 'toWarehouseId')
  const transferId = await insertTransfer(tx, wish)
  for (const line of [...lines].sort((a, b) => (a.variantId < b.variantId ? -1 : 1)))
    await claim(tx, transferId, wish, line)
  const transfer = await loadTransfer(tx, transferId)
  await tellWarehouse(tx, transfer)
  return transfer
}

async function insertTransfer(tx: Tx, wish: RequestTransfer): Promise<TransferId> {
  const id = newId<'Transfer'>()
  const { timeZone } = await loadShop(tx)
  await tx.db
    .insertInto('supply.transfers')
    .values({
      id,
      shop_id: tx.shopId,
      number: documentNumber('TR', dayIn(tx.now, timeZone)),
      from_warehouse_id: wish.fromWarehouseId,
      to_warehouse_id: wish.toWarehouseId,
      source_id: wish.sourceId,
      source_number: wish.sourceNumber,
      reason: mustSay(wish.reason, 'reason'),
      needed_by: wish.neededBy,
      keeper_id: tx.actor.id as AccountId | null,
      keeper_name: tx.actor.name,
      requested_by: tx.actor.name,
      created_at: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('supply.transfer_lines')
    .values(
      wish.lines.map(({ lineId, variantId, sku, name, quantity }) => ({
        shop_id: tx.shopId,
        transfer_id: id,
        line_id: lineId,
        variant_id: variantId,
        sku,
        name,
        quantity: pieces(quantity, `lines.${lineId}`),
      })),
    )
    .execute()
  return id
}

/** What the order holds there passes to the transfer; the rest comes from what is free. */
async function claim(tx: Tx, transferId: TransferId, wish: RequestTransfer, line: NeededLine): Promise<void> {
  const { holder, fromWarehouseId: warehouseId } = wish
  const { lineId, variantId, quantity } = line
  const own = piecesIn(
    (await reservationsOf(tx, holder)).filter((each) => each.lineId === lineId && each.warehouseId === warehouseId),
  )
  const passed = Math.min(own, quantity)
  if (passed > 0) await releaseLines(tx, { holder, lineId, quantity: passed, warehouseId })
  await holdStock(tx, { holder: transferId, lineId, variantId, warehouseId, quantity })
}

async function tellWarehouse(tx: Tx, { id, number, sourceId, sourceNumber, lines }: Transfer): Promise<void> {
  const data = { transferId: id, number, sourceId, lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity })) }
  await publish(tx, { type: 'transfer.requested', aggregate: 'transfer', id, data })
  await notify(tx, {
    permission: 'outbound.pick',
    kind: 'transfer.requested',
    subject: 'transfer',
    subjectId: id,
    data: { number, order: sourceNumber },
    dedupeKey: `transfer.requested:${id}`,
  })
}
