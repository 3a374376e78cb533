import { decimalText, money } from '#kernel/money'
import { notify } from '#office/notices'
import type { Context, Tx } from '#platform/context'
import { transaction } from '#platform/database'
import { publish } from '#platform/events'
import { lateSince } from './find-cash.ts'

/** Job. Raises an alarm for cash that a carrier should have handed in by now: once for each parcel, in one notice per carrier. */
export const watchHandIns = (ctx: Context): Promise<void> =>
  transaction(ctx, async (tx) => {
    const late = await markLate(tx)
    for (const [carrier, rows] of Map.groupBy(late, (row) => row.carrier)) await tell(tx, carrier, rows)
  })

type Late = Awaited<ReturnType<typeof markLate>>[number]

const markLate = async (tx: Tx) =>
  tx.db
    .updateTable('sales.cash_parcels')
    .set({ overdue_at: tx.now })
    .where('shop_id', '=', tx.shopId)
    .where('overdue_at', 'is', null)
    .where('collected_at', '<=', await lateSince(tx))
    .where((row) => row('collected_minor', '>', row(row.ref('handed_in_minor'), '+', row.ref('written_off_minor'))))
    .returning([
      'parcel_id',
      'carrier',
      'waybill_number',
      'collected_minor',
      'handed_in_minor',
      'written_off_minor',
      'currency',
    ])
    .execute()

async function tell(tx: Tx, carrier: string, rows: readonly Late[]): Promise<void> {
  const outstanding = rows.reduce(
    (all, row) => all + row.collected_minor - row.handed_in_minor - row.written_off_minor,
    0,
  )
  const amount = money(outstanding, rows[0]!.currency)
  for (const row of rows)
    await publish(tx, {
      type: 'cash.overdue',
      aggregate: 'parcel',
      id: row.parcel_id,
      data: { parcelId: row.parcel_id, carrier, waybillNumber: row.waybill_number },
    })
  await notify(tx, {
    permission: 'payments.settle',
    kind: 'cash.overdue',
    subject: 'cash',
    subjectId: rows[0]!.parcel_id,
    data: { carrier, count: rows.length, amount: `${amount.currency} ${decimalText(amount)}` },
    dedupeKey: `cash.overdue:${rows[0]!.parcel_id}`,
  })
}
