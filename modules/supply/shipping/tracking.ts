import { createHash } from 'node:crypto'
import type { TrackingEvent, TrackingState } from '#platform/carriers'
import type { Context, ShopId, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { keepFact, openFacts, settleFact } from '#platform/inbox'
import { eachOf } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import type { ParcelId, ParcelStatus, ParcelStep } from './model.ts'
import { tryAdvance } from './parcel-store.ts'
import { shippingSettings } from './settings.ts'

const stepOf: Record<TrackingState, ParcelStep> = {
  accepted: 'move',
  in_transit: 'move',
  delivering: 'deliver',
  at_pickup_point: 'leaveAtPickupPoint',
  signed: 'sign',
  problem: 'reportProblem',
  returning: 'turnBack',
  returned: 'comeBack',
}

const provider = 'carriers'

/**
 * Takes a carrier's push: kept raw, then applied. A push that comes twice, late or for a parcel that is not ours changes nothing.
 * @throws pushForged
 */
export async function receivePush(ctx: Context, body: Buffer): Promise<void> {
  const events = await ctx.outside.carriers.parsePush(body)
  const eventId = createHash('sha256').update(body).digest('hex')
  const { id } = await keepFact(ctx, { provider, eventId, body })
  await settleFact(ctx, id, await applyTracking(ctx, events))
}

/** Job. Applies pushes that were kept and then left alone, because the process died in between: the carrier has its answer and does not send them again. */
export async function applyKeptPushes(ctx: Context): Promise<void> {
  await eachOf(await openFacts(ctx, { provider, before: ctx.now.subtract({ minutes: 1 }) }), async ({ id, body }) =>
    settleFact(ctx, id, await applyTracking(ctx, await ctx.outside.carriers.parsePush(Buffer.from(body)))),
  )
}

/** Applies what a carrier says, in the shops whose parcels it speaks of. Returns how much of it concerned us. */
export async function applyTracking(ctx: Context, events: readonly TrackingEvent[]): Promise<string> {
  const byWaybill = Map.groupBy(events, (event) => `${event.carrier} ${event.waybillNumber}`)
  let known = 0
  for (const told of byWaybill.values()) {
    const { carrier, waybillNumber } = told[0]!
    const row = await ctx.db
      .selectFrom('supply.parcels')
      .select(['id', 'shop_id'])
      .where('carrier', '=', carrier)
      .where('waybill_number', '=', waybillNumber)
      .where('handed_over_at', 'is not', null)
      .executeTakeFirst()
    if (!row) continue
    known += 1
    await transaction({ ...ctx, shopId: row.shop_id as ShopId }, (tx) => follow(tx, row.id as ParcelId, told))
  }
  return `${known} of ${byWaybill.size} parcels`
}

async function follow(tx: Tx, parcelId: ParcelId, told: readonly TrackingEvent[]): Promise<void> {
  const fresh = await insertSteps(tx, parcelId, told)
  if (fresh.length === 0) return
  await tx.db
    .updateTable('supply.parcels')
    .set({ tracked_at: tx.now, stalled_at: null })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', parcelId)
    .execute()
  for (const event of fresh.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) await step(tx, parcelId, event)
}

async function insertSteps(tx: Tx, parcelId: ParcelId, told: readonly TrackingEvent[]): Promise<TrackingEvent[]> {
  const prints = new Map(told.map((event) => [fingerprint(event), event]))
  const inOneOrder = [...prints].toSorted(([a], [b]) => (a < b ? -1 : 1)) // two pushes at once do not wait for each other
  const rows = await tx.db
    .insertInto('supply.tracking_events')
    .values(
      inOneOrder.map(([print, event]) => ({
        shop_id: tx.shopId,
        parcel_id: parcelId,
        fingerprint: print,
        at: event.at,
        state: event.state,
        text: event.text,
        location: event.location ?? null,
        received_at: tx.now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['shop_id', 'parcel_id', 'fingerprint']).doNothing())
    .returning('fingerprint')
    .execute()
  return rows.map((row) => prints.get(row.fingerprint)!)
}

const fingerprint = (event: TrackingEvent): string =>
  createHash('sha256').update(`${event.at}|${event.state}|${event.text}`).digest('base64url')

async function step(tx: Tx, parcelId: ParcelId, event: TrackingEvent): Promise<void> {
  const change = event.state === 'signed' ? { signed_at: event.at } : {}
  const parcel = await tryAdvance(tx, parcelId, stepOf[event.state], change)
  if (!parcel) return
  const data = {
    parcelId,
    sourceId: parcel.sourceId,
    outboundId: parcel.outboundId,
    state: parcel.status,
    at: event.at.toString(),
    ...(event.collected && { collected: event.collected }),
  }
  await publish(tx, { type: eventTypes[parcel.status] ?? 'parcel.moved', aggregate: 'parcel', id: parcelId, data })
}

const eventTypes: Partial<Record<ParcelStatus, string>> = {
  signed: 'parcel.signed',
  delivered: 'parcel.delivered',
  returning: 'parcel.returning',
  returned: 'parcel.returned',
}

/** Job. Asks the carrier about parcels from which no push has come for some hours; those that were reported stalled come last. */
export async function askForTracking(ctx: Context): Promise<void> {
  const { askAfter } = await readSettings(ctx, shippingSettings)
  const silent = await silentSince(ctx, ctx.now.subtract({ hours: askAfter }))
    .orderBy('stalled_at', (order) => order.desc().nullsFirst())
    .orderBy('tracked_at')
    .execute()
  await eachOf(silent, async ({ carrier, waybill_number: waybillNumber }) =>
    applyTracking(ctx, await ctx.outside.carriers.track({ carrier, waybillNumber: waybillNumber! })),
  )
}

/** Job. Says of each parcel without a word from its carrier for 48 h (setting) that it has stalled, once per silence. */
export async function reportStalled(ctx: Context): Promise<void> {
  const { stalledAfter } = await readSettings(ctx, shippingSettings)
  for (const parcel of await silentSince(ctx, ctx.now.subtract({ hours: stalledAfter }))
    .where('stalled_at', 'is', null)
    .orderBy('tracked_at')
    .execute()) {
    await transaction(ctx, async (tx) => {
      const row = await tx.db
        .updateTable('supply.parcels')
        .set({ stalled_at: tx.now })
        .where('shop_id', '=', tx.shopId)
        .where('id', '=', parcel.id)
        .where('stalled_at', 'is', null)
        .returning(['id', 'source_id', 'waybill_number', 'carrier'])
        .executeTakeFirst()
      if (!row) return
      const data = {
        parcelId: row.id,
        sourceId: row.source_id,
        waybillNumber: row.waybill_number,
        carrier: row.carrier,
      }
      await publish(tx, { type: 'parcel.stalled', aggregate: 'parcel', id: row.id, data })
    })
  }
}

const silentSince = (ctx: Context, since: Temporal.Instant) =>
  ctx.db
    .selectFrom('supply.parcels')
    .select(['id', 'carrier', 'waybill_number'])
    .where('shop_id', '=', ctx.shopId)
    .where('status', 'in', ['handed_over', 'in_transit', 'delivering', 'problem'])
    .where('tracked_at', '<', since)
    .limit(200)
