import { sql } from 'kysely'
import { isRefusal } from '#kernel/refusal'
import type { Parcel } from '#model/supply/shipping'
import { shippingText } from '#model/supply/shipping'
import { type Outbound, warehouseText } from '#model/supply/warehouse'
import type { Tx } from '#platform/context'
import {
  type ImportEffect,
  type ImportKind,
  importsText,
  type Landed,
  type Landing,
  type RowProblem,
  type SheetRow,
  sheetText,
} from '#platform/imports'
import { labelByHand, listCarriers, parcelOfOutbound } from '#supply/shipping'
import { outboundsOf, shipElsewhere } from '#supply/warehouse'
import type { OrderId } from '../model.ts'
import { lockOrder } from '../order-store.ts'
import { sourceOf } from '../shipment-store.ts'
import { ordersText } from '../text.ts'
import { readTracking, type TrackingRead } from './read-tracking.ts'
import { reverseTracking } from './reverse-tracking.ts'
import { trackingColumns } from './tracking-columns.ts'
import { trackingImportText } from './tracking-import-text.ts'

/**
 * Waybill numbers of parcels that others have sent or labelled: an order that nobody here has begun to pick counts as sent, with its
 * goods out of stock and books; one that is being picked or packed gets its number and goes on. The same sheet again changes nothing.
 */
export const trackingImport = (): ImportKind => ({
  kind: 'tracking',
  label: { zh: '运单号', en: 'Waybill numbers' },
  permission: 'outbound.hand_over',
  columns: trackingColumns,
  keyOf: ({ values }: SheetRow) => (values.order || values.parcel ? JSON.stringify([values.order, values.parcel]) : ''),
  prepare: (groups) => landTracking(groups),
  reverse: reverseTracking,
  texts: { ...sheetText, ...importsText, ...shippingText, ...warehouseText, ...ordersText, ...trackingImportText },
})

const landTracking =
  (groups: readonly (readonly SheetRow[])[]): Landing =>
  async (tx, { dryRun }) => {
    const carriers = await listCarriers(tx)
    const landed: Landed[] = []
    for (const rows of groups) {
      const read = readTracking(rows, carriers)
      landed.push(
        read.problems.length > 0 ? { outcome: 'failed', problems: read.problems } : await tryRow(tx, read, dryRun),
      )
    }
    return landed
  }

/** Does the row and, in a trial or when a rule refuses it halfway, undoes it: so that a trial answers what the real run will. */
async function tryRow(tx: Tx, read: TrackingRead, dryRun: boolean): Promise<Landed> {
  await sql`savepoint tracking_row`.execute(tx.db)
  try {
    const landed = await landRow(tx, read)
    if (dryRun || landed.outcome === 'failed') await sql`rollback to savepoint tracking_row`.execute(tx.db)
    await sql`release savepoint tracking_row`.execute(tx.db)
    return landed
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'busy') throw error
    await sql`rollback to savepoint tracking_row`.execute(tx.db)
    const field = fieldsOfSheet[String(error.details.field)] ?? 'order'
    return { outcome: 'failed', problems: [{ row: read.row, field, code: error.code, details: error.details }] }
  }
}

const fieldsOfSheet: Readonly<Record<string, string>> = { waybillNumber: 'waybill', carrier: 'carrier' }

async function landRow(tx: Tx, read: TrackingRead): Promise<Landed> {
  const failed = (field: string, code: string, value?: string): Landed => ({
    outcome: 'failed',
    problems: [{ row: read.row, field, code, value } satisfies RowProblem],
  })
  const orderId = await orderOf(tx, read)
  if (!orderId) return failed(read.parcel ? 'parcel' : 'order', 'tracking_import.unknown', read.parcel || read.order)
  const found = await parcelsIn(tx, orderId)
  const parcels = read.parcel ? found.filter(({ parcel }) => parcel?.number === read.parcel) : found
  const [one, ...others] = parcels
  if (!one) return failed('order', 'tracking_import.nothing_to_send', read.order)
  if (others.length > 0) return failed('parcel', 'tracking_import.several_parcels')
  const { outbound, parcel } = one
  if (parcel?.waybillNumber === read.waybill) return { outcome: 'unchanged' }
  if (parcel?.waybillNumber || outbound.status === 'handed_over')
    return failed('waybill', 'tracking_import.other_number', parcel?.waybillNumber ?? '')
  const did = await carryOut(tx, { outbound, parcel, read })
  return { outcome: 'updated', effects: [{ row: read.row, label: read.waybill, did: 'updated', ...did }] }
}

interface Found {
  readonly outbound: Outbound
  readonly parcel: Parcel | undefined
}

/** A whole parcel sent, or only a number given to one that is on its way through our own house. */
async function carryOut(
  tx: Tx,
  { outbound, parcel, read }: Found & { readonly read: TrackingRead },
): Promise<Pick<ImportEffect, 'subject' | 'subjectId'>> {
  const { waybill: waybillNumber, carrier, weightGrams } = read
  if (outbound.status === 'released' || !parcel) {
    await shipElsewhere(tx, { outboundId: outbound.id, carrier, waybillNumber, weightGrams: weightGrams ?? undefined })
    return { subject: 'shipment', subjectId: outbound.id }
  }
  await labelByHand(tx, { parcelId: parcel.id, waybillNumber })
  return { subject: 'waybill', subjectId: parcel.id }
}

async function parcelsIn(tx: Tx, orderId: OrderId): Promise<Found[]> {
  const order = await lockOrder(tx, orderId)
  const outbounds = (await outboundsOf(tx, sourceOf(order))).filter(({ status }) => status !== 'cancelled')
  const found: Found[] = []
  for (const outbound of outbounds) found.push({ outbound, parcel: await parcelOfOutbound(tx, outbound.id) })
  return found
}

/** By our number, by the number in the system it came from, or by the parcel's. */
async function orderOf(tx: Tx, { order, parcel }: TrackingRead): Promise<OrderId | undefined> {
  const { rows } = await sql<{ id: OrderId }>`
    select o.id from sales.orders o
    where o.shop_id = ${tx.shopId} and ${
      order
        ? sql`(o.number = ${order} or o.external_number = ${order})`
        : sql`exists (select from supply.parcels p where p.shop_id = o.shop_id and p.number = ${parcel} and p.source_id in (o.id, o.shipment_id))`
    }
    order by (o.number = ${order}) desc, o.placed_at limit 1`.execute(tx.db)
  return rows[0]?.id
}
