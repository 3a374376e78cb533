import { refusal } from '#kernel/refusal'
import type { Reader, Tx } from '#platform/context'
import {
  type Parcel,
  type ParcelId,
  type ParcelStatus,
  type ParcelStep,
  parcelSteps,
  type TrackedStep,
} from './model.ts'

export const parcelNotFound = refusal(
  'not_found',
  'shipping.parcel_not_found',
  (d: { parcelId: string }) => `there is no parcel ${d.parcelId}`,
)
export const parcelCannot = refusal(
  'conflict',
  'shipping.parcel_cannot',
  (d: { parcelId: string; step: ParcelStep; status: ParcelStatus }) => `a parcel that is ${d.status} cannot ${d.step}`,
)

const columns = [
  'id',
  'number',
  'outbound_id',
  'source_id',
  'carrier',
  'waybill_number',
  'sorting_code',
  'weight_grams',
  'postage_minor',
  'collect_minor',
  'status',
  'handed_over_at',
  'tracked_at',
  'signed_at',
  'stalled_at',
] as const

interface ParcelRow {
  id: string
  number: string
  outbound_id: string
  source_id: string
  carrier: string
  waybill_number: string | null
  sorting_code: string | null
  weight_grams: number | null
  postage_minor: number | null
  collect_minor: number
  status: string
  handed_over_at: Temporal.Instant | null
  tracked_at: Temporal.Instant | null
  signed_at: Temporal.Instant | null
  stalled_at: Temporal.Instant | null
}

const toParcel = (row: ParcelRow): Parcel => ({
  id: row.id as ParcelId,
  number: row.number,
  outboundId: row.outbound_id,
  sourceId: row.source_id,
  carrier: row.carrier,
  waybillNumber: row.waybill_number,
  sortingCode: row.sorting_code,
  weightGrams: row.weight_grams,
  postageMinor: row.postage_minor,
  collectMinor: row.collect_minor,
  status: row.status as ParcelStatus,
  handedOverAt: row.handed_over_at,
  trackedAt: row.tracked_at,
  signedAt: row.signed_at,
  stalledAt: row.stalled_at,
})

/** @throws parcelNotFound */
export async function loadParcel(reader: Reader, parcelId: ParcelId): Promise<Parcel> {
  const row = await reader.db
    .selectFrom('supply.parcels')
    .select(columns)
    .where('shop_id', '=', reader.shopId)
    .where('id', '=', parcelId)
    .executeTakeFirst()
  if (!row) throw parcelNotFound({ parcelId })
  return toParcel(row)
}

/** The parcels of an order or case, oldest first. */
export async function parcelsOf(reader: Reader, sourceId: string): Promise<Parcel[]> {
  const rows = await reader.db
    .selectFrom('supply.parcels')
    .select(columns)
    .where('shop_id', '=', reader.shopId)
    .where('source_id', '=', sourceId)
    .orderBy('id')
    .execute()
  return rows.map(toParcel)
}

/** What asked for the goods of these parcels and outbounds, of whichever shops: by the id of each; without an entry where no parcel stands. */
export async function sourcesOf(
  { db }: Pick<Reader, 'db'>,
  about: readonly { readonly shopId: string; readonly id: string }[],
): Promise<Map<string, string>> {
  if (about.length === 0) return new Map()
  const ids = about.map(({ id }) => id)
  const rows = await db
    .selectFrom('supply.parcels')
    .select(['id', 'outbound_id', 'source_id'])
    .where('shop_id', 'in', [...new Set(about.map(({ shopId }) => shopId))])
    .where((row) => row.or([row('id', 'in', ids), row('outbound_id', 'in', ids)]))
    .execute()
  return new Map(
    rows.flatMap(({ id, outbound_id, source_id }) => [[id, source_id] as const, [outbound_id, source_id] as const]),
  )
}

/** Which of these outbounds have a parcel with the number of a waybill: its label can be printed. */
export async function labelledOf(reader: Reader, outboundIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (outboundIds.length === 0) return new Set()
  const rows = await reader.db
    .selectFrom('supply.parcels')
    .select('outbound_id')
    .where('shop_id', '=', reader.shopId)
    .where('outbound_id', 'in', [...outboundIds])
    .where('waybill_number', 'is not', null)
    .execute()
  return new Set(rows.flatMap((row) => row.outbound_id ?? []))
}

/** Parcels of the shop by the numbers of their waybills, newest first; numbers that no parcel bears are left out. */
export async function parcelsLabelled(reader: Reader, waybills: readonly string[]): Promise<Parcel[]> {
  if (waybills.length === 0) return []
  const rows = await reader.db
    .selectFrom('supply.parcels')
    .select(columns)
    .where('shop_id', '=', reader.shopId)
    .where('waybill_number', 'in', [...waybills])
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toParcel)
}

/** The live parcel of an outbound; undefined before there is one. */
export async function parcelOfOutbound(reader: Reader, outboundId: string): Promise<Parcel | undefined> {
  const row = await reader.db
    .selectFrom('supply.parcels')
    .select(columns)
    .where('shop_id', '=', reader.shopId)
    .where('outbound_id', '=', outboundId)
    .where('status', '<>', 'cancelled')
    .executeTakeFirst()
  return row && toParcel(row)
}

/** What the carrier said of these parcels, newest first. */
export async function trackingOf(
  reader: Reader,
  parcelIds: readonly ParcelId[],
): Promise<Map<ParcelId, TrackedStep[]>> {
  const result = new Map<ParcelId, TrackedStep[]>(parcelIds.map((id) => [id, []]))
  if (parcelIds.length === 0) return result
  const rows = await reader.db
    .selectFrom('supply.tracking_events')
    .select(['parcel_id', 'at', 'state', 'text', 'location'])
    .where('shop_id', '=', reader.shopId)
    .where('parcel_id', 'in', [...parcelIds])
    .orderBy('at', 'desc')
    .execute()
  for (const { parcel_id, ...step } of rows) result.get(parcel_id as ParcelId)?.push(step)
  return result
}

/** Moves a parcel one step or refuses; the same statement checks and writes. @throws parcelCannot, parcelNotFound */
export async function advanceParcel(
  tx: Tx,
  parcelId: ParcelId,
  step: ParcelStep,
  change: Partial<ParcelRow> = {},
): Promise<Parcel> {
  const row = await tryAdvance(tx, parcelId, step, change)
  if (!row) throw parcelCannot({ parcelId, step, status: (await loadParcel(tx, parcelId)).status })
  return row
}

/** The same for what the world reports: undefined when the parcel is already past it. */
export async function tryAdvance(
  tx: Tx,
  parcelId: ParcelId,
  step: ParcelStep,
  change: Partial<ParcelRow> = {},
): Promise<Parcel | undefined> {
  const { from, to } = parcelSteps[step]
  const row = await tx.db
    .updateTable('supply.parcels')
    .set({ ...change, status: to })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', parcelId)
    .where('status', 'in', [...from])
    .returning(columns)
    .executeTakeFirst()
  return row && toParcel(row)
}
