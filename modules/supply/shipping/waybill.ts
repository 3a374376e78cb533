import { money } from '#kernel/money'
import type { VariantId } from '#model/goods/catalog'
import { notify } from '#office/notices'
import type { Place, WaybillRequest } from '#platform/carriers'
import type { Context } from '#platform/context'
import { transaction } from '#platform/database'
import type { EventRecord } from '#platform/events'
import { publish } from '#platform/events'
import { eachOf } from '#platform/jobs'
import { countryName, isAbroad, labelLines, placeName, regionPath } from '#platform/regions'
import { carrierReaches, carriersForVariants, districtName } from './freight.ts'
import type { Parcel, ParcelId, Recipient } from './model.ts'
import { loadParcel, tryAdvance } from './parcel-store.ts'
import { openRecipient } from './recipient.ts'

/**
 * Job. Fetches the waybill number of an announced parcel and asks for its tracking. Safe to run again: the parcel's number is the
 * carrier's order code, so the same label comes back. A carrier that does not reach the address, or may not bring the goods, is not asked: staff are told.
 */
export async function requestWaybill(ctx: Context, parcelId: ParcelId): Promise<void> {
  const parcel = await loadParcel(ctx, parcelId)
  if (parcel.status !== 'announced') return
  const { districtCode, variantIds, ...wanted } = await describe(ctx, parcelId)
  if (!(await carrierReaches(ctx, parcel.carrier, districtCode))) return reportUnreachable(ctx, parcel, districtCode)
  const allowed = await carriersForVariants(ctx, variantIds)
  if (allowed && !allowed.includes(parcel.carrier)) return tellDesk(ctx, parcel, 'parcel.not_for_goods')
  const { waybillNumber, sortingCode } = await ctx.outside.carriers.requestWaybill(wanted)
  const labelled = await transaction(ctx, async (tx) => {
    const found = await tryAdvance(tx, parcelId, 'label', { waybill_number: waybillNumber, sorting_code: sortingCode })
    if (!found) return false
    const { sourceId, outboundId, carrier } = found
    await publish(tx, {
      type: 'parcel.labelled',
      aggregate: 'parcel',
      id: parcelId,
      data: { parcelId, sourceId, outboundId, carrier, waybillNumber },
    })
    return true
  })
  if (labelled) return
  const { status, carrier, number: parcelNumber } = await loadParcel(ctx, parcelId)
  if (status === 'cancelled') await ctx.outside.carriers.cancelWaybill({ carrier, waybillNumber, parcelNumber }) // nobody knew the number when it was given up
}

/**
 * Job. Fetches the numbers of parcels whose own job gave up, as when the carrier was away for longer than that tries: packing waits
 * for the number.
 */
export async function requestMissingWaybills(ctx: Context): Promise<void> {
  const rows = await ctx.db
    .selectFrom('supply.parcels as parcel')
    .innerJoin('supply.outbounds as outbound', 'outbound.id', 'parcel.outbound_id')
    .select('parcel.id')
    .where('parcel.shop_id', '=', ctx.shopId)
    .where('outbound.shop_id', '=', ctx.shopId)
    .where('outbound.status', 'not in', ['handed_over', 'cancelled'])
    .where('parcel.status', '=', 'announced')
    .where('parcel.created_at', '<', ctx.now.subtract({ minutes: 10 }))
    .orderBy('outbound.dispatch_by')
    .limit(100)
    .execute()
  await eachOf(rows, ({ id }) => requestWaybill(ctx, id as ParcelId))
}

/** Job. Asks the carrier to push this parcel's tracking to us. Safe to run again. */
export async function subscribeTracking(ctx: Context, parcelId: ParcelId): Promise<void> {
  const { carrier, waybillNumber, status } = await loadParcel(ctx, parcelId)
  if (!waybillNumber || status === 'cancelled') return
  const { phone } = (await describe(ctx, parcelId)).recipient
  const callbackUrl = `${ctx.outside.publicUrl}/api/v1/provider/carriers/tracking`
  await ctx.outside.carriers.subscribe({ carrier, waybillNumber, callbackUrl, phoneTail: phone.slice(-4) })
  await ctx.db
    .updateTable('supply.parcels')
    .set({ subscribed_at: ctx.now })
    .where('shop_id', '=', ctx.shopId)
    .where('id', '=', parcelId)
    .execute()
}

/** Job. Gives the number of a cancelled parcel back. Safe to run again. */
export async function returnWaybill(ctx: Context, { data }: EventRecord): Promise<void> {
  const { carrier, waybillNumber, parcelNumber } = data as {
    carrier: string
    waybillNumber: string | null
    parcelNumber: string
  }
  if (waybillNumber) await ctx.outside.carriers.cancelWaybill({ carrier, waybillNumber, parcelNumber })
}

const reportUnreachable = (ctx: Context, parcel: Parcel, districtCode: string): Promise<void> =>
  tellDesk(ctx, parcel, 'parcel.unreachable', { district: districtName(districtCode, 'zh') })

function tellDesk(ctx: Context, parcel: Parcel, kind: string, details: object = {}): Promise<void> {
  const { id, number, carrier, outboundId } = parcel
  return transaction(ctx, (tx) =>
    notify(tx, {
      permission: 'outbound.read',
      kind,
      subject: 'outbound',
      subjectId: outboundId,
      data: { number, carrier, ...details },
      dedupeKey: `${kind}:${id}`,
    }),
  )
}

/** Sender, recipient and goods as the carrier wants them. */
async function describe(
  ctx: Context,
  parcelId: ParcelId,
): Promise<WaybillRequest & { districtCode: string; variantIds: VariantId[] }> {
  const row = await ctx.db
    .selectFrom('supply.parcels as parcel')
    .innerJoin('supply.outbounds as outbound', 'outbound.id', 'parcel.outbound_id')
    .innerJoin('supply.warehouses as warehouse', 'warehouse.id', 'outbound.warehouse_id')
    .innerJoin('office.shops as shop', 'shop.id', 'parcel.shop_id')
    .leftJoin('supply.carriers as carrier', (join) =>
      join.onRef('carrier.shop_id', '=', 'parcel.shop_id').onRef('carrier.code', '=', 'parcel.carrier'),
    )
    .select([
      'parcel.number',
      'parcel.carrier',
      'parcel.collect_minor',
      'shop.currency',
      'carrier.service',
      'outbound.id as outbound_id',
      'outbound.recipient_cipher',
      'outbound.requests',
      'outbound.district_code as to_district',
    ])
    .select(['warehouse.contact_name', 'warehouse.contact_phone', 'warehouse.district_code', 'warehouse.street'])
    .where('parcel.shop_id', '=', ctx.shopId)
    .where('parcel.id', '=', parcelId)
    .executeTakeFirstOrThrow()
  const lines = await ctx.db
    .selectFrom('supply.outbound_lines')
    .select(['name', 'quantity', 'weight_grams', 'variant_id'])
    .where('shop_id', '=', ctx.shopId)
    .where('outbound_id', '=', row.outbound_id)
    .execute()
  const sender = {
    name: row.contact_name,
    phone: row.contact_phone,
    districtCode: row.district_code,
    street: row.street,
  }
  return {
    districtCode: row.to_district,
    variantIds: lines.map((line) => line.variant_id as VariantId),
    parcelNumber: row.number,
    carrier: row.carrier,
    service: row.service ?? 'standard',
    sender: toPlace(sender),
    recipient: toPlace(openRecipient(ctx.vault, row.recipient_cipher)),
    weightGrams: Math.max(
      1,
      lines.reduce((all, line) => all + line.quantity * line.weight_grams, 0),
    ),
    goods: lines.map(({ name, quantity }) => ({ name, quantity })),
    remark: remarkOf(row.requests),
    ...(row.collect_minor > 0 && { collect: money(row.collect_minor, row.currency) }),
  }
}

const remarkOf = (requests: unknown): string =>
  Array.isArray(requests) ? requests.filter((each) => typeof each === 'string').join('；') : ''

function toPlace(to: Recipient): Place {
  const { name, phone, districtCode, street } = to
  if (isAbroad(districtCode)) return placeAbroad(to)
  const { province, city, district } = regionPath(districtCode) ?? { province: '', city: '', district: '' }
  return { name, phone, province, city, district, street }
}

/** Carriers know three levels of places: abroad these are country, area and town, and the whole address stands in the line that is printed. */
const placeAbroad = ({ name, phone, ...address }: Recipient): Place => ({
  name,
  phone,
  province: countryName(address.districtCode.slice(0, 2), 'en'),
  city: address.city || placeName(address.districtCode, 'en'),
  district: '',
  street: labelLines(address).join(', '),
  postcode: address.postcode,
})
