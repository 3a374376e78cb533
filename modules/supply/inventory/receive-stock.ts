import { saleItemsOf } from '#goods/catalog'
import { newId } from '#kernel/id'
import { times } from '#kernel/money'
import { pieces } from '#kernel/quantity'
import type { SaleItem, VariantId } from '#model/goods/catalog'
import { post } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { changeBins } from './bin-store.ts'
import { changeLevels, ensureLevels } from './level-store.ts'
import { ensureLot, loadLot, mustBeSellable, type NewLot } from './lot-store.ts'
import { type BinId, isSellable, type Lot, type LotId, type WarehouseId } from './model.ts'
import { writeMovements } from './movement-store.ts'
import { binNotFound, variantNotFound } from './stock.ts'
import { tellListing } from './tell-listing.ts'
import { loadBin, shopToday } from './warehouse-store.ts'

export interface ReceiveStock {
  readonly warehouseId: WarehouseId
  readonly binId: BinId
  readonly variantId: VariantId
  readonly quantity: number
  /** The lot as the label says, or one that is known already. */
  readonly lot: NewLot | { readonly id: LotId }
  /** What brought the goods in and its id: the same cause brings a lot into a bin once. */
  readonly cause: string
  readonly causeId: string
  readonly kind?: 'receive' | 'return'
  readonly reason?: string
}

/**
 * Takes goods into a bin and, where its zone counts, into the promise; posts them to the books at cost (against the supplier,
 * or for a return against the cost of goods sold). Repeating a cause changes nothing. Without an expiry date the lot gets
 * production date plus the product's shelf life.
 *
 * @throws binNotFound, variantNotFound, lotDatesDiffer, lotNotSellable for an expired lot in a selling zone
 */
export async function receiveStock(tx: Tx, input: ReceiveStock): Promise<LotId> {
  const { warehouseId, binId, variantId, cause, causeId, kind = 'receive', reason = '' } = input
  const quantity = pieces(input.quantity)
  const bin = await loadBin(tx, binId)
  if (bin.warehouseId !== warehouseId) throw binNotFound({ bin: bin.code, field: 'binId' })
  const item = (await saleItemsOf(tx, [variantId])).get(variantId)
  if (!item) throw variantNotFound({ variantId, field: 'variantId' })
  const lot = await lotFor(tx, item, input.lot)
  const sellable = isSellable(bin.zone)
  if (sellable) mustBeSellable(lot, await shopToday(tx))

  const slot = { binId, lotId: lot.id, variantId }
  const [movementId] = await writeMovements(tx, [
    { ...slot, warehouseId, quantity, sellable, kind, cause, causeId, reason },
  ])
  if (!movementId) return lot.id
  await ensureLevels(tx, [{ variantId, warehouseId }])
  const changes = sellable ? await changeLevels(tx, [{ variantId, warehouseId, onHand: quantity }]) : []
  await changeBins(tx, [{ ...slot, quantity }])
  await postReceipt(tx, { item, quantity, kind, movementId })
  await tellListing(tx, changes ?? [])
  return lot.id
}

function lotFor(tx: Tx, { variantId, shelfLifeDays }: SaleItem, lot: ReceiveStock['lot']): Promise<Lot> {
  if ('id' in lot) return loadLot(tx, lot.id)
  const lasts = lot.producedOn && !lot.expiresOn && shelfLifeDays !== null
  return ensureLot(tx, variantId, lasts ? { ...lot, expiresOn: lot.producedOn!.add({ days: shelfLifeDays! }) } : lot)
}

async function postReceipt(
  tx: Tx,
  {
    item,
    quantity,
    kind,
    movementId,
  }: { item: SaleItem; quantity: number; kind: 'receive' | 'return'; movementId: string },
): Promise<void> {
  if (!item.cost) return
  const credit = kind === 'return' ? 'cost_of_goods' : 'supplier_payables'
  await post(tx, {
    debit: 'goods_in_stock',
    credit,
    amount: times(item.cost, quantity),
    cause: 'stock_movement',
    causeId: movementId,
  })
}

export interface ReceivedLine {
  readonly binId: BinId
  readonly variantId: VariantId
  readonly quantity: number
  readonly lot: NewLot
}

export interface ReceiveGoods {
  readonly warehouseId: WarehouseId
  readonly lines: readonly ReceivedLine[]
  /** Delivery note or another word for the record. */
  readonly reason?: string
}

/** Goods-in by hand: several lines at once, all or none. Lines of the same lot and bin are added up. */
export function receiveGoods(
  ctx: Context,
  { warehouseId, lines, reason }: ReceiveGoods,
): Promise<{ receiptId: string }> {
  return transaction(ctx, async (tx) => {
    const receiptId = newId<'Receipt'>()
    for (const line of mergeLines(lines))
      await receiveStock(tx, { ...line, warehouseId, reason, cause: 'goods_in', causeId: receiptId })
    await publish(tx, {
      type: 'stock.received',
      aggregate: 'receipt',
      id: receiptId,
      data: { warehouseId, lines, reason },
    })
    return { receiptId }
  })
}

/** In the order in which stock rows are locked everywhere. */
function mergeLines(lines: readonly ReceivedLine[]): ReceivedLine[] {
  const merged = new Map<string, ReceivedLine>()
  for (const line of lines) {
    const key = `${line.variantId} ${line.binId} ${line.lot.number}`
    const earlier = merged.get(key)
    merged.set(key, earlier ? { ...line, quantity: earlier.quantity + pieces(line.quantity) } : line)
  }
  return [...merged.keys()].sort().map((key) => merged.get(key)!)
}
