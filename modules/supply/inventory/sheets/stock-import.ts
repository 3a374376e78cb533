import { sql } from 'kysely'
import { saleItemsBySku } from '#goods/catalog'
import { idFrom, newId } from '#kernel/id'
import type { Tx } from '#platform/context'
import { publish } from '#platform/events'
import { type ImportKind, importsText, type Landed, type Landing, type SheetRow, sheetText } from '#platform/imports'
import { correctStock } from '../adjust-stock.ts'
import { ensureLot } from '../lot-store.ts'
import { receiveStock } from '../receive-stock.ts'
import { inventoryText } from '../text.ts'
import { shopToday } from '../warehouse-store.ts'
import { planStockRow, type StockPlan } from './plan-stock-row.ts'
import { readStockRow, type StockRowRead, stockKey } from './read-stock-row.ts'
import { countCause, receiptCause, reverseStock, type StockEffect, takenBack } from './reverse-stock.ts'
import { stockColumns } from './stock-columns.ts'
import { stockImportText } from './stock-import-text.ts'
import { stockPlaces } from './stock-places.ts'

/**
 * Stock by SKU, warehouse, bin and lot. A count says how many lie there and corrects the difference, with its reason and in the books; a
 * receipt says how many have come under a document's number, which brings them once. The same sheet again changes nothing.
 */
export const stockImport = (): ImportKind => ({
  kind: 'stock',
  label: { zh: '库存（盘点或入库）', en: 'Stock (count or receipt)' },
  permission: 'stock.adjust',
  columns: stockColumns,
  keyOf: stockKey,
  prepare: (groups) => {
    const reads = groups.map((rows: readonly SheetRow[]) => readStockRow(rows))
    return landStock(reads)
  },
  reverse: reverseStock,
  texts: { ...sheetText, ...importsText, ...inventoryText, ...stockImportText },
})

const landStock =
  (reads: readonly StockRowRead[]): Landing =>
  async (tx, { dryRun }) => {
    const items = await saleItemsBySku(
      tx,
      reads.map(({ sku }) => sku),
    )
    const places = await stockPlaces(
      tx,
      [...items.values()].map(({ variantId }) => variantId),
    )
    const today = await shopToday(tx)
    const causes = await causesOf(tx, reads)
    const causeOf = (read: StockRowRead) => causes.get(read)!
    const receivedBefore = await receivedBy(tx, [...causes.values()])
    const newLot = `IM${today.toString().replaceAll('-', '').slice(2)}`
    const around = { places, today, newLot, receivedBefore, causeOf }
    const plans = reads.map((read) => planStockRow(read, { ...around, item: items.get(read.sku) }))
    if (!dryRun) for (const plan of inLockOrder(plans)) await carryOut(tx, plan)
    return plans.map(landedOf)
  }

/**
 * The same document, SKU and place is the same receipt, whichever file it comes in; one that was taken back may come again, and is a
 * receipt of its own. Every count is one.
 */
async function causesOf(tx: Tx, reads: readonly StockRowRead[]): Promise<Map<StockRowRead, string>> {
  const causes = new Map(reads.map((read) => [read, read.mode === 'receipt' ? receiptOf(tx, read) : newId()]))
  for (;;) {
    const gone = await takenBack(tx, [...causes.values()])
    if (gone.size === 0) return causes
    for (const [read, cause] of causes) if (gone.has(cause)) causes.set(read, idFrom([cause, 'again']))
  }
}

const receiptOf = ({ shopId }: Tx, { document, sku, warehouse, bin, lot }: StockRowRead): string =>
  idFrom([shopId, receiptCause, document, sku, warehouse, bin, lot])

async function receivedBy(tx: Tx, causeIds: readonly string[]): Promise<Map<string, number>> {
  if (causeIds.length === 0) return new Map()
  const { rows } = await sql<{ causeId: string; quantity: number }>`
    select cause_id as "causeId", sum(quantity)::int as quantity from supply.stock_movements
    where shop_id = ${tx.shopId} and cause = ${receiptCause} and cause_id = any(${[...causeIds]}::uuid[]) group by cause_id`.execute(
    tx.db,
  )
  return new Map(rows.map(({ causeId, quantity }) => [causeId, quantity]))
}

type Work = Exclude<StockPlan, { problems: unknown }>

/** Variant by variant, as stock rows are locked everywhere. */
const inLockOrder = (plans: readonly StockPlan[]): Work[] =>
  plans
    .filter((plan): plan is Work => 'change' in plan && plan.change !== 0)
    .sort((a, b) => (a.item.variantId < b.item.variantId ? -1 : 1))

async function carryOut(tx: Tx, plan: Work): Promise<void> {
  if (plan.read.mode === 'receipt') return receive(tx, plan)
  const { read, item, bin, change } = plan
  const reason = read.reason || 'import'
  const lotId = 'id' in plan.lot ? plan.lot.id : (await ensureLot(tx, item.variantId, lotOf(plan))).id
  const slot = { binId: bin.id, lotId, variantId: item.variantId }
  await correctStock(tx, { ...slot, change, reason, cause: countCause, causeId: plan.causeId })
  await publish(tx, {
    type: 'stock.adjusted',
    aggregate: 'variant',
    id: item.variantId,
    data: { binId: bin.id, lotId, change, reason },
  })
}

async function receive(tx: Tx, plan: Work): Promise<void> {
  const { read, item, bin, change, causeId } = plan
  await receiveStock(tx, {
    warehouseId: bin.warehouseId,
    binId: bin.id,
    variantId: item.variantId,
    quantity: change,
    lot: 'id' in plan.lot ? { id: plan.lot.id } : lotOf(plan),
    cause: receiptCause,
    causeId,
    reason: read.reason ? `${read.document} ${read.reason}` : read.document,
  })
}

const lotOf = ({ lot, read: { producedOn, expiresOn } }: Work) => ({
  number: lot.number,
  producedOn,
  expiresOn,
})

function landedOf(plan: StockPlan): Landed {
  if ('problems' in plan) return { outcome: 'failed', problems: plan.problems }
  if (plan.change === 0) return { outcome: 'unchanged' }
  const did = plan.read.mode === 'receipt' ? 'created' : 'updated'
  return { outcome: did, effects: [stockEffect(plan, did)] }
}

const stockEffect = ({ read, item, change, causeId }: Work, did: StockEffect['did']): StockEffect => ({
  row: read.row,
  subject: 'stock',
  subjectId: item.variantId,
  label: read.sku,
  did,
  after: { cause: read.mode === 'receipt' ? receiptCause : countCause, causeId, change },
})
