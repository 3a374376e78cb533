import { isBefore } from '#kernel/day'
import type { Refusal } from '#kernel/refusal'
import type { Tx } from '#platform/context'
import { readSettings } from '#platform/settings'
import type { Order } from './model.ts'
import { agreedLater, notChecked } from './order.ts'
import { orderSettings } from './settings.ts'

/** What still holds an order back although it is paid and validated: an agreed time, or the desk's check list where the shop asks for it. */
export async function whyNotYet(
  tx: Tx,
  { number, releaseFrom, checkedAt }: Pick<Order, 'number' | 'releaseFrom' | 'checkedAt'>,
): Promise<Refusal | undefined> {
  if (releaseFrom && isBefore(tx.now, releaseFrom)) return agreedLater({ number, from: releaseFrom })
  const { releaseAfterChecks } = await readSettings(tx, orderSettings)
  return releaseAfterChecks && !checkedAt ? notChecked({ number }) : undefined
}
