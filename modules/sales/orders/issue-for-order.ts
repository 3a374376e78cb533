import type { Tx } from '#platform/context'
import { issueVouchers, vouchersOf } from '#sales/vouchers'
import type { Order, OrderLine } from './model.ts'
import { settlementOf } from './settlement.ts'

/** Gives the buyer the vouchers of all lines that are not shipped, for the units whose money was not given back before. */
export async function issueForOrder(tx: Tx, order: Order, all: readonly OrderLine[]): Promise<void> {
  const lines = all.filter((line) => !line.requiresShipping)
  if (lines.length === 0) return
  const { units } = await settlementOf(tx, order)
  const left = lines.map(({ id, quantity }) => ({ id, quantity: quantity - (units.get(id)?.quantity ?? 0) }))
  await issueVouchers(tx, { orderId: order.id, lines: left })
}

export const hasOpenVouchers = async (tx: Tx, order: Pick<Order, 'id'>): Promise<boolean> =>
  (await vouchersOf(tx, order.id)).some(({ status }) => status === 'open')
