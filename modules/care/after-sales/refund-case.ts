import { daysLater } from '#kernel/day'
import { loadShop } from '#office/shops'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import { type LineUnits, refundableLines, refundOrder, refundWorth } from '#sales/orders'
import type { Case } from './model.ts'
import { afterSalesSettings } from './settings.ts'
import { settleCase } from './settle-case.ts'

/** Until when a refund must have been paid: three days (setting) from approval or arrival, in the shop's calendar. */
export async function refundBy(tx: Tx): Promise<Temporal.Instant> {
  const { refundWithin } = await readSettings(tx, afterSalesSettings)
  return daysLater(tx.now, refundWithin, (await loadShop(tx)).timeZone)
}

/**
 * Promises the recorded shares of these units back, and of their freight where the fault is the shop's; a case that owes nothing is settled at once.
 * Asking again changes nothing.
 */
export async function refundCase(tx: Tx, found: Case, units: readonly LineUnits[]): Promise<void> {
  const goods = await recordShares(tx, found, units)
  const { id, number, orderId } = found
  const withFreight = found.fault === 'shop'
  const refund =
    units.length > 0
      ? await refundOrder(tx, {
          orderId,
          cause: 'case',
          causeId: id,
          reason: number,
          lines: units,
          withFreight,
          wereShipped: true,
        })
      : undefined
  const amount = refund?.amount.minor ?? 0
  await tx.db
    .updateTable('care.cases')
    .set({ amount_minor: amount, freight_minor: Math.max(0, amount - goods) })
    .where('shop_id', '=', tx.shopId)
    .where('id', '=', id)
    .execute()
  if (!refund) await settleCase(tx, found, units.length > 0 ? 'settled' : 'not_refunded')
}

/** Which cent belongs to which unit is known only now: other cases of the order may have been refunded since the application. Their sum, in minor units. */
async function recordShares(tx: Tx, { id, orderId, lines }: Case, units: readonly LineUnits[]): Promise<number> {
  const refundable = await refundableLines(tx, orderId)
  let goods = 0
  for (const { orderLineId } of lines) {
    const owed = units.filter(({ lineId }) => lineId === orderLineId)
    const { minor } = refundWorth(refundable, owed)
    goods += minor
    await tx.db
      .updateTable('care.case_lines')
      .set({ refund_minor: minor })
      .where('shop_id', '=', tx.shopId)
      .where('case_id', '=', id)
      .where('order_line_id', '=', orderLineId)
      .execute()
  }
  return goods
}
