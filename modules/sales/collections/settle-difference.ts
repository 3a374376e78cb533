import { money, subtract } from '#kernel/money'
import { post } from '#office/ledger'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lockCash } from './cash-store.ts'
import { loadDifference, settleDifference } from './difference-store.ts'
import { type CashDifference, type CashResolution, choicesFor, type DifferenceId } from './model.ts'
import { differenceUnfit } from './statement.ts'
import { surplusOf } from './statement-store.ts'
import { collectRest, giveUpRest } from './take-cash.ts'

export interface SettleCash {
  readonly id: DifferenceId
  readonly resolution: CashResolution
  /** Why, for whoever reads it later. */
  readonly note: string
}

/**
 * Settles a difference as a person has decided. What the courier took too little is given up, or owed by the carrier after all; what was handed in
 * too little is waited for or a cost; what came too much stands as an overpayment, or goes back to the carrier. A difference is settled once.
 *
 * @throws differenceUnfit, differenceNotFound, differenceSettled
 */
export function settleCash(ctx: Context, { id, resolution, note }: SettleCash): Promise<CashDifference> {
  return transaction(ctx, async (tx) => {
    const { kind } = await loadDifference(tx, id)
    if (!choicesFor(kind).includes(resolution)) throw differenceUnfit({ field: 'resolution', resolution, kind })
    const { lineId, ...settled } = await settleDifference(tx, { id, resolution, note })
    if (resolution === 'accept' || resolution === 'correct') await settleRest(tx, settled)
    if (resolution === 'write_off') await writeOff(tx, settled)
    if (resolution === 'book' && lineId) await bookSurplus(tx, settled, lineId)
    const { waybillNumber } = settled
    await publish(tx, {
      type: 'cash.difference_settled',
      aggregate: 'cash_difference',
      id,
      data: { kind, waybillNumber, resolution, note },
    })
    return settled
  })
}

async function settleRest(tx: Tx, { parcelId, resolution }: CashDifference): Promise<void> {
  const parcel = parcelId ? await lockCash(tx, parcelId) : undefined
  if (parcel?.status !== 'disputed') return
  await (resolution === 'correct' ? collectRest : giveUpRest)(tx, parcel)
}

/** What was missing then and is missing still. */
async function writeOff(tx: Tx, { id, parcelId, ours, theirs }: CashDifference): Promise<void> {
  const parcel = parcelId && (await lockCash(tx, parcelId))
  if (!parcel) return
  const missing = Math.min(subtract(ours, theirs).minor, parcel.outstanding.minor)
  await tx.db
    .updateTable('sales.cash_parcels')
    .set((row) => ({ written_off_minor: row('written_off_minor', '+', missing) }))
    .where('shop_id', '=', tx.shopId)
    .where('parcel_id', '=', parcel.id)
    .execute()
  const amount = money(missing, ours.currency)
  await post(tx, {
    debit: 'payment_differences',
    credit: 'carrier_receivables',
    amount,
    cause: 'cash_written_off',
    causeId: id,
  })
}

async function bookSurplus(tx: Tx, { id, theirs }: CashDifference, lineId: string): Promise<void> {
  const amount = money(await surplusOf(tx, lineId), theirs.currency)
  await post(tx, { debit: 'bank', credit: 'overpayments', amount, cause: 'cash_surplus', causeId: id })
}
