import { type Money, subtract } from '#kernel/money'
import type { ParcelId } from '#model/supply/shipping'
import { post, postAll } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { type EventRecord, publish } from '#platform/events'
import { followCash } from './cash-store.ts'
import { openDifference } from './difference-store.ts'
import type { CashParcel } from './model.ts'

/** Job. A box has left: when it carries cash to collect it is followed from now on. */
export const followDispatchedCash = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    await followCash(tx, String(data.parcelId) as ParcelId)
  })

/** Job. A box was signed for: its money is with the carrier from now on. Without an amount from the courier it is what was asked for. */
export const takeSignedCash = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    const parcel = await followCash(tx, String(data.parcelId) as ParcelId)
    if (parcel?.status !== 'on_the_way') return
    const collected = (data.collected as Money | undefined) ?? parcel.expected
    await collect(tx, parcel, { collected, at: Temporal.Instant.from(String(data.at)) })
  })

/**
 * The carrier has taken so much for a box on the way. It stands in the books as owed by the carrier. With all of it the orders in the box are
 * paid for; with less a person decides; what is too much stands as an overpayment.
 */
export async function collect(
  tx: Tx,
  parcel: CashParcel,
  { collected, at }: { readonly collected: Money; readonly at: Temporal.Instant },
): Promise<void> {
  const isLess = collected.minor < parcel.expected.minor
  await tx.db
    .updateTable('sales.cash_parcels')
    .set({
      status: isLess ? 'disputed' : 'collected',
      collected_minor: collected.minor,
      collected_at: at,
      settled_at: isLess ? null : tx.now,
    })
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcel.id)
    .execute()
  const owed = isLess ? collected : parcel.expected
  const booking = {
    debit: 'carrier_receivables',
    cause: 'cash_collected',
    causeId: parcel.id,
    effectiveAt: at,
  } as const
  await postAll(tx, [
    { ...booking, credit: 'cash_on_the_way', amount: owed },
    { ...booking, credit: 'overpayments', amount: subtract(collected, owed) },
  ])
  if (collected.minor !== parcel.expected.minor) await tellDiffers(tx, parcel, collected)
  if (!isLess) await tellCollected(tx, parcel)
}

const tellDiffers = (tx: Tx, { id, carrier, waybillNumber, expected }: CashParcel, collected: Money): Promise<void> =>
  openDifference(tx, {
    lineId: null,
    parcelId: id,
    kind: collected.minor < expected.minor ? 'collected_less' : 'collected_more',
    carrier,
    waybillNumber,
    ours: expected,
    theirs: collected,
  })

/** Of a disputed parcel all was collected after all: the carrier owes the rest too. */
export async function collectRest(tx: Tx, parcel: CashParcel): Promise<void> {
  const amount = subtract(parcel.expected, parcel.collected)
  await settle(tx, parcel, { collected_minor: parcel.expected.minor })
  const booking = { debit: 'carrier_receivables', credit: 'cash_on_the_way' } as const
  await post(tx, { ...booking, amount, cause: 'cash_corrected', causeId: parcel.id })
}

/** Of a disputed parcel the rest is given up: a cost of the shop, and the buyer owes nothing more. */
export async function giveUpRest(tx: Tx, parcel: CashParcel): Promise<void> {
  const amount = subtract(parcel.expected, parcel.collected)
  await settle(tx, parcel, {})
  const booking = { debit: 'payment_differences', credit: 'cash_on_the_way' } as const
  await post(tx, { ...booking, amount, cause: 'cash_given_up', causeId: parcel.id })
}

async function settle(tx: Tx, parcel: CashParcel, change: { readonly collected_minor?: number }): Promise<void> {
  await tx.db
    .updateTable('sales.cash_parcels')
    .set({ ...change, status: 'collected', settled_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcel.id)
    .execute()
  await tellCollected(tx, parcel)
}

/** All that was asked for is there, or has been given up: the orders in the box follow. */
const tellCollected = (tx: Tx, { id, sourceId, outboundId, expected }: CashParcel): Promise<void> =>
  publish(tx, {
    type: 'cash.collected',
    aggregate: 'parcel',
    id,
    data: { parcelId: id, sourceId, outboundId, amount: expected },
  })

/** Job. A box that was refused at the door is back: nothing is owed for it any more. */
export const takeReturnedCash = (ctx: Context, { data }: Pick<EventRecord, 'data'>): Promise<void> =>
  transaction(ctx, async (tx) => {
    const parcel = await followCash(tx, String(data.parcelId) as ParcelId)
    if (parcel?.status !== 'on_the_way') return
    const { id, sourceId, outboundId, expected } = parcel
    await tx.db
      .updateTable('sales.cash_parcels')
      .set({ status: 'returned', returned_at: tx.now })
      .where('shop_id', '=', tx.shopId)
      .where('parcel_id', '=', id)
      .execute()
    await publish(tx, {
      type: 'cash.refused',
      aggregate: 'parcel',
      id,
      data: { parcelId: id, sourceId, outboundId, amount: expected },
    })
  })
